//! Hostile input: each file of `tests/corpus` and random changes of them. A few
//! changes, always the same, in every test run; as many as a time allows by
//! `cargo xtask fuzz`, which keeps what it finds in the corpus.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a helper of tests fails as tests do"
)]

#[path = "../support/mod.rs"]
mod support;

mod changes;
mod corpus;
mod hunt;
mod targets;

use changes::{Case, case};
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use std::panic::{AssertUnwindSafe, catch_unwind};
use targets::Target;

/// Checks `count` random cases of a seed, and gives the smallest that fails.
fn run(
    target: &Target,
    files: &[String],
    count: u32,
    seed: u64,
    before: impl Fn(&str),
) -> Result<(), (Case, String)> {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let config = Config {
        cases: count,
        failure_persistence: None,
        ..Config::default()
    };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let outcome = TestRunner::new_with_rng(config, rng).run(&case(target), |case| {
        let text = case.text(files);
        before(&text);
        catch_unwind(AssertUnwindSafe(|| (target.check)(&text)))
            .map_err(|cause| TestCaseError::fail(words(&*cause)))
    });
    match outcome {
        Ok(()) => Ok(()),
        Err(TestError::Fail(reason, case)) => Err((case, reason.to_string())),
        Err(TestError::Abort(reason)) => panic!("{}: {reason}", target.name),
    }
}

/// What a panic said.
fn words(cause: &(dyn std::any::Any + Send)) -> String {
    let text = cause.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| cause.downcast_ref::<&str>().copied())
        .unwrap_or("a panic without words")
        .to_owned()
}

/// What every test run checks of a target.
fn replay(name: &str, changes: u32) {
    let target = targets::named(name);
    let files = corpus::read(name);
    assert!(!files.is_empty(), "tests/corpus/{name} is empty");
    for (file, text) in &files {
        if let Err(cause) = catch_unwind(AssertUnwindSafe(|| (target.check)(text))) {
            panic!("tests/corpus/{name}/{file}: {}", words(&*cause));
        }
    }
    let texts: Vec<String> = files.into_iter().map(|(_, text)| text).collect();
    if let Err((case, reason)) = run(target, &texts, changes, 1, |_| ()) {
        panic!("{name}: {reason}\n{}", case.text(&texts));
    }
}

#[test]
fn links_of_the_corpus_hold() {
    replay("links", 64);
}

#[test]
fn messages_of_the_corpus_hold() {
    replay("messages", 64);
}

#[test]
fn datasets_of_the_corpus_hold() {
    replay("datasets", 48);
}

#[test]
fn outlines_of_the_corpus_hold() {
    replay("outlines", 64);
}

#[test]
fn activities_of_the_corpus_hold() {
    replay("iati", 64);
}

#[test]
fn tables_of_the_corpus_hold() {
    replay("tables", 64);
}

#[test]
fn points_of_the_corpus_hold() {
    replay("geojson", 64);
}

/// `cargo xtask fuzz`, which says by the environment what to hunt, and how long.
#[test]
#[ignore = "bounded by a time: run it by `cargo xtask fuzz`"]
fn hunt() {
    hunt::run_by_environment();
}
