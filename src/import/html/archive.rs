//! Web pages in one file as browsers save them: MHTML (RFC 2557), a mail message whose parts are the page and what belongs to
//! it.

use mail_parser::{HeaderValue, MessageParser, PartType};

/// How much of a file is looked at to find out whether it is one.
const HEAD: usize = 1 << 15;

/// The page in such a file, with the address it was saved from; `None` where it is none: an ordinary message, whose parts
/// have no addresses, or anything else.
pub fn page_of(bytes: &[u8]) -> Option<(String, String)> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let is_header =
        |line: &str| line.split_once(':').is_some_and(|(name, _)| !name.is_empty() && !name.contains([' ', '<', '{']));
    let begins = head.trim_start().lines().next().is_some_and(is_header);
    let of_head =
        head.split_once("\n\n").or_else(|| head.split_once("\r\n\r\n")).map_or(head.as_str(), |(head, _)| head);
    let bare: String = of_head.chars().filter(|letter| !letter.is_whitespace()).collect();
    if !begins || !bare.contains("content-type:multipart/related") && !bare.contains("snapshot-content-location:") {
        return None;
    }
    let message = MessageParser::default().parse(bytes)?;
    let address_of = |header: Option<&HeaderValue<'_>>| match header {
        Some(HeaderValue::Text(address)) => Some(address.trim().to_owned()),
        _ => None,
    };
    let address =
        ["Snapshot-Content-Location", "Content-Location"].iter().find_map(|name| address_of(message.header(*name)));
    let pages = message.parts.iter().filter_map(|part| match &part.body {
        PartType::Html(html) => {
            let at = part.headers.iter().find(|header| header.name.as_str().eq_ignore_ascii_case("content-location"));
            Some((html.to_string(), address_of(at.map(|header| &header.value))))
        }
        _ => None,
    });
    let mut pages: Vec<(String, Option<String>)> = pages.collect();
    if address.is_none() && pages.iter().all(|(_, at)| at.is_none()) {
        return None;
    }
    // Frames are parts as well.
    let own = pages.iter().position(|(_, at)| at.is_some() && *at == address).unwrap_or(0);
    let (page, at) = (own < pages.len()).then(|| pages.swap_remove(own))?;
    Some((page, address.or(at).unwrap_or_default()))
}

/// Whether a file says of itself that it is a page as a browser has saved it.
pub fn is_archive(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    head.starts_with("from: <saved by") || head.starts_with("snapshot-content-location:")
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
        let framed = archive.replace(
            "--xx\r\nContent-Type: text/html",
            "--xx\r\nContent-Type: text/html\r\nContent-Location: https://ads.example/\r\n\r\n<p>Buy.</p>\r\n--xx\r\n\
             Content-Location: https://a.example/quay\r\nContent-Type: text/html",
        );
        assert!(page_of(framed.as_bytes()).unwrap().0.contains("It sank"));
        let damaged = archive.split_once("--xx").unwrap().0;
        assert!(page_of(damaged.as_bytes()).is_none() && is_archive(damaged.as_bytes()));
        let mail = archive.replace("Snapshot-Content-Location: https://a.example/quay\r\n", "");
        assert!(page_of(mail.as_bytes()).is_none(), "a message with a picture");
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
