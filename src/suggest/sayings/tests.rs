use super::*;

/// The mode and the chain for the words that `[…]` marks.
fn shown(marked: &str) -> String {
    let start = marked.find('[').unwrap();
    let end = marked.find(']').unwrap();
    let text = marked.replace(['[', ']'], "");
    let saying = saying(&text, &(start..end - 1));
    let chain: Vec<&str> = saying.attributed_to.iter().map(|range| &text[range.clone()]).collect();
    format!("{}: {}", saying.mode, chain.join(" < "))
}

#[test]
fn dump_sayings() {
    let rows = std::fs::read_to_string("/tmp/sayings_rows.txt").unwrap();
    for row in rows.lines().filter(|row| !row.is_empty()) {
        println!("{}\n        {}", row, shown(&row.replace("\\n", "\n")));
    }
}
