//! Who wrote an article's JSON, as its keys tell. Names of files tell nothing.

use serde_json::{Map, Value};

use super::values::{at, has_all, has_any, list, object};

/// A program or service that writes articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Producer {
    /// Casefile itself.
    Casefile,
    /// news-please.
    NewsPlease,
    /// newspaper3k and newspaper4k.
    Newspaper,
    /// trafilatura.
    Trafilatura,
    /// Mozilla's Readability, and what is built on it.
    Readability,
    /// schema.org's vocabulary in JSON-LD.
    JsonLd,
    /// The Guardian's Open Platform.
    Guardian,
    /// The New York Times, Article Search.
    NytSearch,
    /// The New York Times, Top Stories and its like.
    NytTopStories,
    /// newsapi.org.
    NewsApi,
    /// The REST interface of `WordPress`.
    WordPress,
    /// JSON Feed.
    JsonFeed,
    /// IPTC's ninjs.
    Ninjs,
    /// wallabag.
    Wallabag,
    /// Omnivore.
    Omnivore,
    /// The old Readability service's list of bookmarks.
    ReadabilityList,
    /// Pinboard and Delicious.
    Pinboard,
    /// elCurator.
    ElCurator,
    /// Pocket.
    Pocket,
    /// Bookmarks of Firefox.
    Firefox,
    /// Instapaper.
    Instapaper,
    /// Raindrop.
    Raindrop,
    /// A bookmark file in HTML.
    Bookmarks,
    /// A list of references in CSL-JSON.
    Csl,
    /// Zotero's own JSON.
    Zotero,
    /// The rows of a table of nobody in particular.
    Table,
    /// A saved web page.
    Page,
    /// Plain text or Markdown.
    Text,
    /// Anything else.
    #[default]
    Other,
}

impl Producer {
    /// Whether it is only guessed what its keys mean.
    #[must_use]
    pub const fn is_guessed(self) -> bool {
        matches!(self, Self::Other | Self::Table)
    }

    /// The stable word for it that programs read.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Casefile => "casefile",
            Self::NewsPlease => "news-please",
            Self::Newspaper => "newspaper",
            Self::Trafilatura => "trafilatura",
            Self::Readability => "readability",
            Self::JsonLd => "schema.org",
            Self::Guardian => "guardian",
            Self::NytSearch | Self::NytTopStories => "nyt",
            Self::NewsApi => "newsapi",
            Self::WordPress => "wordpress",
            Self::JsonFeed => "jsonfeed",
            Self::Ninjs => "ninjs",
            Self::Wallabag => "wallabag",
            Self::Omnivore => "omnivore",
            Self::ReadabilityList => "readability-bookmarks",
            Self::Pinboard => "pinboard",
            Self::ElCurator => "elcurator",
            Self::Pocket => "pocket",
            Self::Firefox => "firefox",
            Self::Instapaper => "instapaper",
            Self::Raindrop => "raindrop",
            Self::Bookmarks => "bookmarks",
            Self::Csl => "csl-json",
            Self::Zotero => "zotero",
            Self::Table => "table",
            Self::Page => "html",
            Self::Text => "text",
            Self::Other => "other",
        }
    }

    /// Its name, as people know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Casefile => "Casefile",
            Self::NewsPlease => "news-please",
            Self::Newspaper => "newspaper",
            Self::Trafilatura => "trafilatura",
            Self::Readability => "Readability",
            Self::JsonLd => "schema.org JSON-LD",
            Self::Guardian => "Guardian Open Platform",
            Self::NytSearch => "New York Times Article Search",
            Self::NytTopStories => "New York Times Top Stories",
            Self::NewsApi => "NewsAPI",
            Self::WordPress => "WordPress",
            Self::JsonFeed => "JSON Feed",
            Self::Ninjs => "ninjs",
            Self::Wallabag => "wallabag",
            Self::Omnivore => "Omnivore",
            Self::ReadabilityList => "Readability bookmarks",
            Self::Pinboard => "Pinboard",
            Self::ElCurator => "elCurator",
            Self::Pocket => "Pocket",
            Self::Firefox => "Firefox bookmarks",
            Self::Instapaper => "Instapaper",
            Self::Raindrop => "Raindrop",
            Self::Bookmarks => "bookmark file",
            Self::Csl => "CSL-JSON",
            Self::Zotero => "Zotero",
            Self::Table => "table",
            Self::Page => "web page",
            Self::Text => "plain text",
            Self::Other => "other JSON",
        }
    }
}

/// Types of schema.org that are articles (<https://schema.org/Article>).
const ARTICLES: &[&str] = &[
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BackgroundNewsArticle",
    "ReviewNewsArticle",
    "AskPublicNewsArticle",
    "AdvertiserContentArticle",
    "SatiricalArticle",
    "ScholarlyArticle",
    "TechArticle",
    "Report",
    "BlogPosting",
    "LiveBlogPosting",
    "SocialMediaPosting",
    "DiscussionForumPosting",
];

/// Whether an object is an article in JSON-LD.
pub fn is_linked_article(object: &Map<String, Value>) -> bool {
    let kinds = object.get("@type").map(list).unwrap_or_default();
    kinds.iter().filter_map(Value::as_str).any(|kind| {
        let bare = kind.rsplit(['/', '#', ':']).next().unwrap_or(kind);
        ARTICLES.contains(&bare)
    })
}

/// Whether an object has the keys of a producer.
type Test = fn(&Map<String, Value>) -> bool;

/// Who wrote an article. `head` is what stands around it: a feed says what it is, and its items do not.
#[must_use]
pub fn recognise(value: &Value, head: Option<&Value>) -> Producer {
    let Value::Object(keys) = value else { return Producer::Other };
    if head.is_some_and(is_json_feed) && has_any(keys, &["id", "url", "content_html", "content_text"]) {
        return Producer::JsonFeed;
    }
    let tests: [(Producer, Test); 24] = [
        (Producer::Casefile, |keys| keys.get("casefile").is_some_and(|kind| kind == "article")),
        (Producer::JsonLd, is_linked_article),
        (Producer::NewsPlease, is_news_please),
        (Producer::Trafilatura, is_trafilatura),
        (Producer::Readability, |keys| {
            keys.contains_key("textContent") && has_any(keys, &["byline", "excerpt", "siteName", "length"])
        }),
        (Producer::Guardian, |keys| {
            keys.contains_key("webTitle") && has_any(keys, &["webPublicationDate", "fields", "blocks"])
        }),
        (Producer::NytSearch, |keys| {
            is_object(keys, "headline", "main") && has_any(keys, &["pub_date", "web_url", "snippet"])
        }),
        (Producer::NytTopStories, is_top_story),
        (Producer::NewsApi, |keys| is_object(keys, "source", "name") && keys.contains_key("publishedAt")),
        (Producer::WordPress, |keys| {
            is_object(keys, "title", "rendered") && has_any(keys, &["content", "link", "excerpt"])
        }),
        (Producer::Ninjs, is_ninjs),
        (Producer::Pocket, |keys| {
            has_any(keys, &["resolved_title", "given_title"]) && has_any(keys, &["resolved_url", "given_url"])
                || has_all(keys, &["title", "url", "time_added"])
        }),
        (Producer::Instapaper, |keys| has_all(keys, &["URL", "Title", "Timestamp"])),
        (Producer::Raindrop, is_raindrop),
        (Producer::Wallabag, is_wallabag),
        (Producer::Omnivore, |keys| has_all(keys, &["title", "url", "savedAt"])),
        (Producer::ReadabilityList, |keys| has_any(keys, &["article__url", "article__title"])),
        (Producer::ElCurator, |keys| has_all(keys, &["title", "url", "created_at", "is_saved"])),
        (Producer::Pinboard, |keys| {
            keys.contains_key("href") && has_any(keys, &["extended", "toread", "shared", "time"])
        }),
        (Producer::Firefox, |keys| has_all(keys, &["uri", "dateAdded"])),
        (Producer::Newspaper, is_newspaper),
        (Producer::Csl, is_csl),
        (Producer::Zotero, is_zotero),
        (Producer::JsonFeed, |keys| {
            has_any(keys, &["content_html", "content_text"]) && has_any(keys, &["id", "url", "date_published"])
        }),
    ];
    tests.into_iter().find(|(_, is_it)| is_it(keys)).map_or(Producer::Other, |(producer, _)| producer)
}

/// Whether what stands around is the head of a JSON Feed (<https://jsonfeed.org/version/1.1>).
pub fn is_json_feed(head: &Value) -> bool {
    at(head, "version").as_str().is_some_and(|version| version.contains("jsonfeed.org/version"))
}

fn is_object(keys: &Map<String, Value>, key: &str, with: &str) -> bool {
    keys.get(key).is_some_and(|value| object(value).contains_key(with))
}

fn is_news_please(keys: &Map<String, Value>) -> bool {
    has_any(keys, &["maintext", "title_rss", "title_page"]) || has_all(keys, &["date_publish", "source_domain"])
}

fn is_newspaper(keys: &Map<String, Value>) -> bool {
    const ITS_OWN: &[&str] = &[
        "meta_data",
        "top_image",
        "top_img",
        "meta_img",
        "meta_lang",
        "meta_keywords",
        "canonical_link",
        "article_html",
        "movies",
        "publish_date",
    ];
    let own = ITS_OWN.iter().filter(|key| keys.contains_key(**key)).count();
    keys.contains_key("title") && (own > 1 || (own > 0 && has_all(keys, &["authors", "text"])))
}

fn is_trafilatura(keys: &Map<String, Value>) -> bool {
    has_any(keys, &["source-hostname", "raw_text", "fingerprint"]) && has_any(keys, &["text", "raw_text", "title"])
        || has_all(keys, &["hostname", "date", "text"])
}

fn is_top_story(keys: &Map<String, Value>) -> bool {
    const FACETS: &[&str] =
        &["des_facet", "org_facet", "per_facet", "geo_facet", "material_type_facet", "item_type", "short_url"];
    has_all(keys, &["title", "published_date"]) && has_any(keys, FACETS)
}

fn is_ninjs(keys: &Map<String, Value>) -> bool {
    const ITS_OWN: &[&str] = &[
        "headline",
        "headlines",
        "body_text",
        "body_xhtml",
        "bodies",
        "versioncreated",
        "versionCreated",
        "firstcreated",
        "firstCreated",
        "contentcreated",
        "contentCreated",
        "infosources",
        "infoSources",
        "usageterms",
        "usageTerms",
        "pubstatus",
        "pubStatus",
        "renditions",
        "descriptions",
        "associations",
        "standard",
    ];
    let own = ITS_OWN.iter().filter(|key| keys.contains_key(**key)).count();
    keys.contains_key("uri") && !keys.contains_key("dateAdded") && own > usize::from(keys.contains_key("headline"))
}

fn is_raindrop(keys: &Map<String, Value>) -> bool {
    let is_answered = has_all(keys, &["link", "title", "created"]) && has_any(keys, &["collectionId", "collection"]);
    is_answered || has_all(keys, &["title", "url", "folder", "created"])
}

/// An item of CSL-JSON that is no law and no case.
fn is_csl(keys: &Map<String, Value>) -> bool {
    const DATED: &[&str] = &["date-parts", "raw", "literal", "edtf"];
    const PRESS: &[&str] =
        &["article", "article-newspaper", "article-magazine", "article-journal", "webpage", "post", "post-weblog"];
    let kind = keys.get("type").and_then(Value::as_str).unwrap_or_default();
    let is_dated = DATED.iter().any(|form| is_object(keys, "issued", form));
    let is_named = keys.get("author").is_some_and(|author| object(at(author, "0")).contains_key("family"));
    let is_item = is_dated
        || keys.contains_key("citation-key")
        || is_named && keys.contains_key("container-title")
        || PRESS.contains(&kind) && keys.contains_key("URL");
    !kind.is_empty() && !LAWS.contains(&kind) && keys.contains_key("title") && is_item
}

/// The same of Zotero: an item of its export, or of an answer of its service.
fn is_zotero(keys: &Map<String, Value>) -> bool {
    if let Some(Value::Object(data)) = keys.get("data").filter(|_| has_all(keys, &["key", "data"])) {
        return data.contains_key("itemType") && is_zotero(data);
    }
    let kind = keys.get("itemType").and_then(Value::as_str).unwrap_or_default();
    let is_item = has_any(keys, &["creators", "itemID", "itemKey", "citationKey", "publicationTitle", "key"]);
    !kind.is_empty() && !LAWS.contains(&kind) && keys.contains_key("title") && is_item
}

/// Whether a value is a note or an attachment, which Zotero lists among its items.
pub fn is_appendix(value: &Value) -> bool {
    let kinds = [at(value, "itemType"), at(value, "data.itemType")];
    kinds.iter().any(|kind| matches!(kind.as_str(), Some("note" | "attachment" | "annotation")))
}

/// What lists of references hold that is no article.
const LAWS: &[&str] =
    &["legal_case", "legislation", "bill", "treaty", "regulation", "case", "statute", "attachment", "note", "hearing"];

fn is_wallabag(keys: &Map<String, Value>) -> bool {
    let is_first = has_all(keys, &["0", "1", "2", "5"]);
    let is_second = has_all(keys, &["title", "url", "content"])
        && has_any(keys, &["is_archived", "is_starred", "domain_name", "reading_time"]);
    // The first version's second form.
    let is_named = has_all(keys, &["title", "url", "is_read", "is_fav"]);
    is_first || is_second || is_named
}
