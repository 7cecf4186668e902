//! What the map's colours and signs mean.

use crate::state::Store;
use crate::ui::Words;
use charts::MapView;
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
    view! {
        <div class="legend" id="map-legend">
            <h3>{measure}</h3>
            <ul>{shades}</ul>
            <Show when=move || drawn.with(|d| !d.sites.is_empty())>
                <h3>{move || text::sites(lang.get())}</h3>
                <ul>{sites}</ul>
                <p class="hint">{move || text::sites_note(lang.get())}</p>
            </Show>
        </div>
    }
}
