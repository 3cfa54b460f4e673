//! The list of versions, the newest above.

use egui::{Align2, Response, Ui, Vec2, pos2};
use jiff::Zoned;

use super::super::when;
use crate::store::{Version, VersionKind};
use crate::ui::list_box::{ListBox, ListBoxState};
use crate::ui::theme::{self, size};
use crate::ui::widgets::paint_line;

/// Height of a row: two lines of text.
const ROW: f32 = 44.0;
/// Where the two lines stand in it.
const LINES: [f32; 2] = [14.0, 31.0];
/// Room for a size.
const SIZE: f32 = 70.0;

/// Shows the versions in a room of this size, and lets one be chosen.
pub(super) fn list_ui(
    ui: &mut Ui,
    versions: &[Version],
    now: &Zoned,
    room: Vec2,
    (chosen, state): (&mut Option<String>, &mut ListBoxState),
) {
    let list = ListBox { name: "Versions", count: versions.len(), row: ROW };
    let current = versions.iter().position(|version| Some(&version.id) == chosen.as_ref());
    let next = list.show(ui, (state, current), room, |ui, number, response| {
        versions.get(number).map_or_else(String::new, |version| row_ui(ui, version, now, response))
    });
    *chosen = next.and_then(|next| versions.get(next)).map(|version| version.id.clone());
}

/// Shows one version, and says what it is.
fn row_ui(ui: &Ui, version: &Version, now: &Zoned, response: &Response) -> String {
    let (time, length) = (when::words(version.time(), now), bytes(version.len));
    let kind = match &version.kind {
        VersionKind::Saved => "Saved".to_owned(),
        VersionKind::Foreign => "Written by another program".to_owned(),
        VersionKind::Checkpoint(name) => name.clone(),
    };
    let is_named = matches!(version.kind, VersionKind::Checkpoint(_));
    let spoken = if is_named { format!("checkpoint {kind}") } else { kind.to_lowercase() };
    let name = format!("{time}, {spoken}, {length}");
    let (tokens, rect) = (theme::tokens(ui), response.rect);
    let (left, right) = (rect.left() + size::GAP + 2.0, rect.right() - size::GAP);
    let [first, second] = LINES.map(|line| rect.top() + line);
    // A checkpoint is known by its name, the others by their time.
    let (above, below) =
        if is_named { (&kind, format!("Checkpoint, {}", lower(&time))) } else { (&time, kind.clone()) };
    let colour = if version.kind == VersionKind::Foreign { tokens.warning } else { tokens.muted };
    let (start, room) = (Align2::LEFT_CENTER, right - left);
    paint_line(ui, pos2(left, first), start, above, theme::strong(), tokens.text, room);
    paint_line(ui, pos2(left, second), start, &below, theme::small(), colour, room - SIZE);
    paint_line(ui, pos2(right, second), Align2::RIGHT_CENTER, &length, theme::small(), tokens.muted, SIZE);
    name
}

/// Words that stood at the start of a line, within one.
fn lower(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// A length in bytes as people say it, in powers of a thousand (SI).
fn bytes(len: u64) -> String {
    let units = ["kB", "MB", "GB"];
    let mut found = if len == 1 { "1 byte".to_owned() } else { format!("{len} bytes") };
    let mut unit = 1;
    for name in units {
        unit *= 1_000;
        if len >= unit {
            // Tenths only where they tell something.
            let tenths = len / (unit / 10);
            found = if tenths < 100 {
                format!("{}.{} {name}", tenths / 10, tenths % 10)
            } else {
                format!("{} {name}", tenths / 10)
            };
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_said_in_few_digits() {
        for (len, expected) in [
            (0, "0 bytes"),
            (1, "1 byte"),
            (999, "999 bytes"),
            (1_000, "1.0 kB"),
            (48_213, "48 kB"),
            (9_960, "9.9 kB"),
            (999_999, "999 kB"),
            (104_857_600, "104 MB"),
            (2_500_000_000, "2.5 GB"),
        ] {
            assert_eq!(bytes(len), expected);
        }
    }

    #[test]
    fn only_the_first_letter_is_made_small() {
        assert_eq!(lower("Today 14:32"), "today 14:32");
        assert_eq!(lower("9 Nov 2026, 09:10"), "9 Nov 2026, 09:10");
        assert_eq!(lower(""), "");
    }
}
