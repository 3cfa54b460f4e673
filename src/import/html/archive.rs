//! Web pages in one file as browsers save them: MHTML (RFC 2557), a mail message whose parts are the page and what belongs to
//! it.

use mail_parser::{HeaderValue, MessageParser, PartType};

/// How much of a file is looked at to find out whether it is one.
const HEAD: usize = 4_096;

/// The page in such a file, with the address it was saved from; `None` where it is none.
pub fn page_of(bytes: &[u8]) -> Option<(String, String)> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let begins = head.trim_start().lines().next().is_some_and(|line| {
        ["from:", "mime-version:", "date:", "subject:", "snapshot-content-location:"]
            .iter()
            .any(|name| line.starts_with(name))
    });
    if !begins || !head.contains("content-type: multipart/related") {
        return None;
    }
    let message = MessageParser::default().parse(bytes)?;
    let address =
        ["Snapshot-Content-Location", "Content-Location"].iter().find_map(|name| match message.header(*name) {
            Some(HeaderValue::Text(address)) => Some(address.trim().to_owned()),
            _ => None,
        });
    let page = message.parts.iter().find_map(|part| match &part.body {
        PartType::Html(html) => Some(html.to_string()),
        _ => None,
    });
    Some((page?, address.unwrap_or_default()))
}

/// The address from which a browser or an extension has saved a page, as the comment at its beginning says.
pub fn saved_from(html: &str) -> Option<&str> {
    let head = &html[..html.floor_char_boundary(HEAD)];
    let comment = head.split_once("<!--")?.1.split_once("-->").map(|(comment, _)| comment)?;
    let address = match comment.split_once("saved from url=") {
        Some((_, address)) => address.split_once(')').map_or(address, |(_, address)| address),
        None => comment.lines().find_map(|line| line.trim().strip_prefix("url:"))?,
    };
    address.split_whitespace().next().filter(|address| address.contains("://"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_of_an_archive_is_found() {
        let archive = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/quay\r\nSubject: Quay\r\n\
                       MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"xx\"\r\n\r\n\r\n\
                       --xx\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
                       <html><body><p>It sank at =C3=85s, and nobody knows wh=\r\ny.</p></body></html>\r\n--xx\r\n\
                       Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--xx--\r\n";
        let (page, address) = page_of(archive.as_bytes()).unwrap();
        assert!(page.contains("It sank at Ås, and nobody knows why."), "{page}");
        assert_eq!(address, "https://a.example/quay");
        assert!(page_of(b"From: Ann Lee\n\nThe quay sank.").is_none());
    }

    #[test]
    fn comments_tell_where_a_page_was_saved() {
        for (html, expected) in [
            ("<!-- saved from url=(0025)https://a.example/quay -->\n<html>", Some("https://a.example/quay")),
            (
                "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://a.example/quay \n-->",
                Some("https://a.example/quay"),
            ),
            ("<html><!-- a note --></html>", None),
            ("<html>", None),
        ] {
            assert_eq!(saved_from(html), expected, "{html}");
        }
    }
}
