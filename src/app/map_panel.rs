//! The map with its legend, the inset, and what is not tied to one division.

use super::chart::{Chart, Handle, Picture};
use super::geometry::{self, Geometry};
use super::select::Select;
use super::share::{ShareButton, Subject};
use super::store::Store;
use charts::{MapView, inset, map};
use leptos::prelude::*;
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
    let inset_picture = Memo::new(move |_| {
        let (option, marks) = store
            .selection
            .with(|records| filter.with(|filter| inset(store.setting(), records, filter)));
        Picture {
            option: option.to_string(),
            marks,
            height: INSET_HEIGHT,
        }
    });
    let ready = move || store.geometry.with(|g| matches!(g, Geometry::Ready(_)));
    let provider = move || {
        store
            .geometry
            .with(|g| matches!(g, Geometry::Ready(outlines) if outlines.provider))
    };
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
                            Measure::ALL
                                .iter()
                                .map(|item| (item.word().to_owned(), text::names::measure(lang.get(), *item).to_owned()))
                                .collect()
                        })
                        value=Signal::derive(move || measure.get().word().to_owned())
                        on_choose=Callback::new(move |word: String| {
                            if let Some(measure) = Measure::from_word(&word) {
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
                        on:click=move |_| { handle.with(|d| d.reset()); }
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
                            label=Signal::derive(move || text::map_label(lang.get()).to_owned())
                            handle
                            id="map"
                        />
                    </Show>
                    <Untied drawn />
                </div>
                <div class="map-side">
                    <Legend drawn />
                    <Show when=provider>
                        <figure class="inset">
                            <figcaption>{move || text::inset_title(lang.get())}</figcaption>
                            <Chart
                                picture=inset_picture
                                label=Signal::derive(move || text::inset_title(lang.get()).to_owned())
                                handle=Handle::empty()
                                id="inset"
                            />
                            <p class="link-arrow" aria-hidden="true">
                                {move || link_words(store)}
                            </p>
                            <p class="hint">{move || text::inset_note(lang.get())}</p>
                        </figure>
                    </Show>
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
                    <p class="hint">{move || text::map_note(lang.get())} " " {move || text::records_only_tied(lang.get())} " " {move || text::largest_only(lang.get())}</p>
                </div>
            </div>
        </section>
    }
}

/// "Beijing → Lhasa".
fn link_words(store: Store) -> String {
    let name = |id: &str| {
        store.dataset.map(id).map_or_else(String::new, |map| {
            store
                .dataset
                .place(map.place)
                .name
                .get(store.lang.get())
                .to_owned()
        })
    };
    format!("{} ⟶ {}", name("provider"), name("recipient"))
}

#[component]
fn Legend(drawn: Memo<MapView>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang;
    view! {
        <div class="legend" id="map-legend">
            <h3>{move || text::names::measure(lang.get(), store.view.with(|v| v.measure))}</h3>
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
