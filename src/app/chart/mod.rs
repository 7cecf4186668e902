//! A chart as a component: option in, events out.

pub mod bridge;

use crate::app::focus;
use crate::app::store::Store;
use bridge::{Drawing, Event};
use charts::Mark;
use leptos::html::Div;
use leptos::prelude::*;
use model::RecordIx;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// How long the page says how the wheel zooms.
const WHEEL_HINT: std::time::Duration = std::time::Duration::from_secs(5);

/// The live chart of a component, for buttons beside it.
#[derive(Clone, Copy)]
pub struct Handle(StoredValue<Option<Drawing>, LocalStorage>);

impl Handle {
    /// Before there is a chart.
    #[must_use]
    pub fn empty() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// Does something with the chart, if there is one.
    pub fn with<T>(self, action: impl FnOnce(&Drawing) -> T) -> Option<T> {
        self.0.with_value(|drawing| drawing.as_ref().map(action))
    }

    fn set(self, drawing: Option<Drawing>) {
        self.0.set_value(drawing);
    }
}

/// What is drawn.
#[derive(Clone, PartialEq)]
pub struct Picture {
    /// The option as JSON.
    pub option: String,
    /// Which mark stands for which records.
    pub marks: Vec<Mark>,
    /// Height in pixels.
    pub height: usize,
}

impl Picture {
    /// A mark, by its series and datum.
    fn mark(&self, series: Option<usize>, datum: usize) -> Option<&Mark> {
        self.marks
            .iter()
            .find(|m| m.series == series && m.datum == datum)
    }

    /// The records that a mark stands for.
    fn records(&self, series: Option<usize>, datum: usize) -> Vec<RecordIx> {
        let mark = self.mark(series, datum);
        mark.map(|m| m.records.clone()).unwrap_or_default()
    }
}

/// Draws `picture` and keeps it true. Pointing and clicking reach the store;
/// a brushed range reaches `on_brush`. Where ECharts is missing it says so.
#[component]
pub(crate) fn Chart(
    #[prop(into)] picture: Signal<Picture>,
    #[prop(into)] label: Signal<String>,
    handle: Handle,
    #[prop(into)] id: String,
    #[prop(optional)] on_brush: Option<Callback<Option<(f64, f64)>>>,
) -> impl IntoView {
    let store = Store::get();
    let element = NodeRef::<Div>::new();
    let failed = RwSignal::new(false);
    let emit = StoredValue::new_local(None::<Closure<dyn FnMut(String, JsValue, JsValue)>>);
    // What the reader points at here.
    let pointed = StoredValue::new(Vec::new());
    let told = RwSignal::new(false);

    Effect::new(move |_| {
        let Some(div) = element.get() else { return };
        if handle.with(|_| ()).is_none() {
            let closure =
                Closure::new(move |name: String, a: JsValue, b: JsValue| {
                    match Event::read(&name, &a, &b) {
                        Some(Event::Click(series, datum)) => {
                            if let Some(div) = element.get_untracked() {
                                take_focus(&div);
                            }
                            let action = picture.with_untracked(|p| p.mark(series, datum)?.action);
                            if let Some(action) = action {
                                store.act(action);
                            }
                        }
                        Some(Event::Over(series, datum)) => {
                            let records = picture.with_untracked(|p| p.records(series, datum));
                            pointed.set_value(records.clone());
                            store.point(records);
                        }
                        Some(Event::Out) => store.leave(&pointed.get_value()),
                        Some(Event::Brush(from, to)) => {
                            if let Some(on_brush) = on_brush {
                                on_brush.run(Some((from, to)));
                            }
                        }
                        Some(Event::Unbrush) => {
                            if let Some(on_brush) = on_brush {
                                on_brush.run(None);
                            }
                        }
                        Some(Event::Wheel) => tell_wheel(store, told),
                        None => {}
                    }
                });
            match bridge::mount(&div, closure_function(&closure)) {
                Ok(drawing) => handle.set(Some(drawing)),
                Err(_) => {
                    failed.set(true);
                    return;
                }
            }
            emit.set_value(Some(closure));
        }
        let drawn = picture.with(|p| handle.with(|d| d.draw(&p.option).is_ok()));
        failed.set(drawn != Some(true));
    });
    Effect::new(move |_| {
        let hovered = store.lit.get();
        let marks: Vec<i32> = picture.with(|p| {
            let lit = p
                .marks
                .iter()
                .filter(|m| m.records.iter().any(|r| hovered.contains(r)));
            lit.flat_map(|m| [m.series.map_or(bridge::AREA, |s| s as i32), m.datum as i32])
                .collect()
        });
        handle.with(|d| d.highlight(&marks));
    });
    on_cleanup(move || {
        pointed.with_value(|records| store.leave(records));
        handle.with(Drawing::dispose);
        handle.set(None);
    });

    view! {
        <div
            class="chart"
            id=id
            node_ref=element
            role="img"
            tabindex="-1"
            aria-label=label
            style:height=move || format!("{}px", picture.with(|p| p.height))
            class:hidden=move || failed.get()
        ></div>
        <p class="wheel-hint" role="status">
            {move || told.get().then(|| text::wheel_zooms(store.lang.get()))}
        </p>
        <Show when=move || failed.get()>
            <p class="failure" role="status">{move || text::chart_failed(store.lang.get())}</p>
        </Show>
    }
}

fn closure_function(closure: &Closure<dyn FnMut(String, JsValue, JsValue)>) -> &js_sys::Function {
    use wasm_bindgen::JsCast;
    closure.as_ref().unchecked_ref()
}

/// A chart that is clicked has the focus, so that a dialog that opens can give
/// it back, and keys go on from there; unless what lies around it has it.
fn take_focus(chart: &web_sys::HtmlElement) {
    let focused = chart.owner_document().and_then(|d| d.active_element());
    let has_it = focused.is_some_and(|e| e.tag_name() != "BODY" && e.contains(Some(chart)));
    if !has_it {
        focus::calmly(chart);
    }
}

/// Says once a page how the wheel zooms, for some seconds.
fn tell_wheel(store: Store, told: RwSignal<bool>) {
    if store.wheel_told.get_value() {
        return;
    }
    store.wheel_told.set_value(true);
    told.set(true);
    set_timeout(
        move || {
            // The chart may be gone by then.
            let _ = told.try_set(false);
        },
        WHEEL_HINT,
    );
}
