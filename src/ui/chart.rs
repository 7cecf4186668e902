//! A chart as a component: option in, events out.

use super::Failure;
use crate::browser::chart::{AREA, Drawing, Event, mount};
use crate::browser::focus;
use crate::browser::in_sight::InSight;
use charts::{Action, Mark};
use leptos::html::Div;
use leptos::prelude::*;
use model::{Lang, RecordIx};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

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

    /// Does something with the chart, if there is one, or is one still.
    pub fn with<T>(self, action: impl FnOnce(&Drawing) -> T) -> Option<T> {
        self.0
            .try_with_value(|drawing| drawing.as_ref().map(action))
            .flatten()
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

    /// The marks that stand for any of the records, as the bridge takes them.
    fn marks_of(&self, records: &[RecordIx]) -> Vec<i32> {
        self.marks_that(|m| m.records.iter().any(|r| records.contains(r)))
    }

    /// The marks that stand for others alone; none where there are no records.
    fn marks_beyond(&self, records: &[RecordIx]) -> Vec<i32> {
        let is_beyond = |m: &Mark| !m.records.iter().any(|r| records.contains(r));
        self.marks_that(|m| !records.is_empty() && !m.records.is_empty() && is_beyond(m))
    }

    fn marks_that(&self, holds: impl Fn(&Mark) -> bool) -> Vec<i32> {
        let marks = self.marks.iter().filter(|m| holds(m));
        marks
            .flat_map(|m| [m.series.map_or(AREA, |s| s as i32), m.datum as i32])
            .collect()
    }
}

type Emit = Closure<dyn FnMut(String, JsValue, JsValue)>;

/// Draws `picture` and keeps it true. Where ECharts is missing it says so.
#[component]
pub fn Chart(
    #[prop(into)] id: String,
    #[prop(into)] picture: Signal<Picture>,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] lang: Signal<Lang>,
    handle: Handle,
    /// Whether it is kept true also far from what is in sight.
    #[prop(into)]
    always: Signal<bool>,
    /// The records that stand out.
    #[prop(into)]
    lit: Signal<Vec<RecordIx>>,
    /// The records behind which all others stand back, if there are any.
    #[prop(into)]
    kept: Signal<Vec<RecordIx>>,
    /// The reader clicked a mark that means this.
    on_click: Callback<Action>,
    /// The reader points at a mark of these records.
    on_point: Callback<Vec<RecordIx>>,
    /// The reader points away from it, or it is gone.
    on_leave: Callback<Vec<RecordIx>>,
    /// The reader brushed a range, in milliseconds since 1970, or took it away.
    #[prop(optional_no_strip)]
    on_brush: Option<Callback<Option<(f64, f64)>>>,
    /// The map is enlarged so often now.
    #[prop(optional_no_strip)]
    on_zoom: Option<Callback<f64>>,
    /// The reader turned the wheel; the answer is whether to say how it zooms.
    on_wheel: Callback<(), bool>,
) -> impl IntoView {
    let element = NodeRef::<Div>::new();
    let failed = RwSignal::new(false);
    let emit = StoredValue::new_local(None::<Emit>);
    // What the reader points at here.
    let pointed = StoredValue::new(Vec::new());
    let told = RwSignal::new(false);

    // Drawn once, for its height; after that only where the reader may soon look.
    let near = RwSignal::new(true);
    let watch = StoredValue::new_local(None::<InSight>);
    let drawn = Memo::new(move |before: Option<&Picture>| {
        let waits = !near.get() && !always.get();
        match before.filter(|_| waits) {
            Some(before) => before.clone(),
            None => picture.get(),
        }
    });

    let heard = move |event: Event| match event {
        Event::Click(series, datum) => {
            // So that a dialog that opens can give it back.
            if let Some(div) = element.get_untracked() {
                focus::around(&div);
            }
            let action = drawn.with_untracked(|p| p.mark(series, datum)?.action.clone());
            match action {
                Some(Action::Enlarge { middle, zoom }) => {
                    handle.with(|d| d.look(middle.0, middle.1, zoom));
                }
                Some(action) => on_click.run(action),
                None => {}
            }
        }
        Event::Over(series, datum) => {
            let records = drawn.with_untracked(|p| p.records(series, datum));
            pointed.set_value(records.clone());
            on_point.run(records);
        }
        Event::Out => on_leave.run(pointed.get_value()),
        Event::Brush(from, to) => {
            if let Some(on_brush) = on_brush {
                on_brush.run(Some((from, to)));
            }
        }
        Event::Unbrush => {
            if let Some(on_brush) = on_brush {
                on_brush.run(None);
            }
        }
        Event::Zoom(zoom) => {
            if let Some(on_zoom) = on_zoom {
                on_zoom.run(zoom);
            }
        }
        Event::Failed => failed.set(true),
        Event::Wheel => {
            if on_wheel.run(()) {
                tell(told);
            }
        }
    };
    Effect::new(move |_| {
        let Some(div) = element.get() else { return };
        if watch.with_value(Option::is_none) {
            let seen = move |is_near: bool| {
                let _ = near.try_set(is_near);
            };
            watch.set_value(InSight::watch_near(&div, seen));
        }
        if handle.with(|_| ()).is_none() {
            let closure: Emit = Closure::new(move |name: String, a: JsValue, b: JsValue| {
                if let Some(event) = Event::read(&name, &a, &b) {
                    heard(event);
                }
            });
            match mount(&div, closure.as_ref().unchecked_ref()) {
                Ok(drawing) => handle.set(Some(drawing)),
                Err(_) => {
                    failed.set(true);
                    return;
                }
            }
            emit.set_value(Some(closure));
        }
        let is_drawn = drawn.with(|p| handle.with(|d| d.draw(&p.option).is_ok()));
        failed.set(is_drawn != Some(true));
    });
    Effect::new(move |_| {
        if !near.get() && !always.get() {
            return;
        }
        let (lit, kept) = (lit.get(), kept.get());
        let (marks, dim) = drawn.with(|p| (p.marks_of(&lit), p.marks_beyond(&kept)));
        handle.with(|d| d.highlight(&marks, &dim));
    });
    on_cleanup(move || {
        // Where the whole page goes, nobody listens any more.
        let _ = on_leave.try_run(pointed.get_value());
        handle.with(Drawing::dispose);
        handle.set(None);
    });

    view! {
        <div
            class="chart"
            id=id
            node_ref=element
            role="img"
            // Axes run from left to right in every language; words are isolated.
            dir="ltr"
            tabindex="-1"
            aria-label=label
            // The script knows how tall a drawing is that is laid out by its width.
            style:height=move || format!("var(--drawn, {}px)", drawn.with(|p| p.height))
            class:hidden=move || failed.get()
        ></div>
        <p class="wheel-hint" role="status">
            {move || told.get().then(|| text::wheel_zooms(lang.get()))}
        </p>
        <Show when=move || failed.get()>
            <Failure>{move || text::chart_failed(lang.get())}</Failure>
        </Show>
    }
}

/// Says for some seconds how the wheel zooms.
fn tell(told: RwSignal<bool>) {
    told.set(true);
    set_timeout(
        move || {
            // The chart may be gone by then.
            let _ = told.try_set(false);
        },
        WHEEL_HINT,
    );
}
