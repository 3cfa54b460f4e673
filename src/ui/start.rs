//! The first screen: what to do when nothing is open.

use std::path::PathBuf;

use egui::{RichText, Ui};

use super::commands::MenuCommand;
use super::theme::{self, size};
use super::widgets::{heading, muted, primary_button};
use super::{Request, icons};
use crate::session::Command;

pub(super) fn start_ui(ui: &mut Ui, recent: &[PathBuf], requests: &mut Vec<Request>) {
    let room = ui.available_rect_before_wrap();
    let width = 420.0_f32.min(room.width() - 40.0);
    let top = room.top() + (room.height() * 0.16).max(24.0);
    let column = egui::Rect::from_min_size(
        egui::pos2(room.center().x - width / 2.0, top),
        egui::vec2(width, room.bottom() - top),
    );
    ui.scope_builder(egui::UiBuilder::new().max_rect(column), |ui| {
        let headline = egui::FontId::new(size::HEADLINE, theme::family::reading_strong());
        ui.label(RichText::new("Build a case out of press coverage").font(headline));
        muted(ui, "Read articles, note who, how much, when and what happened in court, and tie every value to the exact words that prove it.");
        ui.add_space(18.0);
        if primary_button(ui, "Open the sample case").clicked() {
            requests.push(Request::OpenSample);
        }
        ui.add_space(size::GAP);
        for (icon, words, command) in [
            (icons::FOLDER_OPEN, "Open files…", MenuCommand::Open),
            (icons::FOLDER_OPEN, "Open a folder of articles…", MenuCommand::OpenFolder),
            (icons::FILE_PLUS, "New case", MenuCommand::NewCase),
            (icons::CLIPBOARD_PASTE, "New article: paste it in…", MenuCommand::NewArticle),
        ] {
            if action(ui, icon, words).clicked() {
                requests.push(Request::Menu(command));
            }
        }
        ui.add_space(18.0);
        if recent.is_empty() {
            muted(ui, "Or drop cases, articles, pages, texts or a folder on this window.");
            return;
        }
        heading(ui, "Recent files");
        for path in recent.iter().take(8) {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if action(ui, icons::FILE_TEXT, &name).on_hover_text(path.display().to_string()).clicked() {
                requests.push(Request::Session(Command::Open(vec![path.clone()])));
            }
        }
    });
}

fn action(ui: &mut Ui, icon: char, words: &str) -> egui::Response {
    let tokens = theme::tokens(ui);
    let mut job = egui::text::LayoutJob::default();
    let format = |font, color| egui::TextFormat { font_id: font, color, ..Default::default() };
    job.append(&icon.to_string(), 0.0, format(theme::icon(), tokens.muted));
    job.append(words, 10.0, format(theme::text(), tokens.text));
    let response = ui.add(egui::Button::new(job).truncate().frame_when_inactive(false));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, words));
    response
}
