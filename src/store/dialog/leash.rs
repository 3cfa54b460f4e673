//! A process that shows a dialog lives no longer than its window, and neither does what it started.

use std::io::Read;
use std::process::Child;

use rustix::process::{Pid, Signal, kill_process_group};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

/// Kills a process that leads a group of its own and has not been waited for, and the rest of the group.
pub fn kill_group(leader: &Child) {
    if let Some(group) = i32::try_from(leader.id()).ok().and_then(Pid::from_raw) {
        // It fails only where all have ended.
        let _ = kill_process_group(group, Signal::KILL);
    }
}

/// Has this process and its group end with the window: when the standard input ends, whose other end the window
/// holds, and on any signal that ends a session. On Linux the kernel sends such a signal, too, when the thread of the
/// window that started this process ends; should that have ended before, the input has as well.
pub fn hold() {
    if let Ok(mut signals) = Signals::new([SIGTERM, SIGHUP, SIGINT]) {
        watch("signals", move || {
            signals.forever().next();
        });
    }
    #[cfg(any(target_os = "linux", target_os = "android"))]
    let _ = rustix::process::set_parent_process_death_signal(Some(Signal::TERM));
    watch("window", || {
        let mut rest = Vec::new();
        drop(std::io::stdin().read_to_end(&mut rest));
    });
}

/// Ends the group once `until` returns.
fn watch(name: &str, until: impl FnOnce() + Send + 'static) {
    let work = move || {
        until();
        let _ = kill_process_group(rustix::process::getpid(), Signal::KILL);
        // Started by hand, it leads no group, and is still here.
        std::process::exit(1);
    };
    drop(std::thread::Builder::new().name(name.to_owned()).spawn(work));
}
