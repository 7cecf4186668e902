//! What the map's colours and signs mean.

use crate::state::Store;
use crate::ui::Words;
use charts::{Look, MapView};
use leptos::prelude::*;

/// The legend.
#[component]
pub fn Legend(drawn: Memo<MapView>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let measure = move || {
        let measure = store.view().with(|v| v.measure);
        text::names::measure(lang.get(), measure, store.dataset())
    };
    let shades = move || {
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
    };
    let sites = move || {
        drawn.with(|d| {
            d.sites
                .iter()
                .map(|(sector, color, symbol)| {
                    view! {
                        <li>
                            <span class=format!("symbol {symbol}") style:background=*color></span>
                            <Words text=&store.dataset().sector(*sector).name lang />
                        </li>
                    }
                })
                .collect_view()
        })
    };
    let circles = move || {
        drawn.with(|d| {
            d.sizes
                .iter()
                .map(|item| {
                    let size = format!("{}px", item.diameter.round());
                    let look = match item.look {
                        Look::Filled => "circle-of",
                        Look::Hollow => "circle-of hollow",
                        Look::Broken => "circle-of hollow dashed",
                    };
                    view! {
                        <li>
                            <span class=look style:width=size.clone() style:height=size style:--circle=store.setting().theme.accent></span>
                            {item.text.clone()}
                        </li>
                    }
                })
                .collect_view()
        })
    };
    view! {
        <div class="legend" id="map-legend">
            <h3>{measure}</h3>
            <Show when=move || drawn.with(|d| !d.legend.is_empty())>
                <ul>{shades}</ul>
            </Show>
            <Show when=move || drawn.with(|d| !d.sizes.is_empty())>
                <p class="hint">{move || text::circles(lang.get())}</p>
                <ul class="circles">{circles}</ul>
            </Show>
            <Show when=move || drawn.with(|d| !d.sites.is_empty())>
                <h3>{move || text::sites(lang.get())}</h3>
                <ul>{sites}</ul>
                <p class="hint">{move || text::sites_note(lang.get())}</p>
            </Show>
        </div>
    }
}
