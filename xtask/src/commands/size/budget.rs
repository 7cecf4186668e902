//! What `budget.toml` allows, and what of it is used.

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::ops::AddAssign;

/// Bytes of one or more files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bytes {
    /// As they lie there, and as the browser has to read them.
    pub raw: u64,
    /// As most hosts send them.
    pub gzip: u64,
    /// As the others do.
    pub brotli: u64,
}

impl Bytes {
    /// The three figures with their names.
    pub const fn named(self) -> [(&'static str, u64); 3] {
        [
            ("raw", self.raw),
            ("gzip", self.gzip),
            ("brotli", self.brotli),
        ]
    }

    /// How much of `budget` is used, in percent: that of the figure which is
    /// nearest to its limit, or furthest above it.
    pub fn share(self, budget: Self) -> f64 {
        self.named()
            .into_iter()
            .zip(budget.named())
            .map(|((_, bytes), (_, most))| bytes as f64 * 100.0 / most.max(1) as f64)
            .fold(0.0, f64::max)
    }
}

impl AddAssign for Bytes {
    fn add_assign(&mut self, other: Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }
}

/// A file of `dist/`, by its path below it.
#[derive(Debug, Deserialize)]
pub struct File {
    /// With `/` between folders.
    pub name: String,
    /// Its bytes.
    #[serde(flatten)]
    pub bytes: Bytes,
}

/// When readers fetch a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum When {
    /// Before they see the page.
    First,
    /// When they ask for what needs it, if ever.
    Later,
}

/// Files that belong together.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// What it is called in the table.
    pub name: String,
    /// Paths below `dist/`, with one `*` at most in each.
    pub files: Vec<String>,
    /// When it is fetched.
    pub when: When,
    /// What its files may have together.
    pub most: Bytes,
}

/// All parts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// In the order of the table.
    #[serde(rename = "part")]
    pub parts: Vec<Part>,
}

/// What a part has, beside what it may have.
#[derive(Debug)]
pub struct Row<'a> {
    /// Its name.
    pub name: &'a str,
    /// When it is fetched.
    pub when: When,
    /// What it has.
    pub bytes: Bytes,
    /// What it may have.
    pub most: Bytes,
}

impl Budget {
    /// Reads the text of `budget.toml`.
    ///
    /// # Errors
    /// When it is no such file.
    pub fn read(text: &str) -> Result<Self> {
        toml::from_str(text).context("budget.toml")
    }

    /// A row for each part.
    ///
    /// # Errors
    /// When a part has no file, or when what browsers fetch as a part of the
    /// app belongs to no part.
    pub fn rows(&self, files: &[File]) -> Result<Vec<Row<'_>>> {
        let mut rows: Vec<Row<'_>> = self.parts.iter().map(Part::empty).collect();
        let mut found = vec![false; rows.len()];
        for file in files {
            match self.parts.iter().position(|part| part.holds(&file.name)) {
                Some(at) => {
                    rows[at].bytes += file.bytes;
                    found[at] = true;
                }
                None if is_code(&file.name) => {
                    bail!("dist/{} belongs to no part of budget.toml", file.name)
                }
                None => {}
            }
        }
        match found.iter().position(|found| !found) {
            Some(at) => bail!(
                "dist/ has no file for `{}` of budget.toml",
                self.parts[at].name
            ),
            None => Ok(rows),
        }
    }
}

impl Part {
    fn empty(&self) -> Row<'_> {
        Row {
            name: &self.name,
            when: self.when,
            bytes: Bytes::default(),
            most: self.most,
        }
    }

    fn holds(&self, file: &str) -> bool {
        self.files
            .iter()
            .any(|pattern| match pattern.split_once('*') {
                None => pattern == file,
                Some((start, end)) => file
                    .strip_prefix(start)
                    .and_then(|rest| rest.strip_suffix(end))
                    .is_some_and(|middle| !middle.contains('/')),
            })
    }
}

impl Row<'_> {
    /// The line for `budget.toml` that would hold what there is, and 3 % more.
    pub fn roomier(&self) -> String {
        let [raw, gzip, brotli] = self.bytes.named().map(|(_, bytes)| bytes * 103 / 100);
        format!("most = {{ raw = {raw}, gzip = {gzip}, brotli = {brotli} }}")
    }

    /// What is too much, in words.
    pub fn excess(&self) -> Vec<String> {
        let limits = self.bytes.named().into_iter().zip(self.most.named());
        limits
            .filter(|((_, bytes), (_, most))| bytes > most)
            .map(|((how, bytes), (_, most))| {
                format!(
                    "{} has {bytes} bytes ({how}), {} more than the {most} of its budget",
                    self.name,
                    bytes - most
                )
            })
            .collect()
    }
}

/// Whether a browser would run or apply it.
fn is_code(file: &str) -> bool {
    let ending = file.rsplit('.').next().unwrap_or_default();
    ["wasm", "js", "mjs", "css", "html"].contains(&ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOML: &str = r#"
[[part]]
name = "program"
files = ["*.wasm"]
when = "first"
most = { raw = 100, gzip = 50, brotli = 40 }

[[part]]
name = "scripts"
files = ["charts.js", "chunk-*.js"]
when = "later"
most = { raw = 100, gzip = 50, brotli = 40 }
"#;

    fn file(name: &str, raw: u64, gzip: u64, brotli: u64) -> File {
        File {
            name: name.to_owned(),
            bytes: Bytes { raw, gzip, brotli },
        }
    }

    #[test]
    fn files_are_added_up_by_part() {
        let budget = Budget::read(TOML).expect("a budget");
        let files = [
            file("app_bg.wasm", 90, 45, 30),
            file("charts.js", 10, 5, 4),
            file("chunk-A1.js", 20, 10, 8),
            file("oembed/map.json", 9999, 999, 999),
        ];
        let rows = budget.rows(&files).expect("rows");
        assert_eq!(rows[0].bytes, files[0].bytes);
        let both = Bytes {
            raw: 30,
            gzip: 15,
            brotli: 12,
        };
        assert_eq!(rows[1].bytes, both);
        assert!(rows.iter().all(|row| row.excess().is_empty()));
    }

    #[test]
    fn what_is_exceeded_is_named_with_both_figures() {
        let budget = Budget::read(TOML).expect("a budget");
        let files = [
            file("app_bg.wasm", 100, 51, 40),
            file("charts.js", 10, 5, 4),
        ];
        let rows = budget.rows(&files).expect("rows");
        assert_eq!(
            rows[0].excess(),
            ["program has 51 bytes (gzip), 1 more than the 50 of its budget"]
        );
        assert!((rows[0].bytes.share(rows[0].most) - 102.0).abs() < 1e-9);
        let raised = TOML.replacen(
            "most = { raw = 100, gzip = 50, brotli = 40 }",
            &rows[0].roomier(),
            1,
        );
        let budget = Budget::read(&raised).expect("a budget");
        assert_eq!(budget.rows(&files).expect("rows")[0].excess(), [""; 0]);
    }

    #[test]
    fn no_code_slips_by_and_no_part_is_empty() {
        let budget = Budget::read(TOML).expect("a budget");
        let known = || vec![file("app_bg.wasm", 1, 1, 1), file("charts.js", 1, 1, 1)];
        for stranger in ["lib/deep.wasm", "other.js", "extra.css"] {
            let mut files = known();
            files.push(file(stranger, 1, 1, 1));
            let words = budget.rows(&files).expect_err("a stranger").to_string();
            assert!(words.contains(stranger), "{words}");
        }
        let words = budget.rows(&known()[..1]).expect_err("a gap").to_string();
        assert!(words.contains("`scripts`"), "{words}");
    }

    #[test]
    fn the_budget_of_the_repository_can_be_read() {
        let text = std::fs::read_to_string(crate::workspace::root().join("budget.toml"));
        let budget = Budget::read(&text.expect("a file")).expect("a budget");
        assert!(budget.parts.iter().any(|part| part.when == When::First));
    }
}
