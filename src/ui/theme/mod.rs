//! Colours, type and spacing: every one of them is named here and nowhere else.

mod fonts;
mod tokens;

use egui::{Context, CornerRadius, FontId, Margin, Stroke, Style, TextStyle, Theme, Vec2, Visuals};

pub use fonts::{family, install as install_fonts};
pub use tokens::{KindColours, Tokens};

/// Spacings and sizes, in points.
pub mod size {
    /// Half a step between things that belong together.
    pub const TIGHT: f32 = 4.0;
    /// A step between things.
    pub const GAP: f32 = 8.0;
    /// Around the content of a panel.
    pub const MARGIN: f32 = 14.0;
    /// Height of a row in a list.
    pub const ROW: f32 = 23.0;
    /// Height of a section's heading in a list.
    pub const HEADING_ROW: f32 = 30.0;
    /// Height of a field in a form.
    pub const FIELD: f32 = 28.0;
    /// Width and height of a button that is an icon.
    pub const ICON_BUTTON: f32 = 24.0;
    /// Width of the labels of a form.
    pub const LABEL: f32 = 96.0;
    /// Corners of fields and cards.
    pub const RADIUS: u8 = 5;
    /// Text of the interface.
    pub const TEXT: f32 = 13.0;
    /// Text that stands back.
    pub const SMALL: f32 = 11.5;
    /// Heading of a form.
    pub const HEADING: f32 = 16.0;
    /// Text of an article.
    pub const READING: f32 = 17.5;
    /// Line height of an article's text.
    pub const LEADING: f32 = 28.0;
    /// Headline of an article.
    pub const HEADLINE: f32 = 26.0;
    /// Widest column of an article: about 68 letters.
    pub const COLUMN: f32 = 620.0;
    /// Below this width of the window the form is a drawer.
    pub const NARROW: f32 = 1000.0;
}

/// The colours of the theme that is shown.
#[must_use]
pub fn tokens(ui: &egui::Ui) -> &'static Tokens {
    of(ui.visuals().dark_mode)
}

/// The colours of a theme.
#[must_use]
pub fn of(dark: bool) -> &'static Tokens {
    if dark { &tokens::DARK } else { &tokens::LIGHT }
}

/// Text of the interface.
#[must_use]
pub fn text() -> FontId {
    FontId::new(size::TEXT, family::interface())
}

/// Text that stands back.
#[must_use]
pub fn small() -> FontId {
    FontId::new(size::SMALL, family::interface())
}

/// Text of the interface that stands out.
#[must_use]
pub fn strong() -> FontId {
    FontId::new(size::TEXT, family::interface_strong())
}

/// An icon, as large as the text beside it.
#[must_use]
pub fn icon() -> FontId {
    FontId::new(size::TEXT + 2.0, family::icons())
}

/// Sets fonts and styles up, once.
pub fn install(ctx: &Context) {
    install_fonts(ctx);
    for theme in [Theme::Light, Theme::Dark] {
        let tokens = of(theme == Theme::Dark);
        ctx.style_mut_of(theme, |style| apply(style, tokens, theme));
    }
}

fn apply(style: &mut Style, tokens: &Tokens, theme: Theme) {
    style.text_styles = [
        (TextStyle::Body, text()),
        (TextStyle::Button, text()),
        (TextStyle::Small, small()),
        (TextStyle::Monospace, text()),
        (TextStyle::Heading, FontId::new(size::HEADING, family::interface_strong())),
    ]
    .into();
    style.spacing.item_spacing = Vec2::new(size::GAP, 6.0);
    style.spacing.button_padding = Vec2::new(9.0, 4.0);
    style.spacing.interact_size.y = size::FIELD - 2.0;
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.scroll.bar_width = 8.0;
    style.visuals = visuals(tokens, theme);
}

fn visuals(tokens: &Tokens, theme: Theme) -> Visuals {
    let mut visuals = if theme == Theme::Dark { Visuals::dark() } else { Visuals::light() };
    let radius = CornerRadius::same(size::RADIUS);
    visuals.panel_fill = tokens.panel;
    visuals.window_fill = tokens.raised;
    visuals.window_stroke = Stroke::new(1.0, tokens.border);
    visuals.window_corner_radius = CornerRadius::same(9);
    visuals.menu_corner_radius = CornerRadius::same(7);
    visuals.extreme_bg_color = tokens.field;
    visuals.faint_bg_color = tokens.hover;
    visuals.selection.bg_fill = tokens.text_selection;
    visuals.selection.stroke = Stroke::new(1.5, tokens.accent);
    visuals.hyperlink_color = tokens.accent;
    visuals.error_fg_color = tokens.danger;
    visuals.warn_fg_color = tokens.warning;
    visuals.weak_text_color = Some(tokens.muted);
    let widgets = &mut visuals.widgets;
    for (state, fill, border) in [
        (&mut widgets.noninteractive, tokens.panel, tokens.border),
        (&mut widgets.inactive, tokens.field, tokens.border_strong),
        (&mut widgets.hovered, tokens.hover, tokens.border_strong),
        (&mut widgets.active, tokens.selected, tokens.accent),
        (&mut widgets.open, tokens.hover, tokens.border_strong),
    ] {
        state.bg_fill = fill;
        state.weak_bg_fill = fill;
        state.bg_stroke = Stroke::new(1.0, border);
        state.fg_stroke = Stroke::new(1.0, tokens.text);
        state.corner_radius = radius;
        state.expansion = 0.0;
    }
    visuals
}
