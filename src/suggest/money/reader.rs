//! Looking at the tokens of a block with what each word means in sums of money.

use rustc_hash::FxHashMap;

use super::around::CUES;
use super::units::{Unit, UnitId, Units, may_be_sign};
use crate::model::typed::numbers::{SCALES, TENS, UNITS};
use crate::suggest::lexicon::Lexicon;
use crate::suggest::scan::Block;
use crate::suggest::tokens::{Gap, Kind, Token};

/// What a word of number stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberWord {
    /// A number below twenty, or one of the tens.
    Small(u8),
    /// A power of ten.
    Scale {
        power: u8,
        /// A lone letter, or two that are a unit of length.
        short: bool,
        /// "millions", which counts nothing by itself.
        plural: bool,
    },
    Half,
    Quarter,
}

/// What a word does in and around sums, as a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Roles(u32);

impl Roles {
    /// "a" and "an".
    pub(super) const ARTICLE: Self = Self(1);
    pub(super) const AND: Self = Self(1 << 1);
    pub(super) const TO: Self = Self(1 << 2);
    pub(super) const BETWEEN: Self = Self(1 << 3);
    pub(super) const FROM: Self = Self(1 << 4);
    pub(super) const OF: Self = Self(1 << 5);
    pub(super) const POINT: Self = Self(1 << 6);
    /// The first words of a name such as "Hong Kong dollar".
    pub(super) const ADJECTIVE: Self = Self(1 << 7);
    /// Words of going up or down, after which "from … to …" is no range.
    pub(super) const CHANGE: Self = Self(1 << 8);
    /// Verbs that "over" and "up" belong to: "handed over $5".
    pub(super) const PARTICLE_VERB: Self = Self(1 << 9);
    /// Words of weighing.
    pub(super) const WEIGHT: Self = Self(1 << 10);
    /// Nouns that make "a dollar" the name of something else: "a dollar store".
    pub(super) const COMPOUND: Self = Self(1 << 11);
    /// Words before a year: "in 2009 dollars".
    pub(super) const BEFORE_YEAR: Self = Self(1 << 12);
    /// Units of a period.
    pub(super) const TIME: Self = Self(1 << 13);
    /// Words that join a period to a sum: "over", "for", "per".
    pub(super) const LEAD: Self = Self(1 << 14);
    /// "annually", "monthly".
    pub(super) const RATE: Self = Self(1 << 15);
    /// "ago", "earlier": they make "a year" a point in time.
    pub(super) const AGO: Self = Self(1 << 16);

    /// The last words of what stands before a sum, and the first words of what follows it.
    pub(super) const HEDGE: Self = Self(1 << 17);

    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn has(self, one: Self) -> bool {
        self.0 & one.0 == one.0
    }
}

/// What a word means here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::suggest) struct Meaning {
    number: Option<NumberWord>,
    unit: Option<UnitId>,
    roles: Roles,
    nature: Option<&'static str>,
}

impl Meaning {
    /// Whether a sum may begin with the word.
    pub(super) const fn begins(self) -> bool {
        self.number.is_some() || self.unit.is_some() || self.roles.has(Roles::ARTICLE)
    }
}

/// Words and their roles, the words parted by spaces.
const ROLES: &[(&str, Roles)] = &[
    ("a an", Roles::ARTICLE.with(Roles::LEAD)),
    ("and", Roles::AND),
    ("to", Roles::TO),
    ("between", Roles::BETWEEN),
    ("from", Roles::FROM),
    ("of", Roles::OF),
    ("in since constant", Roles::BEFORE_YEAR),
    ("over for during across throughout spread per each every", Roles::LEAD),
    ("point", Roles::POINT),
    (
        "rise rises rose risen rising grow grows grew grown growing increase increases increased increasing raise raises \
         raised raising climb climbs climbed climbing jump jumps jumped jumping surge surged soar soared gain gained \
         fall falls fell fallen falling drop drops dropped dropping decline declined declining decrease decreased cut \
         cuts cutting reduce reduces reduced reducing lower lowered lowering slash slashed trim trimmed slip slipped \
         sink sank plunge plunged tumble tumbled shrink shrank narrow narrowed widen widened up down change changed \
         double doubled triple tripled revise revised go goes went gone move moved boost boosted hike hiked",
        Roles::CHANGE,
    ),
    (
        "hand handed handing turn turned turning fork forked forking take took taken taking sign signed signing carry \
         carried",
        Roles::PARTICLE_VERB,
    ),
    (
        "weigh weighs weighed weighing weight lost lose loses losing lb lbs kg kilograms kilogrammes kilos ounces ounce \
         tons tonnes heavy heavier lighter feet foot inches thrust torque pressure gained shed muscle",
        Roles::WEIGHT,
    ),
    (
        "jury piano store stores sign signs bill bills menu amount amounts figure figures value values general tree stock stocks \
         novel dozen whistle index bond bonds coin coins zone area area's crisis",
        Roles::COMPOUND,
    ),
    ("year years yr yrs month months mo week weeks wk day days decade decades fortnight quarter", Roles::TIME),
    ("annually yearly monthly weekly daily quarterly annum annual", Roles::RATE),
    ("ago earlier later before after prior previously old sooner from", Roles::AGO),
];

/// The words that mean something here, in lower case.
pub(in crate::suggest) fn words() -> impl Iterator<Item = (&'static str, Meaning)> {
    let mut words: FxHashMap<&'static str, Meaning> = FxHashMap::default();
    for (word, unit) in Units::get().words() {
        words.entry(word).or_default().unit = Some(unit);
    }
    for (name, _) in crate::model::Currency::long_names() {
        for word in name.split(' ').rev().skip(1) {
            let roles = &mut words.entry(word).or_default().roles;
            *roles = roles.with(Roles::ADJECTIVE);
        }
    }
    for word in ["u.s.", "u.k."] {
        words.entry(word).or_default().roles = Roles::ADJECTIVE;
    }
    for (group, role) in ROLES {
        for word in group.split_whitespace() {
            let roles = &mut words.entry(word).or_default().roles;
            *roles = roles.with(*role);
        }
    }
    for word in super::around::hedge_words() {
        let roles = &mut words.entry(word).or_default().roles;
        *roles = roles.with(Roles::HEDGE);
    }
    for (word, number) in number_words() {
        words.entry(word).or_default().number = Some(number);
    }
    for (group, nature) in CUES {
        for word in group.split_whitespace() {
            words.entry(word).or_default().nature = Some(nature);
        }
    }
    words.into_iter()
}

fn number_words() -> impl Iterator<Item = (&'static str, NumberWord)> {
    let small = |value: usize| NumberWord::Small(u8::try_from(value).unwrap_or(u8::MAX));
    let units = UNITS.iter().enumerate().map(move |(value, word)| (*word, small(value)));
    let tens = TENS.iter().enumerate().map(move |(place, word)| (*word, small(place * 10 + 20)));
    // "grand" is a noun here: it counts dollars or pounds by itself.
    let scales = SCALES.iter().filter(|(word, ..)| *word != "grand").map(|(word, power, says_sum)| {
        let power = u8::try_from(*power).unwrap_or(u8::MAX);
        let plural = word.ends_with('s') && word.len() > 4;
        (*word, NumberWord::Scale { power, short: !says_sum && power > 2, plural })
    });
    let parts = [("half", NumberWord::Half), ("quarter", NumberWord::Quarter), ("quarters", NumberWord::Quarter)];
    units.chain(tens).chain(scales).chain(parts)
}

/// The tokens of a block, and what they mean.
pub(super) struct Reader<'a> {
    pub block: &'a Block<'a>,
    lexicon: &'static Lexicon,
    units: &'static Units,
}

impl<'a> Reader<'a> {
    pub(super) fn new(block: &'a Block<'a>) -> Self {
        Self { block, lexicon: Lexicon::get(), units: Units::get() }
    }

    pub(super) fn token(&self, at: usize) -> Option<&'a Token> {
        self.block.tokens.get(at)
    }

    /// The words of a token; empty past the end.
    pub(super) fn text(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| &self.block.text[token.range()])
    }

    /// What a token means; nothing for most.
    pub(super) fn meaning(&self, at: usize) -> Option<Meaning> {
        self.lexicon.money(self.token(at)?.word)
    }

    pub(super) fn has(&self, at: usize, role: Roles) -> bool {
        self.meaning(at).is_some_and(|meaning| meaning.roles.has(role))
    }

    pub(super) fn number_word(&self, at: usize) -> Option<NumberWord> {
        self.meaning(at)?.number
    }

    /// The unit of money that a word is, however it is written.
    pub(super) fn unit(&self, at: usize) -> Option<&'static Unit> {
        self.units.of(self.meaning(at)?.unit?)
    }

    /// The unit of a sign.
    pub(super) fn sign(&self, sign: &str) -> Option<&'static Unit> {
        self.units.sign(sign)
    }

    /// What a sum is for, as the word says.
    pub(super) fn nature(&self, at: usize) -> Option<&'static str> {
        self.meaning(at)?.nature
    }

    pub(super) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.token(at).is_some_and(|token| token.is_mark(mark))
    }

    /// Whether it is glued to the token before.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_glued)
    }

    /// Whether letters or digits stand right before the token.
    pub(super) fn begins_inside(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.token(before));
        self.is_glued(at) && before.is_some_and(|before| before.kind == Kind::Clitic || is_of_letters(before))
    }

    /// Whether words that end before the token would end inside a word.
    pub(super) fn ends_inside(&self, end: usize) -> bool {
        self.is_glued(end) && self.token(end).is_some_and(is_of_letters)
    }

    /// Whether it is a hyphen between words: both sides glued, or neither.
    pub(super) fn is_dash(&self, at: usize) -> bool {
        let is_it = |token: &Token| matches!(token.kind, Kind::Mark('-' | '‐' | '‑'));
        self.token(at).is_some_and(|token| is_it(token) && token.is_glued() == self.is_glued(at + 1))
    }

    /// Whether digits, or what may stand before them, are here.
    pub(super) fn may_be_numeral(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| matches!(token.kind, Kind::Number | Kind::Mark('.' | '-' | '−')))
    }

    /// Whether something may follow here that makes a number part of a sum: a quick no for most numbers.
    pub(super) fn may_follow_number(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| match token.kind {
            Kind::Word => (token.word.is_some() && self.meaning(at).is_some()) || self.is_sign_of_letters(at),
            Kind::Number => true,
            Kind::Clitic => false,
            Kind::Mark(mark) => {
                !matches!(mark, '.' | ')' | ';' | ':' | '%' | '"' | '”') && (mark != ',' || self.is_glued(at + 1))
            }
        })
    }

    /// Whether a sign is glued to a word: `US$`.
    fn is_sign_of_letters(&self, at: usize) -> bool {
        let is_sign = |next: &Token| next.is_glued() && matches!(next.kind, Kind::Mark(mark) if may_be_sign(mark));
        self.token(at + 1).is_some_and(is_sign)
    }

    /// Whether the word is one of these, in small letters.
    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        let text = self.text(at);
        words.iter().any(|word| text.eq_ignore_ascii_case(word))
    }

    /// Whether a sentence, a clause set off by a semicolon, or a paragraph ends before the token.
    pub(super) fn begins_clause(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return true };
        let ends = |before: &Token| matches!(before.kind, Kind::Mark('.' | ';' | '!' | '?')) && !token.is_glued();
        token.gap == Gap::Paragraph || at == 0 || self.token(at - 1).is_some_and(ends)
    }
}

/// Whether a token is made of letters or digits of any kind; `½` is a digit, too.
fn is_of_letters(token: &Token) -> bool {
    match token.kind {
        Kind::Word | Kind::Number => true,
        Kind::Clitic => false,
        Kind::Mark(mark) => mark.is_alphanumeric(),
    }
}
