//! What is said on the bus.

use std::collections::HashMap;
use std::ffi::OsString;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::PathBuf;

use zbus::message::Type;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};
use zbus::{Connection, MatchRule, Message, MessageStream, Result};

use crate::store::Ask;

/// The name of the service.
pub const PORTAL: &str = "org.freedesktop.portal.Desktop";
/// How the names of the programs begin that show dialogs on behalf of the service.
pub const IMPLEMENTATIONS: &str = "org.freedesktop.impl.portal.";
const PORTAL_PATH: &str = "/org/freedesktop/portal/desktop";
const CHOOSER: &str = "org.freedesktop.portal.FileChooser";
const REQUEST: &str = "org.freedesktop.portal.Request";
const BUS: &str = "org.freedesktop.DBus";
const BUS_PATH: &str = "/org/freedesktop/DBus";

/// How a dialog ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Response {
    Chosen(Vec<PathBuf>),
    Cancelled,
    /// In some other way.
    Ended,
}

async fn call_bus<B: serde::Serialize + zbus::zvariant::DynamicType>(
    bus: &Connection,
    method: &str,
    body: &B,
) -> Result<Message> {
    bus.call_method(Some(BUS), BUS_PATH, Some(BUS), method, body).await
}

/// Who holds the service's name.
pub async fn owner(bus: &Connection) -> Result<String> {
    call_bus(bus, "GetNameOwner", &PORTAL).await?.body().deserialize()
}

/// Has the bus start the service.
pub async fn start(bus: &Connection) -> Result<()> {
    call_bus(bus, "StartServiceByName", &(PORTAL, 0_u32)).await.map(drop)
}

/// All names on the bus.
pub async fn names(bus: &Connection) -> Result<Vec<String>> {
    call_bus(bus, "ListNames", &()).await?.body().deserialize()
}

/// The version of the file dialogs. Answered by what answers everything else there, so that one that hangs does not.
pub async fn version(bus: &Connection, service: &str) -> Result<()> {
    let interface = Some("org.freedesktop.DBus.Properties");
    bus.call_method(Some(service), PORTAL_PATH, interface, "Get", &(CHOOSER, "version")).await.map(drop)
}

/// The answers to the request of that token.
pub async fn responses(bus: &Connection, service: &str, token: &str) -> Result<MessageStream> {
    let caller = bus.unique_name().map(|name| name.trim_start_matches(':').replace('.', "_")).unwrap_or_default();
    let path = format!("{PORTAL_PATH}/request/{caller}/{token}");
    let rule = MatchRule::builder().msg_type(Type::Signal).sender(service)?.path(path)?;
    let rule = rule.interface(REQUEST)?.member("Response")?.build();
    MessageStream::for_match_rule(rule, bus, None).await
}

/// Every change in who holds a name of the desktop's.
pub async fn owners(bus: &Connection) -> Result<MessageStream> {
    let rule = MatchRule::builder().msg_type(Type::Signal).sender(BUS)?.interface(BUS)?;
    let rule = rule.member("NameOwnerChanged")?.arg0ns("org.freedesktop")?.build();
    MessageStream::for_match_rule(rule, bus, None).await
}

/// The name that changed hands, and who held it before; empty if nobody did.
pub fn change(message: &Message) -> Option<(String, String)> {
    let (name, before, _after): (String, String, String) = message.body().deserialize().ok()?;
    Some((name, before))
}

/// Asks for the dialog. The answer comes later.
pub async fn ask(bus: &Connection, service: &str, question: &Ask, token: &str) -> Result<()> {
    let method = if question.save_as.is_some() { "SaveFile" } else { "OpenFile" };
    let body = ("", question.title.as_str(), options(question, token));
    let answer = bus.call_method(Some(service), PORTAL_PATH, Some(CHOOSER), method, &body).await?;
    answer.body().deserialize::<OwnedObjectPath>().map(drop)
}

fn options<'a>(question: &'a Ask, token: &'a str) -> HashMap<&'static str, Value<'a>> {
    let mut options = HashMap::from([("handle_token", Value::from(token))]);
    match &question.save_as {
        Some(name) => options.insert("current_name", Value::from(name.as_str())),
        // Since version 3 of the interface; before it, files are shown and none fits.
        None if question.is_for_folder => options.insert("directory", Value::from(true)),
        None => options.insert("multiple", Value::from(true)),
    };
    if let Some(folder) = &question.folder {
        // A path is bytes and a zero.
        options.insert("current_folder", Value::from([folder.as_bytes(), b"\0"].concat()));
    }
    let (kind, extensions) = &question.filter;
    if !extensions.is_empty() {
        let globs: Vec<(u32, String)> = extensions.iter().map(|extension| (0, format!("*.{extension}"))).collect();
        let filters = vec![(kind.clone(), globs), ("All files".to_owned(), vec![(0, "*".to_owned())])];
        options.insert("filters", Value::from(filters));
    }
    options
}

/// How a dialog ended, out of the service's answer; `None` where that makes no sense.
pub fn response(message: &Message) -> Option<Response> {
    let (code, mut results): (u32, HashMap<String, OwnedValue>) = message.body().deserialize().ok()?;
    match code {
        0 => {
            let uris = Vec::<String>::try_from(results.remove("uris")?).ok()?;
            Some(Response::Chosen(uris.iter().filter_map(|uri| local_path(uri)).collect()))
        }
        1 => Some(Response::Cancelled),
        _ => Some(Response::Ended),
    }
}

/// The path that a `file:` URI (RFC 8089) of this machine names.
fn local_path(uri: &str) -> Option<PathBuf> {
    let mut rest = uri.strip_prefix("file://").filter(|path| path.starts_with('/'))?.as_bytes();
    let mut path = Vec::with_capacity(rest.len());
    while let [first, after @ ..] = rest {
        rest = after;
        match (first, after) {
            (b'%', [high, low, after @ ..]) => {
                path.push(hex(*high)? * 16 + hex(*low)?);
                rest = after;
            }
            (b'%', _) => return None,
            (byte, _) => path.push(*byte),
        }
    }
    Some(OsString::from_vec(path).into())
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;

    use super::*;

    #[test]
    fn uris_become_paths() {
        let table: [(&str, Option<&[u8]>); 7] = [
            ("file:///a.json", Some(b"/a.json")),
            ("file:///a%20b/%C3%BC%ff.json", Some(b"/a b/\xc3\xbc\xff.json")),
            ("file:///50%25", Some(b"/50%")),
            ("file:///50%2", None),
            ("file:///50%zz", None),
            ("file://server/a.json", None),
            ("https://example.org/a.json", None),
        ];
        for (uri, expected) in table {
            assert_eq!(local_path(uri), expected.map(|path| OsStr::from_bytes(path).into()), "{uri}");
        }
    }

    #[test]
    fn a_question_becomes_options_of_the_types_that_the_service_wants() {
        let mut question = Ask {
            title: "Open".to_owned(),
            filter: ("Cases".to_owned(), vec!["json".to_owned()]),
            save_as: None,
            is_for_folder: false,
            folder: Some("/a b".into()),
        };
        let types = |question: &Ask| {
            let options = options(question, "t");
            let mut types: Vec<String> =
                options.iter().map(|(key, value)| format!("{key} {}", value.value_signature())).collect();
            types.sort();
            types
        };
        assert_eq!(types(&question), ["current_folder ay", "filters a(sa(us))", "handle_token s", "multiple b"]);
        question.save_as = Some("x.json".to_owned());
        question.folder = None;
        question.filter.1.clear();
        assert_eq!(types(&question), ["current_name s", "handle_token s"]);
    }
}
