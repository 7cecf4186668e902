//! What the map's colours and signs mean.

use crate::state::Store;
use crate::ui::Words;
use charts::{MapView, sure};
use leptos::prelude::*;

/// The legend.
#[component]
pub fn Legend(drawn: Memo<MapView>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let circles = move || {
        drawn.with(|d| {
            d.sizes
                .iter()
                .map(|item| {
                    let size = format!("{}px", item.diameter.round());
                    let look = item.look.class();
                    view! {
                        <li>
                            <span class=look style:width=size.clone() style:height=size style:--circle=store.setting().theme.muted></span>
                            {item.text.clone()}
                        </li>
                    }
                })
                .collect_view()
        })
    };
    let areas = move || {
        drawn.with(|d| {
            d.legend
                .iter()
                .map(|item| {
                    view! {
                        <li>
                            <span class="swatch" class:dashed=item.dashed style:background=item.color></span>
                            {item.text.clone()}
                        </li>
                    }
                })
                .collect_view()
        })
    };
    let certainties = move || {
        drawn.with(|d| {
            d.certainties
                .iter()
                .map(|certainty| {
                    let (look, words) = sure(lang.get(), *certainty);
                    view! {
                        <li>
                            <span class=format!("site {look}")></span>
                            {words}
                        </li>
                    }
                })
                .collect_view()
        })
    };
    let sectors = move || {
        let dataset = store.dataset();
        drawn.with(|d| {
            d.symbols(dataset)
                .into_iter()
                .map(|(name, color, symbol)| {
                    view! {
                        <li>
                            <span class=format!("symbol {symbol}") style:background=color></span>
                            <Words text=name lang />
                        </li>
                    }
                })
                .collect_view()
        })
    };
    view! {
        <div class="legend" id="map-legend">
            <ul>
                <Show when=move || drawn.with(|d| !d.sizes.is_empty())>
                    <li class="next">{move || text::circles(lang.get())}</li>
                </Show>
                {circles}
                {areas}
                <Show when=move || drawn.with(|d| !d.sites.is_empty())>
                    <li class="next">{move || text::sites(lang.get())}</li>
                </Show>
                {sectors}
                <Show when=move || drawn.with(|d| !d.certainties.is_empty())>
                    <li class="next">{move || text::position(lang.get())}</li>
                </Show>
                {certainties}
                <Show when=move || drawn.with(|d| d.reach)>
                    <li><span class="sign reaches"></span> {move || text::sign_reaches(lang.get())}</li>
                </Show>
            </ul>
        </div>
    }
}
