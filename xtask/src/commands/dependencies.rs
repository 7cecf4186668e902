//! What `deny.toml` asks of the crates in Cargo.lock. A part of the host tests.

use crate::say;
use anyhow::{Context, Result};
use xshell::{Shell, cmd};

/// Checks licences, versions and sources; advisories too, where their database
/// can be fetched. `cargo deny` must be there.
///
/// # Errors
/// When a crate is not as `deny.toml` asks.
pub fn check(shell: &Shell) -> Result<()> {
    say::step("licences, versions and sources of the crates", || {
        cmd!(shell, "cargo deny --locked check bans licenses sources")
            .quiet()
            .run()
            .context("a crate is not as deny.toml asks; the words are above")
    })?;
    advisories(shell)
}

/// Whether a crate is known to be unsafe to use. The database lies in a public
/// repository, which not every machine reaches.
fn advisories(shell: &Shell) -> Result<()> {
    let fetched = cmd!(shell, "cargo deny --locked fetch db")
        .env("GIT_TERMINAL_PROMPT", "0")
        .quiet()
        .ignore_stdout()
        .ignore_stderr()
        .run();
    if fetched.is_err() {
        eprintln!(
            "==> advisories about the crates: NOT CHECKED, the RustSec database cannot be fetched from here"
        );
        return Ok(());
    }
    say::step("advisories about the crates", || {
        cmd!(shell, "cargo deny --locked check advisories")
            .quiet()
            .run()
            .context("there is an advisory about a crate; the words are above")
    })
}
