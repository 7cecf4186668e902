//! `cargo xtask serve`: the app in a browser, built again on every change.

use crate::tools;
use anyhow::{Context, Result, bail};
use xshell::cmd;

const USAGE: &str = "cargo xtask serve [--port PORT] [--release]";

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
struct Options {
    port: u16,
    /// As readers get it: slow to build, small and fast to run.
    release: bool,
}

fn options(arguments: &[String]) -> Result<Options> {
    let mut options = Options {
        port: 8080,
        release: false,
    };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--release" => options.release = true,
            "--port" => {
                let port = rest.next().with_context(|| format!("usage: {USAGE}"))?;
                options.port = port
                    .parse()
                    .with_context(|| format!("`{port}` is no port; usage: {USAGE}"))?;
            }
            _ => bail!("usage: {USAGE}"),
        }
    }
    Ok(options)
}

/// Serves until it is interrupted. A change is built without optimising: it is
/// on screen in seconds.
///
/// # Errors
/// When a tool cannot be installed, the port is taken or the build fails.
pub fn run(arguments: &[String]) -> Result<()> {
    let Options { port, release } = options(arguments)?;
    if std::net::TcpListener::bind(("127.0.0.1", port)).is_err() {
        bail!("port {port} is in use; choose another: {USAGE}");
    }
    let shell = tools::web_shell()?;
    let port = port.to_string();
    println!(
        "Aid Atlas will be at http://127.0.0.1:{port}/ once it is built (one to three minutes the first time). Ctrl-C stops it."
    );
    let profile = release.then_some("--release");
    cmd!(
        shell,
        "trunk serve {profile...} --offline --address 127.0.0.1 --port {port}"
    )
    .env("NO_COLOR", "true")
    .quiet()
    .run()
    .context("Trunk stopped; its words are above")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Options> {
        options(
            &arguments
                .iter()
                .map(|a| (*a).to_owned())
                .collect::<Vec<_>>(),
        )
    }

    #[test]
    fn reads_port_and_profile_in_any_order() {
        let asked = read(&["--release", "--port", "8099"]).expect("options");
        assert_eq!(
            asked,
            Options {
                port: 8099,
                release: true
            }
        );
        assert_eq!(
            read(&[]).expect("options"),
            Options {
                port: 8080,
                release: false
            }
        );
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        for wrong in [&["--port"][..], &["--port", "70000"], &["--fast"]] {
            assert!(read(wrong).is_err(), "{wrong:?}");
        }
    }
}
