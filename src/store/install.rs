//! Setting up Casefile for one user of a Linux desktop: the program, its menu entry, its file types and icons, where
//! the XDG Base Directory, Desktop Entry, Shared MIME-info and Icon Theme specifications look for them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::StoreError;

const DESKTOP_FILE: &str = include_str!("../../assets/linux/casefile.desktop");
const FILE_TYPES: &[u8] = include_bytes!("../../assets/linux/casefile-mime.xml");

/// Icons: the folder under the icon theme, the file's name and its bytes.
const ICONS: &[(&str, &str, &[u8])] = &[
    ("scalable/apps", "casefile.svg", include_bytes!("../../assets/icon/casefile.svg")),
    ("48x48/apps", "casefile.png", include_bytes!("../../assets/icon/casefile-48.png")),
    ("256x256/apps", "casefile.png", include_bytes!("../../assets/icon/casefile-256.png")),
    ("scalable/mimetypes", "casefile-document.svg", include_bytes!("../../assets/icon/casefile-document.svg")),
    ("48x48/mimetypes", "casefile-document.png", include_bytes!("../../assets/icon/casefile-document-48.png")),
    ("256x256/mimetypes", "casefile-document.png", include_bytes!("../../assets/icon/casefile-document-256.png")),
];

/// The places of one user.
struct Places {
    program: PathBuf,
    data: PathBuf,
}

impl Places {
    fn of_this_user() -> Result<Self, StoreError> {
        let home = dirs::home_dir().ok_or(StoreError::NoHome)?;
        let programs = dirs::executable_dir().unwrap_or_else(|| home.join(".local/bin"));
        Ok(Self { program: programs.join("casefile"), data: dirs::data_dir().ok_or(StoreError::NoHome)? })
    }

    fn desktop_file(&self) -> PathBuf {
        self.data.join("applications/casefile.desktop")
    }

    fn file_types(&self) -> PathBuf {
        self.data.join("mime/packages/casefile.xml")
    }

    fn icon(&self, folder: &str, name: &str) -> PathBuf {
        self.data.join("icons/hicolor").join(folder).join(name)
    }

    fn all_files(&self) -> Vec<PathBuf> {
        let mut files = vec![self.program.clone(), self.desktop_file(), self.file_types()];
        files.extend(ICONS.iter().map(|(folder, name, _)| self.icon(folder, name)));
        files
    }
}

/// Sets up the running program, its menu entry, file types and icons for this user, and returns what was written.
///
/// # Errors
/// Where a file cannot be written; those written before it stay, and another attempt writes them again.
pub fn install() -> Result<Vec<PathBuf>, StoreError> {
    let places = Places::of_this_user()?;
    let program = std::env::current_exe().and_then(fs::read);
    let program = program.map_err(|source| StoreError::Install { path: places.program.clone(), source })?;
    write(&places.program, &program)?;
    make_executable(&places.program)?;
    write(&places.desktop_file(), desktop_file(&places.program).as_bytes())?;
    write(&places.file_types(), FILE_TYPES)?;
    for (folder, name, bytes) in ICONS {
        write(&places.icon(folder, name), bytes)?;
    }
    tell_the_desktop(&places);
    Ok(places.all_files())
}

/// Takes away what [`install`] wrote, and returns what was removed.
///
/// # Errors
/// Where a file cannot be removed.
pub fn uninstall() -> Result<Vec<PathBuf>, StoreError> {
    let places = Places::of_this_user()?;
    let mut removed = Vec::new();
    for path in places.all_files() {
        match fs::remove_file(&path) {
            Ok(()) => removed.push(path),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(source) => return Err(StoreError::Install { path, source }),
        }
    }
    tell_the_desktop(&places);
    Ok(removed)
}

/// The menu entry for a program at this path, quoted as the Desktop Entry specification asks.
fn desktop_file(program: &Path) -> String {
    let path = program.to_string_lossy();
    let quoted: String = path.chars().flat_map(|letter| escape(letter).chain(std::iter::once(letter))).collect();
    DESKTOP_FILE
        .replace("Exec=casefile %F", &format!("Exec=\"{quoted}\" %F"))
        .replace("TryExec=casefile", &format!("TryExec={path}"))
}

/// What a letter within a quoted argument of `Exec` must have before it. A backslash is itself escaped once more,
/// since the value is a string of the file first.
fn escape(letter: char) -> impl Iterator<Item = char> {
    let before = match letter {
        '"' | '`' | '$' => "\\\\",
        '\\' => "\\\\\\",
        '%' => "%",
        _ => "",
    };
    before.chars()
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    super::save(path, bytes).map_err(|error| match error {
        StoreError::Write { path, source } => StoreError::Install { path, source },
        other => other,
    })
}

#[cfg(unix)]
fn make_executable(path: &Path) -> Result<(), StoreError> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
        .map_err(|source| StoreError::Install { path: path.to_owned(), source })
}

#[cfg(not(unix))]
fn make_executable(_path: &Path) -> Result<(), StoreError> {
    Ok(())
}

/// Has the desktop's caches made anew. A desktop without these programs reads the files themselves.
fn tell_the_desktop(places: &Places) {
    for (program, folder) in [
        ("update-mime-database", places.data.join("mime")),
        ("update-desktop-database", places.data.join("applications")),
    ] {
        drop(Command::new(program).arg(folder).stdout(Stdio::null()).stderr(Stdio::null()).status());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_menu_entry_names_the_program_where_it_lies() {
        let entry = desktop_file(Path::new("/home/a b/.local/bin/casefile"));
        assert!(entry.contains("Exec=\"/home/a b/.local/bin/casefile\" %F\n"), "{entry}");
        assert!(entry.contains("TryExec=/home/a b/.local/bin/casefile\n"), "{entry}");
        assert!(desktop_file(Path::new("/a$b%/c")).contains("Exec=\"/a\\\\$b%%/c\" %F\n"));
    }
}
