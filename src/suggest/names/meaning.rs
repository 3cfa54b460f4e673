//! What a word can mean in and around names.

/// The meanings of a word, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::suggest) struct Meaning(u64);

macro_rules! meanings {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)+) => {
        impl Meaning {
            $($(#[$doc])* pub(in crate::suggest) const $name: Self = Self(1 << $bit);)+
        }
    };
}

meanings! {
    /// A given name.
    GIVEN = 0;
    /// A given name that is as often something else.
    GIVEN_OR_ELSE = 1;
    /// Before the name of a person.
    TITLE = 2;
    /// Before the name of a judge.
    JUDGE = 3;
    /// A noun for what a person does.
    ROLE = 4;
    /// A noun for a side in a proceeding.
    PARTY_ROLE = 5;
    /// After the name of a person: "Jr", "III".
    PERSON_SUFFIX = 6;
    /// The legal form of a company.
    SUFFIX = 7;
    /// Ends the name of a company.
    COMPANY = 8;
    /// Ends or heads the name of a public body.
    GOVERNMENT = 9;
    /// Ends or heads the name of a body of another kind.
    BODY = 10;
    /// Heads the name of a court.
    COURT = 11;
    /// Belongs to the name of a court when one is near.
    COURT_PART = 12;
    /// Ends what is no party.
    THING = 13;
    /// What a department is for.
    TOPIC = 14;
    /// Joins the next word with its possessive: "Attorney's Office".
    POSSESSOR = 15;
    /// A place.
    PLACE = 16;
    /// Of a people or a country.
    NATION = 17;
    /// A month, a weekday, a feast.
    DATE = 18;
    /// An ordinary word.
    COMMON = 19;
    /// A word of grammar.
    FUNCTION = 20;
    /// Joins the parts of a surname.
    PARTICLE = 21;
    /// A verb of saying.
    REPORTS = 22;
    /// A verb whose subject is likely a party.
    ACTS = 23;
    /// What stands before a party.
    BEFORE = 24;
    /// A preposition that needs another cue before it.
    BY = 25;
    /// Opens or closes a letter.
    GREETING = 26;
    /// "Who", "which".
    LATER_CLAUSE = 27;
    /// "Aged".
    AGED = 28;
    /// After a hyphen it is no part of a name: "Oslo-based".
    HYPHEN_TAIL = 29;
    /// Opens another name of the party before it.
    ALIAS_CUE = 30;
    /// That other name is a former one.
    FORMER_CUE = 31;
    /// A stock exchange.
    EXCHANGE = 32;
    /// The end of a web address: "com".
    TOP_LEVEL = 33;
    /// The letters after an ordinal number.
    ORDINAL = 34;
    /// Keeps its full stop.
    DOTTED = 35;
    /// "The".
    THE = 36;
    /// "Of".
    OF = 37;
    /// Other prepositions inside names.
    LINK = 38;
    /// "And".
    AND = 39;
    /// "v."
    VERSUS = 40;
    /// Heads a name that goes on with "of": "Bank of", "City of".
    OF_HEAD = 41;
    /// A city, county or state as a public body: "City of".
    CIVIC = 42;
    /// Both a thing and a common surname: "Hill".
    SURNAME_TOO = 43;
    /// Says what it is for and so heads nothing alone.
    PLAIN_COURT = 44;
    /// Begins what is no party: "Hurricane", "Lake".
    THING_LEAD = 45;
    /// Before the title of a work.
    WORK = 46;
}

impl Meaning {
    /// No meaning.
    pub const NONE: Self = Self(0);

    /// Whether it has any of these meanings.
    pub const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// What is in both sets.
    pub const fn only(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Both sets together.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
