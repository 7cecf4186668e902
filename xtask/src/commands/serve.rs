//! `cargo xtask serve`: the app in a browser, built again on every change.

use crate::tools;
use anyhow::{Context, Result, bail};
use xshell::cmd;

const USAGE: &str = "cargo xtask serve [--port PORT]";

/// Serves until it is interrupted.
///
/// # Errors
/// When a tool cannot be installed, the port is taken or the build fails.
pub fn run(arguments: &[String]) -> Result<()> {
    let port = match arguments {
        [] => 8080,
        [flag, port] if flag == "--port" => port
            .parse::<u16>()
            .with_context(|| format!("`{port}` is no port; usage: {USAGE}"))?,
        _ => bail!("usage: {USAGE}"),
    };
    if std::net::TcpListener::bind(("127.0.0.1", port)).is_err() {
        bail!("port {port} is in use; choose another: {USAGE}");
    }
    let shell = tools::web_shell()?;
    let port = port.to_string();
    println!(
        "Aid Atlas will be at http://127.0.0.1:{port}/ once it is built (two to four minutes the first time). Ctrl-C stops it."
    );
    cmd!(
        shell,
        "trunk serve --release --offline --address 127.0.0.1 --port {port}"
    )
    .env("NO_COLOR", "true")
    .quiet()
    .run()
    .context("Trunk stopped; its words are above")
}
