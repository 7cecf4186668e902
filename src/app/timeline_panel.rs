//! The timeline, with its own lane for records without a stated time.

use super::address::Step;
use super::chart::{Chart, Handle, Picture};
use super::share::{ShareButton, Subject};
use super::shortcuts::pressed;
use super::store::{Store, point};
use charts::{TimelineView, brush, brushed, timeline};
use leptos::prelude::*;
use query::Period;
use view::{Control, Embed};

/// The timeline panel.
#[component]
pub fn TimelinePanel() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang;
    let drawn: Memo<TimelineView> = Memo::new(move |_| {
        store
            .selection
            .with(|records| timeline(store.setting(), records))
    });
    let picture = Memo::new(move |_| {
        drawn.with(|d| Picture {
            option: d.option.to_string(),
            marks: d.marks.clone(),
            height: d.height,
        })
    });
    let handle = Handle::empty();
    let act = move |action: fn(&super::chart::bridge::Drawing)| {
        handle.with(action);
    };
    // The brush shows the period, wherever it was chosen.
    let period = Memo::new(move |_| store.view.with(|v| v.filter.period));
    Effect::new(move |_| {
        let period = period.get();
        picture.track();
        let range = brush(store.dataset, period).map_or_else(Vec::new, |(from, to)| vec![from, to]);
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
            store.change(Step::Choice, |v| v.filter.period = period);
        }
    });
    let on_key = move |event: web_sys::KeyboardEvent| {
        let Some(key) = pressed(&event) else { return };
        // With another key they zoom the page, or go back: the browser's.
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        match key.as_str() {
            "+" | "=" => act(|d| d.navigate(1.4, 0.0)),
            "-" => act(|d| d.navigate(1.0 / 1.4, 0.0)),
            "ArrowLeft" => act(|d| d.navigate(1.0, -0.2)),
            "ArrowRight" => act(|d| d.navigate(1.0, 0.2)),
            "0" | "Home" => act(super::chart::bridge::Drawing::reset),
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <section class="panel" id="timeline-panel" aria-labelledby="timeline-title">
            <div class="panel-head">
                <h2 id="timeline-title">{move || text::timeline(lang.get())}</h2>
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
                    <button type="button" class="button" aria-label=move || text::zoom_in(lang.get()) on:click=move |_| act(|d| d.navigate(1.4, 0.0))>"+"</button>
                    <button type="button" class="button" aria-label=move || text::zoom_out(lang.get()) on:click=move |_| act(|d| d.navigate(1.0 / 1.4, 0.0))>"−"</button>
                    <button type="button" class="button" on:click=move |_| act(super::chart::bridge::Drawing::reset)>
                        {move || text::reset_view(lang.get())}
                    </button>
                    <ShareButton subject=Subject::View(Embed::Timeline) />
                </div>
            </div>
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
                <Chart
                    picture
                    label=Signal::derive(move || text::timeline_label(lang.get()).to_owned())
                    handle
                    id="timeline"
                    on_brush
                />
            </div>
            <Show when=move || drawn.with(|d| !d.undated.is_empty())>
                <div class="undated" id="undated">
                    <h3>{move || text::undated(lang.get())} " (" {move || drawn.with(|d| d.undated.len())} ")"</h3>
                    <ul>
                        {move || {
                            let theme = store.setting().theme;
                            drawn
                                .with(|d| d.undated.clone())
                                .into_iter()
                                .map(|ix| {
                                    let record = store.dataset.record(ix);
                                    on_cleanup(move || store.leave(&[ix]));
                                    view! {
                                        <li>
                                            <button
                                                type="button"
                                                class:lit=move || store.lit.with(|h| h.contains(&ix))
                                                style:border-inline-start-color=theme.sector(record.sector)
                                                on:click=move |_| store.open(Some(ix))
                                                on:pointerenter=move |event| point(store, &event, ix)
                                                on:pointerleave=move |_| store.leave(&[ix])
                                            >
                                                {record.title.get(lang.get()).to_owned()}
                                            </button>
                                        </li>
                                    }
                                })
                                .collect_view()
                        }}
                    </ul>
                </div>
            </Show>
            <p class="hint">{move || text::timeline_note(lang.get())} " " {move || bands(store)}</p>
        </section>
    }
}

/// What the bands behind the records are.
fn bands(store: Store) -> Option<String> {
    let lang = store.lang.get();
    let name = store.dataset.plans_name.as_ref()?;
    let has_bands = !store.dataset.plans.is_empty();
    has_bands.then(|| text::labelled(lang, text::bands(lang), name.get(lang)))
}
