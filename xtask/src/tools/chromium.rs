//! Chromium, its driver and fonts that hold Chinese, for the browser tests.

use anyhow::Result;
use std::path::PathBuf;
use xshell::Shell;

/// Programs for driving a browser.
pub struct Browser {
    /// The browser itself.
    pub chromium: PathBuf,
    /// Its WebDriver server.
    pub driver: PathBuf,
}

/// Finds Chromium and its driver, or installs Debian's.
///
/// # Errors
/// When there is no browser and Debian's packages cannot be installed.
pub fn ensure(shell: &Shell) -> Result<Browser> {
    let here = |program: &str| super::answers(shell, program);
    if !(here("chromium") && here("chromedriver")) {
        super::debian::install(shell, &["chromium", "chromium-driver", "fonts-noto-cjk"])?;
    }
    Ok(Browser {
        chromium: which(shell, "chromium")?,
        driver: which(shell, "chromedriver")?,
    })
}

fn which(shell: &Shell, program: &str) -> Result<PathBuf> {
    let path = xshell::cmd!(shell, "which {program}").quiet().read()?;
    Ok(PathBuf::from(path.trim()))
}
