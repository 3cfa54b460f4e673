//! File dialogs by `zenity`, a program for scripts, where the desktop offers no service.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::{Ask, Asked};

/// The status with which the program ends when the person cancels or closes its window.
const CANCELLED: i32 = 1;

/// Shows the dialog.
pub fn show(question: &Ask) -> Asked {
    let mut command = Command::new("zenity");
    command.args(arguments(question)).stdin(Stdio::null()).stderr(Stdio::null());
    let Ok(done) = command.output() else { return Asked::NoDialog };
    if done.status.success() {
        Some(paths(&done.stdout)).filter(|paths| !paths.is_empty()).map_or(Asked::NoDialog, Asked::Chosen)
    } else if done.status.code() == Some(CANCELLED) {
        Asked::Cancelled
    } else {
        Asked::NoDialog
    }
}

fn arguments(question: &Ask) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = vec!["--file-selection".into(), format!("--title={}", question.title).into()];
    let folder = question.folder.as_deref().map(Path::new);
    let mut start = folder.map(|folder| folder.join("").into_os_string()).unwrap_or_default();
    match &question.save_as {
        None if question.is_for_folder => arguments.push("--directory".into()),
        None => arguments.extend(["--multiple".into(), "--separator=\n".into()]),
        Some(name) => {
            arguments.push("--save".into());
            start.push(name);
        }
    }
    if !start.is_empty() {
        let mut filename = OsString::from("--filename=");
        filename.push(start);
        arguments.push(filename);
    }
    let (kind, extensions) = &question.filter;
    if !extensions.is_empty() {
        let globs: Vec<String> = extensions.iter().map(|extension| format!("*.{extension}")).collect();
        arguments.push(format!("--file-filter={kind} | {}", globs.join(" ")).into());
        arguments.push("--file-filter=All files | *".into());
    }
    arguments
}

/// The paths that were printed, one a line. They are absolute, so that a line break that is part of a name is told by
/// what follows it.
fn paths(printed: &[u8]) -> Vec<PathBuf> {
    let printed = printed.strip_suffix(b"\n").unwrap_or(printed);
    let mut paths: Vec<Vec<u8>> = Vec::new();
    for line in printed.split(|byte| *byte == b'\n') {
        match paths.last_mut() {
            Some(path) if !line.starts_with(b"/") => {
                path.push(b'\n');
                path.extend(line);
            }
            _ => paths.push(line.to_vec()),
        }
    }
    paths.retain(|path| Path::new(OsStr::from_bytes(path)).is_absolute());
    paths.into_iter().map(|path| OsString::from_vec(path).into()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_told_apart() {
        let table: [(&[u8], &[&[u8]]); 6] = [
            (b"", &[]),
            (b"\n", &[]),
            (b"/a b.json\n", &[b"/a b.json"]),
            (b"/a\n/b\n", &[b"/a", b"/b"]),
            (b"/a\nb\n/c\xff|d\n", &[b"/a\nb", b"/c\xff|d"]),
            (b"warning\n", &[]),
        ];
        for (printed, expected) in table {
            let expected: Vec<PathBuf> = expected.iter().map(|path| OsStr::from_bytes(path).into()).collect();
            assert_eq!(paths(printed), expected, "{:?}", String::from_utf8_lossy(printed));
        }
    }

    #[test]
    fn a_question_becomes_arguments() {
        let open = Ask {
            title: "Open".to_owned(),
            filter: ("Cases".to_owned(), vec!["json".to_owned(), "txt".to_owned()]),
            save_as: None,
            is_for_folder: false,
            folder: Some("/home/a b".into()),
        };
        let filters = ["--file-filter=Cases | *.json *.txt", "--file-filter=All files | *"];
        let start = ["--file-selection", "--title=Open", "--multiple", "--separator=\n", "--filename=/home/a b/"];
        assert_eq!(arguments(&open), [&start[..], &filters].concat());
        let save = Ask { save_as: Some("x.case.json".to_owned()), ..open };
        let start = ["--file-selection", "--title=Open", "--save", "--filename=/home/a b/x.case.json"];
        assert_eq!(arguments(&save), [&start[..], &filters].concat());
    }
}
