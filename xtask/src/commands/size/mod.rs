//! `cargo xtask size`: the bytes of `dist/`, beside what `budget.toml` allows.

mod budget;

use crate::{say, tools};
use anyhow::{Context, Result, bail};
use budget::{Budget, Bytes, File, Row, When};
use std::fmt::Write as _;
use xshell::{Shell, cmd};

/// Measures the release build that lies in `dist/`.
///
/// # Errors
/// When there is none, or when a part is larger than its budget.
pub fn run() -> Result<()> {
    let shell = tools::root_shell()?;
    tools::npm::require_node(&shell)?;
    check(&shell)
}

/// Prints the table, then stops at what is exceeded.
///
/// # Errors
/// As [`run`].
pub fn check(shell: &Shell) -> Result<()> {
    if !shell.path_exists("dist/index.html") {
        bail!("there is nothing in dist/: run `cargo xtask build` first");
    }
    let budget = Budget::read(&shell.read_file("budget.toml")?)?;
    let files: Vec<File> = say::step("size of dist/", || {
        let json = cmd!(shell, "node xtask/src/commands/size/measure.mjs dist")
            .quiet()
            .read()
            .context("the files could not be measured")?;
        Ok(serde_json::from_str(&json)?)
    })?;
    let rows = budget.rows(&files)?;
    eprintln!("{}", table(&rows));
    let mut excess = Vec::new();
    for row in &rows {
        let words = row.excess();
        if !words.is_empty() {
            excess.extend(words);
            excess.push(format!("    {}", row.roomier()));
        }
    }
    if !excess.is_empty() {
        bail!(
            "dist/ is over its budget (an unoptimised build always is: `cargo xtask build`)\n  {}\nMake it smaller, or raise the limits in budget.toml and say in the commit what readers get for it",
            excess.join("\n  ")
        );
    }
    Ok(())
}

/// The parts in groups, each below its sum.
fn table(rows: &[Row<'_>]) -> String {
    let mut lines = line(
        "bytes",
        ["raw", "gzip", "brotli", "of budget"].map(str::to_owned),
    );
    for (when, title) in [(When::First, "first load"), (When::Later, "later")] {
        let (mut bytes, mut most) = (Bytes::default(), Bytes::default());
        let mut parts = String::new();
        for row in rows.iter().filter(|row| row.when == when) {
            parts += &figures(&format!("  {}", row.name), row.bytes, row.most);
            bytes += row.bytes;
            most += row.most;
        }
        lines += &figures(title, bytes, most);
        lines += &parts;
    }
    lines
}

fn figures(name: &str, bytes: Bytes, most: Bytes) -> String {
    let [raw, gzip, brotli] = bytes.named().map(|(_, bytes)| grouped(bytes));
    let share = bytes.share(most);
    // 100.04 % is too much and must not look like 100.0.
    let share = (share * 10.0).ceil() / 10.0;
    line(name, [raw, gzip, brotli, format!("{share:.1} %")])
}

fn line(name: &str, cells: [String; 4]) -> String {
    let mut line = format!("    {name:<18}");
    for cell in cells {
        // Writing to a string cannot fail.
        let _ = write!(line, "{cell:>12}");
    }
    line + "\n"
}

/// `1234567` as `1,234,567`.
fn grouped(bytes: u64) -> String {
    let digits = bytes.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_grouped_by_thousands() {
        for (bytes, text) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(grouped(bytes), text);
        }
    }

    #[test]
    fn the_table_has_a_sum_for_what_is_loaded_first() {
        let bytes = |raw| Bytes {
            raw,
            gzip: 2,
            brotli: 1,
        };
        let row = |name, when, raw| Row {
            name,
            when,
            bytes: bytes(raw),
            most: bytes(4000),
        };
        let rows = [
            row("program", When::First, 2000),
            row("styles", When::First, 3000),
            row("tools", When::Later, 4001),
        ];
        let text = table(&rows);
        let cells = |start: &str| -> Vec<String> {
            let line = text.lines().find(|line| line.trim().starts_with(start));
            let words = line.unwrap_or_default().split_whitespace();
            words.map(str::to_owned).collect()
        };
        assert_eq!(cells("first load")[2..5], ["5,000", "4", "2"], "{text}");
        assert_eq!(cells("tools")[4..], ["100.1", "%"], "{text}");
    }
}
