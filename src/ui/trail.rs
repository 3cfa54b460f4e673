//! Where a person has been, to go back to (Alt+← and Alt+→). It is no undo: nothing of the case is changed.

use crate::edit::Selection;

/// How many places can be gone back to.
const MOST: usize = 100;
/// For how many frames after the form or the article has changed the page still goes to its words: that is no jump of
/// its own.
const ARRIVAL: u32 = 3;

/// What was shown: form and article, and where its page was.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place<S> {
    /// The form and the article.
    pub selection: Selection,
    /// Where the page was scrolled to, and the caret in it.
    pub spot: S,
}

/// The places behind and ahead of the one that is shown.
#[derive(Clone, Debug, Default)]
pub struct Trail<S> {
    back: Vec<Place<S>>,
    forward: Vec<Place<S>>,
    last: Option<Place<S>>,
    /// How many frames ago the form or the article changed.
    frames: u32,
    /// Whether the next change of the form is but one of many steps, and whether the last one was.
    is_step: bool,
    was_step: bool,
}

impl<S: Clone + PartialEq> Trail<S> {
    /// Says that the form changes next by a step from record to record: of many in a row only the start is noted.
    pub fn expect_step(&mut self) {
        self.is_step = true;
    }

    /// Notes what is shown at the end of a frame. `jump` is where the page was before it jumped by more than a screen.
    pub fn watch(&mut self, now: Place<S>, jump: Option<S>) {
        let Some(last) = self.last.replace(now.clone()) else { return };
        self.frames = self.frames.saturating_add(1);
        if last.selection != now.selection {
            let is_step = std::mem::take(&mut self.is_step);
            if !(is_step && self.was_step) {
                self.note(last);
            }
            self.was_step = is_step;
            self.frames = 0;
        } else if let Some(spot) = jump.filter(|_| self.frames > ARRIVAL) {
            self.note(Place { selection: now.selection, spot });
        } else if last.spot != now.spot && self.frames > ARRIVAL {
            self.was_step = false;
        }
    }

    fn note(&mut self, place: Place<S>) {
        self.forward.clear();
        if self.back.last() != Some(&place) {
            self.back.push(place);
        }
        let over = self.back.len().saturating_sub(MOST);
        self.back.drain(..over);
    }

    /// Goes back, or forward again: returns what to show. Places that are no longer there are passed over.
    pub fn go(&mut self, forward: bool, is_there: impl Fn(&Selection) -> bool) -> Option<Place<S>> {
        let now = self.last.clone()?;
        let (from, to) =
            if forward { (&mut self.forward, &mut self.back) } else { (&mut self.back, &mut self.forward) };
        let place = std::iter::from_fn(|| from.pop()).find(|place| is_there(&place.selection) && *place != now)?;
        to.push(now);
        self.last = Some(place.clone());
        (self.frames, self.was_step, self.is_step) = (0, false, false);
        Some(place)
    }

    /// Whether there is a place to go back to.
    #[must_use]
    pub fn has_back(&self) -> bool {
        !self.back.is_empty()
    }

    /// Whether there is one to go forward to again.
    #[must_use]
    pub fn has_forward(&self) -> bool {
        !self.forward.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Target;
    use crate::model::{Id, List, Place as Slot};
    use proptest::prelude::*;

    fn place(form: u32, spot: i32) -> Place<i32> {
        let form = Some(Target::Record(Slot { list: List::Parties, slot: form }));
        Place { selection: Selection { form, article: Some(Id::from_bits(1)) }, spot }
    }

    /// What a person does in a frame.
    #[derive(Clone, Copy, Debug)]
    enum Act {
        /// Shows a form.
        Show(u32),
        /// Steps to a form with an arrow key.
        Step(u32),
        /// Scrolls, or moves the caret.
        Move(i32),
        /// Jumps by more than a screen.
        Jump(i32),
        Back,
        Forward,
    }

    struct Window {
        trail: Trail<i32>,
        now: Place<i32>,
    }

    impl Window {
        fn new() -> Self {
            let mut window = Self { trail: Trail::default(), now: place(0, 0) };
            window.rest();
            window
        }

        fn rest(&mut self) {
            for _ in 0..=ARRIVAL {
                self.trail.watch(self.now.clone(), None);
            }
        }

        fn act(&mut self, act: Act) {
            let mut jump = None;
            match act {
                Act::Show(form) => self.now = place(form, self.now.spot),
                Act::Step(form) => {
                    self.trail.expect_step();
                    self.now = place(form, self.now.spot);
                }
                Act::Move(spot) => self.now.spot = spot,
                Act::Jump(spot) => jump = Some(std::mem::replace(&mut self.now.spot, spot)),
                Act::Back | Act::Forward => {
                    let forward = matches!(act, Act::Forward);
                    if let Some(place) = self.trail.go(forward, |selection| *selection != place(13, 0).selection) {
                        self.now = place;
                    }
                }
            }
            self.trail.watch(self.now.clone(), jump);
            self.rest();
        }

        fn after(acts: &[Act]) -> (Option<Target>, i32) {
            let mut window = Self::new();
            for act in acts {
                window.act(*act);
            }
            (window.now.selection.form, window.now.spot)
        }
    }

    #[test]
    fn back_and_forward_lead_through_what_was_shown() {
        use Act::{Back, Forward, Jump, Move, Show, Step};
        for (acts, form, spot) in [
            (&[Back][..], 0, 0),
            (&[Show(1), Back], 0, 0),
            (&[Move(5), Show(1), Move(9), Back], 0, 5),
            (&[Move(5), Show(1), Move(9), Back, Forward], 1, 9),
            (&[Move(3), Move(4), Move(5), Back], 0, 5),
            (&[Move(3), Jump(90), Back], 0, 3),
            (&[Move(3), Jump(90), Back, Forward], 0, 90),
            (&[Jump(50), Jump(90), Move(95), Back, Back], 0, 0),
            (&[Show(1), Show(2), Back, Show(3), Forward], 3, 0),
            (&[Show(1), Show(2), Back, Show(3), Back], 1, 0),
            (&[Show(1), Step(2), Step(3), Step(4), Back], 1, 0),
            (&[Step(2), Step(3), Move(7), Step(4), Back], 3, 7),
            (&[Step(2), Step(3), Show(4), Back], 3, 0),
            (&[Show(13), Show(2), Back], 0, 0),
            (&[Show(1), Show(13), Show(2), Back, Forward], 2, 0),
        ] {
            let expected = (place(form, 0).selection.form, spot);
            assert_eq!(Window::after(acts), expected, "{acts:?}");
        }
    }

    #[test]
    fn words_shown_on_arrival_are_no_jump() {
        let mut trail = Trail::default();
        trail.watch(place(0, 0), None);
        trail.watch(place(1, 0), None);
        trail.watch(place(1, 500), Some(0));
        assert_eq!(trail.go(false, |_| true), Some(place(0, 0)));
        assert_eq!((trail.has_back(), trail.has_forward()), (false, true));
    }

    #[test]
    fn only_so_many_are_kept() {
        let mut window = Window::new();
        (1..500).for_each(|form| window.act(Act::Show(form)));
        assert_eq!(window.trail.back.len(), MOST);
        for _ in 0..500 {
            window.act(Act::Back);
        }
        assert_eq!(window.now, place(499 - u32::try_from(MOST).unwrap(), 0));
    }

    fn acts() -> impl Strategy<Value = Act> {
        prop_oneof![
            (1_u32..9).prop_map(Act::Show),
            (1_u32..9).prop_map(Act::Step),
            (0_i32..9).prop_map(Act::Move),
            (0_i32..9).prop_map(Act::Jump),
        ]
    }

    proptest! {
        #[test]
        fn forward_takes_back_what_back_did(all in proptest::collection::vec(acts(), 0..40), times in 1_usize..40) {
            let mut window = Window::new();
            for act in all {
                window.act(act);
            }
            let before = window.now.clone();
            let mut gone = 0;
            for _ in 0..times {
                let last = window.now.clone();
                window.act(Act::Back);
                gone += usize::from(window.now != last);
            }
            for _ in 0..gone {
                window.act(Act::Forward);
            }
            prop_assert_eq!(window.now, before);
            prop_assert!(!window.trail.has_forward());
        }
    }
}
