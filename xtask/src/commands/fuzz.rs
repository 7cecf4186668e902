//! `cargo xtask fuzz`: hunts for input that breaks the readers of links,
//! messages, datasets, outlines and files of other kinds.

use super::seed;
use crate::{say, tools};
use anyhow::{Context, Result, bail};
use xshell::cmd;

const USAGE: &str = "cargo xtask fuzz [links|messages|datasets|outlines|iati|tables|geojson] [--seconds N] [--seed S]";
const TARGETS: [&str; 7] = [
    "links", "messages", "datasets", "outlines", "iati", "tables", "geojson",
];
/// How long each target is hunted, where nobody says how long.
const SECONDS: u64 = 60;

/// What to hunt.
#[derive(Debug, PartialEq)]
struct Hunt {
    targets: Vec<&'static str>,
    seconds: u64,
    seed: Option<u64>,
}

/// Hunts one target or each in turn. What is found is kept in `tests/corpus`,
/// where every test run reads it.
///
/// # Errors
/// When something is found, or an argument is unknown.
pub fn run(arguments: &[String]) -> Result<()> {
    let hunt = read(arguments)?;
    let seed = hunt.seed.unwrap_or_else(seed::of_now);
    let shell = tools::root_shell()?;
    for target in hunt.targets {
        let title = format!("{target}: {} s from seed {seed}", hunt.seconds);
        say::step(&title, || {
            cmd!(
                shell,
                "cargo test --quiet --package aid-atlas --test fuzz -- --ignored --exact hunt --nocapture"
            )
            .env("FUZZ_TARGET", target)
            .env("FUZZ_SECONDS", hunt.seconds.to_string())
            .env("FUZZ_SEED", seed.to_string())
            .quiet()
            .run()
            .context("something was found; it is in tests/corpus, and its words are above")
        })?;
    }
    Ok(())
}

fn read(arguments: &[String]) -> Result<Hunt> {
    let mut hunt = Hunt {
        targets: Vec::new(),
        seconds: SECONDS,
        seed: None,
    };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut number = || {
            let given = rest.next().and_then(|it| it.parse().ok());
            given.with_context(|| format!("{argument} takes a number\nusage: {USAGE}"))
        };
        match argument.as_str() {
            "--seconds" => hunt.seconds = number()?,
            "--seed" => hunt.seed = Some(number()?),
            name => match TARGETS.iter().find(|target| **target == name) {
                Some(target) => hunt.targets.push(target),
                None => bail!("usage: {USAGE}"),
            },
        }
    }
    if hunt.targets.is_empty() {
        hunt.targets = TARGETS.to_vec();
    }
    Ok(hunt)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(arguments: &str) -> Result<Hunt> {
        let all: Vec<String> = arguments.split_whitespace().map(str::to_owned).collect();
        read(&all)
    }

    #[test]
    fn reads_what_to_hunt() {
        let all = given("").expect("all targets");
        assert_eq!((all.targets, all.seconds), (TARGETS.to_vec(), SECONDS));
        let one = given("outlines --seconds 5 --seed 7").expect("one target");
        assert_eq!(
            (one.targets, one.seconds, one.seed),
            (vec!["outlines"], 5, Some(7))
        );
        for wrong in ["words", "--seconds", "--seconds x", "links --seed -"] {
            let told = given(wrong).expect_err(wrong).to_string();
            assert!(told.contains("usage"), "{told}");
        }
    }
}
