//! What the commands need, each found or installed once.

pub mod cargo_tools;
pub mod chromium;
pub mod debian;
pub mod iati;
pub mod npm;
pub mod wasm_target;

use anyhow::{Context, Result};
use std::path::Path;
use xshell::Shell;

/// A shell in the repository's root in which Trunk, wasm-bindgen and wasm-opt
/// are on the PATH and the active toolchain can build for the browser.
pub fn web_shell() -> Result<Shell> {
    let shell = Shell::new()?;
    shell.change_dir(crate::workspace::root());
    npm::require_node(&shell)?;
    let toolchain = wasm_target::ensure(&shell)?;
    npm::install(&shell, Path::new("."))?;
    let mut folders = vec![
        cargo_tools::ensure(&shell, &cargo_tools::trunk())?,
        cargo_tools::ensure(&shell, &cargo_tools::wasm_bindgen_cli()?)?,
        crate::workspace::root().join("node_modules/.bin"),
    ];
    let path = std::env::var_os("PATH").unwrap_or_default();
    folders.extend(std::env::split_paths(&path));
    let joined = std::env::join_paths(folders)
        .context("a folder on PATH has a name that PATH cannot hold")?;
    shell.set_var("PATH", joined);
    if let Some(name) = toolchain {
        shell.set_var("RUSTUP_TOOLCHAIN", name);
    }
    Ok(shell)
}

/// Whether `program` can be run and answers `--version`.
pub fn answers(shell: &Shell, program: &str) -> bool {
    xshell::cmd!(shell, "{program} --version")
        .quiet()
        .ignore_stderr()
        .read()
        .is_ok()
}
