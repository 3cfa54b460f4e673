//! JSON of nobody in particular: which key holds what, by name and by content. A person can correct it, and it is
//! remembered for files of that shape.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::dates::read as read_date;
use super::html::{is_markup, plain, text_of};
use super::values::{list, words};
use super::{Completeness, Found};

/// How deep values are looked for.
const DEEPEST: usize = 4;
/// A text of so many bytes is one, whatever its key is called.
const LONG: usize = 300;
/// Most values of one article that are looked at.
const MOST: usize = 400;

/// What a value may be of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The headline.
    Title,
    /// The text.
    Text,
    /// When it was published.
    Published,
    /// Who wrote it.
    Authors,
    /// Who published it.
    Publisher,
    /// Where it was found.
    Url,
    /// Its language.
    Language,
}

impl Role {
    /// All of them, the one that is surest to tell first.
    pub const ALL: [Self; 7] =
        [Self::Url, Self::Published, Self::Text, Self::Title, Self::Authors, Self::Publisher, Self::Language];

    /// What a key of this name, in small letters, is likely to hold.
    #[must_use]
    pub fn of_key(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| by_key(*role, name) > 0)
    }

    /// Whether a key of this name, in small letters, can only be that of a headline or of a text.
    #[must_use]
    pub fn is_heading(name: &str) -> bool {
        const WEAK: &[&str] =
            &["subject", "name", "slug", "description", "summary", "abstract", "excerpt", "snippet", "content"];
        let is_of = |role| by_key(role, name) > 0;
        !WEAK.iter().any(|weak| name.ends_with(weak)) && (is_of(Self::Title) || is_of(Self::Text))
    }

    /// Names of keys, the likeliest first, in the languages of those who publish scrapers; a key that ends or begins with
    /// one counts too.
    const fn keys(self) -> &'static str {
        match self {
            Self::Title => {
                "title headline heading titolo titre titel tittel überschrift título titulo tytuł otsikko 标题 題目 题目 заголовок \
                 العنوان subject name slug"
            }
            Self::Text => {
                "text maintext fulltext full_text html_content content_html body_html plaintext html body content article story testo corpo texte contenu \
                 texto contenido conteúdo inhalt artikel tekst treść 正文 内容 текст النص paragraphs \
                 description summary abstract excerpt snippet sommario 摘要"
            }
            Self::Published => {
                "published veröffentlicht dato publishedat published_at publish_date publication_date pubdate pub_date date \
                 datetime articledate data datum fecha 日期 时间 дата التاريخ time timestamp created \
                 created_at"
            }
            Self::Authors => {
                "authors author byline writer creator autore autori auteur autor autores verfasser \
                 journalist reporter 作者 记者 автор الكاتب"
            }
            Self::Publisher => {
                "publisher newspaper outlet publication site_name sitename site source domain medium fonte quelle kilde \
                 testata journal zeitung fuente diario 报纸 来源 媒体 источник"
            }
            Self::Url => "url link href uri permalink canonical web_url address 链接 网址",
            Self::Language => "language lang lingua langue sprache idioma locale 语言",
        }
    }
}

/// Which value of an article is what: JSON Pointers (RFC 6901).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// Where each stands that was found.
    pub places: std::collections::BTreeMap<Role, String>,
}

/// What persons have corrected, by the [`shape`] of the articles it is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mappings(std::collections::BTreeMap<String, Mapping>);

impl Mappings {
    /// These, by shape.
    #[must_use]
    pub fn of(known: impl IntoIterator<Item = (String, Mapping)>) -> Self {
        Self(known.into_iter().collect())
    }

    /// All of them, by shape.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &Mapping)> {
        self.0.iter()
    }

    /// Remembers what was corrected for articles of a shape.
    pub fn insert(&mut self, shape: String, mapping: Mapping) {
        self.0.insert(shape, mapping);
    }

    /// The mapping for an article: what a person said of its shape, else what is most likely.
    #[must_use]
    pub fn for_article(&self, value: &Value) -> Mapping {
        self.0.get(&shape(value)).cloned().unwrap_or_else(|| Mapping::of(value))
    }
}

/// Every value of an article that could be a part of it, with where it stands (JSON Pointers) and how it begins.
#[must_use]
pub fn places(value: &Value) -> Vec<(String, String)> {
    let short = |value: &Value| joined(value, ", ").chars().take(60).collect::<String>();
    let places = leaves(value).into_iter().map(|leaf| (leaf.pointer, short(leaf.value)));
    places.filter(|(_, words)| !words.is_empty()).collect()
}

/// A value with where it stands.
struct Leaf<'a> {
    pointer: String,
    /// The last key on the way, in small letters.
    key: String,
    value: &'a Value,
}

fn leaves(value: &Value) -> Vec<Leaf<'_>> {
    let mut found = Vec::new();
    let mut open = std::collections::VecDeque::from([(String::new(), String::new(), value, 0)]);
    while let Some((pointer, key, value, depth)) = open.pop_front() {
        match value {
            // A value with its type is one value.
            Value::Object(typed) if !words(value).is_empty() && !typed.is_empty() => {
                found.push(Leaf { pointer, key, value });
            }
            Value::Object(members) if depth < DEEPEST => {
                for (name, inner) in members {
                    let step = name.replace('~', "~0").replace('/', "~1");
                    open.push_back((format!("{pointer}/{step}"), name.to_lowercase(), inner, depth + 1));
                }
            }
            Value::Null | Value::Object(_) => {}
            other => found.push(Leaf { pointer, key, value: other }),
        }
        if found.len() >= MOST {
            break;
        }
    }
    found
}

impl Mapping {
    /// What is most likely.
    #[must_use]
    pub fn of(value: &Value) -> Self {
        let leaves = leaves(value);
        let mut mapping = Self::default();
        for role in Role::ALL {
            let best = leaves
                .iter()
                .filter(|leaf| !mapping.places.values().any(|taken| *taken == leaf.pointer))
                .map(|leaf| (score(role, leaf), leaf))
                .filter(|(score, _)| *score > 0)
                // Of equals, the first of the file.
                .reduce(|best, next| if next.0 > best.0 { next } else { best });
            if let Some((_, leaf)) = best {
                mapping.places.insert(role, leaf.pointer.clone());
            }
        }
        mapping
    }

    fn at<'a>(&self, value: &'a Value, role: Role) -> &'a Value {
        self.places.get(&role).and_then(|pointer| value.pointer(pointer)).unwrap_or(&Value::Null)
    }

    /// Reads an article.
    #[must_use]
    pub fn read(&self, value: &Value) -> Found {
        let line = |role| plain(&joined(self.at(value, role), ", "));
        let text = joined(self.at(value, Role::Text), "\n\n");
        let key = self.places.get(&Role::Text).map(|pointer| pointer.to_lowercase()).unwrap_or_default();
        let is_part = ["summary", "abstract", "excerpt", "snippet", "description", "sommario", "摘要"]
            .iter()
            .any(|part| key.ends_with(part));
        let found = Found {
            title: line(Role::Title),
            publisher: line(Role::Publisher),
            url: line(Role::Url),
            published: read_date(&line(Role::Published)),
            language: line(Role::Language),
            completeness: if is_part { Completeness::Part } else { Completeness::Whole },
            text: if is_markup(&text) { text_of(&text) } else { text },
            ..Found::default()
        };
        let byline = self.at(value, Role::Authors);
        if byline.is_array() {
            Found { authors: list(byline).iter().map(named).collect(), ..found }
        } else {
            found.signed(&named(byline))
        }
    }
}

fn named(value: &Value) -> String {
    if value.is_object() { super::values::first(value, &["name", "fullname", "title"]) } else { words(value) }
}

/// A value as words; the elements of a list with something between them.
fn joined(value: &Value, between: &str) -> String {
    match value {
        Value::Array(list) => {
            list.iter().map(words).filter(|words| !words.is_empty()).collect::<Vec<_>>().join(between)
        }
        other => words(other),
    }
}

/// How likely a value has a role: first by its key, then by what it is.
fn score(role: Role, leaf: &Leaf<'_>) -> usize {
    let words = joined(leaf.value, "\n");
    if words.is_empty()
        || (leaf.value.is_array() && list(leaf.value).iter().all(Value::is_object) && role != Role::Authors)
    {
        return 0;
    }
    let by_key = by_key(role, &leaf.key);
    let letters = words.chars().count();
    let is_address = words.contains("://");
    let fits = match role {
        Role::Url => is_address && !words.contains(char::is_whitespace) && !is_picture(&words),
        Role::Published => {
            read_date(&words).is_some_and(|when| when.date.is_some() || when.either.is_some()) && letters < 48
        }
        Role::Text => letters > 20 && !is_address_only(&words),
        Role::Title => (2..400).contains(&letters) && !is_address && words.chars().any(char::is_alphabetic),
        Role::Authors | Role::Publisher => letters < 200 && !is_address && words.chars().any(char::is_alphabetic),
        Role::Language => (2..=12).contains(&letters) && !words.contains(' '),
    };
    if !fits {
        return 0;
    }
    let by_content = match role {
        // The longest is the text, whatever it is called.
        Role::Text => 1 + letters.min(4_000) / 40,
        Role::Title if words.split_whitespace().count() > 2 && letters < 160 && !words.ends_with('.') => 1,
        Role::Url => 1,
        _ => 0,
    };
    // A word of few letters is no title by its looks alone, and a picture no address of an article.
    if by_key == 0 && by_content == 0 { 0 } else { by_key * 10 + by_content }
}

/// What tells when a page was fetched, kept or changed, and not when it was published.
const KEPT: &[&str] = &[
    "crawl",
    "scrape",
    "download",
    "added",
    "saved",
    "modif",
    "update",
    "interaction",
    "access",
    "retriev",
    "fetch",
    "import",
    "insert",
    "archiv",
];
/// What holds a teaser where a text stands beside it.
const TEASERS: &[&str] = &["description", "summary", "abstract", "excerpt", "snippet", "sommario", "摘要"];

fn by_key(role: Role, key: &str) -> usize {
    if role == Role::Published && KEPT.iter().any(|kept| key.contains(kept)) {
        return 0;
    }
    if role == Role::Text && TEASERS.iter().any(|teaser| key.ends_with(teaser)) {
        return 1;
    }
    // "published_date" says more than "created_at", of which every list has one.
    if role == Role::Published && (key.starts_with("publi") || key.starts_with("pub_") || key.starts_with("pubdate")) {
        return 2 * role.keys().split(' ').count();
    }
    let keys = || role.keys().split(' ');
    let count = keys().count();
    let rank = |test: &dyn Fn(&str) -> bool| keys().position(test).map(|at| count - at);
    let whole = rank(&|known| key == known).map(|rank| rank + count);
    whole.or_else(|| rank(&|known| known.len() > 3 && (key.starts_with(known) || key.ends_with(known)))).unwrap_or(0)
}

fn is_address_only(words: &str) -> bool {
    words.contains("://") && !words.contains(' ')
}

fn is_picture(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".mp4", ".mp3"].iter().any(|ending| path.ends_with(ending))
}

/// How much a value looks like an article, from 0.
#[must_use]
pub fn likeness(value: &Value) -> usize {
    if !value.is_object() {
        return 0;
    }
    let leaves = leaves(value);
    let has = |role| usize::from(leaves.iter().any(|leaf| by_key(role, &leaf.key) > 0 && score(role, leaf) > 0));
    // Sentences by the hundred letters are a text, whatever they are called.
    let is_long = |leaf: &Leaf<'_>| {
        let words = joined(leaf.value, "\n");
        words.len() > LONG && words.split_whitespace().count() * 20 > words.len()
    };
    let text = has(Role::Text).max(usize::from(leaves.iter().any(is_long)));
    let (title, url, date) = (has(Role::Title), has(Role::Url), has(Role::Published));
    // A name and an address are had by anything.
    let is_like = title + text == 2 || title + url + date == 3 || text + url + date >= 2;
    if is_like { (title + text + url + date) * 10 } else { 0 }
}

/// Whether an object has a title and a text of its own, not only within what it holds.
#[must_use]
pub fn is_article_itself(value: &Value) -> bool {
    const PARTS: &[&str] = &["description", "summary", "abstract", "excerpt", "snippet", "sommario", "摘要", "content"];
    let leaves: Vec<Leaf<'_>> =
        leaves(value).into_iter().filter(|leaf| leaf.pointer.matches('/').count() == 1).collect();
    let has_title = leaves.iter().any(|leaf| by_key(Role::Title, &leaf.key) > 0 && score(Role::Title, leaf) > 0);
    let is_text = |leaf: &Leaf<'_>| {
        let is_long = joined(leaf.value, "\n").len() > LONG;
        let has_key = by_key(Role::Text, &leaf.key) > 0 && !PARTS.contains(&leaf.key.as_str());
        !leaf.value.is_array() && score(Role::Text, leaf) > 0 && (has_key || is_long)
    };
    has_title && leaves.iter().any(is_text)
}

/// The shape of an article: its keys in their order, and not what they hold. Files of one shape are read alike.
#[must_use]
pub fn shape(value: &Value) -> String {
    let mut keys: Vec<&str> =
        value.as_object().map(|keys| keys.keys().map(String::as_str).collect()).unwrap_or_default();
    keys.sort_unstable();
    keys.join("\n")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn other_json_is_understood_by_key_and_content() {
        let italian = json!({
            "articleid": "88", "articledate": "2024-03-06", "slug": "il-molo-affonda", "url": "https://esempio.it/molo",
            "testo": "Il molo è affondato. La società dovrà pagare due milioni e mezzo di euro, dice il tribunale.",
            "titolo": "Il molo affonda", "autore": "Anna Lei", "testata": "Il Porto", "immagine": "https://esempio.it/a.jpg"
        });
        let found = Mapping::of(&italian).read(&italian);
        assert_eq!((found.title.as_str(), found.byline.as_str()), ("Il molo affonda", "Anna Lei"));
        assert_eq!((found.url.as_str(), found.publisher.as_str()), ("https://esempio.it/molo", "Il Porto"));
        assert!(found.text.starts_with("Il molo è affondato") && found.completeness == Completeness::Whole);
        assert_eq!(found.published.unwrap().date.unwrap().as_str(), "2024-03-06");

        let nested = json!({"meta": {"Heading": "Quay sinks", "when": "6 March 2024"}, "doc": {"paragraphs": ["One sentence here.", "And another one."]}});
        let found = Mapping::of(&nested).read(&nested);
        assert_eq!(
            (found.title.as_str(), found.text.as_str()),
            ("Quay sinks", "One sentence here.\n\nAnd another one.")
        );

        let numbers = json!({"a": 1, "b": [2, 3], "c": {"d": null}});
        assert_eq!((Mapping::of(&numbers), likeness(&numbers)), (Mapping::default(), 0));
        assert!(likeness(&italian) > likeness(&nested));
    }

    #[test]
    fn a_mapping_is_remembered_as_it_is_and_shapes_are_of_keys_alone() {
        let one = json!({"url": "https://a.b/c", "title": "x"});
        let mapping = Mapping::of(&one);
        let kept = serde_json::to_string(&mapping).unwrap();
        assert_eq!(serde_json::from_str::<Mapping>(&kept).unwrap(), mapping);
        assert_eq!(shape(&one), shape(&json!({"title": "y", "url": "z"})));
        assert_ne!(shape(&one), shape(&json!({"title": "y"})));
    }
}
