//! The filters, with how many records each choice would leave, and the chips.

use super::address::Step;
use super::search::Search;
use super::select::Select;
use super::store::Store;
use leptos::prelude::*;
use model::{Date, KindIx, OrganisationIx, PlaceIx, SectorIx};
use query::{Filter, Period, PlaceChoice, place_choices, toggle};

/// The filters.
#[component]
pub fn Filters() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang;
    // Open beside the page; above it, where it takes the room, when asked.
    let open = !store.stacked.get_untracked();
    let sectors: Vec<SectorIx> = store.dataset.sector_indices().collect();
    let organisations: Vec<OrganisationIx> = store.dataset.organisation_indices().collect();
    let depth = move |place: PlaceIx| store.dataset.lineage(place).count() - 1;
    view! {
        <details class="filters" open=open>
            <summary><h2>{move || text::filters_title(lang.get())}</h2></summary>
            <Search />
            <PeriodFields />
            <Choices
                id="place"
                title=Signal::derive(move || text::place(lang.get()))
                members=place_choices(store.dataset)
                name=move |choice| text::names::place_choice(lang.get(), choice, store.dataset).to_owned()
                depth=move |choice| match choice {
                    PlaceChoice::Place(place) => depth(place),
                    _ => 0,
                }
                count=move |choice| store.facets.with(|f| f.places.get(&choice).copied().unwrap_or(0))
                chosen=move |filter: &Filter, choice| filter.places.contains(&choice)
                choose=|filter: &mut Filter, choice| toggle(&mut filter.places, choice)
            />
            <Choices
                id="sector"
                title=Signal::derive(move || text::sector(lang.get()))
                members=sectors
                name=move |ix: SectorIx| store.dataset.sector(ix).name.get(lang.get()).to_owned()
                depth=|_| 0
                count=move |ix| store.facets.with(|f| f.sectors.get(&ix).copied().unwrap_or(0))
                chosen=move |filter: &Filter, ix| filter.sectors.contains(&ix)
                choose=|filter: &mut Filter, ix| toggle(&mut filter.sectors, ix)
            />
            <Choices
                id="kind"
                title=Signal::derive(move || text::kind(lang.get()))
                members=store.dataset.kind_indices().collect()
                name=move |kind: KindIx| store.dataset.kind(kind).name.get(lang.get()).to_owned()
                depth=|_| 0
                count=move |kind| store.facets.with(|f| f.kinds.get(&kind).copied().unwrap_or(0))
                chosen=move |filter: &Filter, kind| filter.kinds.contains(&kind)
                choose=|filter: &mut Filter, kind| toggle(&mut filter.kinds, kind)
            />
            <Choices
                id="org"
                title=Signal::derive(move || text::organisation(lang.get()))
                members=organisations
                name=move |ix: OrganisationIx| store.dataset.organisations[ix.at()].name.get(lang.get()).to_owned()
                depth=|_| 0
                count=move |ix| store.facets.with(|f| f.organisations.get(&ix).copied().unwrap_or(0))
                chosen=move |filter: &Filter, ix| filter.organisations.contains(&ix)
                choose=|filter: &mut Filter, ix| toggle(&mut filter.organisations, ix)
            />
        </details>
    }
}

/// A list of choices. One that would leave nothing cannot be chosen.
#[component]
fn Choices<T>(
    id: &'static str,
    title: Signal<&'static str>,
    members: Vec<T>,
    name: impl Fn(T) -> String + Copy + Send + Sync + 'static,
    depth: impl Fn(T) -> usize + Copy + Send + Sync + 'static,
    count: impl Fn(T) -> usize + Copy + Send + Sync + 'static,
    chosen: impl Fn(&Filter, T) -> bool + Copy + Send + Sync + 'static,
    choose: impl Fn(&mut Filter, T) + Copy + Send + Sync + 'static,
) -> impl IntoView
where
    T: Copy + Send + Sync + 'static,
{
    let store = Store::get();
    let any = members
        .iter()
        .any(|member| store.view.with_untracked(|v| chosen(&v.filter, *member)));
    let row = move |member: T| {
        let is_chosen = move || store.view.with(|v| chosen(&v.filter, member));
        let empty = move || count(member) == 0 && !is_chosen();
        view! {
            <li style:padding-inline-start=format!("{}em", depth(member)) class:empty=empty>
                <label>
                    <input
                        type="checkbox"
                        prop:checked=is_chosen
                        disabled=empty
                        on:change=move |_| store.choose(|v| choose(&mut v.filter, member))
                    />
                    <span class="name">{move || name(member)}</span>
                    <span class="count">{move || count(member)}</span>
                </label>
            </li>
        }
    };
    view! {
        <details class="choices" id=format!("filter-{id}") open=any || matches!(id, "place" | "sector")>
            <summary><h3>{move || title.get()}</h3></summary>
            <ul>{members.into_iter().map(row).collect_view()}</ul>
        </details>
    }
}

/// Choices that follow each other in one field. Keys pass through the years on
/// their way to the one that is meant (2000 before 2018): the other end must not
/// give way to those, nor may each be a step of Back.
#[derive(Clone, Copy)]
struct Run {
    /// The period before the first of them.
    base: Period,
    /// The period after the last.
    last: Period,
}

/// First and last year or month.
#[component]
fn PeriodFields() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang;
    let (first, last) = store.dataset.extent();
    let years = (Date::month_of(first).year()..=Date::month_of(last).year()).collect::<Vec<_>>();
    let field = move |is_from: bool| {
        let current = move || {
            store.view.with(|v| {
                if is_from {
                    v.filter.period.from()
                } else {
                    v.filter.period.to()
                }
            })
        };
        let run = StoredValue::new(None::<Run>);
        let change = move |word: String| {
            let date = Date::parse(&word);
            let now = store.view.with_untracked(|v| v.filter.period);
            let going_on = run.get_value().filter(|run| run.last == now);
            let base = going_on.map_or(now, |run| run.base);
            let last = if is_from {
                base.with_from(date)
            } else {
                base.with_to(date)
            };
            run.set_value(Some(Run { base, last }));
            let step = if going_on.is_some() {
                Step::Adjustment
            } else {
                Step::Choice
            };
            store.change(step, |v| v.filter.period = last);
        };
        let years = years.clone();
        let choices = move || {
            let lang = lang.get();
            let mut choices = vec![(String::new(), text::any_time(lang).to_owned())];
            // A date from the timeline or a link may be no year of the list.
            choices.extend(
                current()
                    .filter(|date| date.month().is_some() || !years.contains(&date.year()))
                    .map(|date| (date.to_string(), text::date(lang, date))),
            );
            choices.extend(years.iter().map(|year| {
                let word = format!("{year:04}");
                (word.clone(), word)
            }));
            choices
        };
        view! {
            <label
                class="field"
                on:pointerdown=move |_| run.set_value(None)
                on:focusout=move |_| run.set_value(None)
            >
                <span>{move || if is_from { text::from(lang.get()) } else { text::to(lang.get()) }}</span>
                <Select
                    id=if is_from { "from" } else { "to" }
                    choices=Signal::derive(choices)
                    value=Signal::derive(move || current().map_or_else(String::new, |date| date.to_string()))
                    on_choose=Callback::new(change)
                />
            </label>
        }
    };
    view! {
        <fieldset class="period">
            <legend>{move || text::period(lang.get())}</legend>
            {field(true)}
            {field(false)}
            <p class="hint">{move || text::period_note(lang.get())}</p>
        </fieldset>
    }
}

/// What is active, each removable, and the number of records.
#[component]
pub fn Chips() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang;
    let chips = Memo::new(move |_| {
        store
            .view
            .with(|v| text::filters::parts(lang.get(), store.dataset, &v.filter))
    });
    view! {
        <div class="chips">
            <p id="count" role="status">
                {move || text::count_of(lang.get(), store.selection.with(Vec::len), store.dataset.records.len())}
            </p>
            <Show when=move || !chips.with(Vec::is_empty)>
                <ul aria-label=move || text::filters_active(lang.get())>
                    {move || {
                        chips
                            .get()
                            .into_iter()
                            .map(|chip| {
                                let words = chip.words(lang.get());
                                let label = text::remove(lang.get(), &words);
                                let without = chip.without;
                                view! {
                                    <li>
                                        <button
                                            type="button"
                                            class="chip"
                                            aria-label=label
                                            on:click=move |_| store.choose(|v| v.filter = without.clone())
                                        >
                                            {words}
                                            <span aria-hidden="true">" ×"</span>
                                        </button>
                                    </li>
                                }
                            })
                            .collect_view()
                    }}
                </ul>
                <button type="button" class="button" id="clear" on:click=move |_| store.choose(|v| v.filter = Filter::default())>
                    {move || text::clear(lang.get())}
                </button>
            </Show>
        </div>
    }
}
