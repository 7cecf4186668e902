//! Debian packages, for systems that have them.

use anyhow::{Context, Result, bail};
use xshell::{Cmd, Shell, cmd};

/// Whether `apt-get` is there to install from.
pub fn is_debian(shell: &Shell) -> bool {
    super::answers(shell, "apt-get")
}

/// Installs the packages that are not there yet.
///
/// # Errors
/// When they cannot be installed, with the command that would do it by hand.
pub fn install(shell: &Shell, packages: &[&str]) -> Result<()> {
    let missing: Vec<&str> = packages
        .iter()
        .copied()
        .filter(|p| !installed(shell, p))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if !is_debian(shell) {
        bail!("this system has no apt-get; install what these Debian packages hold: {names}");
    }
    crate::say::step(
        &format!("Debian packages: {names} (a minute or two)"),
        || {
            let install = || {
                as_root(shell, "apt-get")
                    .args(["install", "-y", "-qq", "--no-install-recommends"])
                    .args(&missing)
                    .ignore_stdout()
                    .run()
            };
            // A new machine often has no package lists yet.
            install()
                .or_else(|_| {
                    as_root(shell, "apt-get").args(["update", "-qq"]).run()?;
                    install()
                })
                .with_context(|| {
                    format!("could not install Debian packages; try: apt-get install {names}")
                })
        },
    )
}

/// `program` as root: through sudo unless this is root already.
pub fn as_root<'a>(shell: &'a Shell, program: &str) -> Cmd<'a> {
    let root = cmd!(shell, "id -u")
        .quiet()
        .read()
        .is_ok_and(|id| id.trim() == "0");
    let command = if root {
        cmd!(shell, "{program}")
    } else {
        cmd!(shell, "sudo -E {program}")
    };
    command.env("DEBIAN_FRONTEND", "noninteractive").quiet()
}

fn installed(shell: &Shell, package: &str) -> bool {
    let format = "${Status}";
    cmd!(shell, "dpkg-query -W -f {format} {package}")
        .quiet()
        .ignore_stderr()
        .read()
        .is_ok_and(|status| status.contains("install ok installed"))
}
