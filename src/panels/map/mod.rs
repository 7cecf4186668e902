//! The map with its legend, the inset, and what is not tied to one division.

mod inset;
mod lacking;
mod legend;
mod untied;

use super::below::busy;
use super::beyond::NotCounted;
use super::drawing::Drawing;
use crate::share::ShareButton;
use crate::state::{Geometry, Store, Subject};
use crate::ui::{Choice, Figures, Handle, PanelHead, Picture, Select, Words, Zoom};
use charts::{MapView, map_height};
use inset::Insets;
use lacking::Lacking;
use legend::Legend;
use leptos::context::Provider;
use leptos::prelude::*;
use model::{Dataset, Lang};
use outlines::Sheet;
use query::{Beyond, Measure};
use untied::Untied;
use view::{Control, Embed, Panel};

/// How much a step zooms.
const FACTOR: f64 = 1.5;

/// The map panel, one task behind what a reader did.
#[component]
pub fn MapPanel() -> impl IntoView {
    let (store, waits) = Store::get().behind();
    let lang = store.lang();
    let measure = Memo::new(move |_| store.view().with(|v| v.measure));
    // Each doubling parts places that lay together.
    let doublings = RwSignal::new(0);
    let drawn = Memo::new(move |_| store.map(measure.get(), 2.0_f64.powi(doublings.get())));
    let on_zoom = Callback::new(move |times: f64| {
        let now = times.max(1.0).log2() as i32;
        if now != doublings.get_untracked() {
            doublings.set(now);
        }
    });
    let picture = Memo::new(move |_| {
        drawn.with(|d| Picture {
            option: d.option.to_string(),
            marks: d.marks.clone(),
            height: map_height(store.compact().get(), store.shows(Panel::Timeline)),
        })
    });
    let beyond = Memo::new(move |_| {
        store
            .reaching()
            .with(|records| Beyond::of_measure(store.dataset(), records, measure.get()))
    });
    let handle = Handle::empty();
    view! {
        <Provider value=store>
        <section class="panel" id="map-panel" aria-labelledby="map-title" aria-busy=busy(move || waits.get())>
            <PanelHead id="map-title" title=Signal::derive(move || text::map(lang.get()).to_owned().into())>
                <Select
                    id="measure"
                    beside=true
                    label=Signal::derive(move || text::measure(lang.get()).to_owned())
                    disabled=Signal::derive(move || !store.allows(Control::Measure))
                    choices=Signal::derive(move || measures(lang.get(), store.dataset()))
                    value=measure
                    on_choose=Callback::new(move |measure| store.set_measure(measure))
                />
                <div class="buttons">
                    <Zoom handle factor=FACTOR lang reset_id="map-reset" />
                    <ShareButton subject=Subject::View(Embed::Map) />
                </div>
            </PanelHead>
            <div class="map-layout">
                // The small maps lie in the corner where that is free, or below.
                <div class="map-main" class:corner=move || drawn.with(|d| d.has_free_corner)>
                    <Outlined picture handle on_zoom />
                    <NotCounted beyond />
                    <Insets />
                </div>
                <div class="map-side">
                    <Untied drawn />
                    <Legend drawn />
                    <div class="map-notes">
                        <FiguresOf drawn />
                    </div>
                </div>
            </div>
        </section>
        </Provider>
    }
}

/// What the map shows, for a reader who cannot see it.
fn map_label(store: Store) -> String {
    let lang = store.lang().get();
    let main = store.dataset().main_map();
    let caption = main.and_then(|map| map.caption.as_ref());
    caption.map_or_else(
        || text::map_shaded(lang).to_owned(),
        |caption| text::labelled(lang, text::map_shaded(lang), caption.get(lang)),
    )
}

/// How to read the map, in the dataset's words where it has some.
fn map_note(store: Store) -> AnyView {
    let lang = store.lang().get();
    let main = store.dataset().main_map();
    match main.and_then(|map| map.note.as_ref()) {
        Some(note) => view! { <Words text=note lang=Signal::stored(lang) /> }.into_any(),
        None => text::map_note(lang).into_any(),
    }
}

/// The map, or what there is in its place.
#[component]
fn Outlined(picture: Memo<Picture>, handle: Handle, on_zoom: Callback<f64>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let is = move |which: fn(&Geometry) -> bool| move || store.geometry().with(which);
    view! {
        <Lacking />
        <Show when=is(|g| *g == Geometry::None)>
            <p class="hint" id="no-outlines">{move || text::no_outlines(lang.get())}</p>
        </Show>
        <Show when=is(|g| *g == Geometry::Loading)>
            <div class="skeleton" style:height=move || format!("{}px", picture.with(|p| p.height)) aria-hidden="true"></div>
        </Show>
        <Show when=is(|g| matches!(g, Geometry::Ready(_)))>
            <Drawing
                picture
                label=Signal::derive(move || map_label(store))
                handle
                id="map"
                on_zoom
            />
        </Show>
    }
}

/// The map's figures as a table. It is made when it is unfolded: of thousands of
/// places it is most of the page.
#[component]
fn FiguresOf(drawn: Memo<MapView>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let notes = store.dataset().insets().filter_map(|map| map.note.as_ref());
    let notes = notes
        .map(|note| view! { <Words text=note lang /> " " })
        .collect_view();
    let open = RwSignal::new(false);
    let rows = move || {
        let figures = if open.get() {
            drawn.with(|d| d.figures.clone())
        } else {
            Vec::new()
        };
        let row = |(place, figure)| {
            let name = &store.dataset().place(place).name;
            view! { <tr><th scope="row"><Words text=name lang /></th><td>{figure}</td></tr> }
        };
        figures.into_iter().map(row).collect_view()
    };
    view! {
        <Figures
            title=Signal::derive(move || text::data_of_chart(lang.get()).to_owned())
            on_fold=move |is_open| open.set(is_open)
        >
            <table><tbody>{rows}</tbody></table>
            <p class="hint">
                <span>{move || map_note(store)}</span> " "
                <Show when=move || store.geometry().with(|g| g.main().is_some_and(Sheet::has_land))>
                    <span>{move || text::land_origin(lang.get())}</span> " "
                </Show>
                <span>{move || text::names::only_tied(lang.get(), store.dataset())}</span> " "
                <span>{move || text::largest_only(lang.get())}</span> " "
                {notes}
            </p>
        </Figures>
    }
}

fn measures(lang: Lang, dataset: &Dataset) -> Vec<Choice<Measure>> {
    let choice = |measure: Measure| Choice {
        value: measure,
        word: measure.word(dataset).to_owned(),
        name: text::names::measure(lang, measure, dataset).to_owned(),
    };
    Measure::all(dataset).into_iter().map(choice).collect()
}
