//! What the program remembers between runs: never anything of a document but the paths of recent ones.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::file;

/// How many recent files are remembered.
pub const RECENT_LIMIT: usize = 12;

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Settings of a user.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// Size of text, in percent of the usual.
    pub text_percent: u16,
    /// Whether the outline is shown.
    pub outline_open: bool,
    /// Its width, in points.
    pub outline_width: f32,
    /// Whether the form is shown.
    pub form_open: bool,
    /// Its width, in points.
    pub form_width: f32,
    /// Whether the timeline is shown.
    pub timeline_open: bool,
    /// The annotator's name, written into claims.
    pub annotator: String,
    /// Recent files, the last opened first.
    pub recent: Vec<PathBuf>,
    /// What a person has said of the JSON of others: by its keys, which value (a JSON Pointer) is what of an article.
    pub article_keys: BTreeMap<String, BTreeMap<String, String>>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            text_percent: 100,
            outline_open: true,
            outline_width: 296.0,
            form_open: true,
            form_width: 360.0,
            timeline_open: true,
            annotator: String::new(),
            recent: Vec::new(),
            article_keys: BTreeMap::new(),
        }
    }
}

impl Settings {
    /// The settings of this user; the usual ones where there are none or they cannot be read.
    #[must_use]
    pub fn load() -> Self {
        let bytes = Self::path().and_then(|path| file::load(&path).ok());
        bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Writes the settings. A failure is of no consequence but that they are forgotten.
    pub fn store(&self) {
        if let (Some(path), Ok(bytes)) = (Self::path(), serde_json::to_vec_pretty(self)) {
            drop(file::save(&path, &bytes));
        }
    }

    /// Notes that a file was opened.
    pub fn remember(&mut self, path: &Path) {
        let path = file::absolute(path);
        self.recent.retain(|known| *known != path);
        self.recent.insert(0, path);
        self.recent.truncate(RECENT_LIMIT);
    }

    fn path() -> Option<PathBuf> {
        Some(dirs::config_dir()?.join("casefile").join("settings.json"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_opened_file_comes_first_and_only_once() {
        let mut settings = Settings::default();
        for number in 0..20 {
            settings.remember(Path::new(&format!("/{number}.case.json")));
        }
        settings.remember(Path::new("/15.case.json"));
        assert_eq!(settings.recent.len(), RECENT_LIMIT);
        assert_eq!(settings.recent[0], Path::new("/15.case.json"));
        assert_eq!(settings.recent.iter().filter(|path| path.ends_with("15.case.json")).count(), 1);
    }
}
