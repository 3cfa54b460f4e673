//! What can go wrong with one call.

use std::io;

/// What the system says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errno {
    Io,
    NoSpace,
    Access,
    ReadOnly,
}

impl Errno {
    pub const ALL: [Self; 4] = [Self::Io, Self::NoSpace, Self::Access, Self::ReadOnly];

    pub fn error(self) -> io::Error {
        io::Error::from_raw_os_error(match self {
            Self::Io => 5,
            Self::NoSpace => 28,
            Self::Access => 13,
            Self::ReadOnly => 30,
        })
    }
}

/// What happens at one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It fails and does nothing.
    Fails(Errno),
    /// It fails, and so does every later one that changes anything.
    FailsFromHere(Errno),
    /// It does what it should and says that it failed, as a server does whose answer was lost.
    FailsAfter(Errno),
    /// It writes half.
    Short,
    /// It writes half, and nothing more can be written.
    ShortThenFull,
    /// The program is killed before it.
    KillBefore,
    /// The program is killed after it.
    KillAfter,
}

impl Fault {
    /// Every fault of one call.
    pub fn all() -> Vec<Self> {
        let errors = Errno::ALL.into_iter().map(Self::Fails);
        let others = [
            Self::FailsFromHere(Errno::ReadOnly),
            Self::FailsFromHere(Errno::NoSpace),
            Self::FailsAfter(Errno::Io),
            Self::Short,
            Self::ShortThenFull,
            Self::KillBefore,
            Self::KillAfter,
        ];
        errors.chain(others).collect()
    }

    /// Whether it makes a difference to a call of this name.
    pub fn concerns(self, name: &str) -> bool {
        match self {
            Self::Short | Self::ShortThenFull => name == "write",
            Self::FailsAfter(_) => matches!(name, "exchange" | "rename_new" | "rename" | "link"),
            _ => true,
        }
    }

    /// Whether the program ends there.
    pub fn kills(self) -> bool {
        matches!(self, Self::KillBefore | Self::KillAfter)
    }
}
