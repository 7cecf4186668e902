//! The figures to begin with, each with what it means and where it stands.

use crate::Phrase;
use model::{Dataset, Key, KeyFigure, Lang, Operand, RecordIx};
use query::Total;

/// A key figure with what it is made of, which no language changes.
pub struct Reckoned<'a> {
    figure: &'a KeyFigure,
    total: Option<Total>,
}

impl<'a> Reckoned<'a> {
    /// Adds up what is a total.
    #[must_use]
    pub fn new(figure: &'a KeyFigure, dataset: &Dataset) -> Self {
        let all = || dataset.record_indices().collect::<Vec<RecordIx>>();
        let total = match figure.of {
            Key::Total(of) => query::total_of(dataset, &all(), of),
            Key::Figure(_) | Key::Records | Key::Span(_) => None,
        };
        Self { figure, total }
    }

    /// What it is.
    #[must_use]
    pub const fn of(&self) -> Key {
        self.figure.of
    }

    /// The amount, with its qualifier.
    #[must_use]
    pub fn amount(&self, lang: Lang, dataset: &Dataset) -> Phrase {
        match self.figure.of {
            Key::Figure(Operand::Value(ix, position)) => dataset
                .record(ix)
                .values
                .get(position)
                .map(|value| crate::qualified_parts(lang, value, dataset))
                .unwrap_or_default(),
            Key::Figure(Operand::Derived(ix)) => dataset
                .derived
                .get(ix.at())
                .map(|derived| crate::formula::result(lang, derived, dataset))
                .unwrap_or_default(),
            Key::Total(of) => self
                .total
                .as_ref()
                .map(|total| crate::measured::summed(lang, dataset, total, of))
                .unwrap_or_default(),
            Key::Records => crate::records(lang, dataset.records.len()).into(),
            Key::Span(time) => crate::time_parts(lang, time, dataset),
        }
    }

    /// What it counts, then its place in the source, or how it was computed.
    #[must_use]
    pub fn meaning(&self, lang: Lang, dataset: &Dataset) -> Phrase {
        let label = dataset.key_label(self.figure, lang);
        let label = label.map(|(words, said)| Phrase::said(words, said));
        let from = match self.figure.of {
            Key::Figure(Operand::Value(ix, _)) => {
                crate::names::source_short(lang, dataset.record(ix), dataset)
            }
            Key::Figure(Operand::Derived(_)) => crate::derived(lang).into(),
            Key::Total(_) => self
                .total
                .as_ref()
                .map(|total| added(lang, total).into())
                .unwrap_or_default(),
            Key::Records => crate::key_places(lang, dataset.places.len()).into(),
            Key::Span(_) => crate::key_span(lang).into(),
        };
        match label {
            Some(label) => Phrase::put([label, from], |[label, from]| format!("{label} · {from}")),
            None => from,
        }
    }

    /// The records that it is made of.
    #[must_use]
    pub fn records(&self, dataset: &Dataset) -> Vec<RecordIx> {
        match self.figure.of {
            Key::Figure(Operand::Value(ix, _)) => vec![ix],
            Key::Figure(Operand::Derived(ix)) => dataset.records_of(ix),
            Key::Total(_) => {
                let counted = self.total.iter().flat_map(|total| &total.counted);
                counted.map(|counted| counted.record).collect()
            }
            Key::Records | Key::Span(_) => Vec::new(),
        }
    }
}

/// How many figures a total has, and how many it leaves out.
fn added(lang: Lang, total: &Total) -> String {
    let counted = crate::number(lang, total.counted.len() as f64);
    let left_out = total.left_out.len() + total.expected.len();
    if left_out == 0 {
        crate::key_total(lang, &counted)
    } else {
        let left_out = crate::number(lang, left_out as f64);
        crate::key_total_apart(lang, &counted, &left_out)
    }
}
