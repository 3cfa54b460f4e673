//! Every call of a scenario made to fail in every way, and what must hold each time.

use std::fmt;
use std::sync::Arc;

use super::super::disk::Disk;
use super::super::disk::double::seeded::{Bug, Careless};
use super::super::disk::double::{Call, Double, Errno, Fault};

pub type Start = Box<dyn Fn() -> Double>;
pub type Run<T> = Box<dyn Fn(Arc<dyn Disk>, &mut dyn FnMut(T))>;
pub type Check<T> = Box<dyn Fn(&Seen<'_, T>) -> Result<(), String>>;

/// Something that is done with a disk, and what must hold whatever happens meanwhile.
pub struct Scenario<T> {
    pub name: String,
    /// The disk before, all of it durable.
    pub start: Start,
    /// What is done; each step that has come to an end, well or not, is reported.
    pub run: Run<T>,
    /// What must hold of a disk that is left; says what does not.
    pub check: Check<T>,
}

/// A disk that is left, and how it came about.
pub struct Seen<'a, T> {
    /// What was reported before the end.
    pub steps: &'a [T],
    /// Whether the program was killed before it came to its end.
    pub is_killed: bool,
    /// Whether the power was cut at the end.
    pub is_cut: bool,
    /// The disk.
    pub disk: &'a Double,
    /// The names of the calls that were made to fail.
    pub failed: &'a [&'static str],
    /// What was to go wrong, at which call.
    pub plan: &'a [(usize, Fault)],
}

impl<T> Seen<'_, T> {
    /// Whether two faults came together that nothing can be done about: a new name could not be synced and then not be
    /// taken back either. It is taken for durable from then on, and a power cut may show that it is not.
    pub fn is_name_lost(&self) -> bool {
        let failed = |name| self.failed.contains(&name);
        self.is_cut && failed("sync_folder") && (failed("remove_folder") || failed("remove"))
    }
}

/// What an enumeration came to.
#[derive(Debug, Default)]
pub struct Tally {
    pub name: String,
    pub calls: usize,
    pub faults: usize,
    pub runs: usize,
    /// Disks looked at: one at the end of each run, and each that a power cut there may leave.
    pub disks: usize,
    pub violations: usize,
    /// The first of them.
    pub shown: Vec<String>,
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, calls, faults, runs, disks, violations, .. } = self;
        write!(
            formatter,
            "{name}: {calls} calls x {faults} faults = {runs} runs, {disks} disks, {violations} violations"
        )
    }
}

/// Says what was counted, and fails where anything did not hold.
pub fn assert_none(tallies: &[Tally]) {
    for tally in tallies {
        println!("{tally}");
        assert!(tally.runs > tally.calls, "{tally}: hardly anything was tried");
    }
    let shown: Vec<_> = tallies.iter().flat_map(|tally| &tally.shown).map(String::as_str).collect();
    assert!(shown.is_empty(), "{}", shown.join("\n"));
    let sum = |of: fn(&Tally) -> usize| tallies.iter().map(of).sum::<usize>();
    println!("in all: {} runs, {} disks, 0 violations", sum(|tally| tally.runs), sum(|tally| tally.disks));
}

/// As many violations are told in full.
const SHOWN: usize = 4;

/// Runs a scenario without a fault, with each fault at each call, and with each pair of calls failing.
pub fn enumerate<T>(scenario: &Scenario<T>) -> Tally {
    enumerate_with(scenario, Bug::None)
}

/// The same with a bug seeded, up to the first violation.
pub fn enumerate_with<T>(scenario: &Scenario<T>, bug: Bug) -> Tally {
    let faults = Fault::all();
    let mut tally = Tally { name: scenario.name.clone(), faults: faults.len(), ..Tally::default() };
    let is_enough = |tally: &Tally| bug != Bug::None && tally.violations > 0;
    let log = one_run(scenario, bug, &[], &mut tally);
    tally.calls = log.len();
    for (number, call) in log.iter().enumerate() {
        for fault in faults.iter().filter(|fault| fault.concerns(call.name)) {
            if is_enough(&tally) {
                return tally;
            }
            let log = one_run(scenario, bug, &[(number, *fault)], &mut tally);
            if fault.kills() {
                continue;
            }
            // What is done about a fault may fail in its turn.
            for later in number + 1..log.len() {
                for second in [Fault::Fails(Errno::Io), Fault::KillAfter] {
                    one_run(scenario, bug, &[(number, *fault), (later, second)], &mut tally);
                }
            }
        }
    }
    tally
}

fn one_run<T>(scenario: &Scenario<T>, bug: Bug, plan: &[(usize, Fault)], tally: &mut Tally) -> Vec<Call> {
    let disk = (scenario.start)();
    disk.plan(plan);
    let mut steps = Vec::new();
    let used: Arc<dyn Disk> = Arc::new(Careless { disk: disk.clone(), bug });
    (scenario.run)(used, &mut |step| {
        if !disk.is_killed() {
            steps.push(step);
        }
    });
    tally.runs += 1;
    let (is_killed, failed, log) = (disk.is_killed(), disk.failed(), disk.log());
    let mut look = |disk: &Double, is_cut: bool| {
        tally.disks += 1;
        let seen = Seen { steps: &steps, is_killed, is_cut, disk, failed: &failed, plan };
        if let Err(what) = (scenario.check)(&seen) {
            tally.violations += 1;
            if tally.shown.len() == SHOWN {
                return;
            }
            let at: Vec<_> = plan
                .iter()
                .map(|(at, fault)| format!("{fault:?} at {at} {:?}", log.get(*at).map(|call| call.name)))
                .collect();
            let tree = disk.tree();
            tally.shown.push(format!(
                "{what}; cut: {is_cut}; faults: {at:?}; left: {tree:?}; calls: {}",
                log.iter().map(|call| format!("{} {}", call.name, call.path.display())).collect::<Vec<_>>().join(", ")
            ));
        }
    };
    look(&disk.after_kill(), false);
    for left in disk.after_power_cuts() {
        look(&left, true);
    }
    log
}
