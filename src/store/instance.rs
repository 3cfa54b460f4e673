//! One window for a user: a second launch hands its files to the first.

#[cfg(not(unix))]
use std::path::PathBuf;

/// What a launch turned out to be.
pub enum Launch {
    /// The first: it answers later ones for as long as the value lives.
    First(Instance),
    /// A later one, whose files the first has taken.
    HandedOver,
    /// It cannot be told; run alone.
    Alone,
}

/// The claim of the first launch to later ones' files.
pub struct Instance {
    #[cfg(unix)]
    _lock: std::fs::File,
    #[cfg(unix)]
    listener: std::os::unix::net::UnixListener,
}

#[cfg(not(unix))]
impl Instance {
    /// Calls `received` with the files of every later launch.
    pub fn listen(self, _received: impl Fn(Vec<PathBuf>) + Send + 'static) {}
}

/// Finds out whether a window is running already, and if so hands it the files.
#[cfg(not(unix))]
#[must_use]
pub fn launch(_files: &[PathBuf]) -> Launch {
    Launch::Alone
}

#[cfg(unix)]
pub use unix::launch;

#[cfg(unix)]
mod unix {
    use std::fs::{self, File, TryLockError};
    use std::io::{self, BufRead, BufReader, Write};
    use std::os::unix::net::{UnixListener, UnixStream};
    use std::path::{Path, PathBuf};
    use std::time::Duration;

    use super::{Instance, Launch};

    /// A hand-over is a line of JSON, and so is the answer; neither takes longer than this.
    const PATIENCE: Duration = Duration::from_secs(2);

    /// Finds out whether a window is running already, and if so hands it the files. A window is told by a lock that
    /// the system releases with its process, so that one that was killed does not count.
    #[must_use]
    pub fn launch(files: &[PathBuf]) -> Launch {
        let Some(folder) = dirs::runtime_dir().or_else(dirs::cache_dir) else { return Launch::Alone };
        launch_in(&folder.join("casefile"), files)
    }

    fn launch_in(folder: &Path, files: &[PathBuf]) -> Launch {
        if fs::create_dir_all(folder).is_err() {
            return Launch::Alone;
        }
        let socket = folder.join("window.sock");
        let Ok(lock) = File::create(folder.join("window.lock")) else { return Launch::Alone };
        match lock.try_lock() {
            Ok(()) => {
                drop(fs::remove_file(&socket));
                match UnixListener::bind(&socket) {
                    Ok(listener) => Launch::First(Instance { _lock: lock, listener }),
                    Err(_) => Launch::Alone,
                }
            }
            Err(TryLockError::WouldBlock) if hand_over(&socket, files).is_ok() => Launch::HandedOver,
            Err(_) => Launch::Alone,
        }
    }

    fn hand_over(socket: &Path, files: &[PathBuf]) -> io::Result<()> {
        let mut stream = UnixStream::connect(socket)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        let mut line = serde_json::to_vec(files)?;
        line.push(b'\n');
        stream.write_all(&line)?;
        let mut answer = String::new();
        BufReader::new(stream).read_line(&mut answer)?;
        if answer.trim() == "taken" { Ok(()) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
    }

    impl Instance {
        /// Calls `received` with the files of every later launch, from a thread of its own.
        pub fn listen(self, received: impl Fn(Vec<PathBuf>) + Send + 'static) {
            let serve = move || {
                // Owned by the thread, so that the lock lives as long as the listener.
                let instance = self;
                for stream in instance.listener.incoming().flatten() {
                    if let Ok(files) = take_over(stream) {
                        received(files);
                    }
                }
            };
            drop(std::thread::Builder::new().name("other launches".to_owned()).spawn(serve));
        }
    }

    fn take_over(stream: UnixStream) -> io::Result<Vec<PathBuf>> {
        stream.set_read_timeout(Some(PATIENCE))?;
        let mut line = String::new();
        let mut reader = BufReader::new(stream);
        reader.read_line(&mut line)?;
        let files = serde_json::from_str(&line)?;
        reader.into_inner().write_all(b"taken\n")?;
        Ok(files)
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn a_second_launch_hands_its_files_to_the_first() {
            let folder = tempfile::tempdir().unwrap();
            let Launch::First(first) = launch_in(folder.path(), &[]) else { panic!("the first is the first") };
            let (sender, receiver) = std::sync::mpsc::channel();
            first.listen(move |files| sender.send(files).unwrap());
            let files = vec![PathBuf::from("/a b.case.json"), PathBuf::from("/ü.article.json")];
            assert!(matches!(launch_in(folder.path(), &files), Launch::HandedOver));
            assert_eq!(receiver.recv_timeout(Duration::from_secs(5)).unwrap(), files);
        }

        #[test]
        fn a_socket_left_behind_by_a_dead_window_is_no_window() {
            let folder = tempfile::tempdir().unwrap();
            drop(UnixListener::bind(folder.path().join("window.sock")).unwrap());
            assert!(matches!(launch_in(folder.path(), &[]), Launch::First(_)));
        }
    }
}
