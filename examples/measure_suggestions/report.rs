//! One measured figure, and a table of them.

/// How many cases of a set were understood.
pub struct Measure {
    /// What was measured.
    pub name: &'static str,
    /// The score, in percent.
    pub score: f64,
    /// The least it has to be, in percent; `None` where nothing was promised.
    pub target: Option<f64>,
    /// The counts behind the score, in words.
    pub counts: String,
    /// Cases that were not understood: what was read and what was expected.
    pub missed: Vec<String>,
}

impl Measure {
    /// Whether the target is missed; a score that is no number misses any.
    pub fn is_short(&self) -> bool {
        self.target.is_some_and(|target| self.score.is_nan() || self.score < target)
    }
}

/// Prints a line for each figure, in columns.
pub fn print(measures: &[Measure]) {
    let width = measures.iter().map(|measure| measure.name.chars().count()).max().unwrap_or(0);
    println!("{:<width$}  {:>7}  {:>6}  {:<5}  counts", "", "score", "target", "met");
    for measure in measures {
        let target = measure.target.map_or_else(String::new, |target| format!("{target:.0}"));
        let met = match measure.target {
            None => "",
            Some(_) if measure.is_short() => "NO",
            Some(_) => "yes",
        };
        println!("{:<width$}  {:>7.2}  {target:>6}  {met:<5}  {}", measure.name, measure.score, measure.counts);
    }
}

/// Prints what was not understood.
pub fn print_missed(measure: &Measure) {
    println!("{}: {} missed", measure.name, measure.missed.len());
    for missed in &measure.missed {
        println!("  {missed}");
    }
    println!();
}
