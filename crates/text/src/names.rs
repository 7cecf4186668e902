//! Names of the vocabularies' members.

use super::Phrase;
use model::{
    Aspect, Basis, CopyState, Dataset, FamilyIx, Lang, Located, Place, PlaceIx, Qualifier, Record,
    RelationKind, Role,
};
use query::{Column, Measure, PlaceChoice};
use view::{Control, Focus, Panel, Scheme};

/// A qualifier, as a word of its own.
#[must_use]
pub fn qualifier(lang: Lang, qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => super::qualifier_exact(lang),
        Qualifier::About => super::qualifier_about(lang),
        Qualifier::Over => super::qualifier_over(lang),
        Qualifier::Nearly => super::qualifier_nearly(lang),
        Qualifier::AtLeast => super::qualifier_at_least(lang),
        Qualifier::UpTo => super::qualifier_up_to(lang),
        Qualifier::Estimated => super::qualifier_estimated(lang),
        Qualifier::Expected => super::qualifier_expected(lang),
    }
}

/// A place's name, and those that others have recorded of it.
#[must_use]
pub fn place_with_others(lang: Lang, place: &Place) -> String {
    let others = place.names.iter().map(|other| other.name.as_str());
    let names: Vec<&str> = std::iter::once(place.name.get(lang))
        .chain(others)
        .collect();
    names.join(" · ")
}

/// The state of the copy of a document.
#[must_use]
pub fn copy(lang: Lang, copy: CopyState) -> &'static str {
    match copy {
        CopyState::Complete => super::copy_complete(lang),
        CopyState::Truncated => super::copy_truncated(lang),
        CopyState::Displaced => super::copy_displaced(lang),
    }
}

/// An organisation's role.
#[must_use]
pub fn role(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Funding => super::role_funding(lang),
        Role::Accountable => super::role_accountable(lang),
        Role::Extending => super::role_extending(lang),
        Role::Implementing => super::role_implementing(lang),
        Role::Participating => super::role_participating(lang),
    }
}

/// A relation, as read from the record.
#[must_use]
pub fn relation(lang: Lang, kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::PartOf => super::relation_part_of(lang),
        RelationKind::Includes => super::relation_includes(lang),
        RelationKind::Overlaps => super::relation_overlaps(lang),
        RelationKind::SameAs => super::relation_same_as(lang),
    }
}

/// Where a relation is from.
#[must_use]
pub fn basis(lang: Lang, basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => super::basis_stated(lang),
        Basis::Inferred => super::basis_inferred(lang),
    }
}

/// What the reader of an embedded view may change.
#[must_use]
pub fn control(lang: Lang, control: Control) -> &'static str {
    match control {
        Control::Filters => super::control_filters(lang),
        Control::Measure => super::control_measure(lang),
        Control::Records => super::control_records(lang),
    }
}

/// A column of the table.
#[must_use]
pub fn column(lang: Lang, column: Column) -> &'static str {
    match column {
        Column::Source => super::source_word(lang),
        Column::Title => super::title_word(lang),
        Column::Value => super::figure(lang),
        Column::Time => super::time_word(lang),
        Column::Place => super::place(lang),
        Column::Sector => super::sector(lang),
    }
}

/// A part of the page.
#[must_use]
pub fn panel(lang: Lang, panel: Panel) -> &'static str {
    match panel {
        Panel::All => super::panel_all(lang),
        Panel::Map => super::map(lang),
        Panel::Timeline => super::timeline(lang),
        Panel::Charts => super::charts(lang),
        Panel::Table => super::table(lang),
    }
}

/// Light or dark.
#[must_use]
pub fn scheme(lang: Lang, scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::System => super::scheme_system(lang),
        Scheme::Light => super::scheme_light(lang),
        Scheme::Dark => super::scheme_dark(lang),
    }
}

/// A record's places; of many the first, and how many more there are. All of them
/// stand in the record itself.
#[must_use]
pub fn places(lang: Lang, record: &Record, dataset: &Dataset) -> Phrase {
    const MOST: usize = 10;
    if record.places.is_empty() {
        return super::programme_wide(lang).into();
    }
    let name = |place: &PlaceIx| Phrase::of(lang, &dataset.place(*place).name);
    let first = record.places.iter().take(MOST).map(name);
    let first = Phrase::joined(first, super::list_separator(lang));
    match record.places.len().saturating_sub(MOST) {
        0 => first,
        more => Phrase::put([first], |[first]| super::first_and_more(lang, more, first)),
    }
}

/// A record's places in the source.
#[must_use]
pub fn source(lang: Lang, record: &Record, dataset: &Dataset) -> String {
    source_parts(lang, record, dataset).text(lang)
}

/// Where a record was, of what sector it is, and where it stands in the source.
#[must_use]
pub fn about(lang: Lang, record: &Record, dataset: &Dataset) -> Phrase {
    let parts = [
        places(lang, record, dataset),
        Phrase::of(lang, &dataset.sector(record.sector).name),
        source_parts(lang, record, dataset),
    ];
    Phrase::joined(parts, " · ")
}

/// The same, part by part.
#[must_use]
pub fn source_parts(lang: Lang, record: &Record, dataset: &Dataset) -> Phrase {
    let places = record.sources.iter().map(|at| {
        let section = &dataset.documents[at.document.at()].sections[at.section];
        Phrase::put([Phrase::of(lang, &section.title)], |[section]| {
            super::locator(lang, section, at.paragraph)
        })
    });
    Phrase::joined(places, super::clause_separator(lang))
}

/// A record's first place in the source, as short as the dataset can say it.
#[must_use]
pub fn source_short(lang: Lang, record: &Record, dataset: &Dataset) -> Phrase {
    let at = record.sources.first();
    let section = &dataset.documents[at.document.at()].sections[at.section];
    let name = section.short.as_ref().unwrap_or(&section.title);
    Phrase::put([Phrase::of(lang, name)], |[section]| {
        super::paragraph_short(lang, &at.paragraph.to_string(), section)
    })
}

/// The documents that a record cites, each once.
#[must_use]
pub fn documents(lang: Lang, record: &Record, dataset: &Dataset) -> Phrase {
    let mut documents: Vec<_> = record.sources.iter().map(|at| at.document).collect();
    documents.dedup();
    let titles = documents
        .into_iter()
        .map(|at| Phrase::of(lang, &dataset.documents[at.at()].title));
    Phrase::joined(titles, super::clause_separator(lang))
}

/// A record's organisations, each with its role.
#[must_use]
pub fn organisations(lang: Lang, record: &Record, dataset: &Dataset) -> Phrase {
    if record.organisations.is_empty() {
        return super::none_named(lang).into();
    }
    let parts = record.organisations.iter().map(|part| {
        let name = Phrase::of(lang, &dataset.organisation(part.organisation).name);
        Phrase::put([name, role(lang, part.role).into()], |[name, role]| {
            super::in_brackets(lang, role, name)
        })
    });
    Phrase::joined(parts, super::list_separator(lang))
}

/// What a record may state.
#[must_use]
pub fn aspect(lang: Lang, aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Source => super::source_word(lang),
        Aspect::Time => super::time_word(lang),
        Aspect::Place => super::place(lang),
        Aspect::Value => super::aspect_value(lang),
        Aspect::Relation => super::aspect_relation(lang),
    }
}

/// A measure of the map.
#[must_use]
pub fn measure(lang: Lang, measure: Measure, dataset: &Dataset) -> &str {
    match measure {
        Measure::Records => super::measure_records(lang),
        Measure::Of(ix) => dataset.measure(ix).name.get(lang),
    }
}

/// A choice of place.
#[must_use]
pub fn place_choice(lang: Lang, choice: PlaceChoice, dataset: &Dataset) -> Phrase {
    match choice {
        PlaceChoice::Place(place) => Phrase::of(lang, &dataset.place(place).name),
        PlaceChoice::Whole => dataset.whole().map_or_else(
            || super::city_wide(lang).into(),
            |whole| Phrase::of(lang, whole),
        ),
        PlaceChoice::Nowhere => super::programme_wide(lang).into(),
    }
}

/// What stays lit.
#[must_use]
pub fn focus(lang: Lang, focus: &Focus, dataset: &Dataset) -> Phrase {
    match focus {
        Focus::Places(places) => {
            let names = places
                .iter()
                .map(|choice| place_choice(lang, *choice, dataset));
            Phrase::joined(names, super::list_separator(lang))
        }
        Focus::Sectors(sectors) => {
            // A family's sectors have its name.
            let is_family = |family: &FamilyIx| {
                let mut of = dataset.sectors_of(*family).peekable();
                of.peek().is_some() && of.eq(sectors.iter().copied())
            };
            match dataset.family_indices().find(is_family) {
                Some(family) => Phrase::of(lang, &dataset.family(family).name),
                None => {
                    let names = sectors
                        .iter()
                        .map(|ix| Phrase::of(lang, &dataset.sector(*ix).name));
                    Phrase::joined(names, super::list_separator(lang))
                }
            }
        }
        Focus::Kind(ix) => Phrase::of(lang, &dataset.kind(*ix).name),
        Focus::Organisation(ix) => Phrase::of(lang, &dataset.organisation(*ix).name),
        // One is called by its name, several by how many they are.
        Focus::Records(records) => match records.first() {
            Some(ix) if records.len() == 1 => Phrase::of(lang, &dataset.record(*ix).title),
            _ => super::records(lang, records.len()).into(),
        },
        Focus::Derived(ix) => dataset
            .derived
            .get(ix.at())
            .map(|derived| Phrase::of(lang, &derived.title))
            .unwrap_or_default(),
    }
}

/// To what part of the main map records are tied.
#[must_use]
pub fn located(lang: Lang, located: Located, dataset: &Dataset) -> &str {
    match located {
        Located::Area(place) => dataset.place(place).name.get(lang),
        Located::Several if !dataset.has_areas() => super::several_places(lang),
        Located::Several => super::several_divisions(lang),
        Located::Whole => whole(lang, dataset),
        Located::Nowhere => super::programme_wide(lang),
    }
}

/// What the map's figures count.
#[must_use]
pub fn only_tied(lang: Lang, dataset: &Dataset) -> &'static str {
    if dataset.has_areas() {
        super::records_only_tied(lang)
    } else {
        super::records_only_at(lang)
    }
}

/// The main map's place as a whole.
#[must_use]
pub fn whole(lang: Lang, dataset: &Dataset) -> &str {
    dataset
        .whole()
        .map_or_else(|| super::city_wide(lang), |whole| whole.get(lang))
}

/// A vocabulary of sectors, by its code on IATI's list SectorVocabulary.
#[must_use]
pub fn vocabulary(lang: Lang, code: &str) -> String {
    match code {
        "1" | "2" => super::dac(lang).to_owned(),
        "98" | "99" => super::own_code(lang).to_owned(),
        other => format!("{} {other}", super::vocabulary(lang)),
    }
}
