//! How what is seen is cited.

use super::code::Code;
use super::words;
use crate::browser::reading;
use crate::state::{Store, Subject};
use crate::ui::{Choice, Failure, Select};
use formats::{Citation, Cited};
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::Lang;
use reader::Quote;
use text::preview;
use view::{Panel, ViewState};

/// What may be cited.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Record,
    View,
    Dataset,
}

impl Of {
    fn word(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::View => "view",
            Self::Dataset => "dataset",
        }
    }

    fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Record => text::cite_record(lang),
            Self::View => text::cite_view(lang),
            Self::Dataset => text::cite_dataset(lang),
        }
    }
}

/// The tab. The second program writes the citations, since it has the dataset's text.
#[component]
pub fn Citing(subject: Subject) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    // The dialog closes with the record.
    let is_open = store.view().with_untracked(|view| view.record.is_some());
    let all: &[Of] = if is_open {
        &[Of::Record, Of::View, Of::Dataset]
    } else {
        &[Of::View, Of::Dataset]
    };
    let of = RwSignal::new(all.first().copied().unwrap_or(Of::Dataset));
    let quote = Memo::new(move |_| {
        store
            .view()
            .with(|view| quote(store, subject, of.get(), view))
    });
    let made = RwSignal::new(None::<Result<Citation, String>>);
    Effect::new(move |_| {
        let asked = quote.get();
        spawn_local(async move {
            let answer = reading::quote(store.text(), asked.clone()).await;
            // Meanwhile another one may have been asked for, or the dialog gone.
            if quote.try_get_untracked().as_ref() == Some(&asked) {
                let _ = made.try_set(Some(
                    answer.map_err(|error| words(lang.get_untracked(), &error)),
                ));
            }
        });
    });
    let choices = move || {
        let choice = |of: &Of| Choice {
            value: *of,
            word: of.word().to_owned(),
            name: of.name(lang.get()).to_owned(),
        };
        all.iter().map(choice).collect()
    };
    let part = move |form: fn(&Citation) -> &String| {
        let of = move |made: &Option<Result<Citation, String>>| {
            let made = made.as_ref()?.as_ref().ok()?;
            Some(form(made).clone())
        };
        Signal::derive(move || made.with(of).unwrap_or_default())
    };
    let failed = move || made.with(|made| made.as_ref()?.as_ref().err().cloned());
    view! {
        <Select
            id="cite-what"
            label=Signal::derive(move || text::cite_what(lang.get()).to_owned())
            choices=Signal::derive(choices)
            value=of
            on_choose=Callback::new(move |chosen| of.set(chosen))
        />
        <div role="status">{move || failed().map(|words| view! { <Failure>{words}</Failure> })}</div>
        <Code
            id="cite-plain"
            title=Signal::derive(move || text::cite_plain(lang.get()).to_owned())
            text=part(|made| &made.plain)
            rows=6
        />
        <Code id="cite-bibtex" title=Signal::stored("BibTeX".to_owned()) text=part(|made| &made.bibtex) rows=8 />
        <Code id="cite-csl" title=Signal::stored("CSL-JSON".to_owned()) text=part(|made| &made.csl) rows=8 />
        <p class="hint">{move || text::cite_note(lang.get())}</p>
    }
}

/// What the second program is asked.
fn quote(store: Store, subject: Subject, of: Of, view: &ViewState) -> Quote {
    let (dataset, lang) = (store.dataset(), store.lang().get());
    let plain = ViewState {
        origin: view.origin.clone(),
        lang: view.lang,
        ..ViewState::of(dataset)
    };
    let (cited, shown) = match (of, view.record) {
        (Of::Record, Some(record)) => {
            let shown = ViewState {
                record: Some(record),
                ..plain
            };
            (Cited::Record(record), shown)
        }
        (Of::View, _) => {
            // A chart or the map by its own name; the record is lit in it.
            let shown = ViewState {
                record: None,
                ..subject.view_of(view)
            };
            (Cited::View(title(store, subject, &shown)), shown)
        }
        (Of::Dataset | Of::Record, _) => (Cited::Dataset, plain),
    };
    Quote {
        cited,
        // Whoever looks it up sees what was quoted.
        link: store.link(&store.pinned(&shown).unwrap_or(shown)),
        lang,
    }
}

/// What is shown, and what it is narrowed to.
fn title(store: Store, subject: Subject, shown: &ViewState) -> String {
    let (dataset, lang) = (store.dataset(), store.lang().get());
    let part = match subject {
        Subject::View(embed) => ViewState {
            panel: Panel::All,
            embed: Some(embed),
            ..shown.clone()
        },
        Subject::Page => shown.clone(),
    };
    let filters = text::filters::parts(lang, dataset, &shown.filter);
    let title = preview::title(lang, &part, dataset);
    let parts =
        std::iter::once(title).chain(filters.iter().map(|part| part.words(lang).text(lang)));
    let parts: Vec<String> = parts.collect();
    text::clauses(lang, &parts)
}
