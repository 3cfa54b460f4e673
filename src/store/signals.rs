//! The end of the program on a signal: SIGTERM, SIGHUP and SIGINT, which come at the end of a session, of a terminal,
//! and from Ctrl+C.
#![cfg_attr(not(unix), allow(dead_code, reason = "signals that can be waited for are a matter of Unix"))]

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// How long the window may take to put away what is being typed, by when it has had forty frames; and how long the rest
/// may take before a person may have enough of it.
const PATIENCE: Duration = Duration::from_millis(700);
/// How much longer the rest may take, unless another signal comes.
const REST: Duration = Duration::from_secs(5);

/// Whether a signal asks for the end, and the answer of the window to it.
#[derive(Clone, Debug, Default)]
pub struct Ending {
    is_asked: Arc<AtomicBool>,
    is_late: Arc<AtomicBool>,
    ready: Arc<Mutex<Option<Sender<()>>>>,
}

impl Ending {
    /// Listens for the signals that end a program. On the first, the window is woken by `wake` and given 0.7 s to call
    /// [`Self::ready`]; then `rest` does what can be done without a window; then the signal takes the effect it would have
    /// had. Another signal takes it at once if `rest` has gone on for 0.7 s by then: before, it is more likely to be part
    /// of the same end of a session than a person who has enough. After 5 s more `rest` is given up.
    ///
    /// Where the system has no such signals, none ever comes.
    #[must_use]
    pub fn listen(wake: impl Fn() + Send + 'static, rest: impl FnOnce() + Send + 'static) -> Self {
        let (sender, ready) = channel();
        let ending = Self { ready: Arc::new(Mutex::new(Some(sender))), ..Self::default() };
        listen(ending.clone(), ready, wake, rest);
        ending
    }

    /// Asks for the end, as a signal does.
    pub fn ask(&self) {
        self.is_asked.store(true, Ordering::SeqCst);
    }

    /// Whether the program is to end.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.is_asked.load(Ordering::SeqCst)
    }

    /// Says that the window has nothing left to put away.
    pub fn ready(&self) {
        if let Some(ready) = self.ready.lock().unwrap_or_else(PoisonError::into_inner).take() {
            // The other end is gone only once it has waited for long enough.
            let _ = ready.send(());
        }
    }

    /// Waits for the window, and then for the rest.
    fn put_away(&self, ready: &Receiver<()>, wake: impl Fn(), rest: impl FnOnce() + Send + 'static) {
        self.ask();
        wake();
        let _ = ready.recv_timeout(PATIENCE);
        let (sender, done) = channel();
        let work = move || {
            rest();
            // The other end is gone only once it has waited for long enough.
            let _ = sender.send(());
        };
        if std::thread::Builder::new().name("last things".to_owned()).spawn(work).is_ok()
            && done.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout)
        {
            self.is_late.store(true, Ordering::SeqCst);
            let _ = done.recv_timeout(REST);
        }
    }
}

#[cfg(not(unix))]
fn listen(_: Ending, _: Receiver<()>, _: impl Fn() + Send + 'static, _: impl FnOnce() + Send + 'static) {}

#[cfg(unix)]
fn listen(ending: Ending, ready: Receiver<()>, wake: impl Fn() + Send + 'static, rest: impl FnOnce() + Send + 'static) {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::{flag, low_level};

    let heeded: Vec<i32> = [SIGTERM, SIGHUP, SIGINT].into_iter().filter(|signal| !is_ignored(*signal)).collect();
    for signal in &heeded {
        // Where that fails, a second signal is only not heeded.
        drop(flag::register_conditional_default(*signal, Arc::clone(&ending.is_late)));
    }
    let Ok(mut signals) = Signals::new(heeded) else { return };
    let work = move || {
        if let Some(signal) = signals.forever().next() {
            ending.put_away(&ready, wake, rest);
            drop(low_level::emulate_default_handler(signal));
        }
    };
    drop(std::thread::Builder::new().name("signals".to_owned()).spawn(work));
}

/// Whether whoever started the program wants it to outlive a signal, as `nohup` does.
#[cfg(unix)]
fn is_ignored(signal: i32) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    ignored(&status) >> (signal - 1) & 1 == 1
}

/// The signals that are ignored, a bit each, as the system shows them (proc(5), `SigIgn`); none where it does not.
#[cfg(unix)]
fn ignored(status: &str) -> u64 {
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    fn ending() -> (Ending, Receiver<()>) {
        let (sender, ready) = channel();
        (Ending { ready: Arc::new(Mutex::new(Some(sender))), ..Ending::default() }, ready)
    }

    #[test]
    fn the_rest_comes_after_the_window() {
        let (ending, ready) = ending();
        let said = Arc::new(Mutex::new(Vec::new()));
        let (window, heard, later) = (ending.clone(), Arc::clone(&said), Arc::clone(&said));
        let started = Instant::now();
        let wake = move || {
            assert!(window.is_asked());
            heard.lock().unwrap().push("window");
            window.ready();
        };
        ending.put_away(&ready, wake, move || later.lock().unwrap().push("rest"));
        assert_eq!(*said.lock().unwrap(), ["window", "rest"]);
        assert!(started.elapsed() < PATIENCE, "it took {:?}", started.elapsed());
        assert!(!ending.is_late.load(Ordering::SeqCst));
    }

    #[test]
    fn a_window_that_hangs_is_not_waited_for() {
        let (ending, ready) = ending();
        let is_done = Arc::new(AtomicBool::new(false));
        let done = Arc::clone(&is_done);
        let started = Instant::now();
        ending.put_away(&ready, || (), move || done.store(true, Ordering::SeqCst));
        assert!(is_done.load(Ordering::SeqCst));
        assert!((PATIENCE..2 * PATIENCE).contains(&started.elapsed()), "it took {:?}", started.elapsed());
        ending.ready();
        ending.ready();
    }

    #[test]
    fn what_takes_too_long_can_be_ended() {
        let (ending, ready) = ending();
        ending.ready();
        let late = Arc::clone(&ending.is_late);
        let is_ended = move || while !late.load(Ordering::SeqCst) {};
        let started = Instant::now();
        ending.put_away(&ready, || (), is_ended);
        assert!((PATIENCE..2 * PATIENCE).contains(&started.elapsed()), "it took {:?}", started.elapsed());
    }

    #[cfg(unix)]
    #[test]
    fn ignored_signals_are_told() {
        let table = [
            ("Name:\tcasefile\nSigIgn:\t0000000000001001\nSigCgt:\tff\n", 0x1001),
            ("SigIgn:\t0000000000000000\n", 0),
            ("SigIgn:\tnonsense\n", 0),
            ("", 0),
        ];
        for (status, expected) in table {
            assert_eq!(ignored(status), expected, "{status:?}");
        }
    }
}
