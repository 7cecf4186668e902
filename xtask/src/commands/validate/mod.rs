//! `cargo xtask validate FILE`: as what the page would read a file, what it would
//! guess or leave out, and what is wrong with the dataset; by the page's own code.

mod asked;
mod report;

use anyhow::{Context, Result, bail};
use asked::Asked;
use model::{Date, Days};
use reader::{Encodings, Given};
use report::Report;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// Prints what is in each file and what is wrong with it, and saves what was read
/// where that is asked for.
///
/// # Errors
/// When no file is named, one cannot be read, or something is wrong with one.
pub fn run(arguments: &[String]) -> Result<()> {
    let asked = Asked::parse(arguments)?;
    let places = asked.places.as_deref().map(named).transpose()?;
    let mut wrong = 0;
    for file in &asked.files {
        let (bytes, name) = named(file)?;
        let given = Given {
            file: (&bytes, &name),
            columns: &asked.columns,
            places: places
                .as_ref()
                .map(|(bytes, name)| (bytes.as_slice(), name.as_str())),
            encodings: Encodings::TABLES,
            read_on: today(),
        };
        let Report {
            words,
            problems,
            dataset,
        } = report::report(Path::new(file), &given);
        print!("{words}");
        wrong += problems;
        if let (Some(to), Some(json)) = (&asked.save, dataset) {
            std::fs::write(to, json).with_context(|| format!("{to} cannot be written"))?;
            println!("Saved as {to}, in the app's own form.");
        }
    }
    match wrong {
        0 => Ok(()),
        1 => bail!("1 problem"),
        _ => bail!("{wrong} problems"),
    }
}

/// A file's bytes, and its name without folders.
fn named(file: &str) -> Result<(Vec<u8>, String)> {
    let bytes = std::fs::read(file).with_context(|| format!("{file} cannot be read"))?;
    let name = Path::new(file).file_name().unwrap_or_default();
    Ok((bytes, name.to_string_lossy().into_owned()))
}

fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let days = since.map_or(0, |since| since.as_secs() / 86_400);
    Date::day_of(Days::try_from(days).unwrap_or(0))
}
