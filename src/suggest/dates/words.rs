//! The words of dates.

use std::collections::BTreeMap;

use super::value::Unit;

/// What a word means in dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::suggest) struct Meaning {
    /// The part it can have in a date, or right before one.
    pub(super) role: Role,
    /// What it tells of the side of the anchor that a date near it lies on.
    pub(super) tense: Tense,
    /// What happens on a date near it, a [`Happening`].
    pub(super) kind: Option<Happening>,
}

/// What happens on a date: some members of [`crate::model::vocabulary::DATE_KIND`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Happening {
    Deadline,
    Hearing,
    Filing,
    Decision,
    Publication,
}

impl Happening {
    /// The key in the vocabulary.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Deadline => "deadline",
            Self::Hearing => "hearing",
            Self::Filing => "filing",
            Self::Decision => "decision",
            Self::Publication => "publication",
        }
    }
}

/// The part a word can have in a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    #[default]
    None,
    /// January is 1.
    Month(i8, Sure),
    /// Monday is 1.
    Weekday(i8, Sure),
    Unit(Unit),
    Which(Which),
    /// One to nineteen, and the tens.
    Card(i16),
    Hundred,
    Thousand,
    /// First to nineteenth, and the tens.
    Ord(i8),
    /// `st`, `nd`, `rd`, `th` after digits.
    OrdEnd,
    /// "few", "several": about so many.
    Some(i16),
    Couple,
    Half,
    Third(Third),
    Earlier,
    Later,
    Ago,
    Hence,
    Back,
    /// Days from today.
    Day(i8),
    Now,
    DayPart,
    /// EDTF's number of it.
    Season(i8),
    LetterQ,
    LetterH,
    /// `FY`, `CY`.
    YearCode,
    /// "nineties".
    Decade(i16),
    /// What kind of year: fiscal, calendar.
    YearKind,
    /// What kind of day: business, working.
    DayKind,
    Rest,
    Date,
    About,
    Before,
    By,
    Until,
    From,
    Since,
    After,
    In,
    On,
    Within,
    During,
    Throughout,
    Between,
    To,
    Through,
    And,
    Or,
    Of,
    The,
    A,
    At,
    Over,
    Than,
    For,
    Starting,
    Ending,
    /// "AD", "CE".
    Era,
    /// "BC", "BCE".
    BeforeEra,
    /// Begins the name of a holiday.
    Feast,
    /// A name that a number follows: page, room, rule.
    Label,
    /// Things that are counted: people, votes.
    Counted,
}

/// How sure a name of a month or weekday is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sure {
    /// Nothing else.
    Yes,
    /// A name of people too.
    Name,
    /// Short, and the start of other things.
    Short,
    /// A word of other meaning: may, march, sun.
    Word,
}

/// Which one of many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    Last,
    /// "past", which also stands for a time up to now.
    Past,
    This,
    Next,
    /// "coming": the first ahead.
    Coming,
    /// "previous", "preceding": from what was spoken of.
    Previous,
    /// From what was spoken of.
    Following,
    /// "that".
    That,
    Same,
}

/// A third of a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Third {
    Early,
    Mid,
    Late,
    /// "start", "beginning", which "of" has to follow.
    Start,
    /// "middle".
    Middle,
    /// "end", "close".
    End,
}

/// The side of the anchor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tense {
    #[default]
    None,
    /// Before it: past tenses.
    Back,
    /// After it: "will", "expected".
    Ahead,
    /// Says nothing by itself, and a participle before or after it goes on: be, been, not.
    Helper,
    /// A modal or "to" which puts the participle that follows ahead.
    Modal,
}

/// The words that mean something here, in lower case.
pub(in crate::suggest) fn words() -> impl Iterator<Item = (&'static str, Meaning)> {
    let mut all: BTreeMap<&'static str, Meaning> = BTreeMap::new();
    for (names, role) in ROLES {
        for name in names.split(' ') {
            all.entry(name).or_default().role = *role;
        }
    }
    for (names, tense) in TENSES {
        for name in names.split_whitespace() {
            all.entry(name).or_default().tense = *tense;
        }
    }
    for (names, kind) in KINDS {
        for name in names.split_whitespace() {
            all.entry(name).or_default().kind = Some(*kind);
        }
    }
    all.into_iter()
}

const ROLES: &[(&str, Role)] = &[
    ("january", Role::Month(1, Sure::Yes)),
    ("february", Role::Month(2, Sure::Yes)),
    ("march", Role::Month(3, Sure::Word)),
    ("april", Role::Month(4, Sure::Name)),
    ("may", Role::Month(5, Sure::Word)),
    ("june", Role::Month(6, Sure::Name)),
    ("july", Role::Month(7, Sure::Yes)),
    ("august", Role::Month(8, Sure::Name)),
    ("september", Role::Month(9, Sure::Yes)),
    ("october", Role::Month(10, Sure::Yes)),
    ("november", Role::Month(11, Sure::Yes)),
    ("december", Role::Month(12, Sure::Yes)),
    ("jan", Role::Month(1, Sure::Short)),
    ("feb", Role::Month(2, Sure::Short)),
    ("mar", Role::Month(3, Sure::Word)),
    ("apr", Role::Month(4, Sure::Short)),
    ("jun", Role::Month(6, Sure::Short)),
    ("jul", Role::Month(7, Sure::Short)),
    ("aug", Role::Month(8, Sure::Short)),
    ("sep sept", Role::Month(9, Sure::Short)),
    ("oct", Role::Month(10, Sure::Short)),
    ("nov", Role::Month(11, Sure::Short)),
    ("dec", Role::Month(12, Sure::Short)),
    ("monday", Role::Weekday(1, Sure::Yes)),
    ("tuesday tues", Role::Weekday(2, Sure::Yes)),
    ("wednesday", Role::Weekday(3, Sure::Yes)),
    ("thursday thurs thur", Role::Weekday(4, Sure::Yes)),
    ("friday", Role::Weekday(5, Sure::Yes)),
    ("saturday", Role::Weekday(6, Sure::Yes)),
    ("sunday", Role::Weekday(7, Sure::Yes)),
    ("mon", Role::Weekday(1, Sure::Word)),
    ("tue", Role::Weekday(2, Sure::Short)),
    ("wed", Role::Weekday(3, Sure::Word)),
    ("thu", Role::Weekday(4, Sure::Short)),
    ("fri", Role::Weekday(5, Sure::Short)),
    ("sat", Role::Weekday(6, Sure::Word)),
    ("sun", Role::Weekday(7, Sure::Word)),
    ("seconds minute minutes min mins hour hours hr hrs", Role::Unit(Unit::Clock)),
    ("day days", Role::Unit(Unit::Day)),
    ("week weeks workweek", Role::Unit(Unit::Week)),
    ("weekend weekends", Role::Unit(Unit::Weekend)),
    ("fortnight fortnights", Role::Unit(Unit::Fortnight)),
    ("month months", Role::Unit(Unit::Month)),
    ("quarter quarters qtr", Role::Unit(Unit::Quarter)),
    ("year years yr yrs", Role::Unit(Unit::Year)),
    ("decade decades", Role::Unit(Unit::Decade)),
    ("century centuries", Role::Unit(Unit::Century)),
    ("last", Role::Which(Which::Last)),
    ("past", Role::Which(Which::Past)),
    ("this current", Role::Which(Which::This)),
    ("next", Role::Which(Which::Next)),
    ("coming upcoming", Role::Which(Which::Coming)),
    ("previous preceding prior", Role::Which(Which::Previous)),
    ("following subsequent", Role::Which(Which::Following)),
    ("that", Role::Which(Which::That)),
    ("same", Role::Which(Which::Same)),
    ("one", Role::Card(1)),
    ("two", Role::Card(2)),
    ("three", Role::Card(3)),
    ("four", Role::Card(4)),
    ("five", Role::Card(5)),
    ("six", Role::Card(6)),
    ("seven", Role::Card(7)),
    ("eight", Role::Card(8)),
    ("nine", Role::Card(9)),
    ("ten", Role::Card(10)),
    ("eleven", Role::Card(11)),
    ("twelve", Role::Card(12)),
    ("thirteen", Role::Card(13)),
    ("fourteen", Role::Card(14)),
    ("fifteen", Role::Card(15)),
    ("sixteen", Role::Card(16)),
    ("seventeen", Role::Card(17)),
    ("eighteen", Role::Card(18)),
    ("nineteen", Role::Card(19)),
    ("twenty", Role::Card(20)),
    ("thirty", Role::Card(30)),
    ("forty", Role::Card(40)),
    ("fifty", Role::Card(50)),
    ("sixty", Role::Card(60)),
    ("seventy", Role::Card(70)),
    ("eighty", Role::Card(80)),
    ("ninety", Role::Card(90)),
    ("hundred", Role::Hundred),
    ("thousand", Role::Thousand),
    ("first", Role::Ord(1)),
    ("second", Role::Ord(2)),
    ("third", Role::Ord(3)),
    ("fourth", Role::Ord(4)),
    ("fifth", Role::Ord(5)),
    ("sixth", Role::Ord(6)),
    ("seventh", Role::Ord(7)),
    ("eighth", Role::Ord(8)),
    ("ninth", Role::Ord(9)),
    ("tenth", Role::Ord(10)),
    ("eleventh", Role::Ord(11)),
    ("twelfth", Role::Ord(12)),
    ("thirteenth", Role::Ord(13)),
    ("fourteenth", Role::Ord(14)),
    ("fifteenth", Role::Ord(15)),
    ("sixteenth", Role::Ord(16)),
    ("seventeenth", Role::Ord(17)),
    ("eighteenth", Role::Ord(18)),
    ("nineteenth", Role::Ord(19)),
    ("twentieth", Role::Ord(20)),
    ("thirtieth", Role::Ord(30)),
    ("st nd rd th", Role::OrdEnd),
    ("few", Role::Some(3)),
    ("several", Role::Some(5)),
    ("couple", Role::Couple),
    ("half", Role::Half),
    ("early", Role::Third(Third::Early)),
    ("mid", Role::Third(Third::Mid)),
    ("late", Role::Third(Third::Late)),
    ("start beginning outset", Role::Third(Third::Start)),
    ("middle", Role::Third(Third::Middle)),
    ("end close", Role::Third(Third::End)),
    ("earlier", Role::Earlier),
    ("later", Role::Later),
    ("ago", Role::Ago),
    ("hence", Role::Hence),
    ("back", Role::Back),
    ("today tonight", Role::Day(0)),
    ("yesterday", Role::Day(-1)),
    ("tomorrow", Role::Day(1)),
    ("now", Role::Now),
    ("morning afternoon evening night noon midnight", Role::DayPart),
    ("spring", Role::Season(21)),
    ("summer", Role::Season(22)),
    ("autumn fall", Role::Season(23)),
    ("winter", Role::Season(24)),
    ("q", Role::LetterQ),
    ("h", Role::LetterH),
    ("fy cy", Role::YearCode),
    ("twenties", Role::Decade(20)),
    ("thirties", Role::Decade(30)),
    ("forties", Role::Decade(40)),
    ("fifties", Role::Decade(50)),
    ("sixties", Role::Decade(60)),
    ("seventies", Role::Decade(70)),
    ("eighties", Role::Decade(80)),
    ("nineties", Role::Decade(90)),
    ("fiscal financial calendar tax", Role::YearKind),
    ("business working trading consecutive", Role::DayKind),
    ("rest remainder balance", Role::Rest),
    ("date", Role::Date),
    ("about around circa roughly approximately approx nearly almost c ca", Role::About),
    ("before", Role::Before),
    ("by", Role::By),
    ("until till til", Role::Until),
    ("from", Role::From),
    ("since", Role::Since),
    ("after", Role::After),
    ("in", Role::In),
    ("on", Role::On),
    ("within", Role::Within),
    ("during", Role::During),
    ("throughout", Role::Throughout),
    ("between", Role::Between),
    ("to", Role::To),
    ("through thru", Role::Through),
    ("and", Role::And),
    ("or", Role::Or),
    ("of", Role::Of),
    ("the", Role::The),
    ("a an", Role::A),
    ("at", Role::At),
    ("over", Role::Over),
    ("than", Role::Than),
    ("for", Role::For),
    ("starting effective commencing", Role::Starting),
    ("ending", Role::Ending),
    ("ad ce a.d. c.e.", Role::Era),
    ("bc bce b.c. b.c.e.", Role::BeforeEra),
    (
        "christmas xmas new boxing halloween valentine valentines independence juneteenth veterans earth thanksgiving easter \
         good memorial labor labour presidents martin mlk columbus mother mothers father fathers black cyber ash palm \
         pentecost whit ascension election bastille remembrance armistice canada australia anzac patriot",
        Role::Feast,
    ),
    (
        "room page pages p pp section sections rule article articles flight route highway form no nos number case box suite \
         unit title part chapter windows gate bus line item lot exhibit docket resolution figure fig table volume vol \
         version model type channel floor building apartment apt dept grade iso rfc area code zip pin id extension ext \
         serial ref reference invoice statute docs doc paragraph para § call dial phone tel fax \
         password level sol asteroid ngc hr h.r. usc u.s.c. cfr c.f.r. f.r. sr bldg psc stat",
        Role::Label,
    ),
    (
        "people persons men women children kids students employees workers staff soldiers troops voters votes jobs homes \
         houses cases deaths dollars euros pounds yen cents bucks percent pct miles kilometers kilometres km meters \
         metres feet ft inches kg kilograms grams tons tonnes lbs calories watts mw gw acres hectares degrees pieces \
         items units copies points times characters users customers members subscribers fans patients \
         victims prisoners refugees migrants protesters participants respondents passengers residents inhabitants \
         families households companies firms stores schools hospitals vehicles cars shares words lines steps",
        Role::Counted,
    ),
];

/// Words that tell the side of the anchor. Regular past forms are known by their ending.
const TENSES: &[(&str, Tense)] = &[
    (Tense::AHEAD_WORDS, Tense::Ahead),
    ("be been being is are am has have having not also still only already it he she they we you there", Tense::Helper),
    (
        "will shall would must should can could may might to 'll it'll he'll she'll they'll we'll i'll you'll won't let's",
        Tense::Modal,
    ),
    (Tense::BACK_WORDS, Tense::Back),
];

impl Tense {
    /// Words that put the date near them ahead.
    const AHEAD_WORDS: &'static str = "expected expects expect due scheduled slated planned plans plan planning upcoming \
        deadline deadlines forthcoming hopes hoped intends intend aims aimed anticipated anticipates projected poised \
        looms looming forecast please scheduling schedule tentatively proposed";

    /// Irregular past forms, and the auxiliaries of the past.
    const BACK_WORDS: &'static str = "was were had did wasn't weren't hadn't didn't said told won began came became went \
        held made took got gave found left met sent sold wrote spoke rose fell led lost paid ran saw shot stood struck \
        taught thought threw understood broke brought built bought chose dealt drew drove flew fought forbade grew heard \
        hid hit kept knew laid meant sat sought showed spent stole swore wore withdrew born slew sank sang swept shook \
        bore fed fled hung overturned arose awoke felt forgot froze lent lit misled overthrew oversaw rang rode slid slept \
        stuck swam tore underwent wound upheld undertook overcame bid sued died ago";
}

/// Words that tell what happens on a date.
const KINDS: &[(&str, Happening)] = &[
    ("deadline deadlines due expire expires expired expiry expiration lapse lapses", Happening::Deadline),
    ("hearing hearings argument arguments trial arraignment testify testified testimony", Happening::Hearing),
    ("filed files file filing filings sued sues sue lodged petitioned appealed submitted", Happening::Filing),
    (
        "ruled rules ruling decided decides decision granted grants denied denies dismissed ordered orders upheld \
         affirmed reversed vacated remanded enjoined verdict convicted acquitted sentenced blocked",
        Happening::Decision,
    ),
    ("published publishes publication reported unsealed released", Happening::Publication),
];
