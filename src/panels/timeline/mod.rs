//! The timeline, with its own lane for records without a stated time.

mod signs;
mod undated;

use super::drawing::Drawing;
use crate::browser::chart;
use crate::browser::keys::pressed;
use crate::share::ShareButton;
use crate::state::{Store, Subject};
use crate::ui::{Handle, PanelHead, Picture, Zoom, phrase};
use charts::{TimelineView, brush, brushed, timeline};
use leptos::prelude::*;
use model::SectorIx;
use query::Period;
use signs::Signs;
use std::collections::BTreeSet;
use text::Phrase;
use undated::Undated;
use view::{Control, Embed};

/// How much a step zooms.
const FACTOR: f64 = 1.4;
/// The share of what is visible that a step moves by.
const SHIFT: f64 = 0.2;

/// The timeline panel.
#[component]
pub fn TimelinePanel() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    // Sectors of which all rows are shown.
    let open = RwSignal::new(BTreeSet::new());
    let on_fold = Callback::new(move |sector: SectorIx| {
        open.update(|open| {
            if !open.remove(&sector) {
                open.insert(sector);
            }
        });
    });
    let drawn: Memo<TimelineView> = Memo::new(move |_| {
        store
            .selection()
            .with(|records| open.with(|open| timeline(store.setting(), records, open)))
    });
    let picture = Memo::new(move |_| {
        drawn.with(|d| Picture {
            option: d.option.to_string(),
            marks: d.marks.clone(),
            height: d.height,
        })
    });
    let handle = Handle::empty();
    // The brush shows the period, wherever it was chosen.
    let period = Memo::new(move |_| store.filter().with(|filter| filter.period));
    Effect::new(move |_| {
        let period = period.get();
        picture.track();
        let range =
            brush(store.dataset(), period).map_or_else(Vec::new, |(from, to)| vec![from, to]);
        // After the chart has drawn the same change.
        request_animation_frame(move || {
            handle.with(|d| d.show_brush(&range));
        });
    });
    // A finger scrolls the page; after this button it draws a brush.
    let selecting = RwSignal::new(false);
    Effect::new(move |_| {
        let on = selecting.get();
        handle.with(|d| d.select(on));
    });
    let on_brush = Callback::new(move |range: Option<(f64, f64)>| {
        let period = match range {
            Some((from, to)) => brushed(from, to),
            None => Some(Period::default()),
        };
        selecting.set(false);
        if let Some(period) = period.filter(|_| untrack(|| store.allows(Control::Filters))) {
            store.set_period(period);
        }
    });
    let on_key = move |event: web_sys::KeyboardEvent| {
        if let Some(action) = action(&event) {
            handle.with(action);
            event.prevent_default();
        }
    };
    let undated = Memo::new(move |_| drawn.with(|d| d.undated.clone()));
    view! {
        <section class="panel" id="timeline-panel" aria-labelledby="timeline-title">
            <PanelHead id="timeline-title" title=Signal::derive(move || text::timeline(lang.get()).to_owned().into())>
                <div class="buttons">
                    <Show when=move || store.allows(Control::Filters)>
                        <button
                            type="button"
                            class="button for-fingers"
                            id="select-period"
                            aria-pressed=move || selecting.get().to_string()
                            on:click=move |_| selecting.update(|on| *on = !*on)
                        >
                            {move || text::select_period(lang.get())}
                        </button>
                    </Show>
                    <Zoom handle factor=FACTOR lang reset_id="timeline-reset" />
                    <ShareButton subject=Subject::View(Embed::Timeline) />
                </div>
            </PanelHead>
            <div class="timeline-body">
            <div>
            <div
                class="timeline-keys"
                tabindex="0"
                role="group"
                aria-label=move || text::timeline_label(lang.get())
                on:keydown=on_key
            >
                <Show when=move || drawn.with(|d| d.is_empty)>
                    <p class="hint">{move || text::no_records(lang.get())}</p>
                </Show>
                <Drawing
                    picture
                    label=Signal::derive(move || text::timeline_label(lang.get()).to_owned())
                    handle
                    id="timeline"
                    on_brush
                    on_fold
                />
            </div>
            <Signs drawn />
            </div>
            <Undated records=undated />
            </div>
            <p class="hint">
                <span>{move || text::timeline_note(lang.get())}</span> " " <span>{move || bands(store)}</span>
            </p>
        </section>
    }
}

/// What the bands behind the records are.
fn bands(store: Store) -> Option<AnyView> {
    let (lang, dataset) = (store.lang().get(), store.dataset());
    let name = dataset.plans_name.as_ref()?;
    let has_bands = !dataset.plans.is_empty();
    has_bands.then(|| {
        let bands = Phrase::put([Phrase::of(lang, name)], |[name]| {
            text::labelled(lang, text::bands(lang), name)
        });
        phrase(lang, &bands)
    })
}

/// What a key does to the time axis. With another key it zooms the page, or
/// goes back: the browser's.
fn action(event: &web_sys::KeyboardEvent) -> Option<fn(&chart::Drawing)> {
    let key = pressed(event)?;
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    Some(match key.as_str() {
        "+" | "=" => |drawing| drawing.navigate(FACTOR, 0.0),
        "-" => |drawing| drawing.navigate(1.0 / FACTOR, 0.0),
        "ArrowLeft" => |drawing| drawing.navigate(1.0, -SHIFT),
        "ArrowRight" => |drawing| drawing.navigate(1.0, SHIFT),
        "0" | "Home" => chart::Drawing::reset,
        _ => return None,
    })
}
