//! stand-in
use crate::session::{Command, Session, Words};
#[derive(Default)]
pub struct ArticleState;
impl ArticleState {
    pub fn selected_words(&self) -> Option<Words> { None }
    pub fn open_find(&mut self) {}
    pub fn reveal(&mut self, _q: u32) {}
    pub fn focus(&self, _c: &egui::Context) {}
}
pub fn article_ui(_ui: &mut egui::Ui, _s: &Session, _st: &mut ArticleState, _c: &mut Vec<Command>) {}
