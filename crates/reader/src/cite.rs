//! From what a reader looks at to how it is cited.

use borsh::{BorshDeserialize, BorshSerialize};
use formats::{Citation, Cited, Citing, cite};
use model::{Date, Lang, parse};

/// What is to be cited.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// What of the dataset.
    pub cited: Cited,
    /// The whole link that shows it.
    pub link: String,
    /// The language of the citation.
    pub lang: Lang,
}

/// Cites something of the dataset whose text is `text`, as looked at on that day.
///
/// # Errors
/// When it is not the text of a dataset that has it; in English, since only a fault of
/// the app's own or a file that changed on its server leads there.
pub fn quote(text: &str, quote: &Quote, accessed: Date) -> Result<Citation, String> {
    let dataset = parse(text)
        .map_err(|problem| format!("the dataset's text cannot be read: {problem:?}"))?
        .dataset;
    if matches!(&quote.cited, Cited::Record(ix) if ix.at() >= dataset.records.len()) {
        return Err("the dataset's text is another one now".to_owned());
    }
    Ok(cite(Citing {
        dataset: &dataset,
        text,
        cited: &quote.cited,
        link: &quote.link,
        accessed,
        lang: quote.lang,
    }))
}
