//! The map with its legend, the inset, and what is not tied to one division.

use super::chart::bridge::Drawing;
use super::chart::{Chart, Handle, Picture};
use super::geometry::{self, Geometry};
use super::select::Select;
use super::share::{ShareButton, Subject};
use super::store::Store;
use charts::{MapView, inset, map};
use leptos::prelude::*;
use model::Map;
use query::Measure;
use std::collections::BTreeMap;
use view::{Control, Embed};

const HEIGHT: usize = 540;
const HEIGHT_COMPACT: usize = 340;
const INSET_HEIGHT: usize = 230;

/// The map panel.
#[component]
pub fn MapPanel() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang;
    let measure = Memo::new(move |_| store.view.with(|v| v.measure));
    let filter = Memo::new(move |_| store.view.with(|v| v.filter.clone()));
    let drawn: Memo<MapView> = Memo::new(move |_| {
        let none = BTreeMap::new();
        store.geometry.with(|geometry| {
            let points = if let Geometry::Ready(outlines) = geometry {
                &outlines.points
            } else {
                &none
            };
            store.selection.with(|records| {
                filter.with(|filter| map(store.setting(), records, filter, measure.get(), points))
            })
        })
    });
    let picture = Memo::new(move |_| {
        drawn.with(|d| Picture {
            option: d.option.to_string(),
            marks: d.marks.clone(),
            height: if store.compact.get() {
                HEIGHT_COMPACT
            } else {
                HEIGHT
            },
        })
    });
    let ready = move || store.geometry.with(|g| matches!(g, Geometry::Ready(_)));
    let insets = Memo::new(move |_| {
        store.geometry.with(|g| match g {
            Geometry::Ready(outlines) => outlines.insets.clone(),
            Geometry::Loading | Geometry::Failed | Geometry::None => Vec::new(),
        })
    });
    let none = move || store.geometry.with(|g| *g == Geometry::None);
    let failed = move || store.geometry.with(|g| *g == Geometry::Failed);
    let handle = Handle::empty();
    let zoom = move |factor: f64| {
        handle.with(|d| d.navigate(factor, 0.0));
    };
    view! {
        <section class="panel" id="map-panel" aria-labelledby="map-title">
            <div class="panel-head">
                <h2 id="map-title">{move || text::map(lang.get())}</h2>
                <label class="select">
                    <span>{move || text::measure(lang.get())}</span>
                    <Select
                        id="measure"
                        disabled=Signal::derive(move || !store.allows(Control::Measure))
                        choices=Signal::derive(move || {
                            Measure::all(store.dataset)
                                .into_iter()
                                .map(|item| {
                                    let name = text::names::measure(lang.get(), item, store.dataset);
                                    (item.word(store.dataset).to_owned(), name.to_owned())
                                })
                                .collect()
                        })
                        value=Signal::derive(move || measure.get().word(store.dataset).to_owned())
                        on_choose=Callback::new(move |word: String| {
                            if let Some(measure) = Measure::from_word(&word, store.dataset) {
                                store.choose(|v| v.measure = measure);
                            }
                        })
                    />
                </label>
                <div class="buttons">
                    <button type="button" class="button" aria-label=move || text::zoom_in(lang.get()) on:click=move |_| zoom(1.5)>"+"</button>
                    <button type="button" class="button" aria-label=move || text::zoom_out(lang.get()) on:click=move |_| zoom(1.0 / 1.5)>"−"</button>
                    <button
                        type="button"
                        class="button"
                        id="map-reset"
                        on:click=move |_| { handle.with(Drawing::reset); }
                    >
                        {move || text::reset_view(lang.get())}
                    </button>
                    <ShareButton subject=Subject::View(Embed::Map) />
                </div>
            </div>
            <div class="map-layout">
                <div class="map-main">
                    <Show when=failed>
                        <p class="failure" role="status">
                            {move || text::geometry_failed(lang.get())} " "
                            <button type="button" class="button" on:click=move |_| geometry::load(store)>
                                {move || text::retry(lang.get())}
                            </button>
                        </p>
                    </Show>
                    <Show when=none>
                        <p class="hint" id="no-outlines">{move || text::no_outlines(lang.get())}</p>
                    </Show>
                    <Show when=move || store.geometry.with(|g| *g == Geometry::Loading)>
                        <div class="skeleton" style:height=format!("{HEIGHT}px") aria-hidden="true"></div>
                    </Show>
                    <Show when=ready>
                        <Chart
                            picture
                            label=Signal::derive(move || map_label(store))
                            handle
                            id="map"
                        />
                    </Show>
                    <Untied drawn />
                </div>
                <div class="map-side">
                    <Legend drawn />
                    {move || {
                        let maps = insets.get().into_iter();
                        maps.filter_map(|id| store.dataset.map(&id)).map(|map| view! { <Inset map /> }).collect_view()
                    }}
                </div>
                <div class="map-notes">
                    <details class="figures">
                        <summary>{move || text::data_of_chart(lang.get())}</summary>
                        <table>
                            <tbody>
                                {move || {
                                    drawn.with(|d| {
                                        d.figures
                                            .iter()
                                            .map(|(place, figure)| {
                                                let name = store.dataset.place(*place).name.get(lang.get()).to_owned();
                                                view! { <tr><th scope="row">{name}</th><td>{figure.clone()}</td></tr> }
                                            })
                                            .collect_view()
                                    })
                                }}
                            </tbody>
                        </table>
                    </details>
                    <p class="hint">{move || map_note(store)} " " {move || text::records_only_tied(lang.get())} " " {move || text::largest_only(lang.get())}</p>
                </div>
            </div>
        </section>
    }
}

/// A map beside the main one.
#[component]
fn Inset(map: &'static Map) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang;
    let picture = Memo::new(move |_| {
        let (option, marks) = store.geometry.with(|geometry| {
            let none = BTreeMap::new();
            let points = if let Geometry::Ready(outlines) = geometry {
                &outlines.points
            } else {
                &none
            };
            store.selection.with(|records| {
                store
                    .view
                    .with(|v| inset(map, store.setting(), records, &v.filter, points))
            })
        });
        Picture {
            option: option.to_string(),
            marks,
            height: INSET_HEIGHT,
        }
    });
    let caption = move || match (&map.caption, map.place) {
        (Some(caption), _) => caption.get(lang.get()).to_owned(),
        (None, Some(place)) => store.dataset.place(place).name.get(lang.get()).to_owned(),
        (None, None) => text::map(lang.get()).to_owned(),
    };
    view! {
        <figure class="inset">
            <figcaption>{caption}</figcaption>
            <Chart picture label=Signal::derive(caption) handle=Handle::empty() id=format!("inset-{}", map.id) />
            {map.note.as_ref().map(|note| view! { <p class="hint">{move || note.get(lang.get())}</p> })}
        </figure>
    }
}

/// What the map shows, for a reader who cannot see it.
fn map_label(store: Store) -> String {
    let lang = store.lang.get();
    let caption = store
        .dataset
        .main_map()
        .and_then(|map| map.caption.as_ref());
    caption.map_or_else(
        || text::map_shaded(lang).to_owned(),
        |caption| text::labelled(lang, text::map_shaded(lang), caption.get(lang)),
    )
}

/// How to read the map, in the dataset's words where it has some.
fn map_note(store: Store) -> &'static str {
    let lang = store.lang.get();
    let note = store.dataset.main_map().and_then(|map| map.note.as_ref());
    note.map_or_else(|| text::map_note(lang), |note| note.get(lang))
}

#[component]
fn Legend(drawn: Memo<MapView>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang;
    view! {
        <div class="legend" id="map-legend">
            <h3>{move || text::names::measure(lang.get(), store.view.with(|v| v.measure), store.dataset)}</h3>
            <ul>
                {move || {
                    drawn.with(|d| {
                        let last = d.legend.len();
                        d.legend
                            .iter()
                            .enumerate()
                            .map(|(position, item)| {
                                view! {
                                    <li>
                                        <span class="swatch" class:dashed=position + 1 == last style:background=item.color></span>
                                        {item.text.clone()}
                                    </li>
                                }
                            })
                            .collect_view()
                    })
                }}
            </ul>
            <Show when=move || drawn.with(|d| !d.sites.is_empty())>
                <h3>{move || text::sites(lang.get())}</h3>
                <ul>
                    {move || {
                        drawn.with(|d| {
                            d.sites
                                .iter()
                                .map(|(sector, color, symbol)| {
                                    view! {
                                        <li>
                                            <span class=format!("symbol {symbol}") style:background=*color></span>
                                            {store.dataset.sector(*sector).name.get(lang.get()).to_owned()}
                                        </li>
                                    }
                                })
                                .collect_view()
                        })
                    }}
                </ul>
                <p class="hint">{move || text::sites_note(lang.get())}</p>
            </Show>
        </div>
    }
}

#[component]
fn Untied(drawn: Memo<MapView>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang;
    view! {
        <div class="untied" id="untied">
            <h3>{move || text::not_tied(lang.get())}</h3>
            <ul>
                {move || {
                    drawn
                        .with(|d| d.untied.clone())
                        .into_iter()
                        .map(|group| {
                            let words = view! { <span>{group.name}</span> <strong>{group.figure}</strong> };
                            match group.choice {
                                Some(choice) => {
                                    let pressed = move || store.view.with(|v| v.filter.places.contains(&choice)).to_string();
                                    view! {
                                        <li>
                                            <button
                                                type="button"
                                                aria-pressed=pressed
                                                on:click=move |_| store.act(charts::Action::Place(choice))
                                            >
                                                {words}
                                            </button>
                                        </li>
                                    }
                                        .into_any()
                                }
                                None => view! { <li class="plain">{words}</li> }.into_any(),
                            }
                        })
                        .collect_view()
                }}
            </ul>
        </div>
    }
}
