//! The colours, light and dark.
#![expect(clippy::disallowed_methods, reason = "this is the one place where colours are made")]

use egui::Color32;

use crate::session::page::MarkKind;

/// The colours of one kind of record.
#[derive(Clone, Copy, Debug)]
pub struct KindColours {
    /// Dots, underlines, marks.
    pub strong: Color32,
    /// Behind highlighted words.
    pub tint: Color32,
}

/// The colours of a theme.
#[derive(Clone, Copy, Debug)]
pub struct Tokens {
    /// Behind panels.
    pub panel: Color32,
    /// Behind the article.
    pub page: Color32,
    /// Behind menus, cards and dialogs.
    pub raised: Color32,
    /// Behind fields.
    pub field: Color32,
    /// Behind what the pointer is over.
    pub hover: Color32,
    /// Behind the selected row.
    pub selected: Color32,
    /// Between panels.
    pub border: Color32,
    /// Around fields.
    pub border_strong: Color32,
    /// Text.
    pub text: Color32,
    /// Text that stands back.
    pub muted: Color32,
    /// What can be pressed, and focus.
    pub accent: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// What is wrong or disagrees.
    pub danger: Color32,
    /// Behind what disagrees.
    pub danger_tint: Color32,
    /// What needs a look.
    pub warning: Color32,
    /// What is proved.
    pub proved: Color32,
    /// Behind selected words.
    pub text_selection: Color32,
    /// Behind words that were searched for.
    pub found: Color32,
    /// Shadows, and what lies behind a dialog.
    pub shade: Color32,
    kinds: [KindColours; 5],
}

impl Tokens {
    /// The colours of a kind of record.
    #[must_use]
    pub fn kind(&self, kind: MarkKind) -> KindColours {
        self.kinds[kind as usize]
    }
}

const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

const fn kind(strong: u32, tint: u32) -> KindColours {
    KindColours { strong: rgb(strong), tint: rgb(tint) }
}

/// Light.
pub const LIGHT: Tokens = Tokens {
    panel: rgb(0x00FA_F9F7),
    page: rgb(0x00FF_FFFF),
    raised: rgb(0x00FF_FFFF),
    field: rgb(0x00FF_FFFF),
    hover: rgb(0x00F0_EEEA),
    selected: rgb(0x00E3_ECF7),
    border: rgb(0x00E4_E1DB),
    border_strong: rgb(0x00D3_CFC7),
    text: rgb(0x0021_201D),
    muted: rgb(0x006B_6861),
    accent: rgb(0x001F_5C99),
    on_accent: rgb(0x00FF_FFFF),
    danger: rgb(0x00B3_2F24),
    danger_tint: rgb(0x00FD_F3F1),
    warning: rgb(0x008F_5A0C),
    proved: rgb(0x0024_8553),
    text_selection: rgb(0x00B7_D4F1),
    found: rgb(0x00FF_E89A),
    shade: Color32::from_black_alpha(48),
    kinds: [
        kind(0x002B_6CB5, 0x00E5_EDF8),
        kind(0x0024_8553, 0x00E1_F1E8),
        kind(0x00B0_7015, 0x00F8_EDDA),
        kind(0x0080_4EB5, 0x00F1_E9F8),
        kind(0x0086_837B, 0x00EE_ECE7),
    ],
};

/// Dark.
pub const DARK: Tokens = Tokens {
    panel: rgb(0x0020_1F1D),
    page: rgb(0x0027_2623),
    raised: rgb(0x002D_2C29),
    field: rgb(0x002A_2926),
    hover: rgb(0x0034_322E),
    selected: rgb(0x002C_3C4E),
    border: rgb(0x003A_3834),
    border_strong: rgb(0x004B_4943),
    text: rgb(0x00E9_E6E0),
    muted: rgb(0x00A8_A49B),
    accent: rgb(0x0080_B5EC),
    on_accent: rgb(0x0014_1F2B),
    danger: rgb(0x00F2_9084),
    danger_tint: rgb(0x003F_2723),
    warning: rgb(0x00E3_B05F),
    proved: rgb(0x0067_C493),
    text_selection: rgb(0x0034_557C),
    found: rgb(0x0065_5316),
    shade: Color32::from_black_alpha(120),
    kinds: [
        kind(0x007F_B2EA, 0x0026_3A50),
        kind(0x0067_C493, 0x0023_3F30),
        kind(0x00E0_AC5B, 0x0041_3422),
        kind(0x00C0_9CE8, 0x003A_2C4D),
        kind(0x00A0_9C93, 0x0037_3531),
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance, WCAG 2.2.
    fn luminance(colour: Color32) -> f32 {
        let linear = |part: u8| {
            let part = f32::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
    }

    fn contrast(one: Color32, other: Color32) -> f32 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn text_meets_wcag_aa_on_everything_it_stands_on() {
        for tokens in [LIGHT, DARK] {
            let mut backgrounds =
                vec![tokens.panel, tokens.page, tokens.raised, tokens.field, tokens.hover, tokens.selected];
            for background in &backgrounds {
                for text in [tokens.text, tokens.muted, tokens.accent, tokens.danger, tokens.warning] {
                    assert!(
                        contrast(text, *background) >= 4.5,
                        "{text:?} on {background:?}: {}",
                        contrast(text, *background)
                    );
                }
            }
            backgrounds.clear();
            backgrounds.extend(MarkKind::ALL.map(|kind| tokens.kind(kind).tint));
            backgrounds.extend([tokens.text_selection, tokens.found, tokens.danger_tint]);
            for background in backgrounds {
                assert!(contrast(tokens.text, background) >= 4.5, "text on {background:?}");
            }
            assert!(contrast(tokens.on_accent, tokens.accent) >= 4.5);
            assert!(contrast(tokens.danger, tokens.danger_tint) >= 4.5);
        }
    }

    #[test]
    fn marks_meet_the_contrast_for_graphics() {
        for tokens in [LIGHT, DARK] {
            for kind in MarkKind::ALL {
                let KindColours { strong, tint } = tokens.kind(kind);
                assert!(contrast(strong, tokens.page) >= 3.0 && contrast(strong, tint) >= 2.9, "{kind:?}");
            }
        }
    }
}
