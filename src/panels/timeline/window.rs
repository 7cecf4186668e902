//! The period as a window on the strip of the whole span, with a handle at each
//! end. They are elements of the page and not drawn: a drawing has nothing that
//! takes the focus, and its fingers are the page's.

use crate::state::Store;
use charts::{End, Scale, Strip};
use leptos::html::Div;
use leptos::prelude::*;
use query::Period;
use web_sys::{KeyboardEvent, PointerEvent};

/// What a pointer holds.
#[derive(Clone, Copy)]
enum Held {
    End(End),
    /// The window, taken at a step of the scale, where it was then.
    Whole(i32, Period),
    /// A new window that begins at a step.
    New(i32),
}

/// The window on a strip of the timeline.
#[component]
pub fn Window(#[prop(into)] strip: Signal<Option<Strip>>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let scale = Scale::of(store.dataset());
    let period = Memo::new(move |_| store.filter().with(|filter| filter.period));
    let held = StoredValue::new(None::<Held>);
    // The last period of one drag or run of keys: Back undoes all of it.
    let last = StoredValue::new(None::<Period>);
    let change = move |next: Period| {
        let now = period.get_untracked();
        if next == now {
            return;
        }
        if last.get_value() == Some(now) {
            store.adjust_period(next);
        } else {
            store.set_period(next);
        }
        last.set_value(Some(next));
    };
    let track = NodeRef::<Div>::new();
    let step_at = move |event: &PointerEvent| {
        let rect = track.get_untracked()?.get_bounding_client_rect();
        let share = (f64::from(event.client_x()) - rect.left()) / rect.width();
        share
            .is_finite()
            .then(|| scale.nearest(share.clamp(0.0, 1.0)))
    };
    let take = move |event: &PointerEvent, what: Held| {
        held.set_value(Some(what));
        last.set_value(None);
        if let Some(track) = track.get_untracked() {
            // One that is gone again needs none.
            let _ = track.set_pointer_capture(event.pointer_id());
        }
    };
    let on_down = move |event: PointerEvent| {
        // A handle was taken, or a finger scrolls the page.
        let is_free = held.get_value().is_none() && event.pointer_type() != "touch";
        let Some(step) = step_at(&event).filter(|_| is_free && event.button() == 0) else {
            return;
        };
        let now = period.get_untracked();
        let (from, to) = scale.window(now);
        let is_within = !now.is_all() && (from..=to).contains(&step);
        take(
            &event,
            if is_within {
                Held::Whole(step, now)
            } else {
                Held::New(step)
            },
        );
    };
    let on_move = move |event: PointerEvent| {
        let (Some(what), Some(step)) = (held.get_value(), step_at(&event)) else {
            return;
        };
        match what {
            Held::End(end) => change(scale.with_end(period.get_untracked(), end, step)),
            Held::Whole(at, base) => change(scale.moved(base, step - at)),
            Held::New(start) if step != start => change(scale.between(start, step)),
            Held::New(_) => {}
        }
    };
    let on_up = move |_: PointerEvent| held.set_value(None);
    let reset = move || change(Period::default());
    let left = Signal::derive(move || 100.0 * scale.share(scale.window(period.get()).0));
    let right = Signal::derive(move || 100.0 * scale.share(scale.window(period.get()).1));
    let style =
        move |of: fn(Strip) -> usize| move || strip.get().map(|strip| format!("{}px", of(strip)));
    view! {
        <div
            class="window"
            role="group"
            aria-label=move || text::window(lang.get())
            dir="ltr"
            node_ref=track
            style:left=style(|strip| strip.left)
            style:right=style(|strip| strip.right)
            style:top=style(|strip| strip.top)
            style:height=style(|strip| strip.height)
            on:pointerdown=on_down
            on:pointermove=on_move
            on:pointerup=on_up
            on:pointercancel=on_up
            on:dblclick=move |_| reset()
        >
            <div
                class="window-part"
                class:all=move || period.with(|period| period.is_all())
                style:left=move || format!("{}%", left.get())
                style:right=move || format!("{}%", 100.0 - right.get())
            ></div>
            {[(End::From, left), (End::To, right)]
                .map(|(end, at)| {
                    let name = match end {
                        End::From => text::window_from,
                        End::To => text::window_to,
                    };
                    let now = move || {
                        let (from, to) = scale.window(period.get());
                        match end {
                            End::From => from,
                            End::To => to,
                        }
                    };
                    let words = move || {
                        let date = scale.date(period.get(), end)?;
                        Some(text::date(lang.get(), date))
                    };
                    let on_key = move |event: KeyboardEvent| {
                        if let Some(next) = pressed(&event, scale, period.get_untracked(), end) {
                            change(next);
                            event.prevent_default();
                            event.stop_propagation();
                        }
                    };
                    view! {
                        <div
                            class="window-handle"
                            role="slider"
                            tabindex="0"
                            data-end=match end {
                                End::From => "from",
                                End::To => "to",
                            }
                            aria-label=move || name(lang.get())
                            aria-valuemin="0"
                            aria-valuemax=scale.steps()
                            aria-valuenow=now
                            aria-valuetext=words
                            style:left=move || format!("{}%", at.get())
                            on:pointerdown=move |event| take(&event, Held::End(end))
                            on:keydown=on_key
                            on:focusout=move |_| last.set_value(None)
                        ></div>
                    }
                })
                .collect_view()}
        </div>
    }
}

/// The period after a key on a handle. With another key it is the browser's.
fn pressed(event: &KeyboardEvent, scale: Scale, period: Period, end: End) -> Option<Period> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    let (from, to) = scale.window(period);
    let now = match end {
        End::From => from,
        End::To => to,
    };
    let step = if event.shift_key() { scale.stride() } else { 1 };
    let step = match crate::browser::keys::pressed(event)?.as_str() {
        "ArrowLeft" | "ArrowDown" => now - step,
        "ArrowRight" | "ArrowUp" => now + step,
        "PageDown" => now - scale.stride(),
        "PageUp" => now + scale.stride(),
        "Home" => 0,
        "End" => scale.steps(),
        "Escape" if !period.is_all() => return Some(Period::default()),
        _ => return None,
    };
    Some(scale.with_end(period, end, step))
}
