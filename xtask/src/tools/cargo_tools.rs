//! Programs from crates.io: taken from the PATH or the cache where the right
//! version is there, else fetched ready-made or compiled quickly.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

const TRUNK: &str = "0.21.14";
const NEXTEST: &str = "0.9.143";
const DENY: &str = "0.20.2";
/// That of `wasm_split_helpers` in Cargo.lock must be of the same minor version.
const WASM_SPLIT: &str = "0.2.4";

/// They run for seconds, so they are compiled for a quick build, not for speed:
/// fat LTO of Trunk alone takes five minutes on two cores.
const LIGHT_PROFILE: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

/// A program to be had with `cargo install`.
pub struct Tool {
    package: &'static str,
    /// What answers `--version`.
    program: &'static [&'static str],
    version: String,
    options: &'static [&'static str],
    /// How far the compiler optimises it.
    opt_level: &'static str,
    minutes: u32,
}

/// Trunk: builds and serves the app. It downloads nothing here, so it is
/// compiled without TLS; it copies files, which needs no optimising.
pub fn trunk() -> Tool {
    Tool {
        package: "trunk",
        program: &["trunk"],
        version: TRUNK.to_owned(),
        options: &["--locked", "--no-default-features"],
        opt_level: "0",
        minutes: 3,
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
    let version = locked_version(&lock, "wasm-bindgen")
        .context("Cargo.lock names no version of wasm-bindgen")?;
    // Not --locked: the lock of 0.2.130 names a crate version that was withdrawn.
    // The runner of browser tests speaks to drivers on this machine: no TLS.
    Ok(Tool {
        package: "wasm-bindgen-cli",
        program: &["wasm-bindgen"],
        version,
        options: &[
            "--no-default-features",
            "--bin",
            "wasm-bindgen",
            "--bin",
            "wasm-bindgen-test-runner",
        ],
        // It works through the whole wasm on every change.
        opt_level: "1",
        minutes: 2,
    })
}

/// wasm-split-cli: cuts the program into the parts that come later.
pub fn wasm_split_cli() -> Tool {
    Tool {
        package: "wasm_split_cli_support",
        program: &["wasm-split-cli"],
        version: WASM_SPLIT.to_owned(),
        options: &["--locked", "--features", "build-binary"],
        // It works through the whole wasm on every change.
        opt_level: "1",
        minutes: 2,
    }
}

/// cargo-nextest: runs the host tests.
pub fn nextest() -> Tool {
    Tool {
        package: "cargo-nextest",
        program: &["cargo", "nextest"],
        version: NEXTEST.to_owned(),
        options: &[
            "--locked",
            "--no-default-features",
            "--features",
            "default-no-update",
        ],
        opt_level: "0",
        minutes: 3,
    }
}

/// cargo-deny: holds the crates to `deny.toml`.
pub fn deny() -> Tool {
    Tool {
        package: "cargo-deny",
        program: &["cargo", "deny"],
        version: DENY.to_owned(),
        options: &["--locked", "--no-default-features"],
        opt_level: "0",
        minutes: 2,
    }
}

/// The folders of the tools' programs, those that are nowhere installed now;
/// a tool that the PATH has in the very version needs none.
///
/// Each is installed beside the others: a compiler leaves cores idle while it
/// links, which is much of a small program's time.
///
/// # Errors
/// When one cannot be installed, with the command to try by hand.
pub fn ensure(tools: &[Tool]) -> Result<Vec<PathBuf>> {
    std::thread::scope(|scope| {
        let running: Vec<_> = tools
            .iter()
            .map(|tool| scope.spawn(|| folder(&super::root_shell()?, tool)))
            .collect();
        running
            .into_iter()
            .filter_map(|thread| match thread.join() {
                Ok(folder) => folder.transpose(),
                Err(panic) => std::panic::resume_unwind(panic),
            })
            .collect()
    })
}

fn folder(shell: &Shell, tool: &Tool) -> Result<Option<PathBuf>> {
    if on_path(shell, tool) {
        return Ok(None);
    }
    let root = crate::workspace::cache()?
        .join("tools")
        .join(format!("{}-{}", tool.package, tool.version));
    // cargo writes this file when an installation is complete.
    if !root.join(".crates.toml").exists() && !ready_made(shell, tool, &root) {
        compile(shell, tool, &root)?;
    }
    Ok(Some(root.join("bin")))
}

fn on_path(shell: &Shell, tool: &Tool) -> bool {
    let Some((program, arguments)) = tool.program.split_first() else {
        return false;
    };
    cmd!(shell, "{program}")
        .args(arguments)
        .arg("--version")
        .quiet()
        .ignore_stderr()
        .read()
        .is_ok_and(|answer| names_version(&answer, &tool.version))
}

/// Takes a program that its makers compiled, where `cargo binstall` is there
/// and finds one.
fn ready_made(shell: &Shell, tool: &Tool, root: &Path) -> bool {
    let installer = cmd!(shell, "cargo binstall -V")
        .quiet()
        .ignore_stderr()
        .read();
    if installer.is_err() {
        return false;
    }
    let Tool {
        package, version, ..
    } = tool;
    let fetched = crate::say::step(&format!("{package} {version}, ready-made"), || {
        Ok(cmd!(
            shell,
            "cargo binstall --no-confirm --disable-strategies compile --root {root} {package}@{version}"
        )
        .quiet()
        .ignore_stdout()
        .ignore_stderr()
        .run()
        .is_ok())
    });
    matches!(fetched, Ok(true)) && root.join("bin").is_dir()
}

fn compile(shell: &Shell, tool: &Tool, root: &Path) -> Result<()> {
    let Tool {
        package,
        version,
        options,
        opt_level,
        minutes,
        ..
    } = tool;
    crate::say::step(
        &format!("{package} {version} from crates.io (about {minutes} minutes on two cores)"),
        || {
            let mut install = cmd!(
                shell,
                "cargo install --quiet --root {root} {package}@{version}"
            )
            .args(*options)
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", opt_level);
            for (name, value) in LIGHT_PROFILE {
                install = install.env(name, value);
            }
            install.quiet().run().with_context(|| {
                format!("could not install it; try: cargo install {package}@{version}")
            })
        },
    )
}

/// Whether an answer to `--version` (`trunk 0.21.14`) names this very version.
fn names_version(answer: &str, version: &str) -> bool {
    answer
        .lines()
        .next()
        .is_some_and(|line| line.split_whitespace().any(|word| word == version))
}

/// The version of a package that the text of a Cargo.lock names.
fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.by_ref().find(|line| *line == name)?;
    let version = lines
        .next()?
        .strip_prefix("version = \"")?
        .strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_very_version_and_no_other() {
        assert!(names_version("trunk 0.21.14", "0.21.14"));
        assert!(names_version(
            "cargo-nextest 0.9.143 (60fa45f63 2026-08-04)\nrelease: 0.9.143",
            "0.9.143"
        ));
        for other in ["trunk 0.21.13", "trunk 0.21.140", "trunk", ""] {
            assert!(!names_version(other, "0.21.14"), "{other}");
        }
    }

    #[test]
    fn finds_the_version_of_the_package_itself() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(
            locked_version(lock, "wasm-bindgen").as_deref(),
            Some("0.2.130")
        );
        assert_eq!(locked_version(lock, "trunk"), None);
        assert_eq!(locked_version("", "trunk"), None);
    }
}
