//! `cargo xtask test`: every test there is, in the order of their speed.

use super::{build, dependencies, size};
use crate::tools::system::{self, Browsers, Need};
use crate::{say, tools};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

const USAGE: &str = "cargo xtask test [host|browser|e2e|clone]";

/// Runs one kind of tests, or all of them.
///
/// # Errors
/// When a tool cannot be installed or a test fails.
pub fn run(arguments: &[String]) -> Result<()> {
    match arguments {
        [] => {
            host()?;
            let shell = tools::web_shell()?;
            browser(&shell)?;
            end_to_end()?;
            fresh_clone()
        }
        [kind] => match kind.as_str() {
            "host" => host(),
            "browser" => browser(&tools::web_shell()?),
            "e2e" => end_to_end(),
            "clone" => fresh_clone(),
            _ => bail!("usage: {USAGE}"),
        },
        _ => bail!("usage: {USAGE}"),
    }
}

/// All that needs no browser: each check is a function of its own.
fn host() -> Result<()> {
    let shell = tools::root_shell()?;
    formatting(&shell)?;
    lints(&shell)?;
    scripts(&shell)?;
    let programs = [tools::cargo_tools::nextest(), tools::cargo_tools::deny()];
    tools::prepend_path(&shell, tools::cargo_tools::ensure(&programs)?)?;
    dependencies::check(&shell)?;
    host_tests(&shell)
}

fn formatting(shell: &Shell) -> Result<()> {
    say::step("formatting", || {
        cmd!(shell, "cargo fmt --all --check")
            .quiet()
            .run()
            .context("run `cargo fmt --all`")
    })
}

/// Which lints: `[workspace.lints]` in Cargo.toml.
fn lints(shell: &Shell) -> Result<()> {
    say::step("lints of the core and the tools", || {
        cmd!(
            shell,
            "cargo clippy --quiet --workspace --all-targets -- -D warnings"
        )
        .quiet()
        .run()
        .context("clippy")
    })
}

/// Types and form of the scripts.
fn scripts(shell: &Shell) -> Result<()> {
    tools::npm::require_node(shell)?;
    tools::npm::install(shell, Path::new("."))?;
    say::step("types and form of the scripts", || {
        cmd!(shell, "npm run --silent check")
            .quiet()
            .run()
            .context("`npm run format` puts right what it can")
    })
}

/// The tests of the pure core and of the tools.
fn host_tests(shell: &Shell) -> Result<()> {
    say::step("host tests", || {
        cmd!(
            shell,
            "cargo nextest run --workspace --no-fail-fast --no-tests=fail"
        )
        .quiet()
        .run()
        .context("a host test failed; its words are above")
    })
}

/// Lints of what is compiled for the browser, and its tests inside one.
fn browser(shell: &Shell) -> Result<()> {
    let browsers = system::browsers(shell)?;
    let target = "wasm32-unknown-unknown";
    // Debian's toolchain, the way out where rustup has no target, has no clippy.
    if cmd!(shell, "cargo clippy --version")
        .quiet()
        .ignore_stderr()
        .read()
        .is_err()
    {
        eprintln!("==> lints of the browser's part: left out, this toolchain has no clippy");
        return browser_tests(shell, &browsers, target);
    }
    say::step("lints of the browser's part", || {
        // As it is cut for readers, and in one piece, as its tests run.
        cmd!(shell, "cargo clippy --quiet --package aid-atlas --features split --target {target} -- -D warnings")
            .quiet()
            .run()
            .context("clippy")?;
        cmd!(shell, "cargo clippy --quiet --package aid-atlas --all-targets --target {target} -- -D warnings")
            .quiet()
            .run()
            .context("clippy")
    })?;
    browser_tests(shell, &browsers, target)
}

fn browser_tests(shell: &Shell, browsers: &Browsers, target: &str) -> Result<()> {
    say::step("browser tests (a minute or two to build)", || {
        cmd!(
            shell,
            "cargo test --package aid-atlas --target {target} --test browser"
        )
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            "wasm-bindgen-test-runner",
        )
        .env("CHROMEDRIVER", &browsers.chromedriver)
        .quiet()
        .run()
        .context("a browser test failed; its words are above")
    })
}

/// The release build, used as a person uses it.
fn end_to_end() -> Result<()> {
    let shell = build::run()?;
    size::check(&shell)?;
    let browsers = system::browsers(&shell)?;
    system::ensure(&shell, &[Need::Statistics])?;
    let schemas = tools::iati::schemas(&shell)?;
    let mut files = shell.read_dir("tests/e2e")?;
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    let run = |files: &[PathBuf]| {
        // What failed, for another run; all that is said goes to the screen.
        let failed = Path::new(FAILED);
        cmd!(
            shell,
            "node --test {ENDS...} --test-concurrency=1 --test-reporter=tap --test-reporter-destination=stdout --test-reporter=./tests/e2e/support/failed.mjs --test-reporter-destination={failed} {files...}"
        )
        .env("CHROMIUM", &browsers.chromium)
        .env("FIREFOX", &browsers.firefox)
        .env("WEBKIT_DRIVER", &browsers.webkit_driver)
        .env("XVFB", &browsers.xvfb)
        .env("IATI_SCHEMAS", &schemas)
        .quiet()
        .run()
        .context("an end-to-end test failed; its words are above")
    };
    say::step("end-to-end tests, in three browsers (ten minutes)", || {
        let Err(error) = run(&files) else {
            return Ok(());
        };
        let failed = shell.read_file(FAILED).unwrap_or_default();
        let failed: Vec<PathBuf> = failed.lines().map(PathBuf::from).collect();
        if failed.is_empty() || failed.len() > UNSTEADY {
            return Err(error);
        }
        eprintln!("==> run again, for a browser may have stumbled: {failed:?}");
        run(&failed)?;
        eprintln!("==> UNSTEADY: failed once and passed once, which wants a reason: {failed:?}");
        Ok(())
    })
}

/// So that a run ends whatever a test leaves behind: what a browser that crashed
/// kept open holds up nothing, and a file that hangs fails within half an hour.
const ENDS: [&str; 2] = ["--test-force-exit", "--test-timeout=1800000"];

/// Where the files stand in which an end-to-end test failed.
const FAILED: &str = "target/end-to-end-failed.txt";

/// More files than this do not fail for a browser that stumbled.
const UNSTEADY: usize = 2;

/// What the README tells a newcomer, in a clone of the last commit.
fn fresh_clone() -> Result<()> {
    let shell = tools::web_shell()?;
    say::step(
        "`cargo xtask serve` in a fresh clone of the last commit (three minutes)",
        || {
            cmd!(shell, "node --test {ENDS...} tests/clone/serve.test.mjs")
                .quiet()
                .run()
                .context("the clone does not serve; the words are above")
        },
    )
}

#[cfg(test)]
mod tests {
    use super::ENDS;
    use anyhow::{Context, Result};
    use xshell::{Shell, cmd};

    /// A failed `before` leaves the server of the suite open, which once held up a run for good.
    #[test]
    fn a_run_ends_with_what_failed_though_a_server_is_left_open() -> Result<()> {
        let shell = Shell::new()?;
        let folder = shell.create_temp_dir()?;
        let file = folder.path().join("left-open.test.mjs");
        let left_open = r#"
            import { createServer } from "node:http";
            import { test } from "node:test";
            test("fails", async () => {
                await new Promise((done) => createServer().listen(0, done));
                throw new Error("the browser crashed");
            });"#;
        shell.write_file(&file, left_open)?;
        let output = cmd!(shell, "timeout 60 node --test {ENDS...} {file}")
            .quiet()
            .ignore_status()
            .output()
            .context("node")?;
        let said = String::from_utf8_lossy(&output.stdout);
        assert_eq!(
            output.status.code(),
            Some(1),
            "124 is a run that did not end: {said}"
        );
        assert!(said.contains("the browser crashed"), "{said}");
        Ok(())
    }
}
