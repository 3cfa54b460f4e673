//! Files that only ever grow, by lines that tell whether they are whole: the CRC-32 (ISO 3309) of an entry's JSON in
//! eight digits, a space, and that JSON. A line that a power cut has torn is passed over, and so is any that the medium
//! has lost since.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// What a line turned out to be.
#[derive(Debug, PartialEq)]
pub enum Line<'a, T> {
    /// Whole.
    Entry(T),
    /// Torn, damaged, or of a kind that only a newer program knows.
    Unread(&'a [u8]),
}

/// An entry as it is added to the end of a file. A line that was torn there before ends first.
///
/// # Errors
/// Where the entry cannot be written as JSON.
pub fn line(entry: &impl Serialize) -> serde_json::Result<Vec<u8>> {
    let json = serde_json::to_vec(entry)?;
    let mut line = format!("\n{:08x} ", crc32fast::hash(&json)).into_bytes();
    line.extend(json);
    line.push(b'\n');
    Ok(line)
}

/// The lines of a file, in order, but for empty ones.
pub fn lines<T: DeserializeOwned>(bytes: &[u8]) -> impl Iterator<Item = Line<'_, T>> {
    let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    lines.map(|line| entry(line).map_or(Line::Unread(line), Line::Entry))
}

fn entry<T: DeserializeOwned>(line: &[u8]) -> Option<T> {
    let (sum, json) = line.split_at_checked(8)?;
    let json = json.strip_prefix(b" ")?;
    let sum = u32::from_str_radix(std::str::from_utf8(sum).ok()?, 16).ok()?;
    if crc32fast::hash(json) == sum { serde_json::from_slice(json).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(bytes: &[u8]) -> Vec<String> {
        let all = lines::<String>(bytes);
        all.filter_map(|line| if let Line::Entry(entry) = line { Some(entry) } else { None }).collect()
    }

    #[test]
    fn a_torn_line_costs_nothing_but_itself() {
        let whole = [line(&"one").unwrap(), line(&"two\n").unwrap()].concat();
        assert_eq!(read(&whole), ["one", "two\n"]);
        let first = line(&"one").unwrap().len();
        for end in 0..whole.len() {
            let torn = &whole[..end];
            let kept = read(torn);
            // The line feed that ends a line is not needed to read it.
            assert_eq!(kept.len(), usize::from(end >= first - 1) + usize::from(end >= whole.len() - 1), "{end}");
            let continued = [torn, &line(&"three").unwrap()].concat();
            assert_eq!(read(&continued).len(), kept.len() + 1, "{end}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_changed_byte_costs_no_more_than_two_entries(
            words in proptest::collection::vec(".{0,12}", 1..8), at in any::<prop::sample::Index>(), byte in any::<u8>()
        ) {
            let mut bytes: Vec<u8> = words.iter().flat_map(|word| line(word).unwrap()).collect();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            let kept = read(&bytes);
            prop_assert!(kept.len() + 2 >= words.len());
            prop_assert!(kept.iter().all(|word| words.contains(word)));
        }
    }
}
