//! What `deny.toml` asks of the crates in Cargo.lock, and what is known of the packages
//! in package-lock.json. A part of the host tests.

use crate::say;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::collections::BTreeMap;
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
    advisories(shell)?;
    packages(shell)
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

/// What `npm audit --json` answers, as much of it as is asked for.
#[derive(Deserialize)]
struct Audit {
    vulnerabilities: BTreeMap<String, Advised>,
}

/// A package about which there is an advisory.
#[derive(Deserialize)]
struct Advised {
    severity: String,
}

/// Whether a package that the build and the tests use is known to be unsafe. Not every
/// registry serves the list.
fn packages(shell: &Shell) -> Result<()> {
    // It also fails where there is an advisory: the answer tells.
    let answer = cmd!(shell, "npm audit --json")
        .quiet()
        .ignore_status()
        .ignore_stderr()
        .read()?;
    let Some(advised) = grave(&answer) else {
        eprintln!(
            "==> advisories about the npm packages: NOT CHECKED, the registry gives no list of them"
        );
        return Ok(());
    };
    say::step("advisories about the npm packages", || {
        if !advised.is_empty() {
            bail!(
                "there is an advisory of high severity about {}: `npm audit` says which",
                advised.join(", ")
            );
        }
        Ok(())
    })
}

/// The packages with an advisory of high or critical severity; none where the answer
/// is no audit.
fn grave(answer: &str) -> Option<Vec<String>> {
    let audit: Audit = serde_json::from_str(answer).ok()?;
    let grave = audit
        .vulnerabilities
        .into_iter()
        .filter(|(_, advised)| ["high", "critical"].contains(&advised.severity.as_str()));
    Some(grave.map(|(name, _)| name).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_grave_advisories_count() {
        let answer = r#"{"auditReportVersion": 2, "vulnerabilities": {
            "a": {"severity": "high"}, "b": {"severity": "low"}, "c": {"severity": "critical"}}}"#;
        assert_eq!(grave(answer), Some(vec!["a".to_owned(), "c".to_owned()]));
        assert_eq!(grave(r#"{"vulnerabilities": {}}"#), Some(Vec::new()));
    }

    #[test]
    fn an_answer_without_a_list_is_no_audit() {
        for answer in ["", r#"{"message": "405 Method Not Allowed"}"#, "<html>"] {
            assert_eq!(grave(answer), None, "{answer}");
        }
    }
}
