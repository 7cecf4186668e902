//! `cargo xtask setup`: what only root can install, for all commands at once.

use crate::tools::system::{self, Need};
use crate::tools::{self, wasm_target};
use anyhow::Result;

/// Installs what is missing on this system.
///
/// # Errors
/// When something cannot be installed.
pub fn run() -> Result<()> {
    let shell = tools::root_shell()?;
    // For the user alone, and better than what root would install.
    wasm_target::add(&shell)?;
    let missing = system::missing(&shell, &Need::ALL);
    if missing.is_empty() {
        eprintln!("Nothing is missing on this system.");
        return Ok(());
    }
    system::install(&shell, &missing)
}
