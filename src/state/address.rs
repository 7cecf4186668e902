//! The address bar: read at the start and on Back, written on each change.

use crate::browser::frame::around;
use js_sys::Array;
use leptos::prelude::set_timeout;
use model::Dataset;
use std::cell::{Cell, RefCell};
use std::time::Duration;
use view::{
    Decoded, Entry, Move, Origin, ViewState, decode, encode, requested_origin, split_fragment, step,
};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;

/// Whether a change is a step that Back undoes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A choice: Back undoes it.
    Choice,
    /// One of many, such as a letter typed: the address follows, Back skips it.
    Adjustment,
}

/// A way back that the browser has not gone yet.
struct Returning {
    number: u32,
    view: ViewState,
    entry: Entry,
    /// Changes since, to be written when it has arrived.
    later: Vec<(ViewState, Step)>,
}

/// A browser that cannot go back says nothing: after so long it has not.
const PATIENCE: Duration = Duration::from_secs(2);

thread_local! {
    static RETURNING: RefCell<Option<Returning>> = const { RefCell::new(None) };
    static RETURNS: Cell<u32> = const { Cell::new(0) };
}

/// The query of the present address.
#[must_use]
pub fn query() -> String {
    split_fragment(&after_path()).0.to_owned()
}

/// The view that the present address asks for.
#[must_use]
pub fn read(dataset: &Dataset) -> Decoded {
    decode(&query(), dataset)
}

/// The address of a view: relative, so that any folder and host will do.
#[must_use]
pub fn relative(view: &ViewState, dataset: &Dataset) -> String {
    let query = encode(view, dataset);
    let path = web_sys::window()
        .and_then(|w| w.location().pathname().ok())
        .unwrap_or_default();
    if query.is_empty() {
        path
    } else {
        format!("{path}?{query}")
    }
}

/// The whole link of a view.
#[must_use]
pub fn link(view: &ViewState, dataset: &Dataset) -> String {
    let origin = web_sys::window()
        .and_then(|w| w.location().origin().ok())
        .unwrap_or_default();
    format!("{origin}{}", relative(view, dataset))
}

/// Writes a change of the view into the address bar.
pub fn write(now: &ViewState, next: &ViewState, dataset: &'static Dataset, kind: Step) {
    let waits = RETURNING.with_borrow_mut(|returning| match returning {
        Some(returning) => {
            returning.later.push((next.clone(), kind));
            true
        }
        None => false,
    });
    if waits {
        return;
    }
    let queries = (encode(now, dataset), encode(next, dataset));
    let to_do = step(
        &entry(),
        (now, next),
        (&queries.0, &queries.1),
        kind == Step::Choice,
        around().is_some(),
    );
    let Some(history) = history() else {
        return;
    };
    match to_do {
        Move::Add(entry) => put(next, dataset, &entry, true),
        Move::Replace(entry) => put(next, dataset, &entry, false),
        Move::Return(steps, entry) => {
            let number = RETURNS.get().wrapping_add(1);
            RETURNS.set(number);
            RETURNING.set(Some(Returning {
                number,
                view: next.clone(),
                entry,
                later: Vec::new(),
            }));
            let back = i32::try_from(steps).unwrap_or(1);
            if history.go_with_delta(-back).is_err() {
                arrived(dataset);
            }
            set_timeout(
                move || {
                    let waits = |it: &Option<Returning>| it.as_ref().map(|it| it.number);
                    if RETURNING.with_borrow(waits) == Some(number) {
                        arrived(dataset);
                    }
                },
                PATIENCE,
            );
        }
    }
}

/// A new step of the history, to the plain page of another dataset, in the language
/// and the colours of before.
pub fn open(origin: Origin, dataset: &Dataset) {
    let ViewState { lang, scheme, .. } = read(dataset).view;
    let view = ViewState {
        origin,
        lang,
        scheme,
        ..ViewState::of(dataset)
    };
    put(&view, dataset, &Entry::default(), true);
}

/// Whether the address asks for another dataset than the view shows.
#[must_use]
pub fn is_of_another(view: &ViewState) -> bool {
    requested_origin(&query()) != view.origin
}

/// Calls `changed` when Back or Forward changed the address.
pub fn on_history(dataset: &'static Dataset, changed: impl Fn() + 'static) {
    use wasm_bindgen::JsCast;
    let closure = Closure::<dyn Fn()>::new(move || {
        // What the app itself went back to is on screen already.
        if !arrived(dataset) {
            changed();
        }
    });
    if let Some(window) = web_sys::window() {
        window.set_onpopstate(Some(closure.as_ref().unchecked_ref()));
    }
    // Lives as long as the page.
    closure.forget();
}

/// Writes what waited for a way back; whether anything did.
fn arrived(dataset: &'static Dataset) -> bool {
    let Some(returned) = RETURNING.take() else {
        return false;
    };
    put(&returned.view, dataset, &returned.entry, false);
    let mut now = returned.view;
    for (next, kind) in returned.later {
        write(&now, &next, dataset, kind);
        now = next;
    }
    true
}

/// Puts a view into the present entry or a new one. A fragment stays: it is not
/// ours to drop.
fn put(view: &ViewState, dataset: &Dataset, entry: &Entry, is_new: bool) {
    let Some(history) = history() else {
        return;
    };
    let address = format!(
        "{}{}",
        relative(view, dataset),
        split_fragment(&after_path()).1
    );
    let below: Array = entry.below.iter().map(|q| JsValue::from_str(q)).collect();
    // A browser may refuse (too many writes, an opaque origin): the view on
    // screen is right all the same.
    let _ = if is_new {
        history.push_state_with_url(&below, "", Some(&address))
    } else {
        history.replace_state_with_url(&below, "", Some(&address))
    };
}

/// What the present entry remembers; nothing if it is not of the app's making.
fn entry() -> Entry {
    let state = history()
        .and_then(|history| history.state().ok())
        .filter(Array::is_array);
    let below = state.map_or_else(Vec::new, |state| {
        Array::from(&state)
            .iter()
            .filter_map(|query| query.as_string())
            .collect()
    });
    Entry { below }
}

/// Query and fragment of the address, as they stand there.
fn after_path() -> String {
    web_sys::window()
        .map(|window| window.location())
        .and_then(|at| Some(at.search().ok()? + &at.hash().ok()?))
        .unwrap_or_default()
}

fn history() -> Option<web_sys::History> {
    web_sys::window().and_then(|window| window.history().ok())
}
