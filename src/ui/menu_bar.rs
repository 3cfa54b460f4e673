//! The bar at the top: menus, the name of the case, undo and redo, and whether everything is saved.

use egui::{Align2, Frame, Margin, MenuBar, Panel, RichText, Ui};

use super::commands::{Entry, Menu, MenuCommand, TABLE, entry, is_enabled, text};
use super::theme::{self, size};
use super::widgets::{icon_button_with, paint_line, region};
use super::{Desk, Request, icons};
use crate::session::{Command, Session};
use crate::store::Theme;

/// Height of the bar.
pub const HEIGHT: f32 = 34.0;

pub(super) fn menu_bar_ui(ui: &mut Ui, session: &Session, desk: &Desk, requests: &mut Vec<Request>) {
    let frame = Frame::new().fill(theme::tokens(ui).panel).inner_margin(Margin::symmetric(10, 3));
    Panel::top("menu bar").exact_size(HEIGHT).resizable(false).frame(frame).show(ui, |ui| {
        region(ui, "Menu bar", |ui| bar_ui(ui, session, desk, requests));
    });
}

fn bar_ui(ui: &mut Ui, session: &Session, desk: &Desk, requests: &mut Vec<Request>) {
    let bar = ui.max_rect();
    MenuBar::new().ui(ui, |ui| {
        ui.label(RichText::new("Casefile").font(theme::strong()));
        for menu in Menu::ALL {
            ui.menu_button(menu.text(), |ui| menu_ui(ui, menu, session, desk, requests));
        }
        let used = ui.cursor().left();
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            state_ui(ui, session, desk, requests);
            title_ui(ui, session, bar, used);
        });
    });
}

fn menu_ui(ui: &mut Ui, menu: Menu, session: &Session, desk: &Desk, requests: &mut Vec<Request>) {
    ui.set_min_width(230.0);
    for entry in TABLE.iter().filter(|entry| entry.menu == menu) {
        if entry.starts_group {
            ui.separator();
        }
        entry_ui(ui, entry, session, desk, requests);
        if entry.command == MenuCommand::OpenPath {
            recent_ui(ui, desk, requests);
        }
    }
}

fn entry_ui(ui: &mut Ui, entry: &Entry, session: &Session, desk: &Desk, requests: &mut Vec<Request>) {
    let is_on = match entry.command {
        MenuCommand::ToggleOutline => desk.settings.outline_open,
        MenuCommand::ToggleForm => desk.settings.form_open,
        MenuCommand::ToggleTimeline => desk.settings.timeline_open,
        MenuCommand::ThemeSystem => desk.settings.theme == Theme::System,
        MenuCommand::ThemeLight => desk.settings.theme == Theme::Light,
        MenuCommand::ThemeDark => desk.settings.theme == Theme::Dark,
        _ => false,
    };
    let name = text(entry, session);
    let words = if is_on { format!("{name}  ✓") } else { name.clone() };
    let keys = entry.shortcut.map(|keys| ui.ctx().format_shortcut(&keys)).unwrap_or_default();
    let enabled = is_enabled(entry.command, session, desk.scene());
    let response = ui.add_enabled(enabled, egui::Button::new(words).shortcut_text(keys));
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, enabled, is_on, &name));
    if response.on_hover_text(entry.hint).clicked() {
        requests.push(Request::Menu(entry.command));
        ui.close();
    }
}

fn recent_ui(ui: &mut Ui, desk: &Desk, requests: &mut Vec<Request>) {
    ui.add_enabled_ui(!desk.settings.recent.is_empty(), |ui| {
        ui.menu_button("Open recent", |ui| {
            for path in &desk.settings.recent {
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                if ui.button(name).on_hover_text(path.display().to_string()).clicked() {
                    requests.push(Request::Session(Command::Open(vec![path.clone()])));
                    ui.close();
                }
            }
        });
    });
}

fn state_ui(ui: &mut Ui, session: &Session, desk: &Desk, requests: &mut Vec<Request>) {
    if !session.is_open() {
        return;
    }
    let (words, colour) = state_words(ui, session);
    ui.label(RichText::new(words).font(theme::small()).color(colour));
    // From the left, so that Tab comes to them in the order in which they stand.
    let room = egui::vec2(2.0 * size::ICON_BUTTON + ui.spacing().item_spacing.x, size::FIELD - 2.0);
    ui.allocate_ui_with_layout(room, egui::Layout::left_to_right(egui::Align::Center), |ui| {
        for (command, icon) in [(MenuCommand::Undo, icons::UNDO_2), (MenuCommand::Redo, icons::REDO_2)] {
            let Some(entry) = entry(command) else { continue };
            let words = text(entry, session);
            let keys = entry.shortcut.map(|keys| ui.ctx().format_shortcut(&keys)).unwrap_or_default();
            let enabled = is_enabled(command, session, desk.scene());
            if icon_button_with(ui, icon, entry.text, &format!("{words} ({keys})"), enabled).clicked() {
                requests.push(Request::Menu(command));
            }
        }
    });
}

fn state_words(ui: &Ui, session: &Session) -> (String, egui::Color32) {
    let tokens = theme::tokens(ui);
    if session.document().read_only.is_some() {
        ("Read only".to_owned(), tokens.warning)
    } else if session.is_saving() {
        ("Saving…".to_owned(), tokens.muted)
    } else if session.is_modified() {
        ("Not saved".to_owned(), tokens.warning)
    } else if let Some(at) = session.saved_at() {
        (format!("Saved {}", at.strftime("%H:%M")), tokens.muted)
    } else {
        ("No changes".to_owned(), tokens.muted)
    }
}

/// The name of the case, in the middle of the bar where there is room.
fn title_ui(ui: &Ui, session: &Session, bar: egui::Rect, used: f32) {
    let words = title(session);
    let right = ui.cursor().right();
    let half = (bar.center().x - used).min(right - bar.center().x) - size::GAP;
    if half > 60.0 {
        paint_line(ui, bar.center(), Align2::CENTER_CENTER, &words, theme::text(), theme::tokens(ui).text, half * 2.0);
    } else if right - used > 80.0 {
        let centre = egui::pos2(f32::midpoint(used, right), bar.center().y);
        let room = right - used - 2.0 * size::GAP;
        paint_line(ui, centre, Align2::CENTER_CENTER, &words, theme::text(), theme::tokens(ui).text, room);
    }
}

/// "JEDI cloud contract — jedi.case.json"; a dot before it tells of unsaved work.
#[must_use]
pub fn title(session: &Session) -> String {
    if !session.is_open() {
        return "Casefile".to_owned();
    }
    let title = &session.case().header.title;
    let title = if title.is_empty() { "Untitled case" } else { title };
    let mark = if session.is_modified() { "• " } else { "" };
    match session.document().file_name() {
        Some(name) => format!("{mark}{title} — {name}"),
        None => format!("{mark}{title}"),
    }
}
