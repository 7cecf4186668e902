//! The figures to begin with, each with what it means and where it stands.

use crate::Phrase;
use model::{Dataset, KeyFigure, Lang, Operand};

/// The amount, with its qualifier.
#[must_use]
pub fn amount(lang: Lang, figure: &KeyFigure, dataset: &Dataset) -> Phrase {
    match figure.of {
        Operand::Value(ix, position) => dataset
            .record(ix)
            .values
            .get(position)
            .map(|value| crate::qualified_parts(lang, value, dataset))
            .unwrap_or_default(),
        Operand::Derived(ix) => dataset
            .derived
            .get(ix.at())
            .map(|derived| crate::formula::result(lang, derived, dataset))
            .unwrap_or_default(),
    }
}

/// What it counts, then its place in the source, or how it was computed.
#[must_use]
pub fn meaning(lang: Lang, figure: &KeyFigure, dataset: &Dataset) -> Phrase {
    let (words, said) = dataset.key_label(figure, lang);
    let label = Phrase::said(words, said);
    let from = match figure.of {
        Operand::Value(ix, _) => crate::names::source_short(lang, dataset.record(ix), dataset),
        Operand::Derived(_) => crate::derived(lang).into(),
    };
    Phrase::put([label, from], |[label, from]| format!("{label} · {from}"))
}
