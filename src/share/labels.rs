//! Labels and ranges that go into the link: a line each.

use crate::state::{Store, Subject};
use crate::ui::{Failure, Field};
use leptos::prelude::*;
use model::ChartIx;
use view::{Embed, Figure, Label, On, labels};

/// What stands on the timeline and the charts, to be written; the page behind the dialog
/// and its link follow.
#[component]
pub fn Labelling(
    subject: Subject,
    /// What was written since the dialog was opened, with what is wrong in it.
    written: RwSignal<Option<String>>,
) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let text = move || {
        let of_view = || {
            let labels = store.view().with(|view| view.labels.clone());
            let lines: Vec<String> = labels.iter().map(|label| label.word(dataset)).collect();
            lines.join("\n")
        };
        written.get().unwrap_or_else(of_view)
    };
    let wrong = move || {
        let written = written.get().unwrap_or_default();
        labels(&written, dataset).1.join(" · ")
    };
    let write = move |text: String| {
        let (labels, _) = labels(&text, dataset);
        if written.with_untracked(Option::is_none) {
            store.set_labels(labels);
        } else {
            store.adjust_labels(labels);
        }
        written.set(Some(text));
    };
    let hint = "share-labels-hint";
    view! {
        <Field label=Signal::derive(move || text::labels_field(lang.get()).to_owned())>
            <textarea
                id="share-labels"
                rows="3"
                spellcheck="false"
                aria-describedby=hint
                placeholder=move || examples(store, subject)
                prop:value=text
                on:change=move |event| write(event_target_value(&event))
            ></textarea>
        </Field>
        <p class="hint" id=hint>{move || text::labels_hint(lang.get())}</p>
        {move || {
            let wrong = wrong();
            (!wrong.is_empty()).then(|| view! { <Failure>{text::labels_wrong(lang.get(), &wrong)}</Failure> })
        }}
    }
}

/// A line of each kind, of what there is.
fn examples(store: Store, subject: Subject) -> String {
    let dataset = store.dataset();
    let words = text::labels_example(store.lang().get());
    let first = dataset.charts.iter().position(model::Chart::has_scale);
    let chart = match subject {
        Subject::View(Embed::Chart(chart)) if dataset.chart(chart).has_scale() => Some(chart),
        _ => first.map(ChartIx::of),
    };
    let figures = chart.map(|chart| On::Figures(chart, Figure::ZERO, Figure::ZERO));
    let time = On::Time(dataset.as_of, dataset.as_of);
    let open = store.view().with(|view| view.record);
    let record = open.or_else(|| dataset.record_indices().next());
    let line = |on| {
        let text = words.to_owned();
        Label { on, text }.word(dataset)
    };
    let on = [Some(time), record.map(On::Record), figures];
    on.into_iter()
        .flatten()
        .map(line)
        .collect::<Vec<_>>()
        .join("\n")
}
