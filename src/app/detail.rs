//! One record with all that the dataset holds of it.

use super::clipboard::CopyLink;
use super::dialog::Dialog;
use super::prose::Prose;
use super::share::{ShareButton, Subject};
use super::store::Store;
use leptos::prelude::*;
use model::{Basis, Dataset, Derived, Lang, PlaceIx, RecordIx, Relation, RelationKind, Target};

/// The record that is open, if one is.
#[component]
pub fn Detail() -> impl IntoView {
    let store = Store::get();
    let record = Memo::new(move |_| store.view.with(|v| v.record));
    move || {
        record.get().map(|ix| {
            let title = Signal::derive(move || {
                store
                    .dataset
                    .record(ix)
                    .title
                    .get(store.lang.get())
                    .to_owned()
            });
            let on_close = Callback::new(move |()| store.open(None));
            view! {
                <Dialog title id="record" on_close>
                    {move || fields(store, ix)}
                </Dialog>
            }
        })
    }
}

fn fields(store: Store, ix: RecordIx) -> impl IntoView {
    let lang = store.lang.get();
    let dataset = store.dataset;
    let record = dataset.record(ix);
    let sector = dataset.sector(record.sector);
    let codes: Vec<String> = dataset
        .codes(record)
        .iter()
        .map(|code| {
            let label = text::names::vocabulary(lang, &code.vocabulary);
            format!(" · {label} {} {}", code.code, code.name.get(lang))
        })
        .collect();
    let values = if record.values.is_empty() {
        view! { <dd>{text::no_values(lang)}</dd> }.into_any()
    } else {
        record
            .values
            .iter()
            .map(|value| {
                let name = value.label.as_ref().map_or_else(
                    || {
                        let indicator = dataset.indicator(value.of.indicator);
                        indicator.name.get(lang).to_owned()
                    },
                    |label| label.get(lang).to_owned(),
                );
                view! {
                    <dd class="figure-line">
                        <span>{name}</span>
                        <strong>{text::qualified(lang, value, dataset)}</strong>
                        <span class="hint">
                            {text::exact(lang, &value.stated)} " · "
                            {text::labelled(lang, text::qualifier(lang), text::names::qualifier(lang, value.qualifier))}
                            {value.value_date.map(|at| format!(" · {}", text::labelled(lang, text::value_date(lang), &text::date(lang, at))))}
                        </span>
                    </dd>
                }
            })
            .collect_view()
            .into_any()
    };
    let organisations: Vec<String> = record
        .organisations
        .iter()
        .map(|part| {
            let name = dataset.organisations[part.organisation.at()].name.get(lang);
            format!("{name} ({})", text::names::role(lang, part.role))
        })
        .collect();
    let organisations = if organisations.is_empty() {
        text::none_named(lang).to_owned()
    } else {
        text::list(lang, &organisations)
    };
    let derived: Vec<&'static Derived> = dataset
        .derived_from(ix)
        .filter_map(|d| dataset.derived.get(d.at()))
        .collect();
    view! {
        <Prose text=record.note.get(lang).to_owned() />
        <dl>
            <dt>{text::values(lang)}</dt>
            {values}
            <dt>{text::time_word(lang)}</dt>
            <dd>
                {text::time(lang, record.time.time, dataset)}
                <span class="hint">
                    " · " {text::labelled(lang, text::precision_label(lang), text::precision(lang, record.time.time, dataset))}
                    {record.time.note.as_ref().map(|note| format!(" · {}", note.get(lang)))}
                </span>
            </dd>
            <dt>{text::place(lang)}</dt>
            {places(lang, dataset, &record.places)}
            <dt>{text::sector(lang)}</dt>
            <dd>
                {sector.name.get(lang).to_owned()}
                <span class="hint">{codes}</span>
            </dd>
            <dt>{text::kind(lang)}</dt>
            <dd>{dataset.kind(record.kind).name.get(lang).to_owned()}</dd>
            <dt>{text::organisations(lang)}</dt>
            <dd>{organisations}</dd>
            <dt>{text::relations(lang)}</dt>
            <dd>{relations(store, lang, ix)}</dd>
            {(!derived.is_empty())
                .then(|| {
                    let items = derived.iter().map(|d| view! { <li><DerivedFigure derived=d /></li> }).collect_view();
                    view! {
                        <dt>{text::checks(lang)}</dt>
                        <dd><ul class="derived-list">{items}</ul></dd>
                    }
                })}
            <dt>{text::source_word(lang)}</dt>
            <dd>
                {text::names::documents(lang, record, dataset)} " · " {text::names::source(lang, record, dataset)}
            </dd>
            <dt>{text::record_id(lang)}</dt>
            <dd><code>{record.id.clone()}</code></dd>
        </dl>
        <div class="row">
            <CopyLink view=move || store.view.get_untracked().whole_page() />
            <ShareButton subject=Subject::Page />
        </div>
    }
}

fn places(lang: Lang, dataset: &'static Dataset, places: &[PlaceIx]) -> AnyView {
    if places.is_empty() {
        return view! { <dd>{text::programme_wide(lang)}</dd> }.into_any();
    }
    places
        .iter()
        .map(|ix| {
            let lineage: Vec<String> = dataset
                .lineage(*ix)
                .map(|at| dataset.place(at).name.get(lang).to_owned())
                .collect();
            let place = dataset.place(*ix);
            let where_it_is = match &place.coordinates {
                Some(c) => format!("{} · {}", text::degrees(lang, c), c.origin),
                None if dataset.is_area(*ix) => String::new(),
                None => text::at_parent(lang).to_owned(),
            };
            view! { <dd>{lineage.join(" ‹ ")} <span class="hint">" " {where_it_is}</span></dd> }
        })
        .collect_view()
        .into_any()
}

/// The relations that the record states and those that others state of it.
fn relations(store: Store, lang: Lang, ix: RecordIx) -> AnyView {
    let dataset = store.dataset;
    let this = Target::Record(ix);
    let own = dataset.record(ix).relations.clone();
    let known = |list: &[Relation], target: Target| list.iter().any(|r| r.target == target);
    let mut all = own;
    for other in dataset.record_indices() {
        for relation in dataset
            .record(other)
            .relations
            .iter()
            .filter(|r| r.target == this)
        {
            let target = Target::Record(other);
            let kind = match relation.kind {
                RelationKind::PartOf => RelationKind::Includes,
                RelationKind::Includes => RelationKind::PartOf,
                mutual => mutual,
            };
            if !known(&all, target) {
                all.push(Relation {
                    kind,
                    target,
                    basis: relation.basis,
                });
            }
        }
    }
    for whole in dataset.links().direct_wholes(this) {
        if !known(&all, whole) {
            all.push(Relation {
                kind: RelationKind::PartOf,
                target: whole,
                // A sum that this app computes; the source states none.
                basis: Basis::Inferred,
            });
        }
    }
    if all.is_empty() {
        return view! { <span>"—"</span> }.into_any();
    }
    let items = all
        .into_iter()
        .map(|relation| {
            let target = match relation.target {
                Target::Record(other) => {
                    let title = dataset.record(other).title.get(lang).to_owned();
                    view! {
                        <button type="button" class="as-link" on:click=move |_| store.open(Some(other))>{title}</button>
                    }
                    .into_any()
                }
                Target::Derived(derived) => {
                    view! { <DerivedFigure derived=&dataset.derived[derived.at()] /> }.into_any()
                }
            };
            view! {
                <li>
                    {text::labelled(lang, text::names::relation(lang, relation.kind), "")}
                    {target}
                    <span class="hint">" · " {text::names::basis(lang, relation.basis)}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ul>{items}</ul> }.into_any()
}

/// A derived figure: result, formula, and what the source states of it.
#[component]
pub fn DerivedFigure(derived: &'static Derived) -> impl IntoView {
    let store = Store::get();
    move || {
        let lang = store.lang.get();
        let compared = text::formula::stated(lang, derived, store.dataset).map(|(stated, agreement)| {
            view! {
                <p class="verdict">
                    {text::labelled(lang, text::stated_by_source(lang), &stated)} " — " {agreement.words(lang)}
                </p>
            }
        });
        view! {
            <div class="derived" id=derived.id.clone()>
                <p>
                    {derived.title.get(lang).to_owned()} " "
                    <strong>{text::formula::result(lang, derived, store.dataset)}</strong>
                    <span class="badge">{text::derived(lang)}</span>
                </p>
                <p class="hint">{text::labelled(lang, text::formula(lang), &text::formula::formula(lang, derived, store.dataset))}</p>
                {compared}
                {derived.note.as_ref().map(|note| view! { <Prose class="hint" text=note.get(lang).to_owned() /> })}
            </div>
        }
    }
}
