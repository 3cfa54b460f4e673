//! The keys that are no menu commands, by where they are pressed, for the shortcut sheet.

/// Keys and what they do.
type Keys = (&'static str, &'static str);

/// The keys of the page of an article.
pub(super) const PAGE: &[(&str, &[Keys])] = &[
    (
        "With words selected",
        &[
            ("P", "A party, or a mention of the one on file; with Shift, always a new one"),
            ("A", "An amount"),
            ("D", "A date"),
            ("C", "A court action"),
            ("E", "Evidence for the record in the form: ↑ ↓ and Enter choose the field"),
            ("R", "Point the highlight or the pressed card to these words"),
        ],
    ),
    (
        "On a highlight",
        &[
            ("Enter", "Show its record; again, the next one"),
            ("H, J", "Move its start by a word; with Shift, by a letter"),
            ("K, L", "Move its end likewise; also Alt+Shift+← →"),
            ("S", "Split the highlight at the caret"),
            ("Delete", "Remove the highlight"),
        ],
    ),
    (
        "In the article",
        &[
            ("← →", "Move the caret by letter"),
            ("↑ ↓", "By line"),
            ("Ctrl+← →", "By word"),
            ("Alt+↑ ↓", "By sentence"),
            ("Ctrl+↑ ↓", "By paragraph"),
            ("PageUp, PageDown", "By page; from elsewhere, scroll the article"),
            ("Home, End", "To the start or end of the line"),
            ("Ctrl+Home, Ctrl+End", "To the start or end of the text"),
            ("Shift with any of these", "Select what is passed"),
            ("Ctrl+A", "Select the whole text"),
            ("Ctrl+C", "Copy the selected words"),
            ("Esc", "Clear the selection, or take back what was just made of it"),
        ],
    ),
];

/// The keys of everything else.
pub(super) const OTHERS: &[(&str, &[Keys])] = &[
    (
        "In the find bar",
        &[
            ("Enter", "Next match"),
            ("Shift+Enter", "Previous match"),
            ("Esc", "Close the bar; the match stays selected"),
        ],
    ),
    (
        "When searching everything",
        &[
            ("↑ ↓", "Previous and next row; round in circles"),
            ("PageUp, PageDown", "By page"),
            ("Home, End", "First and last row"),
            ("Enter", "Give the command, show the record, open the article, select the words"),
            ("> at the start", "Commands only"),
            ("@ at the start", "Records and articles only"),
            ("# at the start", "Words of the articles only"),
            ("Esc", "Close"),
        ],
    ),
    (
        "In the list of earlier versions",
        &[
            ("↑ ↓", "Newer and older version"),
            ("PageUp, PageDown", "By page"),
            ("Home, End", "The newest and the oldest version"),
            ("Tab", "To what differs, then to the buttons"),
            ("Esc", "Close"),
        ],
    ),
    (
        "In the list of unsaved work",
        &[
            ("↑ ↓", "Next and previous case"),
            ("Enter", "Open it, from the button"),
            ("Tab", "To what differs, then to the buttons"),
            ("Esc", "Decide later: nothing changes"),
        ],
    ),
    (
        "In the outline",
        &[
            ("↑ ↓", "Previous and next record"),
            ("PageUp, PageDown", "By page"),
            ("Home, End", "First and last record"),
            ("Letters", "Go to a record that is called so"),
            ("Enter", "Go to its form, or to the page of an article; from the filter, to the list"),
            ("Esc", "Back to the article"),
        ],
    ),
    (
        "In the form",
        &[
            ("Tab, Shift+Tab", "Next and previous field"),
            ("Enter", "Take in what was typed; of what was just made of words, back to the page"),
            ("↑ ↓", "Choose from the records that are offered"),
            ("Esc", "Take back what was typed, or the record just made; then, back to the article"),
        ],
    ),
    (
        "In the timeline",
        &[
            ("← →", "Previous and next date"),
            ("Home, End", "First and last date"),
            ("Enter", "Go to its form"),
            ("Esc", "Back to the article"),
        ],
    ),
    (
        "Anywhere",
        &[("Ctrl+Y", "Redo, as well"), ("Ctrl+=", "Larger text, as well"), ("Tab", "To what can be used next")],
    ),
];
