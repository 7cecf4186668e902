//! Tells the person at the terminal what is being done and how long it took.

use anyhow::Result;
use std::time::Instant;

/// Announces `what` (with an estimate where it is slow), runs it, and prints
/// how long it took.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("==> {what}");
    let start = Instant::now();
    let result = work()?;
    eprintln!("    done in {:.1} s", start.elapsed().as_secs_f32());
    Ok(result)
}
