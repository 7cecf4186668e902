//! `cargo xtask screens`: takes the pictures of `docs/screens` again.

use crate::tools::{self, system};
use crate::{say, workspace};
use anyhow::{Context, Result, ensure};
use std::path::Path;
use xshell::cmd;

/// Writes `docs/screens/*.webp`, of the app as it is in `dist/`.
///
/// # Errors
/// When nothing is built, a tool cannot be installed or the script fails.
pub fn run() -> Result<()> {
    is_built(&workspace::root())?;
    let shell = tools::root_shell()?;
    tools::npm::require_node(&shell)?;
    tools::npm::install(&shell, Path::new("."))?;
    let browsers = system::browsers(&shell)?;
    say::step("pictures of the app in dist/ (two minutes)", || {
        cmd!(shell, "node tests/e2e/support/write-screens.mjs")
            .env("CHROMIUM", &browsers.chromium)
            .quiet()
            .run()
            .context("the script failed; its words are above")
    })
}

/// Whether there is an app to take pictures of.
fn is_built(root: &Path) -> Result<()> {
    ensure!(
        root.join("dist/index.html").is_file(),
        "there is nothing to take pictures of in dist/: run `cargo xtask build` first"
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_to_do_where_nothing_is_built() {
        let empty = workspace::root().join("xtask");
        let told = is_built(&empty).expect_err("nothing there").to_string();
        assert!(told.contains("cargo xtask build"), "{told}");
    }
}
