//! `cargo xtask fonts`: derives the fonts again from their packages.

use crate::{say, tools};
use anyhow::{Context, Result};
use std::path::Path;
use xshell::cmd;

/// Writes `public/fonts/*.woff2` and `style/generated/fonts.css`.
///
/// # Errors
/// When the packages cannot be installed or the script fails.
pub fn run() -> Result<()> {
    let shell = tools::root_shell()?;
    tools::npm::require_node(&shell)?;
    tools::npm::install(&shell, Path::new("xtask/fonts"))?;
    say::step("fonts", || {
        cmd!(shell, "node xtask/fonts/derive.mjs")
            .quiet()
            .run()
            .context("the script failed; its words are above")
    })
}
