//! Messages, at the bottom of the window, until they are read.

use egui::{Align2, Area, Frame, Id, Margin, Order, RichText, Stroke, Ui};

use super::icons;
use super::theme::{self, size};
use super::widgets::icon_button;
use crate::session::{Message, Severity};

/// How long a note stays, in seconds. Warnings and failures stay until they are dismissed.
const NOTE_SECONDS: f64 = 6.0;

/// The messages that are shown.
#[derive(Debug, Default)]
pub struct Toasts {
    messages: Vec<(Message, Option<f64>)>,
}

impl Toasts {
    /// Shows one more message. One that is shown already is not repeated.
    pub fn push(&mut self, message: Message) {
        if !self.messages.iter().any(|(shown, _)| *shown == message) {
            self.messages.push((message, None));
        }
    }
}

/// How many messages are shown at once.
const SHOWN: usize = 4;

pub(super) fn toasts_ui(ui: &mut Ui, toasts: &mut Toasts) {
    if toasts.messages.is_empty() {
        return;
    }
    let now = ui.input(|input| input.time);
    toasts.messages.retain_mut(|(message, since)| {
        let since = *since.get_or_insert(now);
        message.severity != Severity::Note || now - since < NOTE_SECONDS
    });
    let tokens = theme::tokens(ui);
    let area = Area::new(Id::unique("messages"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_BOTTOM, egui::vec2(0.0, -38.0));
    area.show(ui.ctx(), |ui| {
        let mut dismissed = None;
        for (number, (message, _)) in toasts.messages.iter().enumerate().take(SHOWN) {
            let (icon, colour) = match message.severity {
                Severity::Note => (icons::INFO, tokens.accent),
                Severity::Warning => (icons::TRIANGLE_ALERT, tokens.warning),
                Severity::Failure => (icons::CIRCLE_ALERT, tokens.danger),
            };
            let shadow = egui::Shadow { offset: [0, 3], blur: 14, spread: 0, color: tokens.shade };
            let frame =
                Frame::new().fill(tokens.raised).stroke(Stroke::new(1.0, colour)).corner_radius(7).shadow(shadow);
            frame.inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.label(RichText::new(icon).font(theme::icon()).color(colour));
                    let width = 560.0_f32.min(ui.ctx().content_rect().width() - 120.0);
                    ui.vertical(|ui| {
                        ui.set_max_width(width);
                        ui.add(egui::Label::new(message.words.as_str()).wrap());
                    });
                    if icon_button(ui, icons::X, "Dismiss").clicked() {
                        dismissed = Some(number);
                    }
                });
            });
            ui.add_space(size::TIGHT);
        }
        if let Some(number) = dismissed {
            toasts.messages.remove(number);
        }
    });
    ui.ctx().request_repaint_after(std::time::Duration::from_secs(1));
}
