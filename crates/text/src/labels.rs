//! What whoever made a link wrote.

use super::{Phrase, amount, date, number};
use ::words as fixed;
use model::{Dataset, Lang};
use view::{Figure, Label, On};

/// The words of a label, told apart from what the source states.
#[must_use]
pub fn said(lang: Lang, words: &str) -> String {
    fixed::without_isolates(&fixed::label_said(lang, words))
}

/// What a label is on, and its words.
#[must_use]
pub fn line(lang: Lang, label: &Label, dataset: &Dataset) -> Phrase {
    let range = |from: String, to: String| {
        if from == to {
            from
        } else {
            fixed::span(lang, &from, &to)
        }
    };
    let on: Phrase = match label.on {
        On::Time(from, to) => range(date(lang, from), date(lang, to)).into(),
        On::Record(record) => Phrase::of(lang, &dataset.record(record).title),
        On::Figures(chart, from, to) => {
            let unit = dataset
                .chart(chart)
                .values
                .first()
                .map(|value| value.of.unit);
            let said = |figure: Figure| match unit {
                Some(unit) => amount(lang, figure.get(), unit, dataset),
                None => number(lang, figure.get()),
            };
            range(said(from), said(to)).into()
        }
    };
    // Nobody says which language an editor wrote in.
    let words = Phrase::said(label.text.clone(), Lang::UNKNOWN);
    let words = Phrase::put([words], |[words]| fixed::label_said(lang, words));
    Phrase::put([on, words], |[on, words]| {
        fixed::label_line(lang, on, words)
    })
}
