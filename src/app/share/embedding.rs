//! The embed: choices, a live preview, and the snippet in two forms.

use super::super::address;
use super::super::clipboard::CopyText;
use super::super::select::{Choice, Select};
use super::super::store::Store;
use super::{Subject, embeds};
use leptos::prelude::*;
use model::{Dataset, Lang};
use std::collections::BTreeSet;
use view::{Control, Embed, Scheme, ViewState, encode};

const HEIGHT: u32 = 520;
const AUTO: &str = "auto";
const FIXED: &str = "fixed";

/// The tab.
#[component]
pub fn Embedding(subject: Subject) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang;
    let panel = RwSignal::new(match subject {
        Subject::View(embed) => embed,
        Subject::Page | Subject::Table => Embed::All,
    });
    let spoken = RwSignal::new(store.view.with_untracked(|v| v.lang));
    let scheme = RwSignal::new(store.view.with_untracked(|v| v.scheme));
    let fixed = RwSignal::new(false);
    let height = RwSignal::new(HEIGHT);
    let controls = RwSignal::new(BTreeSet::from([Control::Measure, Control::Records]));
    let view = Memo::new(move |_| ViewState {
        embed: Some(panel.get()),
        lang: spoken.get(),
        scheme: scheme.get(),
        controls: Some(controls.get()),
        record: None,
        panel: view::Panel::All,
        ..store.view.get()
    });
    let title = move || view.with(|v| text::preview::title(lang.get(), v, store.dataset));
    let link = move || view.with(|v| address::link(v, store.dataset));
    let frame = Memo::new(move |_| iframe(&link(), &title(), height.get()));
    let element = Memo::new(move |_| {
        view.with(|v| custom_element(v, store, &title(), fixed.get().then(|| height.get())))
    });
    view! {
        <div class="embed-options">
            <label class="field">
                <span>{move || text::embed_what(lang.get())}</span>
                <Select
                    id="embed-panel"
                    choices=Signal::derive(move || {
                        embeds(store.dataset)
                            .into_iter()
                            .map(|embed| (embed.word(store.dataset), name(lang.get(), embed, store.dataset)))
                            .collect()
                    })
                    value=Signal::derive(move || panel.get().word(store.dataset))
                    on_choose=Callback::new(move |word: String| {
                        if let Some(chosen) = Embed::from_word(&word, store.dataset) {
                            panel.set(chosen);
                        }
                    })
                />
            </label>
            <label class="field">
                <span>{move || text::embed_language(lang.get())}</span>
                <Select
                    id="embed-lang"
                    choices=Signal::derive(move || languages(lang.get(), &text::languages(Some(store.dataset))))
                    value=Signal::derive(move || spoken.get().map_or_else(String::new, |lang| lang.to_string()))
                    on_choose=Callback::new(move |word: String| spoken.set(Lang::parse(&word)))
                />
            </label>
            <label class="field">
                <span>{move || text::scheme_label(lang.get())}</span>
                <Select
                    id="embed-scheme"
                    choices=Signal::derive(move || {
                        Scheme::ALL
                            .iter()
                            .map(|item| (item.word().to_owned(), text::names::scheme(lang.get(), *item).to_owned()))
                            .collect()
                    })
                    value=Signal::derive(move || scheme.get().word().to_owned())
                    on_choose=Callback::new(move |word: String| {
                        if let Some(chosen) = Scheme::from_word(&word) {
                            scheme.set(chosen);
                        }
                    })
                />
            </label>
            <label class="field">
                <span>{move || text::embed_height(lang.get())}</span>
                <Select
                    id="embed-height"
                    choices=Signal::derive(move || {
                        vec![
                            (AUTO.to_owned(), text::embed_height_auto(lang.get()).to_owned()),
                            (FIXED.to_owned(), text::embed_height_fixed(lang.get()).to_owned()),
                        ]
                    })
                    value=Signal::derive(move || if fixed.get() { FIXED } else { AUTO }.to_owned())
                    on_choose=Callback::new(move |word: String| fixed.set(word == FIXED))
                />
            </label>
            <label class="field">
                <span>{move || text::embed_pixels(lang.get())}</span>
                <input
                    type="number"
                    id="embed-pixels"
                    min="120"
                    max="5000"
                    prop:value=move || height.get().to_string()
                    on:change=move |event| {
                        if let Ok(pixels) = event_target_value(&event).parse::<u32>() {
                            height.set(pixels.clamp(120, 5000));
                        }
                    }
                />
            </label>
        </div>
        <fieldset class="choices">
            <legend>{move || text::embed_controls(lang.get())}</legend>
            {Control::ALL
                .iter()
                .map(|control| {
                    view! {
                        <label>
                            <input
                                type="checkbox"
                                data-control=control.word()
                                prop:checked=move || controls.with(|c| c.contains(control))
                                on:change=move |_| controls.update(|c| query::toggle(c, *control))
                            />
                            <span class="name">{move || text::names::control(lang.get(), *control)}</span>
                        </label>
                    }
                })
                .collect_view()}
        </fieldset>
        <Snippet id="snippet-element" title=Signal::derive(move || text::embed_element(lang.get())) code=element />
        <Snippet id="snippet-iframe" title=Signal::derive(move || text::embed_iframe(lang.get())) code=frame />
        <h3>{move || text::embed_preview(lang.get())}</h3>
        <iframe
            id="embed-preview"
            title=title
            src=link
            style:height=move || format!("{}px", height.get())
        ></iframe>
    }
}

#[component]
fn Snippet(id: &'static str, title: Signal<&'static str>, code: Memo<String>) -> impl IntoView {
    view! {
        <label class="field">
            <span>{title}</span>
            <textarea id=id readonly rows="4" spellcheck="false" prop:value=move || code.get()></textarea>
        </label>
        <CopyText text=move || code.get_untracked() />
    }
}

fn name(lang: Lang, embed: Embed, dataset: &Dataset) -> String {
    match embed {
        Embed::All => text::panel_all(lang).to_owned(),
        Embed::Map => text::map(lang).to_owned(),
        Embed::Timeline => text::timeline(lang).to_owned(),
        Embed::Chart(chart) => text::chart::title(lang, chart, dataset),
    }
}

/// The reader's language, or always one.
fn languages(lang: Lang, languages: &[Lang]) -> Vec<Choice> {
    let choice = |word: &str, text: &str| (word.to_owned(), text.to_owned());
    let readers = choice("", text::embed_language_reader(lang));
    let always = languages
        .iter()
        .map(|of| choice(of.tag(), &text::endonym(*of)));
    std::iter::once(readers).chain(always).collect()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

fn iframe(link: &str, title: &str, height: u32) -> String {
    format!(
        "<iframe src=\"{}\" title=\"{}\" loading=\"lazy\" width=\"100%\" height=\"{height}\" style=\"border:0\"></iframe>",
        escape(link),
        escape(title)
    )
}

fn custom_element(view: &ViewState, store: Store, title: &str, height: Option<u32>) -> String {
    let only_filters = ViewState {
        dataset: view.dataset.clone(),
        ..view.only_filter()
    };
    let mut attributes = vec![(
        "view",
        view.embed
            .map(|embed| embed.word(store.dataset))
            .unwrap_or_default(),
    )];
    let mut put = |name, value: String| {
        if !value.is_empty() {
            attributes.push((name, value));
        }
    };
    put("filters", encode(&only_filters, store.dataset));
    if view.measure != query::Measure::Records {
        put("measure", view.measure.word(store.dataset).to_owned());
    }
    put(
        "lang",
        view.lang
            .map(|lang| lang.tag().to_owned())
            .unwrap_or_default(),
    );
    if view.scheme != Scheme::System {
        put("scheme", view.scheme.word().to_owned());
    }
    let controls = view
        .controls
        .iter()
        .flatten()
        .map(|c| c.word())
        .collect::<Vec<_>>()
        .join(",");
    put(
        "controls",
        if controls.is_empty() {
            "none".to_owned()
        } else {
            controls
        },
    );
    put("height", height.map(|h| h.to_string()).unwrap_or_default());
    put("title", title.to_owned());
    let written: String = attributes
        .iter()
        .map(|(name, value)| format!(" {name}=\"{}\"", escape(value)))
        .collect();
    let script = address::beside("embed.js");
    format!(
        "<script src=\"{}\" async></script>\n<aid-atlas{written}></aid-atlas>",
        escape(&script)
    )
}
