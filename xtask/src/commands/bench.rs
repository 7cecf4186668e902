//! `cargo xtask bench`: the app beside a React page of the same work.

use super::build;
use crate::tools::{self, system};
use crate::{say, workspace};
use anyhow::{Context, Result, bail, ensure};
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

const USAGE: &str =
    "cargo xtask bench load|input|large|lighthouse [--runs N] [--dist FOLDER] [--write]";

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Load,
    Input,
    Large,
    Lighthouse,
}

impl Kind {
    fn named(name: &str) -> Option<Self> {
        [Self::Load, Self::Input, Self::Large, Self::Lighthouse]
            .into_iter()
            .find(|kind| kind.name() == name)
    }

    /// As on the command line.
    const fn name(self) -> &'static str {
        match self {
            Self::Load => "load",
            Self::Input => "input",
            Self::Large => "large",
            Self::Lighthouse => "lighthouse",
        }
    }
}

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
struct Options {
    kind: Kind,
    runs: u32,
    /// A build that is there already, in place of a new one.
    dist: Option<PathBuf>,
    /// Whether docs/benchmarks.md gets the table.
    write: bool,
}

fn options(arguments: &[String]) -> Result<Options> {
    let mut rest = arguments.iter();
    let kind = rest
        .next()
        .and_then(|name| Kind::named(name))
        .with_context(|| format!("usage: {USAGE}"))?;
    let mut options = Options {
        kind,
        runs: 5,
        dist: None,
        write: false,
    };
    while let Some(argument) = rest.next() {
        let mut value = || {
            rest.next()
                .with_context(|| format!("{argument} needs a value; usage: {USAGE}"))
        };
        match argument.as_str() {
            "--runs" => {
                let runs = value()?;
                options.runs = runs
                    .parse()
                    .ok()
                    .filter(|runs| *runs > 0)
                    .with_context(|| format!("`{runs}` is no number of runs"))?;
            }
            "--dist" => options.dist = Some(value()?.into()),
            "--write" => options.write = true,
            _ => bail!("there is no {argument}; usage: {USAGE}"),
        }
    }
    Ok(options)
}

/// Measures both pages and prints their figures side by side.
///
/// # Errors
/// When a tool cannot be installed, a page cannot be built or a run fails.
pub fn run(arguments: &[String]) -> Result<()> {
    let Options {
        kind,
        runs,
        dist,
        write,
    } = options(arguments)?;
    let (shell, app) = app(dist)?;
    tools::npm::install(&shell, Path::new("bench"))?;
    let react = react(&shell)?;
    let browsers = system::browsers(&shell)?;
    let (name, runs) = (kind.name(), runs.to_string());
    let cache = workspace::root().join("target/bench/compressed");
    let write = write.then_some("--write");
    say::step(
        &format!("bench {name}, {runs} runs a page; leave the machine alone meanwhile"),
        || {
            cmd!(shell, "node bench/main.mjs {name} --app {app} --react {react} --cache {cache} --runs {runs} {write...}")
                .env("CHROMIUM", &browsers.chromium)
                .quiet()
                .run()
                .context("the figures could not be taken; the words are above")
        },
    )
}

/// The app's folder: the one that was named, or a release build.
fn app(dist: Option<PathBuf>) -> Result<(Shell, PathBuf)> {
    let Some(dist) = dist else {
        return Ok((build::run()?, workspace::root().join("dist")));
    };
    let dist = std::path::absolute(dist)?;
    ensure!(
        dist.join("index.html").is_file(),
        "there is no app in {}: leave --dist out to build one",
        dist.display()
    );
    let shell = tools::root_shell()?;
    tools::npm::require_node(&shell)?;
    tools::npm::install(&shell, Path::new("."))?;
    Ok((shell, dist))
}

/// Builds the React page and returns its folder.
fn react(shell: &Shell) -> Result<PathBuf> {
    let folder = workspace::root().join("target/bench/react");
    say::step("the React page", || {
        cmd!(shell, "node bench/react/build.mjs {folder}")
            .quiet()
            .run()
            .context("esbuild could not build the React page; its words are above")
    })?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Options> {
        let owned: Vec<String> = arguments.iter().map(|&word| word.to_owned()).collect();
        options(&owned)
    }

    #[test]
    fn reads_what_is_measured_and_how() {
        let plain = read(&["load"]).expect("options");
        assert_eq!(
            plain,
            Options {
                kind: Kind::Load,
                runs: 5,
                dist: None,
                write: false
            }
        );
        let all = read(&["input", "--write", "--dist", "there", "--runs", "2"]);
        assert_eq!(
            all.expect("options"),
            Options {
                kind: Kind::Input,
                runs: 2,
                dist: Some("there".into()),
                write: true
            }
        );
        assert_eq!(
            read(&["lighthouse"]).expect("options").kind,
            Kind::Lighthouse
        );
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        for wrong in [
            &[][..],
            &["speed"],
            &["load", "--fast"],
            &["load", "--runs"],
            &["load", "--runs", "0"],
            &["load", "--dist"],
        ] {
            assert!(read(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_folder_without_an_app_is_refused() {
        let empty = workspace::root().join("xtask");
        let told = app(Some(empty)).expect_err("nothing there").to_string();
        assert!(told.contains("there is no app in"), "{told}");
    }

    /// Else the pages would not be compared, but versions of ECharts.
    #[test]
    fn both_pages_have_the_same_charts() {
        let echarts = |file: &str, group: &str| {
            let text = std::fs::read_to_string(workspace::root().join(file)).expect("a manifest");
            let manifest: serde_json::Value = serde_json::from_str(&text).expect("JSON");
            manifest[group]["echarts"].as_str().map(str::to_owned)
        };
        let app = echarts("package.json", "devDependencies");
        assert!(app.is_some(), "the app draws with ECharts");
        assert_eq!(echarts("bench/package.json", "dependencies"), app);
    }
}
