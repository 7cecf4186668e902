//! The filters, with how many records each choice would leave, and the chips.

mod chips;
mod families;
mod period;
mod search;

pub use chips::Chips;
pub use families::Families;

use crate::browser::keys::pressed;
use crate::browser::{media, popovers};
use crate::state::Store;
use crate::ui::{Facet, Facets, Found, Spoken};
use leptos::ev;
use leptos::prelude::*;
use model::{KindIx, Lang, OrganisationIx, SectorIx};
use period::PeriodFields;
use query::{Count, Filter, PlaceChoice, place_choices};
use search::Search;
use sorting::Arrange as _;
use wasm_bindgen::JsCast;

/// The lists that lie over the page where it is wide.
const LISTS: &str = ".filter-row > .choices";
/// The filters of a phone.
const SHEET: &str = ".filters";

/// The filters.
#[component]
pub fn Filters() -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    // Open beside the page; above it, where it takes the room, when asked.
    let open = !store.stacked().get_untracked();
    // In a low window the filters are a part of the page: see `filters.css`.
    let is_low = || media::is("(max-height: 25rem)");
    // A list that lies over the page closes when the reader goes elsewhere.
    // So does a phone's sheet.
    let elsewhere = move |event: &web_sys::Event| {
        let target = event.target().and_then(|target| target.dyn_into().ok());
        if !store.stacked().get_untracked() {
            popovers::close(LISTS, target.as_ref());
        } else if store.compact().get_untracked() && !is_low() {
            popovers::close(SHEET, target.as_ref());
        }
    };
    let pointed = window_event_listener(ev::pointerdown, move |event| elsewhere(&event));
    let focused = window_event_listener(ev::focusin, move |event| elsewhere(&event));
    on_cleanup(move || {
        pointed.remove();
        focused.remove();
    });
    let escape = move |event: web_sys::KeyboardEvent| {
        let is_over = match (
            store.stacked().get_untracked(),
            store.compact().get_untracked() && !is_low(),
        ) {
            (false, _) => Some(LISTS),
            (true, true) => Some(SHEET),
            (true, false) => None,
        };
        let is_escape = pressed(&event).as_deref() == Some("Escape");
        if is_escape && is_over.is_some_and(popovers::leave) {
            event.stop_propagation();
        }
    };
    let sectors: Vec<SectorIx> = dataset.sector_indices().collect();
    let kinds: Vec<KindIx> = dataset.kind_indices().collect();
    let organisations: Vec<OrganisationIx> = dataset.organisation_indices().collect();
    view! {
        <details class="filters" open=open on:keydown=escape>
            <summary><h2>{move || text::filters_title(lang.get())}</h2></summary>
            <div class="filter-row">
            <Search />
            <PeriodFields />
            <Choices
                id="place"
                title=text::place
                members=place_choices(dataset)
                name=move |lang, choice| place_name(store, lang, choice)
                depth=move |choice| match choice {
                    PlaceChoice::Place(place) => dataset.lineage(place).count() - 1,
                    _ => 0,
                }
                count=move |choice| store.facets().with(|f| f.places.get(&choice).copied())
                chosen=|filter: &Filter, choice| filter.places.contains(&choice)
                toggle=move |choice| store.toggle_place(choice)
            />
            <Choices
                id="sector"
                title=text::sector
                members=sectors
                name=move |lang, ix: SectorIx| Spoken::of(&dataset.sector(ix).name, lang)
                depth=|_| 0
                count=move |ix| store.facets().with(|f| f.sectors.get(&ix).copied())
                chosen=|filter: &Filter, ix| filter.sectors.contains(&ix)
                toggle=move |ix| store.toggle_sector(ix)
            />
            <Choices
                id="kind"
                title=text::kind
                members=kinds
                name=move |lang, ix: KindIx| Spoken::of(&dataset.kind(ix).name, lang)
                depth=|_| 0
                count=move |kind| store.facets().with(|f| f.kinds.get(&kind).copied())
                chosen=|filter: &Filter, kind| filter.kinds.contains(&kind)
                toggle=move |kind| store.toggle_kind(kind)
            />
            <Choices
                id="org"
                title=text::organisation
                members=organisations
                name=move |lang, ix: OrganisationIx| Spoken::of(&dataset.organisation(ix).name, lang)
                depth=|_| 0
                count=move |ix| store.facets().with(|f| f.organisations.get(&ix).copied())
                chosen=|filter: &Filter, ix| filter.organisations.contains(&ix)
                toggle=move |ix| store.toggle_organisation(ix)
            />
            </div>
        </details>
    }
}

/// A list of choices, open where one is chosen.
#[component]
fn Choices<T>(
    id: &'static str,
    title: fn(Lang) -> &'static str,
    members: Vec<T>,
    name: impl Fn(Lang, T) -> Spoken + Copy + Send + Sync + 'static,
    depth: impl Fn(T) -> usize + Copy + Send + Sync + 'static,
    count: impl Fn(T) -> Option<Count> + Copy + Send + Sync + 'static,
    chosen: impl Fn(&Filter, T) -> bool + Copy + Send + Sync + 'static,
    toggle: impl Fn(T) + Copy + Send + Sync + 'static,
) -> impl IntoView
where
    T: Copy + Send + Sync + 'static,
{
    let store = Store::get();
    let lang = store.lang();
    let facet = move |member: T| Facet {
        name: Signal::derive(move || name(lang.get(), member)),
        depth: depth(member),
        count: Signal::derive(move || {
            text::period::facet(lang.get(), count(member).unwrap_or_default())
        }),
        empty: Signal::derive(move || count(member).unwrap_or_default().all() == 0),
        chosen: Signal::derive(move || store.filter().with(|filter| chosen(filter, member))),
        on_toggle: Callback::new(move |()| toggle(member)),
    };
    let total = members.len();
    let members = StoredValue::new(members);
    let all = move |filter: &Filter| {
        members.with_value(|all| all.iter().filter(|m| chosen(filter, **m)).count())
    };
    let how_many = Memo::new(move |_| store.filter().with(all));
    let any = how_many.get_untracked() > 0;
    let find = move |(words, most): (String, usize)| {
        let words = query::fold(words.trim());
        let is_called = |member: &T| {
            words.is_empty() || query::fold(&name(lang.get(), *member).words).contains(&words)
        };
        let mut found: Vec<T> =
            members.with_value(|all| all.iter().filter(|m| is_called(m)).copied().collect());
        let more = found.len().saturating_sub(most);
        if more > 0 {
            // Of many those that leave the most, and what is chosen. The list is as
            // it was while choices are made in it.
            untrack(|| {
                let size = |member: T| count(member).unwrap_or_default().all();
                let is_chosen = |member: T| store.filter().with(|filter| chosen(filter, member));
                found.arrange_by_key(|member| {
                    (!is_chosen(*member), std::cmp::Reverse(size(*member)))
                });
            });
            found.truncate(most);
        }
        Found {
            facets: found.into_iter().map(facet).collect(),
            more,
        }
    };
    view! {
        <Facets
            id=format!("filter-{id}")
            title=Signal::derive(move || title(lang.get()).to_owned())
            // Lists that lie over the page open when asked.
            open=store.stacked().get_untracked() && (any || matches!(id, "place" | "sector"))
            total
            chosen=how_many
            find=Callback::new(find)
            find_words=Signal::derive(move || text::find_choice(lang.get()).to_owned())
            more_words=Callback::new(move |more: usize| text::more_choices(lang.get(), more))
        />
    }
}

fn place_name(store: Store, lang: Lang, choice: PlaceChoice) -> Spoken {
    let name = text::names::place_choice(lang, choice, store.dataset());
    name.parts()
        .first()
        .map(|name| Spoken::from((name, lang)))
        .unwrap_or_default()
}
