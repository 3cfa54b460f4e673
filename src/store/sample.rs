//! The sample case, which ships within the program.

use std::path::PathBuf;

use super::{StoreError, save};

macro_rules! sample_files {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../sample_data/jedi/", $name)).as_slice())),+]
    };
}

/// Name and bytes of every file of the sample, the case first.
const FILES: &[(&str, &[u8])] = sample_files![
    "jedi.case.json",
    "articles/2018-11-15-watchdog-denies-oracle-protest.article.json",
    "articles/2019-07-13-judge-rules-against-oracle.article.json",
    "articles/2019-11-22-aws-sues-over-award.article.json",
    "articles/2020-02-13-judge-halts-jedi-work.article.json",
    "articles/2020-02-14-court-order-stops-cloud-project.article.json",
    "articles/2020-03-13-pentagon-asks-for-remand.article.json",
    "articles/2020-04-18-court-lets-pentagon-rethink.article.json",
    "articles/2020-08-23-microsoft-offers-cloud-abroad.article.json",
    "articles/2020-09-05-pentagon-keeps-microsoft.article.json",
    "articles/2021-07-10-suit-ends-with-contract.article.json",
];

/// The path of this user's copy of the sample case. It is made where there is none; a copy that a person has worked
/// on is left as it is.
///
/// # Errors
/// Where the copy cannot be written, or the user has no folder for data.
pub fn sample_case() -> Result<PathBuf, StoreError> {
    let folder = dirs::data_dir().ok_or(StoreError::NoHome)?.join("casefile").join("sample");
    for (name, bytes) in FILES.iter().rev() {
        let path = folder.join(name);
        if !path.exists() {
            save(&path, bytes)?;
        }
    }
    Ok(folder.join(FILES[0].0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_sample_is_here() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/jedi");
        let mut on_disk = vec!["jedi.case.json".to_owned()];
        for entry in std::fs::read_dir(folder.join("articles")).unwrap() {
            on_disk.push(format!("articles/{}", entry.unwrap().file_name().to_string_lossy()));
        }
        on_disk.sort();
        let mut here: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
        here.sort_unstable();
        assert_eq!(here, on_disk);
    }
}
