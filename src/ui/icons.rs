//! The icons of the program, as characters of the icon font in `assets/fonts/lucide.ttf`.
//!
//! Written by `assets/fonts/make.py`: change the list there and run it again.

/// Lucide's `arrow-left`.
pub const ARROW_LEFT: char = '\u{e048}';
/// Lucide's `arrow-right`.
pub const ARROW_RIGHT: char = '\u{e049}';
/// Lucide's `arrow-up-down`.
pub const ARROW_UP_DOWN: char = '\u{e37d}';
/// Lucide's `banknote`.
pub const BANKNOTE: char = '\u{e052}';
/// Lucide's `book-open`.
pub const BOOK_OPEN: char = '\u{e05f}';
/// Lucide's `building-2`.
pub const BUILDING_2: char = '\u{e290}';
/// Lucide's `calendar`.
pub const CALENDAR: char = '\u{e063}';
/// Lucide's `calendar-clock`.
pub const CALENDAR_CLOCK: char = '\u{e304}';
/// Lucide's `check`.
pub const CHECK: char = '\u{e06c}';
/// Lucide's `chevron-down`.
pub const CHEVRON_DOWN: char = '\u{e06d}';
/// Lucide's `chevron-left`.
pub const CHEVRON_LEFT: char = '\u{e06e}';
/// Lucide's `chevron-right`.
pub const CHEVRON_RIGHT: char = '\u{e06f}';
/// Lucide's `chevron-up`.
pub const CHEVRON_UP: char = '\u{e070}';
/// Lucide's `circle`.
pub const CIRCLE: char = '\u{e076}';
/// Lucide's `circle-alert`.
pub const CIRCLE_ALERT: char = '\u{e077}';
/// Lucide's `circle-check`.
pub const CIRCLE_CHECK: char = '\u{e226}';
/// Lucide's `circle-dot`.
pub const CIRCLE_DOT: char = '\u{e345}';
/// Lucide's `clipboard-paste`.
pub const CLIPBOARD_PASTE: char = '\u{e3e8}';
/// Lucide's `copy`.
pub const COPY: char = '\u{e09e}';
/// Lucide's `corner-down-right`.
pub const CORNER_DOWN_RIGHT: char = '\u{e0a2}';
/// Lucide's `ellipsis`.
pub const ELLIPSIS: char = '\u{e0b6}';
/// Lucide's `external-link`.
pub const EXTERNAL_LINK: char = '\u{e0b9}';
/// Lucide's `eye`.
pub const EYE: char = '\u{e0ba}';
/// Lucide's `eye-off`.
pub const EYE_OFF: char = '\u{e0bb}';
/// Lucide's `file-plus`.
pub const FILE_PLUS: char = '\u{e0c9}';
/// Lucide's `file-question-mark`.
pub const FILE_QUESTION_MARK: char = '\u{e322}';
/// Lucide's `file-text`.
pub const FILE_TEXT: char = '\u{e0cc}';
/// Lucide's `files`.
pub const FILES: char = '\u{e0cf}';
/// Lucide's `folder-open`.
pub const FOLDER_OPEN: char = '\u{e247}';
/// Lucide's `gavel`.
pub const GAVEL: char = '\u{e0e0}';
/// Lucide's `git-branch`.
pub const GIT_BRANCH: char = '\u{e0e2}';
/// Lucide's `highlighter`.
pub const HIGHLIGHTER: char = '\u{e0f4}';
/// Lucide's `history`.
pub const HISTORY: char = '\u{e1f5}';
/// Lucide's `info`.
pub const INFO: char = '\u{e0f9}';
/// Lucide's `keyboard`.
pub const KEYBOARD: char = '\u{e284}';
/// Lucide's `landmark`.
pub const LANDMARK: char = '\u{e23a}';
/// Lucide's `link`.
pub const LINK: char = '\u{e102}';
/// Lucide's `list-filter`.
pub const LIST_FILTER: char = '\u{e460}';
/// Lucide's `lock`.
pub const LOCK: char = '\u{e10b}';
/// Lucide's `monitor`.
pub const MONITOR: char = '\u{e11d}';
/// Lucide's `moon`.
pub const MOON: char = '\u{e11e}';
/// Lucide's `newspaper`.
pub const NEWSPAPER: char = '\u{e348}';
/// Lucide's `panel-bottom`.
pub const PANEL_BOTTOM: char = '\u{e42c}';
/// Lucide's `panel-left`.
pub const PANEL_LEFT: char = '\u{e12a}';
/// Lucide's `panel-right`.
pub const PANEL_RIGHT: char = '\u{e431}';
/// Lucide's `pencil`.
pub const PENCIL: char = '\u{e1f9}';
/// Lucide's `plus`.
pub const PLUS: char = '\u{e13d}';
/// Lucide's `quote`.
pub const QUOTE: char = '\u{e239}';
/// Lucide's `redo-2`.
pub const REDO_2: char = '\u{e2a0}';
/// Lucide's `save`.
pub const SAVE: char = '\u{e14d}';
/// Lucide's `scale`.
pub const SCALE: char = '\u{e212}';
/// Lucide's `search`.
pub const SEARCH: char = '\u{e151}';
/// Lucide's `settings`.
pub const SETTINGS: char = '\u{e154}';
/// Lucide's `split`.
pub const SPLIT: char = '\u{e440}';
/// Lucide's `sun`.
pub const SUN: char = '\u{e178}';
/// Lucide's `text-cursor`.
pub const TEXT_CURSOR: char = '\u{e264}';
/// Lucide's `trash-2`.
pub const TRASH_2: char = '\u{e18e}';
/// Lucide's `triangle-alert`.
pub const TRIANGLE_ALERT: char = '\u{e193}';
/// Lucide's `type`.
pub const TYPE: char = '\u{e198}';
/// Lucide's `undo-2`.
pub const UNDO_2: char = '\u{e2a1}';
/// Lucide's `unlink`.
pub const UNLINK: char = '\u{e19c}';
/// Lucide's `user`.
pub const USER: char = '\u{e19f}';
/// Lucide's `users`.
pub const USERS: char = '\u{e1a4}';
/// Lucide's `x`.
pub const X: char = '\u{e1b2}';
/// Lucide's `zoom-in`.
pub const ZOOM_IN: char = '\u{e1b6}';
/// Lucide's `zoom-out`.
pub const ZOOM_OUT: char = '\u{e1b7}';
