//! What the map's colours and signs mean.

use crate::state::Store;
use crate::ui::Words;
use charts::{Look, MapView};
use leptos::prelude::*;
use model::{Certainty, Lang};

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
                    let look = match item.look {
                        Look::Filled => "circle-of",
                        Look::Outlined => "circle-of outlined",
                        Look::Dashed => "circle-of outlined dashed",
                        Look::Hollow => "circle-of hollow",
                        Look::Broken => "circle-of hollow dotted",
                    };
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
            d.sites
                .iter()
                .map(|(sector, color, symbol)| {
                    let family = dataset.sector(*sector).family;
                    let name =
                        family.map_or(&dataset.sector(*sector).name, |ix| &dataset.family(ix).name);
                    (name, *color, *symbol)
                })
                .fold(Vec::new(), |mut seen, item| {
                    if !seen.contains(&item) {
                        seen.push(item);
                    }
                    seen
                })
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

/// How a symbol is drawn whose position is so surely known, and what that is.
fn sure(lang: Lang, certainty: Certainty) -> (&'static str, &'static str) {
    match certainty {
        Certainty::Exact => ("exact", text::position_exact(lang)),
        Certainty::Near => ("near", text::position_near(lang)),
        Certainty::Unstated => ("unstated", text::position_unstated(lang)),
        Certainty::AreaOnly => ("somewhere", text::position_area(lang)),
    }
}
