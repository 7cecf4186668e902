//! Terms of a programme where they occur, and what is written to whom it concerns.

use model::{Contact, Dataset, Lang, Record, RecordIx, Term};

/// The terms that occur in what is on screen of a record.
#[must_use]
pub fn terms<'a>(lang: Lang, record: &Record, dataset: &'a Dataset) -> Vec<&'a Term> {
    if dataset.glossary.is_empty() {
        return Vec::new();
    }
    let time = super::time(lang, record.time.time, dataset);
    let words = [record.title.get(lang), record.note.get(lang), &time].join("\n");
    let all = dataset.glossary.iter();
    all.filter(|term| term.is_in(&words)).collect()
}

/// The address under which an error in a record is reported: mail or a form, with record,
/// edition, place in the source and link filled in. `escape` makes a text part of an
/// address.
#[must_use]
pub fn report(
    lang: Lang,
    (contact, ix): (&Contact, RecordIx),
    dataset: &Dataset,
    (edition, link): (Option<&str>, &str),
    escape: impl Fn(&str) -> String,
) -> String {
    let record = dataset.record(ix);
    let title = super::report_title(lang, &dataset.id, &record.id);
    let lines = [
        super::labelled(lang, super::record_id(lang), &record.id),
        super::labelled(lang, super::title_word(lang), record.title.get(lang)),
        super::labelled(lang, super::report_edition(lang), edition.unwrap_or("—")),
        super::labelled(
            lang,
            super::source_word(lang),
            &super::names::source(lang, record, dataset),
        ),
        link.to_owned(),
        String::new(),
        super::report_what(lang).to_owned(),
        String::new(),
    ];
    let (title, body) = (escape(&title), escape(&lines.join("\r\n")));
    match contact {
        Contact::Mail(to) => format!("mailto:{to}?subject={title}&body={body}"),
        Contact::Form(form) => {
            let joint = if form.contains('?') { '&' } else { '?' };
            format!("{form}{joint}title={title}&body={body}")
        }
    }
}
