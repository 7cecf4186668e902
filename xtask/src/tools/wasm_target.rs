//! A Rust toolchain that compiles for `wasm32-unknown-unknown`.

use super::system::Need;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

const TARGET: &str = "wasm32-unknown-unknown";
/// The name under which rustup knows Debian's toolchain.
const LINKED: &str = "wasm";
/// How the names of marker files begin.
const MARKER: &str = "wasm-std-";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
/// What is built of the standard library; `test` is for the browser tests.
const LIBRARIES: &str = "std,panic_abort,proc_macro,test";

/// Debian's Rust that can compile for wasm, and its sources.
pub const PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm"];

/// The toolchain to compile for wasm with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toolchain {
    /// The active one.
    Active,
    /// Debian's, under its name for rustup.
    Debian(&'static str),
}

/// The toolchain that can do it now, if there is one.
pub fn toolchain(shell: &Shell) -> Option<Toolchain> {
    if has_std(shell, "rustc") {
        return Some(Toolchain::Active);
    }
    let marker = debian_marker(shell)?;
    (marker.exists() && has_std(shell, DEBIAN_RUSTC)).then_some(Toolchain::Debian(LINKED))
}

/// Makes sure that there is such a toolchain, and returns it.
///
/// # Errors
/// When neither rustup nor Debian's packages can bring the target.
pub fn ensure(shell: &Shell) -> Result<Toolchain> {
    add(shell)?;
    super::system::ensure(shell, &[Need::WasmTarget])?;
    toolchain(shell).with_context(|| format!("no toolchain compiles for {TARGET}"))
}

/// Asks rustup for the target where no toolchain has it: that is for this user
/// alone. Where rustup cannot fetch it, Debian's way out is left.
///
/// # Errors
/// When there is no Rust, or neither way is open.
pub fn add(shell: &Shell) -> Result<()> {
    if !super::answers(shell, "cargo") {
        bail!("Rust is missing: install it with rustup, then run this again");
    }
    if toolchain(shell).is_some() {
        return Ok(());
    }
    let added = crate::say::step(&format!("rustup target add {TARGET}"), || {
        Ok(cmd!(shell, "rustup target add {TARGET}")
            .quiet()
            .ignore_stdout()
            .ignore_stderr()
            .run()
            .is_ok())
    })?;
    if added {
        return Ok(());
    }
    if !super::debian::is_debian(shell) {
        bail!(
            "rustup could not fetch the target {TARGET}; try by hand: rustup target add {TARGET}"
        );
    }
    eprintln!("    rustup has no {TARGET} here; Debian's toolchain can take its place");
    Ok(())
}

fn has_std(shell: &Shell, rustc: &str) -> bool {
    cmd!(shell, "{rustc} --print target-libdir --target {TARGET}")
        .quiet()
        .ignore_stderr()
        .read()
        .is_ok_and(|folder| holds_std(Path::new(folder.trim())))
}

fn holds_std(folder: &Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|entries| {
        entries
            .flatten()
            .any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
    })
}

/// A file whose name holds the compiler's exact version and what was built: a
/// std built by another version cannot be linked.
fn debian_marker(shell: &Shell) -> Option<PathBuf> {
    let version = cmd!(shell, "{DEBIAN_RUSTC} --version")
        .quiet()
        .ignore_stderr()
        .read()
        .ok()?;
    let name: String = format!("{version}-{LIBRARIES}")
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || c == '.' {
                c
            } else {
                '-'
            }
        })
        .collect();
    Some(
        crate::workspace::cache()
            .ok()?
            .join(format!("{MARKER}{name}")),
    )
}

/// Whether any std was built here before, by whatever version.
fn built_before() -> Result<bool> {
    let entries = std::fs::read_dir(crate::workspace::cache()?)
        .into_iter()
        .flatten()
        .flatten();
    Ok(entries
        .into_iter()
        .any(|entry| entry.file_name().to_string_lossy().starts_with(MARKER)))
}

/// Builds std for wasm with Debian's Rust, whose packages are there, and links
/// that toolchain.
///
/// # Errors
/// When std cannot be built or put in its place.
pub fn from_debian(shell: &Shell) -> Result<()> {
    // rust-lld is a link to the lld of one LLVM version, which is its package's name too.
    let lld = std::fs::read_link("/usr/bin/rust-lld")
        .context("Debian's Rust names no linker for wasm")?;
    let lld = lld
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    super::debian::install(shell, &[&lld])?;
    let marker = debian_marker(shell).context("Debian's rustc does not answer")?;
    crate::say::step(
        &format!("building std for {TARGET} (one to three minutes)"),
        || build_std(shell),
    )?;
    cmd!(shell, "rustup toolchain link {LINKED} /usr")
        .quiet()
        .run()?;
    if !has_std(shell, DEBIAN_RUSTC) {
        bail!("std for {TARGET} was built but Debian's rustc does not find it");
    }
    std::fs::create_dir_all(crate::workspace::cache()?)?;
    std::fs::write(marker, "")?;
    Ok(())
}

/// Builds std in a scratch crate and copies its libraries into the sysroot.
fn build_std(shell: &Shell) -> Result<()> {
    let scratch = shell.create_temp_dir()?;
    let crate_dir = scratch.path();
    std::fs::create_dir_all(crate_dir.join("src"))?;
    std::fs::write(
        crate_dir.join("Cargo.toml"),
        "[package]\nname = \"scratch\"\nversion = \"0.0.0\"\nedition = \"2021\"\n[workspace]\n",
    )?;
    std::fs::write(crate_dir.join("src/lib.rs"), "")?;
    let inside = shell.push_dir(crate_dir);
    let build = format!("-Zbuild-std={LIBRARIES}");
    cmd!(
        shell,
        "/usr/bin/cargo build --quiet --release {build} --target {TARGET}"
    )
    .env("RUSTC_BOOTSTRAP", "1")
    .env("RUSTC", DEBIAN_RUSTC)
    // LTO needs the bitcode.
    .env("RUSTFLAGS", "-Cembed-bitcode=yes")
    .env_remove("RUSTUP_TOOLCHAIN")
    .env("CARGO_TARGET_DIR", crate_dir.join("target"))
    .quiet()
    .run()
    .context("could not build std")?;
    drop(inside);
    let library = format!("/usr/lib/rustlib/{TARGET}/lib");
    // Libraries of an earlier build of ours would be candidates beside the new ones.
    if built_before()? {
        super::debian::as_root(shell, "rm")
            .args(["-rf", &library])
            .run()?;
    }
    super::debian::as_root(shell, "mkdir")
        .args(["-p", &library])
        .run()?;
    let built: Vec<PathBuf> =
        std::fs::read_dir(crate_dir.join("target").join(TARGET).join("release/deps"))?
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| is_library(path))
            .collect();
    super::debian::as_root(shell, "cp")
        .args(&built)
        .arg(&library)
        .run()?;
    Ok(())
}

fn is_library(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    (name.ends_with(".rlib") || name.ends_with(".rmeta")) && !name.starts_with("libscratch")
}
