//! The one way from JSON to a [`Dataset`].

mod figures;
mod lists;
mod names;
mod records;
mod relations;

use super::{
    Dataset, DerivedIx, Document, Fault, Links, List, Organisation, Origins, Problem, Record,
    RecordIx, Sector, Spot, raw,
};
use crate::Lang;
use lists::{document, maps, places, plans, purpose};
use names::{Names, date_of_field};
use std::collections::HashMap;

/// The version of the schema that this app reads.
pub const SCHEMA: &str = "aid-atlas/1";

/// The id of the map of the recipient's area.
const RECIPIENT: &str = "recipient";

/// A dataset, and what was wrong with parts of it.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// All that is sound.
    pub dataset: Dataset,
    /// Parts that were left out, and why.
    pub problems: Vec<Problem>,
}

/// Parses and checks a dataset of the schema `aid-atlas/1`.
///
/// A record, relation, derived figure or map that is wrong is left out and
/// reported; the others stand. The time that this takes grows with the length
/// of the text, whatever it holds.
///
/// # Errors
/// When the file is no JSON of that schema, or its lists of documents, plans,
/// places, sectors or organisations are unsound: nothing could be shown.
pub fn parse(json: &str) -> Result<Loaded, Problem> {
    let file: raw::File<'_> = serde_json::from_str(json).map_err(|e| Problem::unreadable(&e))?;
    if file.schema != SCHEMA {
        return Err(Problem {
            at: Spot::Field("schema"),
            fault: Fault::Schema(file.schema),
        });
    }
    let names = Names::new(&file)?;
    let documents = file.documents.into_iter().map(document).collect::<Vec<_>>();
    let plans = plans(file.plans)?;
    let mut problems = Vec::new();
    let places = places(file.places, &names, &mut problems)?;
    let (maps, map_origins) = maps(&file.maps, &names, &mut problems);
    let as_of = date_of_field("asOf", &file.as_of)?;

    let mut reader = Reader {
        names,
        documents: &documents,
        record_ids: HashMap::with_capacity(file.records.len()),
        derived_ids: HashMap::with_capacity(file.derived.len()),
        origins: Origins {
            maps: map_origins,
            ..Origins::default()
        },
        problems,
    };
    let unlinked = reader.records(&file.records);
    let derived = reader.derived(&file.derived, &unlinked);
    let records = reader.relations(unlinked, &derived);
    let Reader {
        record_ids,
        origins,
        problems,
        ..
    } = reader;

    let recipient = maps.iter().find(|map| map.id == RECIPIENT);
    let recipient = recipient.map(|map| map.place);
    let links = Links::new(&records, &derived);
    let mut dataset = Dataset {
        id: file.id,
        languages: vec![Lang::ZH, Lang::EN],
        title: file.title,
        summary: file.summary,
        left_out: file.left_out,
        naming: file.naming,
        licence: file.licence,
        currency: file.currency,
        country: file.country,
        as_of,
        documents,
        plans,
        maps,
        places,
        sectors: file
            .sectors
            .into_iter()
            .map(|s| Sector {
                id: s.id,
                name: s.name,
                dac: purpose(s.dac),
            })
            .collect(),
        organisations: file
            .organisations
            .into_iter()
            .map(|o| Organisation {
                id: o.id,
                name: o.name,
                aliases: o.aliases,
            })
            .collect(),
        recipient,
        records,
        derived,
        links,
        origins,
        record_ids,
    };
    // A formula takes only figures that stand before it, so one pass will do.
    for position in 0..dataset.derived.len() {
        let number = |operand| dataset.operand(operand).map(|(amount, ..)| amount);
        dataset.derived[position].amount = dataset.derived[position].formula.compute(number);
    }
    Ok(Loaded { dataset, problems })
}

/// A record whose relations are not resolved yet.
type Unlinked = (Record, Vec<raw::Relation>);

struct Reader<'a> {
    names: Names,
    documents: &'a [Document],
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
