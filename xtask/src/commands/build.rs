//! `cargo xtask build`: a release build in `dist/`.

use crate::{say, tools};
use anyhow::{Context, Result};
use xshell::{Shell, cmd};

/// Builds the app and returns the shell it was built in.
///
/// # Errors
/// When a tool cannot be installed or the build fails.
pub fn run() -> Result<Shell> {
    let shell = tools::web_shell()?;
    say::step(
        "release build into dist/ (two to four minutes the first time)",
        || {
            cmd!(shell, "trunk build --release --offline")
                .env("NO_COLOR", "true")
                .quiet()
                .run()
                .context("Trunk could not build the app; its words are above")
        },
    )?;
    say::step("the same for hosts that send .br and .gz", || {
        cmd!(shell, "node scripts/build/compress.mjs dist")
            .quiet()
            .run()
            .context("the files of dist/ could not be compressed")
    })?;
    Ok(shell)
}
