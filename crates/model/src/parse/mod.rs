//! The one way from JSON to a [`Dataset`].

mod figures;
mod glossary;
mod key_figures;
mod languages;
mod lists;
mod made;
mod names;
mod records;
mod relations;
mod stories;
mod version1;
mod views;
mod vocabularies;

use super::{
    Currency, Dataset, DerivedIx, Document, Fault, Links, List, Notes, Origins, Problem, Record,
    RecordIx, Spot, Unit, raw,
};
use crate::dataset::OnMap;
use crate::{Days, MapRole, Text};
use lists::{documents, families, maps, organisations, periods, places, sectors};
use names::{Names, date_of_field};
use std::collections::HashMap;
use version1::SCHEMA_1;
use views::{charts, measures};
use vocabularies::{currencies, indicators, kinds, levels, units};

/// The version of the schema that this app writes about; it reads the one
/// before it as well.
pub const SCHEMA: &str = "aid-atlas/2";

/// A dataset, and what was wrong with parts of it.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Loaded {
    /// All that is sound.
    pub dataset: Dataset,
    /// Parts that were left out, and why.
    pub problems: Vec<Problem>,
}

/// Parses and checks a dataset of the schema `aid-atlas/2`, or `aid-atlas/1`.
///
/// A record, relation, derived or key figure, map, chart or measure that is
/// wrong is left out and reported; the others stand. The time that this takes grows with
/// the length of the text, whatever it holds.
///
/// # Errors
/// When the file is no JSON of that schema, or its lists of documents, periods,
/// places, sectors, organisations, units, indicators, kinds or levels are
/// unsound: nothing could be shown.
pub fn parse(json: &str) -> Result<Loaded, Problem> {
    let mut file: raw::File<'_> =
        serde_json::from_str(json).map_err(|e| Problem::unreadable(&e))?;
    match file.schema.as_str() {
        SCHEMA => {}
        SCHEMA_1 => version1::complete(&mut file)?,
        _ => {
            return Err(Problem {
                at: Spot::Field("schema".to_owned()),
                fault: Fault::Schema(file.schema),
            });
        }
    }
    let names = Names::new(&file)?;
    let languages = names.languages.clone();
    let in_order = |text: Text| text.ordered(&languages);
    let mut problems = Vec::new();
    let currencies = currencies(file.currencies, &languages)?;
    let units = units(file.units, &currencies, &languages)?;
    let indicators = indicators(file.indicators, &languages);
    let (measures, measure_origins) = measures(&file.measures, &names, &mut problems);
    let has_charts = file.charts.is_some();
    let (mut charts, chart_origins) = charts(
        &file.charts.unwrap_or_default(),
        &indicators,
        &units,
        &names,
        &mut problems,
    );
    let (stories, story_origins) = stories::stories(&file.stories, &languages, &mut problems);
    let (glossary, term_origins) = glossary::glossary(&file.glossary, &languages, &mut problems);
    let contact = glossary::contact(file.contact, &mut problems);
    let default_measure = file.default_measure.as_deref();
    let default_measure = match views::default_measure(default_measure, &measures) {
        Ok(measure) => measure,
        Err(problem) => {
            problems.push(problem);
            None
        }
    };
    let documents = documents(file.documents, &languages, &mut problems);
    let plans = periods(file.periods, &languages)?;
    let places = places(file.places, &names, &mut problems)?;
    let has_maps = file.maps.is_some();
    let (maps, map_origins) = maps(&file.maps.unwrap_or_default(), &names, &mut problems);
    let sectors = sectors(file.sectors, &names, &mut problems);
    let as_of = date_of_field("asOf", &file.as_of)?;

    let mut reader = Reader {
        names,
        documents: &documents,
        currencies: &currencies,
        units: &units,
        record_ids: HashMap::with_capacity(file.records.len()),
        derived_ids: HashMap::with_capacity(file.derived.len()),
        origins: Origins {
            maps: map_origins,
            measures: measure_origins,
            charts: chart_origins,
            stories: story_origins,
            glossary: term_origins,
            ..Origins::default()
        },
        problems,
    };
    let unlinked = reader.records(&file.records);
    let derived = reader.derived(&file.derived, &unlinked);
    let has_key_figures = file.key_figures.is_some();
    let key_figures = reader.key_figures(&file.key_figures.unwrap_or_default(), &unlinked);
    let records = reader.relations(unlinked, &derived);
    let Reader {
        record_ids,
        origins,
        mut problems,
        ..
    } = reader;

    let is_there = |id: &str| record_ids.contains_key(id);
    views::annotations(&mut charts, &origins.charts, is_there, &mut problems);
    let links = Links::new(&records, &derived);
    let mut dataset = Dataset {
        id: file.id,
        title: in_order(file.title),
        short_title: file.short_title.map(in_order),
        summary: in_order(file.summary),
        left_out: file.left_out.map(in_order),
        naming: file.naming.map(in_order),
        notes: Notes {
            account: file.notes.account.map(in_order),
            source: file.notes.source.map(in_order),
            records: file.notes.records.map(in_order),
        },
        licence: file.licence,
        country: file.country,
        as_of,
        currencies,
        units,
        indicators,
        kinds: kinds(file.kinds, &languages),
        levels: levels(file.levels, &languages),
        measures,
        default_measure,
        key_figures,
        charts,
        stories,
        glossary,
        contact,
        documents,
        plans_name: file.periods_name.map(in_order),
        plans,
        maps,
        places,
        families: families(file.families, &languages),
        sectors,
        organisations: organisations(file.organisations, &languages),
        on_map: Vec::new(),
        extent: (0, 0),
        records,
        derived,
        links,
        origins,
        record_ids,
        languages,
    };
    dataset.on_map = on_map(&dataset);
    dataset.extent = extent(&dataset);
    // A formula takes only figures that stand before it, so one pass will do.
    for position in 0..dataset.derived.len() {
        let number = |operand| dataset.operand(operand).map(|(amount, ..)| amount);
        let figure = &dataset.derived[position];
        let in_hundredths = dataset.in_hundredths(figure);
        dataset.derived[position].amount = figure.formula.compute(in_hundredths, number);
    }
    made::complete(&mut dataset, has_charts, has_maps);
    if !has_key_figures {
        dataset.key_figures = made::key_figures(&dataset);
    }
    problems.extend(languages::undeclared(&dataset));
    Ok(Loaded { dataset, problems })
}

/// The first and last day of all known times, or of the source's year.
fn extent(dataset: &Dataset) -> (Days, Days) {
    let times = dataset.records.iter();
    times
        .filter_map(|record| dataset.days(record.time.time))
        .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
        .unwrap_or((dataset.as_of.first_day(), dataset.as_of.last_day()))
}

/// Where each place is on the main map. Where no level is one of areas, a place
/// is its own area, unless others lie within it.
fn on_map(dataset: &Dataset) -> Vec<OnMap> {
    let has_areas = dataset.has_areas();
    let mut has_children = vec![false; dataset.places.len()];
    for place in &dataset.places {
        if let Some(parent) = place.parent {
            has_children[parent.at()] = true;
        }
    }
    let main = dataset.main_map().filter(|map| map.place.is_some());
    let is_inset = |map: &&crate::Map| map.role == MapRole::Inset;
    dataset
        .place_indices()
        .map(|place| {
            let is_on = match main {
                Some(main) => dataset.is_within(place, main),
                None => !dataset
                    .maps
                    .iter()
                    .filter(is_inset)
                    .any(|map| dataset.is_within(place, map)),
            };
            let area = if has_areas {
                dataset.area_of(place)
            } else {
                (!has_children[place.at()]).then_some(place)
            };
            match area {
                _ if !is_on => OnMap::Not,
                Some(area) => OnMap::Area(area),
                None => OnMap::Whole,
            }
        })
        .collect()
}

/// A record whose relations are not resolved yet.
type Unlinked = (Record, Vec<raw::Relation>);

struct Reader<'a> {
    names: Names,
    documents: &'a [Document],
    currencies: &'a [Currency],
    units: &'a [Unit],
    record_ids: HashMap<String, RecordIx>,
    derived_ids: HashMap<String, DerivedIx>,
    origins: Origins,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn report(&mut self, list: List, position: usize, id: &str, fault: Fault) {
        self.problems.push(Problem::of(list, position, id, fault));
    }
}
