//! What `cargo xtask validate` is asked.

use anyhow::{Context, Result, bail};

const HOW: &str = "cargo xtask validate FILE [--columns MAPPING] [--places FILE] [--save FILE]";

/// Files, and how they are to be read.
#[derive(Debug, Default, PartialEq)]
pub struct Asked {
    /// At least one.
    pub files: Vec<String>,
    /// How the columns of a table are read, as links say it; empty: as they seem to be.
    pub columns: String,
    /// A second table, with the points of the places.
    pub places: Option<String>,
    /// Where what was read is written, of one file.
    pub save: Option<String>,
}

impl Asked {
    /// Reads arguments.
    ///
    /// # Errors
    /// When no file is named, an option is not known or has no value, or more than one
    /// file would be saved as the same.
    pub fn parse(arguments: &[String]) -> Result<Self> {
        let mut asked = Self::default();
        let mut left = arguments.iter();
        while let Some(argument) = left.next() {
            let mut value = || {
                let value = left.next().cloned();
                value.with_context(|| format!("what should follow {argument}? {HOW}"))
            };
            match argument.as_str() {
                "--columns" => asked.columns = value()?,
                "--places" => asked.places = Some(value()?),
                "--save" => asked.save = Some(value()?),
                option if option.starts_with("--") => bail!("there is no {option}: {HOW}"),
                file => asked.files.push(file.to_owned()),
            }
        }
        match (asked.files.len(), &asked.save) {
            (0, _) => bail!("name a file: {HOW}"),
            (1, _) | (_, None) => Ok(asked),
            (_, Some(to)) => bail!("only one file can be saved as {to}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Asked;

    fn parse(line: &str) -> Result<Asked, String> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Asked::parse(&words).map_err(|why| why.to_string())
    }

    #[test]
    fn files_and_options_stand_in_any_order() {
        let asked = parse("--save o.json a.csv --columns comma~1.id --places b.csv");
        let asked = asked.expect("arguments");
        assert_eq!(asked.files, ["a.csv"]);
        assert_eq!(asked.columns, "comma~1.id");
        assert_eq!(asked.places.as_deref(), Some("b.csv"));
        assert_eq!(asked.save.as_deref(), Some("o.json"));
        assert_eq!(parse("a b").expect("two files").files, ["a", "b"]);
    }

    #[test]
    fn what_cannot_be_done_is_said_with_what_can() {
        for (line, why) in [
            ("", "name a file"),
            ("a --save", "what should follow --save"),
            ("a --fast", "there is no --fast"),
            ("a b --save c", "only one file"),
        ] {
            let said = parse(line).expect_err(line);
            assert!(said.contains(why), "{line}: {said}");
        }
    }
}
