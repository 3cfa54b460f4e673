//! Files of the world's producers, as far as they lie beside the project, against what the producers' own documents say
//! of their keys. The expectations name where each value stands in the file (JSON Pointers), by hand; days, hosts and
//! numbers are written out. Nothing of the files is kept here.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

use std::fs;
use std::path::{Path, PathBuf};

use casefile::import::{self, Completeness, Content, Found, Producer};
use serde_json::Value;

/// Where a value stands, or what it is.
#[derive(Clone, Copy, Debug)]
enum Is {
    /// At this place of the file.
    At(&'static str),
    /// These words.
    Words(&'static str),
}

/// What is expected of one article.
struct Row {
    file: &'static str,
    producer: Producer,
    /// How many articles the file holds, and which of them this is.
    of: (usize, usize),
    title: Is,
    /// The authors' places, or the names.
    authors: &'static [Is],
    publisher: Is,
    published: &'static str,
    url: Is,
    language: &'static str,
    /// Where the text stands; compared by its words, without spaces and markup.
    text: &'static str,
    completeness: Completeness,
}

use Completeness::{None as Nothing, Part, Whole};
use Is::{At, Words};

const fn row(file: &'static str, producer: Producer) -> Row {
    Row {
        file,
        producer,
        of: (1, 0),
        title: At("/title"),
        authors: &[],
        publisher: Words(""),
        published: "",
        url: At("/url"),
        language: "",
        text: "",
        completeness: Whole,
    }
}

/// news-please: `maintext`, `source_domain`, "None" for dates that are absent.
const fn news_please(
    file: &'static str,
    authors: &'static [Is],
    published: &'static str,
    language: &'static str,
) -> Row {
    Row {
        authors,
        publisher: At("/source_domain"),
        published,
        language,
        text: "/maintext",
        ..row(file, Producer::NewsPlease)
    }
}

/// newspaper: the name of the site, else the host.
const fn newspaper(file: &'static str, authors: &'static [Is], published: &'static str, language: &'static str) -> Row {
    Row {
        authors,
        publisher: At("/meta_site_name"),
        published,
        language,
        text: "/text",
        ..row(file, Producer::Newspaper)
    }
}

/// trafilatura: `source` is the address; day precision.
const fn trafilatura(file: &'static str, authors: &'static [Is], published: &'static str) -> Row {
    Row {
        authors,
        publisher: At("/source-hostname"),
        published,
        url: At("/source"),
        text: "/text",
        ..row(file, Producer::Trafilatura)
    }
}

/// Readability: no address at all.
const fn readability(
    file: &'static str,
    authors: &'static [Is],
    published: &'static str,
    language: &'static str,
) -> Row {
    Row {
        authors,
        publisher: At("/siteName"),
        published,
        url: Words(""),
        language,
        // Captions of pictures are in its text, and no part of the article.
        text: "/content",
        ..row(file, Producer::Readability)
    }
}

const ROWS: &[Row] = &[
    news_please("newsplease/de__Tagesschau_2023_04_28.json", &[At("/authors/0")], "2023-04-28", "de"),
    news_please("newsplease/es__ElPais_2024_10_15.json", &[At("/authors/0")], "2024-10-15", "es"),
    news_please(
        "newsplease/uk__TheGuardian_2024_02_24.json",
        &[At("/authors/0"), At("/authors/1")],
        "2024-02-24",
        "en",
    ),
    // The second "author" is a domain.
    news_please("newsplease/us__CNBC_2023_04_28.json", &[At("/authors/0")], "2023-04-28", "en"),
    news_please("newsplease/us__FoxNews_2023_04_28.json", &[At("/authors/0")], "2023-04-26", "en"),
    news_please("newsplease/us__TechCrunch_2024_04_28.json", &[At("/authors/0")], "2024-04-28", "en"),
    Row { text: "/text", ..newspaper("newspaper4k/metadata__arabic_article.json", &[], "", "ar") },
    newspaper("newspaper4k/metadata__japanese_article.json", &[At("/authors/0")], "2018-06-19", "ja"),
    // It has no text, and the address is a number.
    Row {
        authors: &[
            At("/authors/0"),
            At("/authors/1"),
            At("/authors/2"),
            At("/authors/3"),
            At("/authors/4"),
            At("/authors/5"),
            At("/authors/6"),
        ],
        url: Words(""),
        text: "/summary",
        completeness: Part,
        ..newspaper("newspaper4k/metadata__video_article_01.json", &[], "2014-12-27", "en")
    },
    newspaper("newspaper4k/us__CNBC_2023_04_28.json", &[At("/authors/0")], "2023-04-28", "en"),
    newspaper("newspaper4k/us__FoxNews_2023_04_28.json", &[At("/authors/0")], "2023-04-26", "en"),
    newspaper("newspaper4k/us__TechCrunch_2024_04_28.json", &[At("/authors/0")], "2024-04-28", "en"),
    trafilatura("trafilatura/de__Tagesschau_2023_04_28.json", &[At("/author")], "2023-04-28"),
    trafilatura("trafilatura/es__ElPais_2024_10_15.json", &[At("/author")], "2024-10-15"),
    trafilatura("trafilatura/us__CNBC_2023_04_28.json", &[At("/author")], "2023-04-28"),
    trafilatura("trafilatura/us__FoxNews_2023_04_28.json", &[At("/author")], "2023-04-26"),
    trafilatura("trafilatura/us__TechCrunch_2024_04_28.json", &[At("/author")], "2024-04-28"),
    readability("readability_parse/readability__rtl-1.json", &[], "", ""),
    readability("readability_parse/uk__TheGuardian_2024_02_24.json", &[At("/byline")], "2024-02-24", "en"),
    readability("readability_parse/us__TheIntercept_2023_04_28.json", &[At("/byline")], "2023-04-28", "en"),
    readability("readability_parse/us__WashingtonPost_2024_04_26.json", &[At("/byline")], "2024-04-26", "en"),
    // A contributor among the tags; the body is HTML.
    Row {
        title: At("/response/content/fields/headline"),
        authors: &[Words("Joanna Blythman")],
        publisher: At("/response/content/fields/publication"),
        published: "2013-01-16",
        url: At("/response/content/webUrl"),
        text: "/response/content/fields/body",
        ..row("guardian_capi/templates__item-content.json", Producer::Guardian)
    },
    Row {
        title: At("/response/content/webTitle"),
        publisher: Words("The Guardian"),
        published: "2016-02-08",
        url: At("/response/content/webUrl"),
        completeness: Nothing,
        ..row("guardian_capi/templates__item-content-with-tweets.json", Producer::Guardian)
    },
    Row {
        of: (20, 1),
        title: At("/results/1/title"),
        authors: &[Words("Andrew Das")],
        publisher: At("/results/1/source"),
        published: "2013-02-17",
        url: At("/results/1/url"),
        text: "/results/1/abstract",
        completeness: Part,
        ..row("nyt_articlesearch/data__nyt.json", Producer::NytTopStories)
    },
    Row {
        of: (100, 0),
        title: At("/articles/0/title"),
        authors: &[At("/articles/0/author")],
        publisher: At("/articles/0/source/name"),
        published: "2019-05-19",
        url: At("/articles/0/url"),
        completeness: Part,
        ..row("newsapi_org/andham97_newsapi.json", Producer::NewsApi)
    },
    // "Jay Croft, CNN" of CNN.
    Row {
        of: (100, 2),
        title: At("/articles/2/title"),
        authors: &[Words("Jay Croft")],
        publisher: Words("CNN"),
        published: "2019-05-19",
        url: At("/articles/2/url"),
        completeness: Part,
        ..row("newsapi_org/andham97_newsapi.json", Producer::NewsApi)
    },
    // The author is a web address.
    Row {
        of: (100, 8),
        title: At("/articles/8/title"),
        publisher: Words("BBC News"),
        published: "2019-05-19",
        url: At("/articles/8/url"),
        completeness: Part,
        ..row("newsapi_org/andham97_newsapi.json", Producer::NewsApi)
    },
    // The bare list; an article that was removed has the first day that computers know.
    Row {
        of: (20, 6),
        title: At("/6/title"),
        publisher: At("/6/source/name"),
        url: At("/6/url"),
        completeness: Nothing,
        ..row("newsapi_org/zulfikra21_newsapi.json", Producer::NewsApi)
    },
    Row {
        of: (6, 0),
        title: Words("About us"),
        publisher: Words("izquierdahispanica.org"),
        published: "2013-03-25",
        url: At("/0/link"),
        text: "/0/content/rendered",
        ..row("wordpress_rest/v2__pages.json", Producer::WordPress)
    },
    Row {
        of: (2, 0),
        title: At("/items/0/title"),
        authors: &[Words("John Gruber")],
        publisher: Words("Daring Fireball"),
        published: "2020-01-24",
        url: At("/items/0/url"),
        text: "/items/0/content_html",
        ..row("jsonfeed/jsonfeed__jsonfeed_example_1.json", Producer::JsonFeed)
    },
    // The author stands at the feed, and is two.
    Row {
        title: At("/items/0/title"),
        authors: &[At("/author/name")],
        publisher: Words("JSON Feed"),
        published: "2017-05-17",
        url: At("/items/0/url"),
        text: "/items/0/content_html",
        ..row("jsonfeed/jsonfeed__jsonfeed_spec_1.json", Producer::JsonFeed)
    },
    Row {
        title: At("/headline"),
        authors: &[Words("Paulo Santalucia"), Words("Frances d'Emilio")],
        published: "2013-07-09",
        url: At("/uri"),
        language: "en",
        text: "/body_text",
        ..row("ninjs/1.4__ninjsExMediumText1.json", Producer::Ninjs)
    },
    // A picture of version 2, and of version 3: headlines and captions only.
    Row {
        title: At("/headlines/0/value"),
        publisher: Words("DHA"),
        published: "2019-11-15",
        url: At("/uri"),
        language: "en",
        completeness: Part,
        ..row("ninjs/2.1__ap_image.json", Producer::Ninjs)
    },
    Row {
        title: At("/headlines/0/value"),
        publisher: Words("DHA"),
        published: "2019-11-15",
        url: At("/uri"),
        language: "en",
        completeness: Part,
        ..row("ninjs/3.0__ap_image.json", Producer::Ninjs)
    },
    Row {
        title: At("/headlines/0/value"),
        authors: &[Words("Paulo Santalucia"), Words("Frances d'Emilio")],
        published: "2013-07-09",
        url: At("/uri"),
        text: "/bodies/0/value",
        ..row("ninjs/3.0__ninjsExSimpleText_3.json", Producer::Ninjs)
    },
    Row {
        publisher: Words("devblog.lexik.fr"),
        title: At("/0/title"),
        url: At("/0/url"),
        completeness: Nothing,
        ..row("wallabag_readlater/Import__elcurator.json", Producer::ElCurator)
    },
    Row {
        of: (3, 0),
        title: At("/0/1"),
        publisher: Words("wallabag.org"),
        url: At("/0/2"),
        text: "/0/5",
        ..row("wallabag_readlater/Import__wallabag-v1-read.json", Producer::Wallabag)
    },
    Row {
        title: At("/headline"),
        publisher: Words("Die Presse"),
        published: "2025-06-05",
        authors: &[Words("Anne-Marie Slaughter")],
        url: At("/mainEntityOfPage"),
        completeness: Nothing,
        ..row("schemaorg_jsonld/at__DiePresse_2025_06_05_0.jsonld.json", Producer::JsonLd)
    },
    Row {
        title: At("/headline"),
        authors: &[Words("dpa")],
        published: "2023-04-28",
        url: At("/mainEntityOfPage/@id"),
        publisher: Words("zeit.de"),
        text: "/articleBody",
        ..row("schemaorg_jsonld/de__DieZeit_2023_04_28_3.jsonld.json", Producer::JsonLd)
    },
    // The author is named by its id, and stands elsewhere in the graph.
    Row {
        title: At("/@graph/0/headline"),
        published: "2024-05-03",
        language: "de-DE",
        url: At("/@graph/0/mainEntityOfPage/@id"),
        completeness: Nothing,
        ..row("schemaorg_jsonld/de__RuhrNachrichten_2024_05_03_0.jsonld.json", Producer::JsonLd)
    },
    Row {
        title: At("/headline"),
        authors: &[Words("María R. Sahuquillo")],
        published: "2024-10-15",
        language: "es",
        text: "/articleBody",
        ..row("schemaorg_jsonld/es__ElPais_2024_10_15_1.jsonld.json", Producer::JsonLd)
    },
    Row {
        title: At("/headline"),
        authors: &[Words("Lesotho Times")],
        publisher: Words("Lesotho Times"),
        published: "2025-11-21",
        url: At("/mainEntityOfPage"),
        text: "/description",
        completeness: Part,
        ..row("schemaorg_jsonld/ls__LesothoTimes_2025_11_24_8.jsonld.json", Producer::JsonLd)
    },
    Row {
        title: At("/@graph/0/headline"),
        authors: &[Words("Michael Hincks")],
        published: "2023-08-30",
        language: "en-US",
        completeness: Nothing,
        ..row("schemaorg_jsonld/uk__iNews_2023_08_30_0.jsonld.json", Producer::JsonLd)
    },
];

fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real/articles");
    folder.is_dir().then_some(folder)
}

fn articles(bytes: &[u8]) -> Vec<Found> {
    match import::read(bytes).expect("it is text") {
        Content::Articles(collection) => {
            collection.items.iter().map(|item| collection.article(item).unwrap()).collect()
        }
        Content::Page(pages) => pages,
        other => panic!("no articles: {other:?}"),
    }
}

/// Letters and digits alone: what is left of words when markup, spaces and marks are spelled in another way.
fn bare(words: &str) -> String {
    words.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

fn expected(file: &Value, is: Is) -> String {
    match is {
        Words(words) => words.to_owned(),
        At(pointer) => file.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned(),
    }
}

#[test]
fn producers_are_recognised_and_read() {
    let Some(folder) = folder() else {
        println!("The files of producers are not there: skipped");
        return;
    };
    let mut wrong = Vec::new();
    for row in ROWS {
        let bytes = fs::read(folder.join(row.file)).unwrap();
        let found = articles(&bytes);
        let value: Value = serde_json::from_slice(&bytes).unwrap();
        let mut complain = |what: &str, ours: String, theirs: String| {
            if ours != theirs {
                wrong.push(format!("{} {}: {what}: {ours:?}, not {theirs:?}", row.file, row.of.1));
            }
        };
        complain("count", found.len().to_string(), row.of.0.to_string());
        let Some(one) = found.get(row.of.1) else { continue };
        complain("producer", one.producer.name().to_owned(), row.producer.name().to_owned());
        complain("title", bare(&one.title), bare(&expected(&value, row.title)));
        if !row.authors.is_empty() || row.producer != Producer::JsonLd {
            let names = row.authors.iter().map(|is| expected(&value, *is).trim().to_owned()).collect::<Vec<_>>();
            complain("authors", one.authors.join("|"), names.join("|"));
        }
        let publisher = expected(&value, row.publisher);
        if !publisher.is_empty() {
            complain("publisher", one.publisher.clone(), publisher);
        }
        let day = one.published.as_ref().and_then(|when| when.date.as_ref());
        complain("published", day.map(|date| date.as_str().to_owned()).unwrap_or_default(), row.published.to_owned());
        let url = expected(&value, row.url);
        if !url.is_empty() || !matches!(row.url, At(_)) {
            complain("url", one.url.clone(), url);
        }
        if !row.language.is_empty() {
            complain("language", one.language.clone(), row.language.to_owned());
        }
        complain("completeness", format!("{:?}", one.completeness), format!("{:?}", row.completeness));
        let text = bare(&expected(&value, At(row.text)));
        if !text.is_empty() && !value.pointer(row.text).unwrap().as_str().unwrap().contains('<') {
            complain("text", bare(&one.text), text);
        } else if !row.text.is_empty() {
            assert!(bare(&one.text).len() > 20, "{} has text", row.file);
            assert!(!one.text.contains("</") && !one.text.contains("&amp;"), "{} keeps markup", row.file);
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), ROWS.len(), wrong.join("\n"));
}

#[test]
fn json_that_is_wrapped_for_pages_is_read() {
    let Some(folder) = folder() else {
        println!("The files of producers are not there: skipped");
        return;
    };
    for (file, published) in [
        ("schemaorg_jsonld/INVALID_de__Krautreporter_2024_08_22_0.jsonld.json", "2024-08-22"),
        ("schemaorg_jsonld/INVALID_readability__aclu_0.jsonld.json", "2018-04-05"),
    ] {
        let bytes = fs::read(folder.join(file)).unwrap();
        let Ok(Content::Articles(collection)) = import::read(&bytes) else { panic!("{file} holds articles") };
        assert!(!collection.faults.is_empty(), "{file}: what was tolerated is told");
        let found = collection.article(&collection.items[0]).unwrap();
        assert_eq!(found.producer, Producer::JsonLd);
        assert_eq!(found.published.unwrap().date.unwrap().as_str(), published);
        assert!(!found.title.is_empty());
    }
}

/// Every file of other producers, of cases too: it is read, or a sentence says why not.
#[test]
fn every_file_is_read_or_says_in_a_sentence_why_not() {
    let Some(folder) = folder() else {
        println!("The files of producers are not there: skipped");
        return;
    };
    let (mut read, mut refused) = (0, 0);
    let mut open = vec![folder.parent().unwrap().to_owned()];
    while let Some(folder) = open.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                open.push(path);
                continue;
            }
            match import::read(&fs::read(&path).unwrap()) {
                Ok(Content::Articles(collection)) => {
                    read += 1;
                    for item in &collection.items {
                        let refusal = collection.article(item).err().map(|fault| fault.message);
                        assert!(refusal.is_none_or(|message| message.len() > 10), "{}", path.display());
                    }
                }
                Ok(Content::Page(_) | Content::Text(_)) => read += 1,
                Ok(Content::Other(sentence)) => {
                    refused += 1;
                    assert!(sentence.len() > 10, "{}", path.display());
                }
                Ok(Content::Empty | Content::CaseFile(_)) => refused += 1,
                Err(error) => {
                    refused += 1;
                    assert!(!error.to_string().is_empty());
                }
            }
        }
    }
    println!("{read} files read, {refused} refused with a sentence");
    assert!(read > 50);
}
