//! What is compared, and as what.

use crate::browser::focus;
use crate::state::Store;
use crate::ui::{Chip, Choice, Select, phrase};
use comparison::{By, Comparison as Made, On, Subject, Subjects};
use leptos::prelude::*;
use view::{by_words, subject_word};

/// The kind, the sides, one more side, and as what figures are shown.
#[component]
pub fn Choices(compared: Memo<Option<Subjects>>, made: Memo<Option<Made>>) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let on = Memo::new(move |_| compared.with(|s| s.as_ref().map_or(On::Place, Subjects::on)));
    // A kind that was asked for and of which there were not two.
    let asked = RwSignal::new(None::<On>);
    let lacking = Memo::new(move |_| {
        asked
            .get()
            .is_some_and(|on| store.suggested(Some(on)).is_none())
    });
    let choose_kind = move |on: On| {
        let suggested = untrack(|| store.suggested(Some(on)));
        asked.set(suggested.is_none().then_some(on));
        if let Some(subjects) = suggested {
            store.set_compared(subjects);
        }
    };
    let kinds = move || {
        let of = |on: On| Choice {
            value: on,
            word: on.word().to_owned(),
            name: text::comparison::on(lang.get(), on).to_owned(),
        };
        On::ALL.iter().copied().map(of).collect()
    };
    let others = move || {
        let lang = lang.get();
        let none = Choice {
            value: None,
            word: String::new(),
            name: text::comparison_add_one(lang).to_owned(),
        };
        let all = compared.with(|subjects| {
            let Some(subjects) = subjects else {
                return Vec::new();
            };
            let mut all = store.to_compare(subjects.on());
            all.retain(|one| !subjects.all().contains(one));
            all
        });
        let choice = |subject: Subject| Choice {
            value: Some(subject),
            word: subject_word(subject, dataset),
            name: text::comparison::subject(lang, subject, dataset).text(lang),
        };
        [none]
            .into_iter()
            .chain(all.into_iter().map(choice))
            .collect()
    };
    let add = move |subject: Option<Subject>| {
        let with = subject.zip(compared.get_untracked());
        if let Some(more) = with.and_then(|(subject, now)| now.with(subject)) {
            store.set_compared(more);
        }
    };
    let is_full = Memo::new(move |_| {
        compared.with(|s| {
            s.as_ref()
                .is_none_or(|s| s.all().len() == *Subjects::COUNT.end())
        })
    });
    let ways = move || {
        let lang = lang.get();
        let now = store.view().with(|view| view.compared_by);
        let per = made.with(|made| made.as_ref().map(|made| made.per.clone()));
        let mut all = vec![By::Amount, By::Share];
        all.extend(per.unwrap_or_default().into_iter().map(By::Per));
        if !all.contains(&now) {
            all.push(now);
        }
        let choice = |by: By| Choice {
            value: by,
            word: by_words(by, dataset),
            name: text::comparison::by(lang, by, dataset),
        };
        all.into_iter().map(choice).collect()
    };
    let words = move |words: fn(model::Lang) -> &'static str| {
        Signal::derive(move || words(lang.get()).to_owned())
    };
    let chips =
        move || compared.with(|subjects| subjects.as_ref().map(|subjects| chips(store, subjects)));
    view! {
        <div class="row">
            <Select
                id="comparison-of"
                label=words(text::comparison_of)
                choices=Signal::derive(kinds)
                value=on
                on_choose=Callback::new(choose_kind)
                beside=true
            />
            {chips}
            <Select
                id="comparison-add"
                label=words(text::comparison_add)
                choices=Signal::derive(others)
                value=Signal::stored(None)
                on_choose=Callback::new(add)
                beside=true
                disabled=is_full
            />
            <Select
                id="comparison-as"
                label=words(text::comparison_as)
                choices=Signal::derive(ways)
                value=Signal::derive(move || store.view().with(|view| view.compared_by))
                on_choose=Callback::new(move |by| store.set_compared_by(by))
                beside=true
            />
        </div>
        <div role="status">
            <Show when=move || lacking.get()>
                <p class="hint">{move || text::comparison_none(lang.get())}</p>
            </Show>
        </div>
    }
}

/// The sides as chips; each can be taken away while enough are left.
fn chips(store: Store, subjects: &Subjects) -> AnyView {
    let lang = store.lang().get();
    let one = |subject: &Subject| {
        let name = text::comparison::subject(lang, *subject, store.dataset());
        let words = phrase(lang, &name);
        match subjects.without(*subject) {
            None => view! { <li>{words}</li> }.into_any(),
            Some(rest) => {
                let label = text::comparison_remove(lang, &name.text(lang));
                let is_last = rest.all().len() == *Subjects::COUNT.start();
                let remove = move || {
                    store.set_compared(rest.clone());
                    // The two that are left are no buttons: keys go on beside them.
                    if is_last {
                        request_animation_frame(|| {
                            focus::on("comparison-add");
                        });
                    }
                };
                view! {
                    <li>
                        <Chip words label on_remove=remove />
                    </li>
                }
                .into_any()
            }
        }
    };
    let all = subjects.all().iter().map(one).collect_view();
    view! { <ul class="compared">{all}</ul> }.into_any()
}
