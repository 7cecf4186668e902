//! Labels and ranges that go into the link: a line each.

use crate::state::{Store, Subject};
use crate::ui::{Failure, Field};
use leptos::prelude::*;
use view::{Embed, Figure, Label, On, labels};

/// What stands on the timeline and the charts, to be written; the page behind the dialog
/// and its link follow.
#[component]
pub fn Labelling(subject: Subject) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let now = store.view().get_untracked();
    let written = now.labels.iter().map(|label| label.word(dataset));
    let written: Vec<String> = written.collect();
    // What is wrong stays where it was written.
    let text = RwSignal::new(written.join("\n"));
    let wrong = RwSignal::new(Vec::new());
    let write = move |written: String| {
        let (labels, refused) = labels(&written, dataset);
        text.set(written);
        wrong.set(refused);
        store.set_labels(labels);
    };
    let examples = move || {
        let words = text::labels_example(lang.get());
        let first = dataset.charts.iter().position(model::Chart::has_scale);
        let chart = match subject {
            Subject::View(Embed::Chart(chart)) if dataset.chart(chart).has_scale() => Some(chart),
            _ => first.map(model::ChartIx::of),
        };
        let figures = chart.map(|chart| On::Figures(chart, Figure::ZERO, Figure::ZERO));
        let time = On::Time(dataset.as_of, dataset.as_of);
        let record = now.record.or_else(|| dataset.record_indices().next());
        let on = [Some(time), record.map(On::Record), figures];
        let line = |on| {
            let text = words.to_owned();
            Label { on, text }.word(dataset)
        };
        on.into_iter()
            .flatten()
            .map(line)
            .collect::<Vec<_>>()
            .join("\n")
    };
    view! {
        <Field label=Signal::derive(move || text::labels_field(lang.get()).to_owned())>
            <textarea
                id="share-labels"
                rows="3"
                spellcheck="false"
                placeholder=examples
                prop:value=move || text.get()
                on:change=move |event| write(event_target_value(&event))
            ></textarea>
        </Field>
        <p class="hint">{move || text::labels_hint(lang.get())}</p>
        {move || {
            let wrong = wrong.with(|wrong| wrong.join(" · "));
            (!wrong.is_empty()).then(|| view! { <Failure>{text::labels_wrong(lang.get(), &wrong)}</Failure> })
        }}
    }
}
