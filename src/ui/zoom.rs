//! The buttons that zoom a chart.

use super::{Button, Handle};
use crate::browser::chart::Drawing;
use leptos::prelude::*;
use model::Lang;

/// Larger and smaller by `factor`, and all of it again.
#[component]
pub fn Zoom(
    handle: Handle,
    factor: f64,
    #[prop(into)] lang: Signal<Lang>,
    reset_id: &'static str,
) -> impl IntoView {
    let zoom = move |factor: f64| {
        handle.with(|drawing| drawing.navigate(factor, 0.0));
    };
    let label =
        |words: fn(Lang) -> &'static str| Signal::derive(move || words(lang.get()).to_owned());
    view! {
        <Button label=label(text::zoom_in) on_click=move || zoom(factor)>"+"</Button>
        <Button label=label(text::zoom_out) on_click=move || zoom(1.0 / factor)>"−"</Button>
        <Button id=reset_id label=label(text::reset_view) on_click=move || { handle.with(Drawing::reset); }>
            "⟲"
        </Button>
    }
}
