//! `cargo xtask monkey`: random steps at the app in a browser, until something
//! does not hold.

use super::seed;
use crate::say;
use crate::tools::{self, system};
use anyhow::{Context, Result, bail, ensure};
use std::path::Path;
use xshell::cmd;

const USAGE: &str = "cargo xtask monkey [--seed S] [--steps N] [--openings N]";

/// What the monkey does.
#[derive(Debug, PartialEq)]
struct Monkey {
    seed: Option<u64>,
    steps: u64,
    openings: u64,
}

/// Lets it loose on the app in `dist/`. It prints its seed, and what it did where
/// something does not hold.
///
/// # Errors
/// When something does not hold, an argument is unknown, nothing is built or a
/// tool cannot be installed.
pub fn run(arguments: &[String]) -> Result<()> {
    let Monkey {
        seed,
        steps,
        openings,
    } = read(arguments)?;
    let seed = seed.unwrap_or_else(seed::of_now).to_string();
    let [steps, openings] = [steps, openings].map(|number| number.to_string());
    let shell = tools::root_shell()?;
    ensure!(
        shell.path_exists("dist/index.html"),
        "there is nothing in dist/: run `cargo xtask build` first"
    );
    tools::npm::require_node(&shell)?;
    tools::npm::install(&shell, Path::new("."))?;
    let browsers = system::browsers(&shell)?;
    let title = format!("{steps} steps and {openings} openings, seed {seed}");
    say::step(&title, || {
        cmd!(
            shell,
            "node tests/e2e/support/run-monkey.mjs {seed} {steps} {openings}"
        )
        .env("CHROMIUM", &browsers.chromium)
        .quiet()
        .run()
        .context("something did not hold; the steps are above")
    })
}

fn read(arguments: &[String]) -> Result<Monkey> {
    let mut monkey = Monkey {
        seed: None,
        steps: 10_000,
        openings: 1000,
    };
    for pair in arguments.chunks(2) {
        let number = pair.get(1).and_then(|it| it.parse().ok());
        match (pair.first().map(String::as_str), number) {
            (Some("--seed"), Some(seed)) => monkey.seed = Some(seed),
            (Some("--steps"), Some(steps)) => monkey.steps = steps,
            (Some("--openings"), Some(openings)) => monkey.openings = openings,
            _ => bail!("usage: {USAGE}"),
        }
    }
    Ok(monkey)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(arguments: &str) -> Result<Monkey> {
        let all: Vec<String> = arguments.split_whitespace().map(str::to_owned).collect();
        read(&all)
    }

    #[test]
    fn reads_what_it_is_to_do() {
        let usual = given("").expect("no arguments");
        assert_eq!(
            (usual.seed, usual.steps, usual.openings),
            (None, 10_000, 1000)
        );
        let short = given("--steps 20 --seed 7").expect("two arguments");
        assert_eq!((short.seed, short.steps), (Some(7), 20));
        for wrong in ["--steps", "--steps x", "20", "--seed -1"] {
            let told = given(wrong).expect_err(wrong).to_string();
            assert!(told.contains("usage"), "{told}");
        }
    }
}
