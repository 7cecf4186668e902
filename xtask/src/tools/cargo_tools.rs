//! Programs from crates.io, each in a folder of the cache named by version.

use anyhow::{Context, Result};
use std::path::PathBuf;
use xshell::{Shell, cmd};

const TRUNK: &str = "0.21.14";
const NEXTEST: &str = "0.9.143";

/// A program to be had with `cargo install`.
pub struct Tool {
    package: &'static str,
    version: String,
    options: &'static [&'static str],
    minutes: u32,
}

/// Trunk: builds and serves the app.
pub fn trunk() -> Tool {
    Tool {
        package: "trunk",
        version: TRUNK.to_owned(),
        options: &["--locked", "--no-default-features", "--features", "rustls"],
        minutes: 8,
    }
}

/// wasm-bindgen's program in the very version that Cargo.lock names: the two
/// must be equal.
///
/// # Errors
/// When Cargo.lock cannot be read or names no wasm-bindgen.
pub fn wasm_bindgen_cli() -> Result<Tool> {
    let lock = std::fs::read_to_string(crate::workspace::root().join("Cargo.lock"))
        .context("cannot read Cargo.lock")?;
    let mut lines = lock.lines();
    lines
        .by_ref()
        .find(|line| *line == "name = \"wasm-bindgen\"");
    let version = lines
        .next()
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .context("Cargo.lock names no version of wasm-bindgen")?;
    // Not --locked: the lock of 0.2.130 names a crate version that was withdrawn.
    Ok(Tool {
        package: "wasm-bindgen-cli",
        version: version.to_owned(),
        options: &[],
        minutes: 3,
    })
}

/// cargo-nextest: runs the host tests.
pub fn nextest() -> Tool {
    Tool {
        package: "cargo-nextest",
        version: NEXTEST.to_owned(),
        options: &[
            "--locked",
            "--no-default-features",
            "--features",
            "default-no-update",
        ],
        minutes: 8,
    }
}

/// The folder of the tool's program, installed now if it was not before.
///
/// # Errors
/// When `cargo install` fails, with the command to try by hand.
pub fn ensure(shell: &Shell, tool: &Tool) -> Result<PathBuf> {
    let Tool {
        package,
        version,
        options,
        minutes,
    } = tool;
    let root = crate::workspace::cache()?
        .join("tools")
        .join(format!("{package}-{version}"));
    // cargo writes this file when an installation is complete.
    if !root.join(".crates.toml").exists() {
        crate::say::step(
            &format!("{package} {version} from crates.io (about {minutes} minutes)"),
            || {
                cmd!(
                    shell,
                    "cargo install --quiet --root {root} {package}@{version}"
                )
                .args(*options)
                .quiet()
                .run()
                .with_context(|| {
                    format!("could not install it; try: cargo install {package}@{version}")
                })
            },
        )?;
    }
    Ok(root.join("bin"))
}
