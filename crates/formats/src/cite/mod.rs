//! How a record, a view and the dataset are cited: in words, as BibTeX and as CSL-JSON.
//!
//! No author is named. Records are in the words of whoever made the dataset, which it
//! does not say; whose statements they are stands in the note, with the place.

mod bibtex;
mod csl;

use borsh::{BorshDeserialize, BorshSerialize};
use model::{Dataset, Date, Document, Lang, RecordIx};
use text::names;

/// What is cited.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub enum Cited {
    /// All of it.
    Dataset,
    /// What a link shows, by its title.
    View(String),
    /// A record.
    Record(RecordIx),
}

/// A citation to be made.
#[derive(Clone, Copy, Debug)]
pub struct Citing<'a> {
    /// The dataset.
    pub dataset: &'a Dataset,
    /// Its text, which its edition is named by.
    pub text: &'a str,
    /// What of it.
    pub cited: &'a Cited,
    /// The whole link that shows it.
    pub link: &'a str,
    /// The day on which it was looked at.
    pub accessed: Date,
    /// The language.
    pub lang: Lang,
}

/// A citation.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// In words.
    pub plain: String,
    /// For LaTeX.
    pub bibtex: String,
    /// For programs that keep literature.
    pub csl: String,
}

/// What the forms are made of.
struct Entry<'a> {
    /// Small letters, digits and hyphens.
    key: String,
    title: &'a str,
    /// What it is a part of.
    whole: Option<&'a str>,
    /// Dataset, edition and date of the sources, in words.
    edition: String,
    /// The edition's short name.
    version: &'a str,
    /// Whose statements they are, in words.
    stated: String,
    citing: Citing<'a>,
}

/// Cites something in all forms.
#[must_use]
pub fn cite(citing: Citing<'_>) -> Citation {
    let Citing { dataset, lang, .. } = citing;
    let edition = editions::name(citing.text);
    let version = editions::short_of(&edition);
    let whole = dataset.title.get(lang);
    let (title, part) = match citing.cited {
        Cited::Dataset => (whole, ""),
        Cited::View(title) => (title.as_str(), "view"),
        Cited::Record(ix) => {
            let record = dataset.record(*ix);
            (record.title.get(lang), record.id.as_str())
        }
    };
    let as_of = text::date(lang, dataset.as_of);
    let entry = Entry {
        key: key(&[&dataset.id, part, version]),
        title,
        // The title of a view ends with it most of the time.
        whole: (!title.contains(whole)).then_some(whole),
        edition: text::cited_edition(lang, &dataset.id, &as_of, version),
        version,
        stated: text::cited_stated(lang, &sources(citing)),
        citing,
    };
    Citation {
        plain: plain(&entry),
        bibtex: bibtex::write(&entry),
        csl: csl::write(&entry),
    }
}

fn key(parts: &[&str]) -> String {
    let parts: Vec<String> = parts
        .iter()
        .filter(|part| !part.is_empty())
        .map(|part| {
            let plain = |letter: char| match letter.to_ascii_lowercase() {
                plain @ ('a'..='z' | '0'..='9') => plain,
                _ => '-',
            };
            part.chars().map(plain).collect()
        })
        .collect();
    parts.join("-")
}

/// The documents, and of a record the places in them.
fn sources(citing: Citing<'_>) -> String {
    let Citing { dataset, lang, .. } = citing;
    let words = |document: &Document| {
        let [title, publisher, published] =
            [&document.title, &document.publisher, &document.published].map(|of| of.get(lang));
        text::cited_source(lang, published, publisher, title)
    };
    let clauses: Vec<String> = match citing.cited {
        Cited::Record(ix) => {
            let record = dataset.record(*ix);
            let mut documents: Vec<_> = record.sources.iter().map(|at| at.document.at()).collect();
            documents.dedup();
            let documents = documents
                .into_iter()
                .filter_map(|at| dataset.documents.get(at));
            let places = names::source(lang, record, dataset);
            documents.map(words).chain([places]).collect()
        }
        Cited::Dataset | Cited::View(_) => dataset.documents.iter().map(words).collect(),
    };
    text::clauses(lang, &clauses)
}

fn plain(entry: &Entry<'_>) -> String {
    let Citing {
        dataset,
        link,
        accessed,
        lang,
        ..
    } = entry.citing;
    let name = match entry.citing.cited {
        Cited::Record(ix) => text::in_brackets(lang, &dataset.record(*ix).id, entry.title),
        Cited::Dataset | Cited::View(_) => entry.title.to_owned(),
    };
    let seen = text::in_brackets(
        lang,
        &text::cited_accessed(lang, &text::date(lang, accessed)),
        link,
    );
    let whole = entry.whole.map(str::to_owned);
    let sentences = std::iter::once(name).chain(whole).chain([
        entry.edition.clone(),
        entry.stated.clone(),
        seen,
    ]);
    let sentences: Vec<String> = sentences.collect();
    sentences.join(text::sentence_separator(lang))
}
