//! The embed: choices, a live preview, and the snippet in two forms.

use super::code::Code;
use super::labels::Labelling;
use super::pin::Pin;
use super::snippet::{custom_element, iframe};
use crate::browser::languages::endonym;
use crate::state::{Store, Subject};
use crate::ui::{Check, Choice, Field, SchemeSelect, Select};
use leptos::prelude::*;
use model::{Dataset, Lang, RecordIx};
use std::collections::BTreeSet;
use view::{Control, Embed, Panel, ViewState};

const HEIGHT: u32 = 520;
const LEAST: u32 = 120;
const MOST: u32 = 5000;

/// The tab.
#[component]
pub fn Embedding(subject: Subject, written: RwSignal<Option<String>>) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let now = store.view().get_untracked();
    let panel = RwSignal::new(match subject {
        Subject::View(embed) => embed,
        Subject::Page => now.record.map_or(Embed::All, Embed::Record),
    });
    let spoken = RwSignal::new(now.lang);
    let scheme = RwSignal::new(now.scheme);
    let fixed = RwSignal::new(false);
    let height = RwSignal::new(HEIGHT);
    let controls = RwSignal::new(BTreeSet::from([Control::Measure, Control::Records]));
    let is_pinned = RwSignal::new(false);
    let view = Memo::new(move |_| {
        let now = store.view().get();
        let pinned = is_pinned.get().then(|| store.pinned(&now)).flatten();
        ViewState {
            embed: Some(panel.get()),
            lang: spoken.get(),
            scheme: scheme.get(),
            controls: Some(controls.get()),
            record: None,
            panel: Panel::All,
            ..pinned.unwrap_or(now)
        }
    });
    let title = move || view.with(|v| text::preview::title(lang.get(), v, dataset));
    let link = move || view.with(|v| store.link(v));
    let frame = Memo::new(move |_| iframe(&link(), &title(), height.get()));
    // Who sees no frame goes to the page itself.
    let page = move || view.with(|v| store.link(&v.whole_page()));
    let element = Memo::new(move |_| {
        let named = (&*title(), &*page());
        let height = fixed.get().then(|| height.get());
        view.with(|v| custom_element(v, dataset, lang.get(), named, height))
    });
    let said =
        move |words: fn(Lang) -> &'static str| Signal::derive(move || words(lang.get()).to_owned());
    view! {
        <div class="embed-options">
            <Select
                id="embed-panel"
                label=said(text::embed_what)
                choices=Signal::derive(move || panels(lang.get(), dataset, now.record))
                value=panel
                on_choose=Callback::new(move |chosen| panel.set(chosen))
            />
            <Select
                id="embed-lang"
                label=said(text::embed_language)
                choices=Signal::derive(move || languages(lang.get(), &text::languages(Some(dataset))))
                value=spoken
                on_choose=Callback::new(move |chosen| spoken.set(chosen))
            />
            <SchemeSelect
                id="embed-scheme"
                lang
                value=scheme
                on_choose=Callback::new(move |chosen| scheme.set(chosen))
            />
            <Select
                id="embed-height"
                label=said(text::embed_height)
                choices=Signal::derive(move || heights(lang.get()))
                value=fixed
                on_choose=Callback::new(move |chosen| fixed.set(chosen))
            />
            <Field label=said(text::embed_pixels)>
                <input
                    type="number"
                    id="embed-pixels"
                    min=LEAST.to_string()
                    max=MOST.to_string()
                    prop:value=move || height.get().to_string()
                    on:change=move |event| {
                        if let Ok(pixels) = event_target_value(&event).parse::<u32>() {
                            height.set(pixels.clamp(LEAST, MOST));
                        }
                    }
                />
            </Field>
        </div>
        <Pin is_pinned />
        <Labelling subject written />
        <fieldset class="choices">
            <legend>{move || text::embed_controls(lang.get())}</legend>
            {Control::ALL
                .iter()
                .map(|control| {
                    view! {
                        <Check
                            word=control.word()
                            name=Signal::derive(move || text::names::control(lang.get(), *control).to_owned().into())
                            checked=Signal::derive(move || controls.with(|c| c.contains(control)))
                            on_change=move || controls.update(|c| query::toggle(c, *control))
                        />
                    }
                })
                .collect_view()}
        </fieldset>
        <Code id="snippet-element" title=said(text::embed_element) text=element />
        <Code id="snippet-iframe" title=said(text::embed_iframe) text=frame />
        <h3>{move || text::embed_preview(lang.get())}</h3>
        <iframe
            id="embed-preview"
            title=title
            src=link
            style:height=move || format!("{}px", height.get())
        ></iframe>
    }
}

fn panels(lang: Lang, dataset: &Dataset, open: Option<RecordIx>) -> Vec<Choice<Embed>> {
    let name = |embed| match embed {
        Embed::All => text::panel_all(lang).to_owned(),
        Embed::View => text::map_and_timeline(lang).to_owned(),
        Embed::Map => text::map(lang).to_owned(),
        Embed::Timeline => text::timeline(lang).to_owned(),
        Embed::Table => text::table(lang).to_owned(),
        Embed::Coverage => text::coverage_title(lang).to_owned(),
        Embed::Comparison => text::comparison_title(lang).to_owned(),
        Embed::Checks => text::checks_title(lang).to_owned(),
        Embed::Record(_) => text::cite_record(lang).to_owned(),
        Embed::Chart(chart) => text::chart::title(lang, chart, dataset).text(lang),
    };
    let choice = |embed: Embed| Choice {
        value: embed,
        word: embed.word(dataset),
        name: name(embed),
    };
    Subject::embeds(dataset, open)
        .into_iter()
        .map(choice)
        .collect()
}

/// The reader's language, or always one.
fn languages(lang: Lang, languages: &[Lang]) -> Vec<Choice<Option<Lang>>> {
    let readers = Choice {
        value: None,
        word: String::new(),
        name: text::embed_language_reader(lang).to_owned(),
    };
    let always = languages.iter().map(|of| Choice {
        value: Some(*of),
        word: of.to_string(),
        name: endonym(*of),
    });
    std::iter::once(readers).chain(always).collect()
}

fn heights(lang: Lang) -> Vec<Choice<bool>> {
    let choice = |value, word: &str, name: &str| Choice {
        value,
        word: word.to_owned(),
        name: name.to_owned(),
    };
    vec![
        choice(false, "auto", text::embed_height_auto(lang)),
        choice(true, "fixed", text::embed_height_fixed(lang)),
    ]
}
