//! The timeline, with its own lane for records without a stated time.

mod list;
mod play;
mod signs;
mod steps;
mod stops;
mod undated;
mod window;

use super::below::busy;
use super::drawing::Drawing;
use super::filters::Families;
use super::labels::Labels;
use crate::share::ShareButton;
use crate::state::{Store, Subject};
use crate::ui::{Handle, PanelHead, Picture, Zoom};
use charts::{
    Room, Scale, Shown, TimelineView, brush, brushed, labels_of_timeline, overview, timeline,
};
use leptos::context::Provider;
use leptos::html::Div;
use leptos::prelude::*;
use list::TimeList;
use model::SectorIx;
use play::Play;
use query::Period;
use signs::Signs;
use std::collections::BTreeSet;
use steps::{FACTOR, Steps};
use undated::Undated;
use view::{Control, Embed, Panel, ViewState};
use window::Window;

/// How much room the rows have beside the map, or without it.
fn room(store: Store) -> Room {
    let is_paired = store.view().with(|view| view.embed == Some(Embed::View));
    if store.wide().get() {
        Room::Wide
    } else if is_paired && store.stacked().get() {
        Room::Tight
    } else if store.stacked().get() && store.shows(Panel::Map) {
        Room::Narrow
    } else {
        Room::Usual
    }
}

/// The timeline panel, one task behind what a reader did: but for what takes a next
/// step from where the reader is.
#[component]
pub fn TimelinePanel() -> impl IntoView {
    let now = Store::get();
    let (store, waits) = now.behind();
    let (lang, compact) = (store.lang(), store.compact());
    let period = Memo::new(move |_| store.filter().with(|filter| filter.period));
    // Sectors of which all rows are shown.
    let open = RwSignal::new(BTreeSet::new());
    let on_fold = Callback::new(move |sector: SectorIx| {
        open.update(|open| {
            if !open.remove(&sector) {
                open.insert(sector);
            }
        });
    });
    let labels = store.labels();
    let shown = Memo::new(move |_| Shown {
        open: open.get(),
        period: period.get(),
        room: room(store),
        labels: labels.get(),
    });
    let drawn: Memo<TimelineView> = Memo::new(move |_| {
        store
            .selection()
            .with(|records| shown.with(|shown| timeline(store.setting(), records, shown)))
    });
    // On a phone the rows are a list, and the whole span alone is drawn.
    let seen: Memo<TimelineView> = Memo::new(move |_| {
        if compact.get() {
            store
                .selection()
                .with(|records| shown.with(|shown| overview(store.setting(), records, shown)))
        } else {
            drawn.get()
        }
    });
    let picture = Memo::new(move |_| {
        seen.with(|d| Picture {
            option: d.option.to_string(),
            marks: d.marks.clone(),
            height: d.height,
        })
    });
    let handle = Handle::empty();
    // The brush shows the period, wherever it was chosen; pictures show all rows.
    Effect::new(move |_| {
        let period = period.get();
        picture.track();
        let range =
            brush(store.dataset(), period).map_or_else(Vec::new, |(from, to)| vec![from, to]);
        let whole = compact
            .get()
            .then(|| drawn.with(|d| (d.option.to_string(), d.height)));
        // After the chart has drawn the same change.
        request_animation_frame(move || {
            handle.with(|d| {
                d.show_brush(&range);
                let (option, height) = whole.unwrap_or_default();
                d.keep(&option, height as f64);
            });
        });
    });
    let on_brush = Callback::new(move |range: Option<(f64, f64)>| {
        let period = match range {
            Some((from, to)) => brushed(store.dataset(), from, to),
            None => Some(Period::default()),
        };
        if let Some(period) = period.filter(|_| untrack(|| store.allows(Control::Filters))) {
            store.set_period(period);
        }
    });
    let element = NodeRef::<Div>::new();
    let steps = Steps::new(store, drawn, handle, element);
    // In a period there are none, and they stand apart.
    let undated = Memo::new(move |_| {
        let apart = store.apart().with(|apart| apart.untimed().to_vec());
        if apart.is_empty() {
            drawn.with(|d| d.undated.clone())
        } else {
            apart
        }
    });
    let said = Memo::new(move |_| {
        let selected = store.selection();
        labels.with(|labels| selected.with(|records| labels_of_timeline(labels, records)))
    });
    let strip = Memo::new(move |_| seen.with(|d| d.strip));
    let has_times = move || strip.get().is_some();
    // A frame has what holds the period where it has filters; a period of one
    // month has nothing to choose.
    let has_steps = Scale::of(store.dataset()).steps() > 1;
    let may = move || {
        store.allows(Control::Filters)
            && (!store.is_embedded() || store.view().with(ViewState::shows_filters))
    };
    let filters = move || has_steps && may();
    // In a small frame what the colours mean stands below.
    let is_tight = Memo::new(move |_| room(store) == Room::Tight);
    let title = Signal::derive(move || text::when(lang.get()).to_owned().into());
    view! {
        <Provider value=store>
        <section
            class="panel"
            id="timeline-panel"
            aria-labelledby="timeline-title"
            aria-busy=busy(move || waits.get())
        >
            <PanelHead id="timeline-title" title>
                <span class="hint">{move || drawn.with(|d| text::on_axis(lang.get(), d.dated, d.before))}</span>
                <Show when=move || !is_tight.get()><Families /></Show>
                <div class="buttons">
                    <Show when=move || has_times() && may()><Provider value=now><Play /></Provider></Show>
                    <Show when=move || has_times() && !compact.get()>
                        <Zoom handle factor=FACTOR lang reset_id="timeline-reset" />
                    </Show>
                    <ShareButton subject=Subject::View(Embed::Timeline) />
                </div>
            </PanelHead>
            <div class="timeline-body">
            <Show when=has_times>
                <div class="timeline-drawing">
                    <div
                        class="timeline-keys"
                        tabindex=move || if compact.get() { "-1" } else { "0" }
                        role="group"
                        aria-label=move || text::timeline_label(lang.get())
                        node_ref=element
                        on:keydown=move |event| steps.press(&event)
                        on:focusout=move |_| steps.leave()
                    >
                        <Drawing
                            picture
                            label=Signal::derive(move || text::timeline_label(lang.get()).to_owned())
                            handle
                            id="timeline"
                            on_brush
                            on_fold
                        />
                    </div>
                    <Show when=filters><Provider value=now><Window strip /></Provider></Show>
                    <p class="visually-hidden" role="status">{move || steps.said()}</p>
                    <Show when=move || drawn.with(|d| d.is_empty)>
                        <p class="hint">{move || text::no_records(lang.get())}</p>
                    </Show>
                    <Show when=move || compact.get()>
                        <Labels labels=said />
                        <TimeList />
                    </Show>
                </div>
            </Show>
            <div class="timeline-side">
                <Show when=move || !compact.get()><Labels labels=said /></Show>
                <Show when=move || is_tight.get()><Families /></Show>
                <Undated records=undated />
                <Show when=move || !period.with(|period| period.is_all())>
                    <p class="hint">{move || text::period_note(lang.get())}</p>
                </Show>
                <Show when=has_times>
                    <Signs drawn />
                    <p class="hint timeline-note">{move || text::timeline_note(lang.get())}</p>
                </Show>
            </div>
            </div>
        </section>
        </Provider>
    }
}
