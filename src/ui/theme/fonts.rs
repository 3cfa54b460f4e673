//! The typefaces that ship with the program.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily};

/// The families, by what they are for.
pub mod family {
    use egui::FontFamily;

    /// The interface.
    #[must_use]
    pub fn interface() -> FontFamily {
        FontFamily::Proportional
    }

    /// The interface, where it stands out.
    #[must_use]
    pub fn interface_strong() -> FontFamily {
        FontFamily::Name("interface strong".into())
    }

    /// Articles and quotes.
    #[must_use]
    pub fn reading() -> FontFamily {
        FontFamily::Name("reading".into())
    }

    /// Headlines.
    #[must_use]
    pub fn reading_strong() -> FontFamily {
        FontFamily::Name("reading strong".into())
    }

    /// Icons. A family of its own, since its characters may mean anything in an article.
    #[must_use]
    pub fn icons() -> FontFamily {
        FontFamily::Name("icons".into())
    }
}

/// Name and bytes of every face.
const FACES: [(&str, &[u8]); 5] = [
    ("Inter", include_bytes!("../../../assets/fonts/Inter-Regular.ttf")),
    ("Inter SemiBold", include_bytes!("../../../assets/fonts/Inter-SemiBold.ttf")),
    ("Source Serif 4", include_bytes!("../../../assets/fonts/SourceSerif4-Regular.ttf")),
    ("Source Serif 4 Semibold", include_bytes!("../../../assets/fonts/SourceSerif4-Semibold.ttf")),
    ("Lucide", include_bytes!("../../../assets/fonts/lucide.ttf")),
];

/// Gives the faces to egui. Where one lacks a character, the next of its family is tried.
pub fn install(ctx: &Context) {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in FACES {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let families: [(FontFamily, &[&str]); 6] = [
        (family::interface(), &["Inter", "Source Serif 4"]),
        (FontFamily::Monospace, &["Inter", "Source Serif 4"]),
        (family::interface_strong(), &["Inter SemiBold", "Inter", "Source Serif 4"]),
        (family::reading(), &["Source Serif 4", "Inter"]),
        (family::reading_strong(), &["Source Serif 4 Semibold", "Source Serif 4", "Inter"]),
        (family::icons(), &["Lucide", "Inter"]),
    ];
    for (family, faces) in families {
        fonts.families.insert(family, faces.iter().map(|face| (*face).to_owned()).collect());
    }
    ctx.set_fonts(fonts);
}
