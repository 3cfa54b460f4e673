//! What the words around say of capitalised words that could be anything.

use super::Reader;
use super::meaning::Meaning;
use crate::suggest::tokens::{Case, Gap, Kind};

/// What the words around a name make of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "any of them may hold together")]
pub(super) struct Cues {
    /// It is a party to something.
    pub is_party: bool,
    /// It is a person.
    pub is_person: bool,
    /// It stands on a side of "v.".
    pub is_side: bool,
    /// It is likely a place.
    pub is_place: bool,
    /// It is likely the title of a work, or of something that somebody has.
    pub is_work: bool,
    /// It stands alone between quotation marks.
    pub is_quoted: bool,
}

impl Reader<'_> {
    /// What stands around the tokens of a name.
    pub fn cues(&self, start: usize, end: usize) -> Cues {
        let mut cues = Cues::default();
        self.cues_before(start, &mut cues);
        self.cues_after(end, &mut cues);
        let opens = start
            .checked_sub(1)
            .and_then(|at| self.token(at))
            .is_some_and(|token| matches!(token.kind, Kind::Mark('"' | '“' | '‘' | '«')));
        let closes = self.token(end).is_some_and(|token| matches!(token.kind, Kind::Mark('"' | '”' | '’' | '»')))
            || self.token(end).is_some_and(|token| {
                token.is_mark(',') && self.token(end + 1).is_some_and(|next| matches!(next.kind, Kind::Mark('"' | '”')))
            });
        cues.is_quoted = opens && closes;
        cues
    }

    fn cues_before(&self, start: usize, cues: &mut Cues) {
        let mut at = start;
        let mut back = || {
            at = at.checked_sub(1)?;
            self.token(at)
        };
        if self.token(start).is_some_and(|token| token.gap == Gap::Paragraph) {
            return;
        }
        let Some(mut before) = back() else { return };
        // "against the", "v. the".
        if self.means(before).has(Meaning::THE) {
            let Some(one) = back() else { return };
            before = one;
        }
        if before.is_mark('.') {
            let Some(one) = back() else { return };
            cues.is_side = self.means(one).has(Meaning::VERSUS);
            return;
        }
        cues.is_work =
            before.kind == Kind::Clitic || (before.kind == Kind::Word && self.means(before).has(Meaning::WORK));
        if before.kind != Kind::Word {
            return;
        }
        let means = self.means(before);
        cues.is_side = means.has(Meaning::VERSUS);
        if before.case != Case::Lower {
            return;
        }
        cues.is_party = means.has(Meaning::BEFORE.and(Meaning::PARTY_ROLE));
        cues.is_person = means.has(Meaning::ROLE);
        let word = self.block.str(before);
        if means.has(Meaning::BY) {
            let Some(verb) = back() else { return };
            let is_verb = verb.case == Case::Lower
                && (self.block.str(verb).ends_with("ed") || self.means(verb).has(Meaning::ACTS.and(Meaning::BEFORE)));
            let is_role = self.means(verb).has(Meaning::ROLE) && verb.case == Case::Lower;
            let is_according = word == "to" && self.block.str(verb).eq_ignore_ascii_case("according");
            cues.is_party |= (word == "by" && is_verb) || (matches!(word, "for" | "of") && is_role) || is_according;
        }
        cues.is_place =
            matches!(word, "in" | "near" | "at" | "around" | "through" | "outside" | "into" | "across" | "via");
    }

    fn cues_after(&self, end: usize, cues: &mut Cues) {
        let Some(after) = self.token(end).filter(|token| token.gap < Gap::Paragraph) else { return };
        if after.kind == Kind::Clitic {
            cues.is_party |= self.means_at(end + 1).has(Meaning::ROLE)
                && self.token(end + 1).is_some_and(|next| next.case == Case::Lower);
            return;
        }
        if self.leads_to_versus(end) || self.leads_to_role(end) {
            cues.is_side = true;
        }
        if after.is_mark(',') {
            let next = self.means_at(end + 1);
            cues.is_person |= self.str(end + 1) == "who" || self.str(end + 1) == "whose";
            cues.is_party |= self.str(end + 1) == "which" || self.str(end + 1) == "whose";
            // ", a spokesman for", ", chief executive of".
            let is_article = matches!(self.str(end + 1), "a" | "an" | "the" | "its" | "his" | "her" | "their" | "then");
            let from = end + 1 + usize::from(is_article);
            cues.is_person |= (from..from + 3)
                .map_while(|at| self.token(at).filter(|token| token.kind == Kind::Word && token.case == Case::Lower))
                .any(|token| self.means(token).has(Meaning::ROLE));
            // ", 42," and ", aged 42".
            cues.is_person |= self.is_age(end + 1) || next.has(Meaning::AGED);
            return;
        }
        if after.kind == Kind::Word && after.case == Case::Lower {
            let means = self.means(after);
            cues.is_party |= means.has(Meaning::REPORTS.and(Meaning::ACTS));
            cues.is_person |= self.block.str(after) == "who";
        }
    }

    fn is_age(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == Kind::Number && token.end - token.start == 2)
            && self.token(at + 1).is_some_and(|token| token.is_mark(','))
    }

    /// Whether "v." follows, perhaps after "and others".
    fn leads_to_versus(&self, end: usize) -> bool {
        for at in end..end + 8 {
            let Some(token) =
                self.token(at).filter(|token| at == end || token.gap < Gap::Paragraph || token.kind == Kind::Word)
            else {
                return false;
            };
            let means = self.means(token);
            if means.has(Meaning::VERSUS) {
                let is_letter = token.end - token.start == 1;
                return !is_letter
                    || token.case == Case::Lower
                    || self.token(at + 1).is_some_and(|stop| stop.is_mark('.'));
            }
            let is_others = matches!(
                self.block.str(token),
                "&" | "."
                    | ","
                    | "and"
                    | "others"
                    | "another"
                    | "Ors"
                    | "ors"
                    | "Anr"
                    | "anr"
                    | "Others"
                    | "Another"
                    | "et"
                    | "al"
                    | "-"
            );
            if !is_others {
                return false;
            }
        }
        false
    }

    /// "Acme Wines ..... Petitioner": dots or dashes that fill the line, then a side.
    fn leads_to_role(&self, end: usize) -> bool {
        let mut at = end;
        while at < end + 48
            && self
                .token(at)
                .is_some_and(|token| matches!(token.kind, Kind::Mark('.' | '…' | '-' | '–' | '—' | '·' | '&')))
        {
            at += 1;
        }
        let is_filled = at > end + 1 || self.token(end).is_some_and(|token| token.is_mark('…'));
        is_filled && self.means_at(at).has(Meaning::PARTY_ROLE)
    }
}
