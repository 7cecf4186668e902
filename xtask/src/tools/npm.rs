//! Packages from the npm registry, as the lock file pins them.

use anyhow::{Context, Result, bail};
use std::path::Path;
use xshell::{Shell, cmd};

const OLDEST_NODE: u32 = 20;

/// Makes sure that a usable Node.js is there.
///
/// # Errors
/// When it is missing or too old.
pub fn require_node(shell: &Shell) -> Result<()> {
    let Ok(version) = cmd!(shell, "node --version").quiet().ignore_stderr().read() else {
        bail!(
            "Node.js is missing: install Node.js {OLDEST_NODE} or newer (with npm), then run this again"
        );
    };
    let major = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|m| m.parse::<u32>().ok());
    if major.is_none_or(|m| m < OLDEST_NODE) {
        bail!("Node.js {version} is too old: install {OLDEST_NODE} or newer, then run this again");
    }
    Ok(())
}

/// Installs `folder`'s packages (relative to the repository's root) unless
/// those of its present lock file are there already.
///
/// # Errors
/// When npm fails.
pub fn install(shell: &Shell, folder: &Path) -> Result<()> {
    let folder = crate::workspace::root().join(folder);
    let lock = std::fs::read(folder.join("package-lock.json"))
        .with_context(|| format!("{} has no package-lock.json", folder.display()))?;
    // npm ci empties node_modules first, so a copy of the lock inside it
    // stands for "this very lock was installed to its end".
    let installed = folder.join("node_modules/.installed-lock.json");
    if std::fs::read(&installed).is_ok_and(|done| done == lock) {
        return Ok(());
    }
    crate::say::step("npm packages (half a minute)", || {
        let _inside = shell.push_dir(&folder);
        cmd!(shell, "npm ci --no-audit --no-fund --loglevel=error")
            .quiet()
            .ignore_stdout()
            .run()
            .context("npm could not install the packages of package-lock.json")?;
        std::fs::write(&installed, &lock)?;
        Ok(())
    })
}
