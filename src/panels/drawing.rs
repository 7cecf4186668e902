//! A chart that the store hears.

use crate::state::Store;
use crate::ui::{Chart, Handle, Picture};
use charts::Action;
use leptos::prelude::*;
use model::SectorIx;

/// Draws `picture`. Pointing and clicking reach the store; a brushed range
/// reaches `on_brush`, how often a map is enlarged `on_zoom`,
/// and a sector whose rows are to be folded or not `on_fold`.
#[component]
pub fn Drawing(
    #[prop(into)] picture: Signal<Picture>,
    #[prop(into)] label: Signal<String>,
    handle: Handle,
    #[prop(into)] id: String,
    #[prop(optional)] on_brush: Option<Callback<Option<(f64, f64)>>>,
    #[prop(optional)] on_zoom: Option<Callback<f64>>,
    #[prop(optional)] on_fold: Option<Callback<SectorIx>>,
) -> impl IntoView {
    let store = Store::get();
    let on_click = Callback::new(move |action: Action| match (action, on_fold) {
        (Action::Fold(sector), Some(on_fold)) => on_fold.run(sector),
        (action, _) => store.act(action),
    });
    view! {
        <Chart
            id
            picture
            label
            lang=store.lang()
            handle
            // A frame is as high as its content: the page around scrolls, and does
            // not tell.
            always=Signal::derive(move || store.is_embedded() || store.printing().get())
            lit=store.lit()
            kept=store.kept()
            on_click
            on_point=Callback::new(move |records| store.point(records))
            on_leave=Callback::new(move |records: Vec<_>| store.leave(&records))
            on_brush
            on_zoom
            on_wheel=Callback::new(move |()| store.turn_wheel())
        />
    }
}
