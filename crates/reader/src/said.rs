//! As what a file was read, in words: here, for the page need not have them.

use borsh::{BorshDeserialize, BorshSerialize};
use import::{Finding, Imported, Refused};
use model::{Lang, Text};
use text::imported;
use words::Locale;

/// As what a file of another kind was read.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// What kind of file it is.
    pub format: Text,
    /// What was left out or guessed.
    pub findings: Vec<Told>,
    /// The same as a table to take away.
    pub report: Text,
}

/// All that was found of one kind.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What, and how often.
    pub words: Text,
    /// Where the first of them are.
    pub places: Vec<Text>,
}

/// In each of the page's own languages.
fn in_all(words: impl Fn(Lang) -> String) -> Text {
    let all = Locale::ALL.map(|locale| (locale.lang(), words(locale.lang())));
    // There is a language, or nothing would compile.
    Text::new(all.into()).unwrap_or_else(|| Text::of(Lang::EN, String::new()))
}

/// Why nothing of a file is shown.
pub(crate) fn refused(why: &Refused) -> Text {
    in_all(|lang| imported::refused(lang, why))
}

/// As what a file was read.
pub(crate) fn said(imported: &Imported) -> Read {
    let findings = &imported.report.findings;
    Read {
        format: in_all(|lang| imported::format(lang, imported.format).to_owned()),
        findings: findings.iter().map(told).collect(),
        report: in_all(|lang| formats::report(lang, findings)),
    }
}

fn told(finding: &Finding) -> Told {
    let places = finding.places.iter();
    Told {
        words: in_all(|lang| imported::finding(lang, finding)),
        // One of the file as a whole has no place.
        places: places
            .map(|place| in_all(|lang| imported::place(lang, place)))
            .filter(|words| !words.is_blank())
            .collect(),
    }
}
