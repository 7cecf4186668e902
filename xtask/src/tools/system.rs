//! What a command needs of the system itself: what only root can install.
//! Commands look; `cargo xtask setup` installs, and they call it where
//! something is missing.

use super::{debian, wasm_target};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use xshell::{Shell, cmd};

/// Something of the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A Rust toolchain with the standard library for wasm.
    WasmTarget,
    /// Chromium, its driver, and letters for Chinese.
    Chromium,
    /// Firefox, which needs no driver of its own.
    Firefox,
    /// WebKit's driver with its browser, and a screen for it to draw on.
    WebKit,
    /// pip, which fetches the IATI schema.
    Pip,
    /// What the snippets of docs/scripts.md are written in.
    Statistics,
}

impl Need {
    /// All that any command needs.
    pub const ALL: [Self; 6] = [
        Self::WasmTarget,
        Self::Chromium,
        Self::Firefox,
        Self::WebKit,
        Self::Pip,
        Self::Statistics,
    ];

    /// What is said to be missing.
    const fn words(self) -> &'static str {
        match self {
            Self::WasmTarget => "a Rust toolchain for wasm32-unknown-unknown",
            Self::Chromium => "Chromium with chromedriver",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitWebDriver with Xvfb",
            Self::Pip => "pip",
            Self::Statistics => "R and Python",
        }
    }

    const fn packages(self) -> &'static [&'static str] {
        match self {
            Self::WasmTarget => wasm_target::PACKAGES,
            Self::Chromium => &["chromium", "chromium-driver", "fonts-noto-cjk"],
            Self::Firefox => &["firefox-esr", "fonts-noto-cjk"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb", "fonts-noto-cjk"],
            Self::Pip => &["python3-pip", "python3-setuptools"],
            Self::Statistics => &["r-base-core", "python3"],
        }
    }

    fn is_met(self, shell: &Shell) -> bool {
        match self {
            Self::WasmTarget => wasm_target::toolchain(shell).is_some(),
            Self::Chromium => {
                find(shell, &["chromium"]).is_some() && find(shell, &["chromedriver"]).is_some()
            }
            Self::Firefox => find(shell, FIREFOX).is_some(),
            Self::WebKit => {
                find(shell, &["WebKitWebDriver"]).is_some() && find(shell, &["Xvfb"]).is_some()
            }
            Self::Pip => super::answers(shell, "pip3"),
            Self::Statistics => {
                find(shell, &["Rscript"]).is_some() && find(shell, &["python3"]).is_some()
            }
        }
    }
}

const FIREFOX: &[&str] = &["firefox-esr", "firefox"];

/// Programs that drive and draw, for the tests.
pub struct Browsers {
    /// Chromium.
    pub chromium: PathBuf,
    /// Its WebDriver server.
    pub chromedriver: PathBuf,
    /// Firefox.
    pub firefox: PathBuf,
    /// WebKit's WebDriver server, which starts its browser.
    pub webkit_driver: PathBuf,
    /// A screen in memory.
    pub xvfb: PathBuf,
}

/// The browsers, installed now where one is missing.
///
/// # Errors
/// When one is missing and cannot be installed.
pub fn browsers(shell: &Shell) -> Result<Browsers> {
    ensure(shell, &[Need::Chromium, Need::Firefox, Need::WebKit])?;
    let path = |names: &[&str]| {
        find(shell, names)
            .with_context(|| format!("there is no {} on the PATH", names.join(" or ")))
    };
    Ok(Browsers {
        chromium: path(&["chromium"])?,
        chromedriver: path(&["chromedriver"])?,
        firefox: path(FIREFOX)?,
        webkit_driver: path(&["WebKitWebDriver"])?,
        xvfb: path(&["Xvfb"])?,
    })
}

/// Installs what of `needs` is missing, and says so first.
///
/// # Errors
/// When something cannot be installed.
pub fn ensure(shell: &Shell, needs: &[Need]) -> Result<()> {
    let missing = missing(shell, needs);
    if missing.is_empty() {
        return Ok(());
    }
    let words: Vec<&str> = missing.iter().map(|need| need.words()).collect();
    eprintln!(
        "Missing on this system: {}. This is installed for all its users now, as root, as `cargo xtask setup` would.",
        words.join("; ")
    );
    install(shell, &missing)
}

/// What of `needs` is not there.
pub fn missing(shell: &Shell, needs: &[Need]) -> Vec<Need> {
    needs
        .iter()
        .copied()
        .filter(|need| !need.is_met(shell))
        .collect()
}

/// Installs Debian's packages for the needs, and what no package brings.
///
/// # Errors
/// When a package cannot be installed, or brings not what was needed.
pub fn install(shell: &Shell, needs: &[Need]) -> Result<()> {
    let mut packages: Vec<&str> = needs.iter().flat_map(|n| n.packages()).copied().collect();
    packages.sort_unstable();
    packages.dedup();
    debian::install(shell, &packages)?;
    if needs.contains(&Need::WasmTarget) {
        wasm_target::from_debian(shell)?;
    }
    let still = missing(shell, needs);
    if let Some(need) = still.first() {
        bail!(
            "the packages are installed, but {} is not found",
            need.words()
        );
    }
    Ok(())
}

/// The first of `programs` that is on the PATH. They are looked for, not run:
/// some of them answer no `--version`.
fn find(shell: &Shell, programs: &[&str]) -> Option<PathBuf> {
    programs.iter().find_map(|program| {
        let path = cmd!(shell, "which {program}")
            .quiet()
            .ignore_stderr()
            .read()
            .ok()?;
        Some(PathBuf::from(path.trim()))
    })
}
