//! What the commands need, each found or installed once.

pub mod cargo_tools;
pub mod debian;
pub mod iati;
pub mod npm;
pub mod system;
pub mod wasm_target;

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use wasm_target::Toolchain;
use xshell::Shell;

/// A shell in the repository's root in which Trunk, wasm-bindgen, wasm-split-cli
/// and wasm-opt are on the PATH and the active toolchain can build for the browser.
///
/// # Errors
/// When something is missing and cannot be installed.
pub fn web_shell() -> Result<Shell> {
    let shell = root_shell()?;
    npm::require_node(&shell)?;
    let toolchain = wasm_target::ensure(&shell)?;
    npm::install(&shell, Path::new("."))?;
    let tools = [
        cargo_tools::trunk(),
        cargo_tools::wasm_bindgen_cli()?,
        cargo_tools::wasm_split_cli(),
    ];
    let mut folders = cargo_tools::ensure(&tools)?;
    folders.push(crate::workspace::root().join("node_modules/.bin"));
    prepend_path(&shell, folders)?;
    if let Toolchain::Debian(name) = toolchain {
        shell.set_var("RUSTUP_TOOLCHAIN", name);
    }
    Ok(shell)
}

/// A shell in the repository's root.
///
/// # Errors
/// When the present folder is gone.
pub fn root_shell() -> Result<Shell> {
    let shell = Shell::new()?;
    shell.change_dir(crate::workspace::root());
    Ok(shell)
}

/// Puts folders before all others on the shell's PATH.
///
/// # Errors
/// When PATH cannot hold the name of one.
pub fn prepend_path(shell: &Shell, mut folders: Vec<PathBuf>) -> Result<()> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    folders.extend(std::env::split_paths(&path));
    let joined = std::env::join_paths(folders)
        .context("a folder on PATH has a name that PATH cannot hold")?;
    shell.set_var("PATH", joined);
    Ok(())
}

/// Whether `program` can be run and answers `--version`.
pub fn answers(shell: &Shell, program: &str) -> bool {
    xshell::cmd!(shell, "{program} --version")
        .quiet()
        .ignore_stderr()
        .read()
        .is_ok()
}
