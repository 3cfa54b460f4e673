//! Files as producers write them, each invented: what is recognised, how the articles stand in them, and what is read.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::*;

fn collection(bytes: &[u8]) -> Collection {
    match read(bytes) {
        Ok(Content::Articles(collection)) => collection,
        other => panic!("{other:?} of {}", String::from_utf8_lossy(bytes)),
    }
}

fn articles(bytes: &[u8]) -> Vec<Found> {
    let collection = collection(bytes);
    collection.items.iter().map(|item| collection.article(item).unwrap()).collect()
}

/// An article in a line: producer, title, authors, publisher, day, address, how much of it there is.
fn line(found: &Found) -> String {
    let mut line =
        format!("{}: {} by {} in {}", found.producer.key(), found.title, found.authors.join("+"), found.publisher);
    let day = found.published.as_ref().and_then(|when| when.date.as_ref());
    let _ = write!(line, ", {} <{}> {:?}", day.map_or("-", PartialDate::as_str), found.url, found.completeness);
    line
}

use crate::model::PartialDate;

const TEXT: &str = "The board of the harbour sued over a quay that sank.";

#[test]
#[expect(clippy::too_many_lines, reason = "it is a table")]
fn each_producer_is_read() {
    let table: Vec<(Value, &str)> = vec![
        (
            json!({"response": {"docs": [{
                "headline": {"main": "Quay sinks"}, "pub_date": "2018-10-26T17:11:14+0000", "web_url": "https://nyt.example/a",
                "byline": {"original": "By KATIE HAFNER", "person": [{"firstname": "Katie", "lastname": "Hafner", "rank": 1}]},
                "snippet": "It sank.", "abstract": "It sank.", "lead_paragraph": "It sank. Nobody knows why.", "source": "The New York Times",
            }], "meta": {"hits": 1}}, "status": "OK"}),
            "nyt: Quay sinks by Katie Hafner in The New York Times, 2018-10-26 <https://nyt.example/a> Part",
        ),
        (
            json!({"response": {"docs": [{"headline": {"main": "Quay"}, "web_url": "https://nyt.example/b", "source": "AP",
                "byline": {"original": "By KATIE HAFNER and BO RAY", "person": []}, "snippet": ""}]}}),
            "nyt: Quay by Katie Hafner+Bo Ray in AP, - <https://nyt.example/b> None",
        ),
        (
            json!({"response": {"status": "ok", "total": 1, "results": [{
                "id": "a/b", "type": "article", "webTitle": "Quay sinks", "webPublicationDate": "2024-03-06T23:59:00Z",
                "webUrl": "https://guardian.example/a", "fields": {"byline": "Ann Lee and Bo Ray", "bodyText": TEXT},
            }]}}),
            "guardian: Quay sinks by Ann Lee+Bo Ray in The Guardian, 2024-03-06 <https://guardian.example/a> Whole",
        ),
        (
            json!([{"is_archived": 0, "title": "Quay", "url": "https://www.wire.example/a", "content": "<p>One</p>",
                "created_at": "2016-09-08T11:55:58+0200", "domain_name": "www.wire.example", "reading_time": 1, "tags": []}]),
            "wallabag: Quay by  in www.wire.example, - <https://www.wire.example/a> Whole",
        ),
        (
            json!([{"id": "1", "slug": "quay", "title": "Quay", "description": "It sank.", "author": "Ann Lee",
                "url": "https://www.wire.example/a", "savedAt": "2024-03-07T00:00:00Z", "publishedAt": "2024-03-06T00:00:00Z", "labels": []}]),
            "omnivore: Quay by Ann Lee in wire.example, 2024-03-06 <https://www.wire.example/a> Part",
        ),
        (
            json!({"bookmarks": [{"article__title": "Quay", "article__url": "https://wire.example/a", "article__excerpt": "It sank.",
                "date_added": "2016-09-08", "favorite": false}], "recommendations": []}),
            "readability-bookmarks: Quay by  in wire.example, - <https://wire.example/a> Part",
        ),
        (
            json!([{"href": "https://wire.example/a", "description": "Quay", "extended": "", "time": "2016-10-26T14:52:05Z",
                "shared": "no", "toread": "no", "tags": "law"}]),
            "pinboard: Quay by  in wire.example, - <https://wire.example/a> None",
        ),
        (
            json!({"list": {"1": {"item_id": "1", "resolved_title": "Quay", "resolved_url": "https://wire.example/a",
                "excerpt": "It sank.", "time_added": "1400000000"},
                "2": {"item_id": "2", "given_title": "Pier", "given_url": "https://wire.example/b", "resolved_title": ""}}}),
            "pocket: Quay by  in wire.example, - <https://wire.example/a> Part",
        ),
        (
            json!([{"id": 7, "date": "2024-03-07T00:30:00", "date_gmt": "2024-03-06T23:30:00", "link": "https://wire.example/a",
                "title": {"rendered": "Here&#8217;s a quay"}, "content": {"rendered": "<p>One</p><p>Two</p>", "protected": false},
                "author": 3, "_embedded": {"author": [{"id": 3, "name": "Ann Lee"}]}}]),
            "wordpress: Here’s a quay by Ann Lee in wire.example, 2024-03-06 <https://wire.example/a> Whole",
        ),
        (
            json!({"version": "https://jsonfeed.org/version/1.1", "title": "Wire", "authors": [{"name": "Ann Lee"}],
                "items": [{"id": 5, "url": "https://wire.example/a", "title": "Quay", "content_text": TEXT,
                    "date_published": "Fri, 28 Apr 2023 19:20:36 GMT"}]}),
            "jsonfeed: Quay by Ann Lee in Wire, 2023-04-28 <https://wire.example/a> Whole",
        ),
        (
            json!({"uri": "urn:newsml:example:1", "headlines": [{"role": "sub", "value": "no"}, {"role": "main", "value": "Quay"}],
                "bodies": [{"role": "main", "contentType": "text/html", "value": "<p>One</p><p>Two</p>"}],
                "firstCreated": "2023-10-16T10:00:00Z", "infoSources": [{"name": "NTB"}], "byline": "Ann Lee"}),
            "ninjs: Quay by Ann Lee in NTB, 2023-10-16 <> Whole",
        ),
        (
            json!({"@context": "https://schema.org", "@graph": [
                {"@type": "Organization", "@id": "#org", "name": "Wire"},
                {"@type": ["NewsArticle"], "headline": "Quay", "articleBody": TEXT, "datePublished": "Fri Apr 28 19:20:36 CEST 2023",
                    "author": [{"@id": "#ann"}], "publisher": [{"@id": "#org"}], "mainEntityOfPage": {"@id": "https://wire.example/a"}},
                {"@type": "Person", "@id": "#ann", "name": "Ann Lee"},
            ]}),
            "schema.org: Quay by Ann Lee in Wire, 2023-04-28 <https://wire.example/a> Whole",
        ),
        (
            json!([{"@type": "WebSite", "name": "Wire"}, {"@type": "LiveBlogPosting", "headline": "Quay", "author": ["Ann Lee", "Bo Ray"],
                "description": "It &amp; sank.", "url": "https://wire.example/a", "datePublished": "2023-04-28 19:20"}]),
            "schema.org: Quay by Ann Lee+Bo Ray in wire.example, 2023-04-28 <https://wire.example/a> Part",
        ),
        (
            json!({"title": "Quay", "text": TEXT, "authors": ["Ann Lee"], "publish_date": "", "keywords": {"quay": 2.5}, "meta_data": {},
                "source_url": "https://www.wire.example", "url": "https://www.wire.example/a", "top_image": ""}),
            "newspaper: Quay by Ann Lee in wire.example, - <https://www.wire.example/a> Whole",
        ),
        (
            json!({"a1": {"headline": "Quay", "body": TEXT, "writer": "Ann Lee", "date": "6 March 2024"},
                "a2": {"headline": "Pier", "body": TEXT, "writer": "Bo Ray", "date": "7 March 2024"}}),
            "other: Quay by Ann Lee in , 2024-03-06 <> Whole",
        ),
        (
            json!({"took": 3, "hits": {"total": 1, "hits": [{"_index": "press", "_id": "1", "_source": {"title": "Quay sinks now", "text": TEXT,
                "url": "https://wire.example/a"}}]}}),
            "other: Quay sinks now by  in , - <https://wire.example/a> Whole",
        ),
    ];
    for (value, expected) in table {
        let found = articles(value.to_string().as_bytes());
        assert_eq!(line(&found[0]), expected);
    }
    let pocket = json!({"list": {"1": {"resolved_title": "Quay", "resolved_url": "https://wire.example/a"},
        "2": {"given_title": "Pier", "given_url": "https://wire.example/b"}}});
    assert_eq!(articles(pocket.to_string().as_bytes()).len(), 2);
}

#[test]
fn articles_are_found_however_they_stand() {
    let one = |number: usize| json!({"title": format!("Quay {number} sinks"), "maintext": TEXT, "source_domain": "wire.example"});
    let (first, second) = (one(1).to_string(), one(2).to_string());
    for (text, layout, places) in [
        (first.clone(), Layout::One, vec![""]),
        (format!("[{first},{second}]"), Layout::List, vec!["/0", "/1"]),
        (format!("{first}\n{second}\n"), Layout::Lines, vec!["1", "2"]),
        (format!("\n{first}\r\n\r\nbroken\n{second}"), Layout::Lines, vec!["2", "5"]),
        (format!("{first}{second}"), Layout::Stream, vec!["1", "1"]),
        (format!("[{first}]\n[{second}]"), Layout::Stream, vec!["1", "2"]),
        (
            format!("{{\"data\":{{\"a/b\":[{first},7,{second}]}}}}"),
            Layout::Envelope,
            vec!["/data/a~1b/0", "/data/a~1b/2"],
        ),
        (format!("{{\"x\":{first},\"y\":{second}}}"), Layout::Records, vec!["/x", "/y"]),
        (
            format!("[{{\"n\":1,\"articles\":[{first}]}},{{\"articles\":[{second}]}}]"),
            Layout::Envelope,
            vec!["/0/articles/0", "/1/articles/0"],
        ),
    ] {
        let collection = collection(text.as_bytes());
        let shown = |item: &Item| item.line.map_or(item.pointer.clone(), |line| line.to_string());
        let found: Vec<String> = collection.items.iter().map(shown).collect();
        assert_eq!(
            (collection.layout, found),
            (layout, places.iter().map(|place| (*place).to_owned()).collect()),
            "{text}"
        );
        for item in &collection.items {
            assert_eq!(collection.article(item).unwrap().producer, Producer::NewsPlease);
            let root: Result<Value, _> = serde_json::from_str(&text);
            if let Ok(root) = root.as_ref().map_err(drop) {
                assert_eq!(root.pointer(&item.pointer), Some(&collection.value(item).unwrap()));
            }
        }
    }
}

#[test]
fn dates_are_settled_by_the_others_of_their_file() {
    let days = |dates: &[&str]| {
        let one = |date: &&str| json!({"title": "Quay sinks", "text": TEXT, "date": date});
        let list: Vec<Value> = dates.iter().map(one).collect();
        let mut found = articles(Value::Array(list).to_string().as_bytes());
        settle(&mut found);
        let day = |found: &Found| found.published.as_ref()?.date.as_ref().map(|date| date.as_str().to_owned());
        found.iter().map(|found| day(found).unwrap_or_default()).collect::<Vec<_>>()
    };
    assert_eq!(days(&["03/04/2020", "16/09/2020"]), ["2020-04-03", "2020-09-16"]);
    assert_eq!(days(&["03/04/2020", "09/16/2020"]), ["2020-03-04", "2020-09-16"]);
    assert_eq!(days(&["03/04/2020", "05/06/2020"]), ["", ""]);
    assert_eq!(days(&["03/04/2020", "16/09/2020", "09/16/2020"]), ["", "2020-09-16", "2020-09-16"]);
}

#[test]
fn what_is_close_to_json_is_read_and_told() {
    let one = "\"title\": \"Quay\", \"maintext\": \"It sank.\", \"source_domain\": \"wire.example\"";
    for text in [
        format!("// 20240306\n// https://wire.example\n\n{{{one}}}"),
        format!("{{{one},}}"),
        format!("[{{{one}}},]"),
        format!("//<![CDATA[\n{{{one}}}\n//]]>"),
        format!("{{{one}, \"score\": NaN}}"),
        format!("\u{feff}{{{one}}}"),
        format!("{{{}}}", one.replace("It sank.", "It\nsank.")),
    ] {
        let collection = collection(text.as_bytes());
        assert!(!collection.faults.is_empty(), "{text}");
        assert_eq!(collection.article(&collection.items[0]).unwrap().title, "Quay", "{text}");
    }
    let wide: Vec<u8> = format!("{{{one}}}").encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(articles(&wide)[0].title, "Quay");
}

#[test]
fn what_holds_no_article_says_what_it_is() {
    for (text, expected) in [
        ("null", "null"),
        ("[]", "empty list"),
        ("{}", "empty object"),
        ("[1, 2]", "none of what it holds is an object"),
        ("{\"status\": \"error\", \"message\": \"No key.\"}", "something went wrong: No key"),
        ("{\"response\": {\"status\": \"error\", \"message\": \"No key.\"}}", "something went wrong: No key"),
        ("{\"detail\": \"Not found.\"}", "something went wrong: Not found"),
        ("{\"code\": \"rest_no_route\", \"message\": \"No route.\", \"data\": {\"status\": 404}}", "wrong: No route"),
        ("{\"fault\": {\"faultstring\": \"Invalid ApiKey\"}}", "wrong: Invalid ApiKey"),
        ("{\"status\": \"ok\", \"totalResults\": 0, \"articles\": []}", "found no article"),
        ("{\"a\": 1}", "nothing in it looks like an article"),
        ("7", "single value"),
    ] {
        match read(text.as_bytes()) {
            Ok(Content::Other(sentence)) => assert!(sentence.contains(expected), "{text}: {sentence}"),
            other => panic!("{text}: {other:?}"),
        }
    }
    let deep = format!("{{\"a\": {}{}}}", "[".repeat(200_000), "]".repeat(200_000));
    assert!(matches!(read(deep.as_bytes()), Ok(Content::Other(_))), "nesting is not followed");
    assert!(matches!(read(b" \n"), Ok(Content::Empty)));
    assert!(matches!(read(b"Quay sinks\n\nIt sank."), Ok(Content::Text(_))));
}

#[test]
fn case_files_are_named_and_articles_among_references_are_read() {
    let docket = "{\"case_name\": \"A v. B\", \"docket_number\": \"1:20\", \"docket_entries\": []}";
    let entity = "{\"id\": \"a\", \"schema\": \"Company\", \"properties\": {\"name\": [\"B\"]}}";
    let release = |filler: &str| {
        format!(
            "{{\"publisher\": {{\"name\": \"A\"}}, \"releases\": [{{\"ocid\": \"a\", \"tag\": [], \"x\": \"{filler}\"}}]}}"
        )
    };
    for (text, expected) in [
        (docket.to_owned(), "PACER"),
        (format!("[{docket}, {docket}]"), "PACER"),
        (format!("{docket}\n{docket}\n"), "PACER"),
        (format!("{entity}\n{entity}\n{entity}\n"), "FollowTheMoney"),
        (release(""), "OCDS"),
        (release(&"x".repeat(200_000)), "OCDS"),
    ] {
        match read(text.as_bytes()) {
            Ok(Content::CaseFile(name)) => assert!(name.contains(expected), "{name}"),
            other => panic!("{expected}: {other:?}"),
        }
    }
    let list = "[{\"type\": \"legal_case\", \"title\": \"A v. B\", \"issued\": {\"date-parts\": [[1972]]}}, \
                {\"type\": \"article-newspaper\", \"title\": \"Quay <i>sinks</i>\", \"container-title\": \"Harbour Post\", \
                \"author\": [{\"family\": \"Lee\", \"given\": \"Ann\"}, {\"literal\": \"Port Desk\"}], \
                \"issued\": {\"date-parts\": [[\"2024\", 3]]}, \"URL\": \"https://post.example/quay\"}]";
    let Ok(Content::Articles(collection)) = read(list.as_bytes()) else { panic!("a list of references") };
    let refused = collection.article(&collection.items[0]).unwrap_err();
    assert!(refused.message.contains("a court case of a reference list"), "{}", refused.message);
    let found = collection.article(&collection.items[1]).unwrap();
    assert_eq!((found.producer, found.title.as_str()), (Producer::Csl, "Quay sinks"));
    assert_eq!((found.authors.join("; ").as_str(), found.publisher.as_str()), ("Ann Lee; Port Desk", "Harbour Post"));
    assert_eq!(found.published.unwrap().date.unwrap().as_str(), "2024-03");
    assert_eq!((found.completeness, found.url.as_str()), (Completeness::None, "https://post.example/quay"));
    let zotero = "{\"config\": {}, \"items\": [{\"itemType\": \"newspaperArticle\", \"title\": \"Quay sinks\", \"creators\": [\
                  {\"creatorType\": \"author\", \"firstName\": \"Ann\", \"lastName\": \"Lee\"}, {\"creatorType\": \"editor\", \
                  \"name\": \"Desk\"}], \"date\": \"2024-03-06\", \"publicationTitle\": \"Harbour Post\", \"abstractNote\": \"It sank.\"}, \
                  {\"itemType\": \"attachment\", \"title\": \"PDF\", \"itemID\": 2}]}";
    let Ok(Content::Articles(collection)) = read(zotero.as_bytes()) else { panic!("a list of references") };
    assert!(collection.article(&collection.items[1]).unwrap_err().message.contains("attachment"));
    let found = &collection.article(&collection.items[0]).unwrap();
    assert_eq!((found.producer, found.authors.as_slice()), (Producer::Zotero, ["Ann Lee".to_owned()].as_slice()));
    assert_eq!((found.text.as_str(), found.completeness), ("It sank.", Completeness::Part));
}

#[test]
fn tables_are_read_row_by_row() {
    let long = "The quay sank at night, and nobody knows why. ".repeat(4);
    let table = format!(
        "id,title,publication,author,date,url,content\n1,\"Quay sinks, again\",Harbour Post,Ann Lee,2024-03-06,\
         https://post.example/quay,\"{long}\n\nNobody was hurt.\"\n2,Pier opens,Harbour Post,,07/03/2024,,\"{long}\"\n"
    );
    let Ok(Content::Articles(collection)) = read(table.as_bytes()) else { panic!("a table") };
    assert_eq!(collection.layout, Layout::Rows);
    assert_eq!(collection.items.iter().map(|item| item.line).collect::<Vec<_>>(), [Some(2), Some(5)]);
    let found = collection.article(&collection.items[0]).unwrap();
    assert_eq!(found.producer, Producer::Table);
    assert_eq!((found.title.as_str(), found.publisher.as_str()), ("Quay sinks, again", "Harbour Post"));
    assert_eq!((found.authors.join(";").as_str(), found.text.split("\n\n").count()), ("Ann Lee", 2));
    assert_eq!(found.published.unwrap().date.unwrap().as_str(), "2024-03-06");
    for (table, expected) in [
        ("title,url,time_added,tags,status\nQuay,https://a.example/q,1709720000,,unread\n", Producer::Pocket),
        (
            "URL,Title,Selection,Folder,Timestamp\nhttps://a.example/q,Quay,It sank.,Unread,1709720000\n",
            Producer::Instapaper,
        ),
        (
            "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n1,Quay,,It sank.,https://a.example/q,Unsorted,,\
             2024-03-06T10:00:00Z,,,false\n",
            Producer::Raindrop,
        ),
    ] {
        let found = &articles(table.as_bytes())[0];
        assert_eq!(
            (found.producer, found.title.as_str(), found.url.as_str()),
            (expected, "Quay", "https://a.example/q")
        );
        assert_eq!(found.published, None, "when it was kept is not when it was published");
        assert_eq!(found.retrieved.as_ref().unwrap().date.as_ref().unwrap().as_str(), "2024-03-06");
    }
}

#[test]
fn bookmark_files_are_read_and_other_xml_is_told() {
    let list = "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=UTF-8\">\n\
                <TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n<DL><p>\n<DT><H3>Press</H3>\n<DL><p>\n\
                <DT><A HREF=\"https://www.post.example/quay\" ADD_DATE=\"1709720000\">Quay sinks</A>\n<DD>It sank.\n\
                <DT><A HREF=\"place:sort=8\">Recent</A>\n</DL><p>\n</DL><p>\n";
    let Ok(Content::Page(found)) = read(list.as_bytes()) else { panic!("a bookmark file") };
    let [found] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((found.producer, found.title.as_str()), (Producer::Bookmarks, "Quay sinks"));
    assert_eq!((found.publisher.as_str(), found.completeness), ("post.example", Completeness::None));
    assert!(found.retrieved.is_some() && found.published.is_none());
    let pocket = "<!DOCTYPE html>\n<html><head><title>Pocket Export</title></head><body><ul>\n\
                  <li><a href=\"https://post.example/quay\" time_added=\"1709720000\" tags=\"\">Quay sinks</a></li></ul></body></html>";
    let Ok(Content::Page(found)) = read(pocket.as_bytes()) else { panic!("a list") };
    assert_eq!(found[0].title, "Quay sinks");
    for xml in
        ["<?xml version=\"1.0\"?>\n<rss version=\"2.0\"></rss>", "<feed xmlns=\"http://www.w3.org/2005/Atom\"></feed>"]
    {
        assert_eq!(read(xml.as_bytes()).unwrap_err(), DecodeError::Xml);
    }
    assert!(matches!(read(b"<?xml version=\"1.0\"?><html><body><p>x</p></body></html>"), Ok(Content::Page(_))));
}

#[test]
fn pages_are_read_by_what_they_say_of_themselves_and_then_by_their_text() {
    let story = format!("<p>{TEXT}</p>").repeat(20);
    let page = format!(
        "<!-- saved --><!DOCTYPE html><html lang=en-GB><head><title>Quay sinks | Wire</title>\
         <meta property='og:site_name' content='Wire'><meta property='og:title' content='Quay sinks'>\
         <meta name='author' content='Ann Lee'><link rel=canonical href='https://wire.example/a'>\
         <meta property='article:published_time' content='2024-03-06T23:30:00+01:00'></head>\
         <body><nav><a href=/>Home</a></nav><main><article><h1>Quay sinks</h1>{story}</article></main><footer>All rights</footer></body></html>"
    );
    let Ok(Content::Page(found)) = read(page.as_bytes()) else { panic!("it is a page") };
    assert_eq!(line(&found[0]), "html: Quay sinks by Ann Lee in Wire, 2024-03-06 <https://wire.example/a> Whole");
    assert_eq!(found[0].language, "en-GB");
    assert!(found[0].text.contains(TEXT) && !found[0].text.contains("All rights"), "{}", found[0].text);
    let Ok(Content::Page(found)) = read(b"<html><body></body></html>") else { panic!("it is a page") };
    assert_eq!(found[0].completeness, Completeness::None);
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_taken(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
        let _ = read(&bytes);
    }

    #[test]
    fn anything_like_json_is_taken(text in "(\\{|\\}|\\[|\\]|,|:|\"title\"|\"text\"|\"@graph\"|\"@type\"|\"NewsArticle\"|\"items\"|1|null|\n| ){0,60}") {
        if let Ok(Content::Articles(collection)) = read(text.as_bytes()) {
            for item in &collection.items {
                let _ = collection.article(item);
            }
        }
    }
}

/// How many articles are found, and the title of the first.
fn found(text: &str) -> (usize, String) {
    let found = articles(text.as_bytes());
    (found.len(), found[0].title.clone())
}

#[test]
fn what_surrounds_articles_does_not_take_their_place() {
    let one =
        |number: usize| json!({"title": format!("Quay {number} sinks"), "text": TEXT, "url": "https://wire.example/a"});
    let news =
        |number: usize| json!({"title": format!("Quay {number}"), "maintext": TEXT, "source_domain": "wire.example"});
    let guardian = |title: &str| json!({"webTitle": title, "webPublicationDate": "2024-03-06T23:59:00Z"});
    for (value, expected) in [
        (
            json!({"title": "The article", "text": TEXT, "images": [{"title": "A caption here", "description": TEXT, "url": "https://x.example/1"}]}),
            (1, "The article"),
        ),
        (json!({"domestic": [news(1)], "foreign": [news(2), news(3)]}), (3, "Quay 1")),
        (
            json!({"newspapers": {"cnn": {"link": "x", "articles": [news(1)]}, "bbc": {"link": "y", "articles": [news(2), news(3)]}}}),
            (3, "Quay 1"),
        ),
        (json!({"response": {"relatedContent": [guardian("Related")], "content": guardian("Wanted")}}), (1, "Wanted")),
        (json!({"count": 2, "a": one(1), "b": one(2)}), (2, "Quay 1 sinks")),
        (json!({"meta": {"title": "A list of things", "date": "2023"}, "a": one(1), "b": one(2)}), (2, "Quay 1 sinks")),
        (json!([[one(1)], [one(2)]]), (2, "Quay 1 sinks")),
    ] {
        assert_eq!(found(&value.to_string()), (expected.0, expected.1.to_owned()), "{value}");
    }
    let answer = json!({"status": "ok", "articles": [news(1), news(2)]});
    assert_eq!(found(&format!("{answer}\n{answer}\n")), (4, "Quay 1".to_owned()));
    assert_eq!(found(&format!("{answer}{answer}")), (4, "Quay 1".to_owned()));
    assert_eq!(found(&format!("{},\n{},\n{}", one(1), one(2), one(3))), (3, "Quay 1 sinks".to_owned()));
    assert_eq!(found(&format!("[{},{},{{\"tit", one(1), one(2))), (2, "Quay 1 sinks".to_owned()));
    assert_eq!(found(&format!("{{\"broken\n{}\n{}\n", one(1), one(2))), (2, "Quay 1 sinks".to_owned()));
    assert_eq!(found(&format!("\u{1e}{}\n\u{1e}{}\n", one(1), one(2))), (2, "Quay 1 sinks".to_owned()));
    let list = collection(json!([one(1), {"error": "404"}, {}]).to_string().as_bytes());
    let read = list.items.iter().filter(|item| list.article(item).is_ok()).count();
    assert_eq!((list.items.len(), read), (3, 1), "what is no article is a fault of its own");
}

#[test]
fn text_that_begins_like_json_is_text() {
    for text in [
        "[Editor's note: this was updated.]\n\nIt sank.",
        "[Home](https://x.example)\n\n# Quay",
        "// OSLO // The quay sank.",
    ] {
        assert!(matches!(read(text.as_bytes()), Ok(Content::Text(_))), "{text}");
    }
}

#[test]
fn teasers_placeholders_and_markup_are_told_from_text() {
    let answered = |content: &str| json!({"articles": [{"source": {"name": "Wire"}, "title": "Is a<b or x <y> ok?", "publishedAt": "", "content": content}]});
    let one = |value: Value| articles(value.to_string().as_bytes()).remove(0);
    let cut = one(answered("The quay sank in the morning... [1543 chars]"));
    assert_eq!((cut.completeness, cut.text.as_str()), (Completeness::Part, "The quay sank in the morning..."));
    assert_eq!(cut.title, "Is a<b or x <y> ok?");
    assert_eq!(one(answered("[Removed]")).completeness, Completeness::None);
    let spelled = one(
        json!({"@type": "NewsArticle", "headline": "Quay", "articleBody": "&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;"}),
    );
    assert_eq!(spelled.text, "One.\n\nTwo.");
    let several = one(json!({"@type": "NewsArticle", "headline": "Quay", "articleBody": ["One.", "Two."]}));
    assert_eq!(several.text, "One.\n\nTwo.");
    let live = one(json!({"@type": "LiveBlogPosting", "headline": "Quay", "description": "x",
        "liveBlogUpdate": [{"headline": "At ten", "articleBody": "It sank."}]}));
    assert_eq!((live.text.as_str(), live.completeness), ("At ten\n\nIt sank.", Completeness::Whole));
    let marked = one(json!({"title": "Quay", "maintext": "<p>One.</p><p>Two.</p>", "source_domain": "wire.example"}));
    assert_eq!(marked.text, "One.\n\nTwo.");
}

#[test]
fn front_matter_says_what_a_text_is() {
    let text = "---\ntitle: \"Quay sinks\"\nauthor: Ann Lee; Bo Ray\ndate: 2023-04-28\nurl: https://wire.example/a\nsitename: Wire\n---\nThe quay sank.\n\nNobody knows why.";
    let found = of_text(text);
    assert_eq!(line(&found), "text: Quay sinks by Ann Lee+Bo Ray in Wire, 2023-04-28 <https://wire.example/a> Whole");
    assert_eq!(found.text, "The quay sank.\n\nNobody knows why.");
    assert_eq!(of_text("---\nno front matter, since nothing ends it").text.lines().count(), 1);
}

#[test]
fn a_page_is_about_itself_and_not_about_what_it_links_to() {
    let story: String = format!("<p>{TEXT} For the 0th time.</p>").repeat(12);
    let flat = format!("{TEXT} For the 0th time. ").repeat(12);
    let linked = json!([
        {"@type": "NewsArticle", "headline": "Quay sinks", "description": "Short.", "author": {"name": "Ann Lee"}, "articleBody": flat,
            "datePublished": "2024-03-06", "url": "https://wire.example/a"},
        {"@type": "NewsArticle", "headline": "Another story", "description": TEXT, "author": {"name": "Bo Ray"},
            "datePublished": "2020-01-01", "url": "https://wire.example/b", "articleBody": flat.repeat(2)},
    ]);
    let page = format!(
        "<!DOCTYPE html><html><head><title>Quay sinks - Wire</title><link rel=canonical href='/a'>\
         <meta property='og:url' content='https://wire.example/a'><script type='application/ld+json'>{linked}</script></head>\
         <body><article><h1>Quay sinks</h1>{story}</article></body></html>"
    );
    let Ok(Content::Page(found)) = read(page.as_bytes()) else { panic!("it is a page") };
    assert_eq!(
        line(&found[0]),
        "html: Quay sinks by Ann Lee in wire.example, 2024-03-06 <https://wire.example/a> Whole"
    );
    assert!(found[0].text.split("\n\n").count() > 10, "paragraphs are kept: {}", found[0].text);
}
