//! The one way from JSON to a [`Dataset`].

use super::model::DerivedIx;
use super::{
    Coordinates, CopyState, Dataset, Date, Derived, Document, DocumentIx, Formula, Links, Locator,
    Map, Operand, Organisation, OrganisationIx, Participation, Place, PlaceIx, Plan, PlanIx,
    Purpose, Record, RecordIx, Relation, Section, Sector, SectorIx, Sources, Target, Time,
    TimeSpan, Value, raw,
};
use std::collections::HashMap;

/// The version of the schema that this app reads.
const SCHEMA: &str = "aid-atlas/1";

/// A dataset, and what was wrong with parts of it.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// All that is sound.
    pub dataset: Dataset,
    /// Parts that were left out, and why.
    pub problems: Vec<Problem>,
}

/// Something wrong with a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: `records[3] (some-id)`.
    pub at: String,
    /// What.
    pub what: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.at, self.what)
    }
}

/// Parses and checks a dataset of the schema `aid-atlas/1`.
///
/// A record or derived figure that is wrong is left out and reported; the
/// others stand.
///
/// # Errors
/// When the file is no JSON of that schema, or its lists of documents, plans,
/// maps, places, sectors or organisations are unsound: nothing could be shown.
pub fn parse(json: &str) -> Result<Loaded, Problem> {
    let file: raw::File<'_> = serde_json::from_str(json).map_err(|e| Problem {
        at: format!("line {}, column {}", e.line(), e.column()),
        what: e.to_string(),
    })?;
    if file.schema != SCHEMA {
        return Err(Problem {
            at: "schema".to_owned(),
            what: format!("this app reads `{SCHEMA}`, the file says `{}`", file.schema),
        });
    }
    let names = Names::new(&file)?;
    let documents = file.documents.into_iter().map(document).collect::<Vec<_>>();
    let plans = plans(file.plans)?;
    let places = places(file.places, &names)?;
    let maps = maps(file.maps, &names)?;
    let as_of = date("asOf", &file.as_of)?;

    let mut reader = Reader {
        names,
        documents: &documents,
        problems: Vec::new(),
    };
    let (records, record_ids) = reader.records(&file.records);
    let derived = reader.derived(&file.derived, &records, &record_ids);
    let (records, derived) = reader.relations(records, derived, &record_ids);
    let problems = reader.problems;

    let links = Links::new(&records, &derived);
    let mut dataset = Dataset {
        id: file.id,
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
        records,
        derived,
        links,
        record_ids,
    };
    // A formula takes only figures that stand before it, so one pass will do.
    for position in 0..dataset.derived.len() {
        let number = |operand| dataset.operand(operand).map(|(amount, ..)| amount);
        dataset.derived[position].amount = dataset.derived[position].formula.compute(number);
    }
    Ok(Loaded { dataset, problems })
}

/// The positions of everything that has an id.
struct Names {
    documents: HashMap<String, usize>,
    plans: HashMap<String, usize>,
    places: HashMap<String, usize>,
    sectors: HashMap<String, usize>,
    organisations: HashMap<String, usize>,
}

impl Names {
    fn new(file: &raw::File<'_>) -> Result<Self, Problem> {
        Ok(Self {
            documents: unique("documents", file.documents.iter().map(|x| x.id.as_str()))?,
            plans: unique("plans", file.plans.iter().map(|x| x.id.as_str()))?,
            places: unique("places", file.places.iter().map(|x| x.id.as_str()))?,
            sectors: unique("sectors", file.sectors.iter().map(|x| x.id.as_str()))?,
            organisations: unique(
                "organisations",
                file.organisations.iter().map(|x| x.id.as_str()),
            )?,
        })
    }
}

fn unique<'a>(
    list: &str,
    ids: impl Iterator<Item = &'a str>,
) -> Result<HashMap<String, usize>, Problem> {
    let mut positions = HashMap::new();
    for (position, id) in ids.enumerate() {
        if !is_id(id) {
            return Err(Problem {
                at: format!("{list}[{position}]"),
                what: bad_id(id),
            });
        }
        if positions.insert(id.to_owned(), position).is_some() {
            return Err(Problem {
                at: format!("{list}[{position}] ({id})"),
                what: "this id is used twice".to_owned(),
            });
        }
    }
    Ok(positions)
}

/// Ids stand in links, in lists parted by commas.
fn is_id(id: &str) -> bool {
    !id.is_empty()
        && id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn bad_id(id: &str) -> String {
    format!("`{id}` is no id: use small Latin letters, digits and hyphens")
}

fn find(list: &str, positions: &HashMap<String, usize>, id: &str) -> Result<usize, String> {
    positions
        .get(id)
        .copied()
        .ok_or_else(|| format!("there is no `{id}` in {list}"))
}

fn date(at: &str, text: &str) -> Result<Date, Problem> {
    Date::parse(text).ok_or_else(|| Problem {
        at: at.to_owned(),
        what: bad_date(text),
    })
}

fn bad_date(text: &str) -> String {
    format!("`{text}` is no date: write YYYY, YYYY-MM or YYYY-MM-DD")
}

fn document(document: raw::Document) -> Document {
    let raw::Document {
        id,
        title,
        publisher,
        published,
        language,
        heading,
        truncated,
        copy,
        note,
        sections,
    } = document;
    let sections = sections
        .into_iter()
        .map(|s| Section {
            id: s.id,
            title: s.title,
            heading: s.heading,
            paragraphs: s.paragraphs,
        })
        .collect();
    let copy = copy.unwrap_or(if truncated {
        CopyState::Truncated
    } else {
        CopyState::Complete
    });
    Document {
        id,
        title,
        publisher,
        published,
        language,
        heading,
        copy,
        note,
        sections,
    }
}

fn purpose(raw: raw::Dac) -> Purpose {
    Purpose {
        code: raw.code,
        name: raw.name,
    }
}

fn plans(plans: Vec<raw::Plan>) -> Result<Vec<Plan>, Problem> {
    plans
        .into_iter()
        .map(|plan| {
            let at = format!("plans ({})", plan.id);
            let (from, to) = (date(&at, &plan.from)?, date(&at, &plan.to)?);
            if from > to {
                return Err(Problem {
                    at,
                    what: "it ends before it begins".to_owned(),
                });
            }
            Ok(Plan {
                id: plan.id,
                name: plan.name,
                short: plan.short,
                from,
                to,
            })
        })
        .collect()
}

fn places(places: Vec<raw::Place>, names: &Names) -> Result<Vec<Place>, Problem> {
    places
        .into_iter()
        .enumerate()
        .map(|(position, place)| {
            let at = format!("places[{position}] ({})", place.id);
            let problem = |what: String| Problem {
                at: at.clone(),
                what,
            };
            let parent = match &place.parent {
                None => None,
                Some(id) => {
                    let parent = find("places", &names.places, id).map_err(problem)?;
                    if parent >= position {
                        return Err(problem(format!("its parent `{id}` must stand before it")));
                    }
                    Some(PlaceIx::of(parent))
                }
            };
            let coordinates = place.coordinates.map(|c| Coordinates {
                longitude: c.longitude,
                latitude: c.latitude,
                precision: c.precision,
                origin: c.origin,
            });
            if let Some(c) = &coordinates
                && !((-180.0..=180.0).contains(&c.longitude)
                    && (-90.0..=90.0).contains(&c.latitude))
            {
                return Err(problem("its coordinates are not on Earth".to_owned()));
            }
            Ok(Place {
                id: place.id,
                name: place.name,
                aliases: place.aliases,
                level: place.level,
                parent,
                coordinates,
            })
        })
        .collect()
}

fn maps(maps: Vec<raw::Map>, names: &Names) -> Result<Vec<Map>, Problem> {
    maps.into_iter()
        .map(|map| {
            let problem = |what| Problem {
                at: format!("maps ({})", map.id),
                what,
            };
            let place = PlaceIx::of(find("places", &names.places, &map.place).map_err(problem)?);
            // The file is fetched: it must lie beside the app, not elsewhere.
            if map.file.contains("..") || map.file.contains(':') || map.file.starts_with('/') {
                return Err(problem(format!(
                    "`{}` must be a path below the app",
                    map.file
                )));
            }
            Ok(Map {
                id: map.id,
                place,
                file: map.file,
                origin: map.origin,
            })
        })
        .collect()
}

/// A record whose relations are not resolved yet.
type Unlinked = (Record, Vec<raw::Relation>);

struct Reader<'a> {
    names: Names,
    documents: &'a [Document],
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn report(&mut self, at: String, what: String) {
        self.problems.push(Problem { at, what });
    }

    fn records(
        &mut self,
        raws: &[&serde_json::value::RawValue],
    ) -> (Vec<Unlinked>, HashMap<String, RecordIx>) {
        let mut records: Vec<Unlinked> = Vec::with_capacity(raws.len());
        let mut ids = HashMap::with_capacity(raws.len());
        for (position, raw) in raws.iter().enumerate() {
            let read = serde_json::from_str::<raw::Record>(raw.get())
                .map_err(|e| (String::new(), e.to_string()))
                .and_then(|raw| {
                    let id = raw.id.clone();
                    if ids.contains_key(&id) {
                        return Err((
                            id,
                            "this id is used twice; the second record is left out".to_owned(),
                        ));
                    }
                    self.record(raw).map_err(|what| (id, what))
                });
            match read {
                Ok(record) => {
                    ids.insert(record.0.id.clone(), RecordIx::of(records.len()));
                    records.push(record);
                }
                Err((id, what)) => self.report(named("records", position, &id), what),
            }
        }
        (records, ids)
    }

    fn record(&self, raw: raw::Record) -> Result<Unlinked, String> {
        if !is_id(&raw.id) {
            return Err(bad_id(&raw.id));
        }
        for (name, text) in [("title", &raw.title), ("note", &raw.note)] {
            if text.zh.trim().is_empty() || text.en.trim().is_empty() {
                return Err(format!("its {name} is missing in a language"));
            }
        }
        let places = raw
            .places
            .iter()
            .map(|id| find("places", &self.names.places, id).map(PlaceIx::of))
            .collect::<Result<Vec<_>, _>>()?;
        let organisations = raw
            .organisations
            .iter()
            .map(|o| {
                let organisation =
                    find("organisations", &self.names.organisations, &o.organisation)?;
                Ok(Participation {
                    organisation: OrganisationIx::of(organisation),
                    role: o.role,
                })
            })
            .collect::<Result<Vec<_>, String>>()?;
        let record = Record {
            sector: SectorIx::of(find("sectors", &self.names.sectors, &raw.sector)?),
            dac: raw.dac.map(purpose),
            id: raw.id,
            kind: raw.kind,
            title: raw.title,
            note: raw.note,
            places,
            organisations,
            time: self.time(raw.time)?,
            values: values(raw.values)?,
            relations: Vec::new(),
            sources: raw
                .source
                .iter()
                .map(|at| self.locator(at))
                .collect::<Result<Vec<_>, _>>()
                .and_then(|places| {
                    Sources::new(places).ok_or_else(|| "its list of sources is empty".to_owned())
                })?,
        };
        Ok((record, raw.relations))
    }

    fn time(&self, raw: raw::Time) -> Result<TimeSpan, String> {
        let date = |text: &str| Date::parse(text).ok_or_else(|| bad_date(text));
        let (time, note) = match raw {
            raw::Time::Point { at, note } => (Time::Point(date(&at)?), note),
            raw::Time::Interval { from, to, note } => {
                let (from, to) = (date(&from)?, date(&to)?);
                if from.first_day() > to.last_day() {
                    return Err("its time ends before it begins".to_owned());
                }
                (Time::Interval(from, to), note)
            }
            raw::Time::Plan { plan, note } => (
                Time::Plan(PlanIx::of(find("plans", &self.names.plans, &plan)?)),
                note,
            ),
            raw::Time::Since { from, note } => (Time::Since(date(&from)?), note),
            raw::Time::Until { to, note } => (Time::Until(date(&to)?), note),
            raw::Time::Unknown { note } => (Time::Unknown, note),
        };
        Ok(TimeSpan { time, note })
    }

    fn locator(&self, raw: &raw::Locator) -> Result<Locator, String> {
        let position = find("documents", &self.names.documents, &raw.document)?;
        let document = &self.documents[position];
        let section = document
            .sections
            .iter()
            .position(|s| s.id == raw.section)
            .ok_or_else(|| {
                format!(
                    "document `{}` has no section `{}`",
                    document.id, raw.section
                )
            })?;
        let last = document.sections[section].paragraphs;
        if !(1..=last).contains(&raw.paragraph) {
            return Err(format!(
                "section `{}` has paragraphs 1 to {last}, not {}",
                raw.section, raw.paragraph
            ));
        }
        Ok(Locator {
            document: DocumentIx::of(position),
            section,
            paragraph: raw.paragraph,
        })
    }

    fn derived(
        &mut self,
        raws: &[&serde_json::value::RawValue],
        records: &[Unlinked],
        ids: &HashMap<String, RecordIx>,
    ) -> Vec<Derived> {
        let mut derived: Vec<Derived> = Vec::new();
        for (position, raw) in raws.iter().enumerate() {
            let read = serde_json::from_str::<raw::Derived>(raw.get())
                .map_err(|e| (String::new(), e.to_string()))
                .and_then(|raw| {
                    let id = raw.id.clone();
                    figure(raw, records, ids, &derived).map_err(|what| (id, what))
                });
            match read {
                Ok(figure) => derived.push(figure),
                Err((id, what)) => self.report(named("derived", position, &id), what),
            }
        }
        derived
    }

    /// Resolves the relations, now that all ids are known. One that points
    /// nowhere, or closes a circle, is reported and left out.
    fn relations(
        &mut self,
        unlinked: Vec<Unlinked>,
        derived: Vec<Derived>,
        ids: &HashMap<String, RecordIx>,
    ) -> (Vec<Record>, Vec<Derived>) {
        let mut records = Vec::with_capacity(unlinked.len());
        for (position, (mut record, raws)) in unlinked.into_iter().enumerate() {
            for raw in raws {
                let target = ids
                    .get(&raw.target)
                    .map(|ix| Target::Record(*ix))
                    .or_else(|| {
                        derived
                            .iter()
                            .position(|d| d.id == raw.target)
                            .map(|p| Target::Derived(DerivedIx::of(p)))
                    });
                match target {
                    Some(Target::Record(ix)) if ix.at() == position => {
                        self.report(
                            named("records", position, &record.id),
                            "it is related to itself".to_owned(),
                        );
                    }
                    Some(target) => record.relations.push(Relation {
                        kind: raw.kind,
                        target,
                        basis: raw.basis,
                    }),
                    None => self.report(
                        named("records", position, &record.id),
                        format!(
                            "its relation points to `{}`, which is not there",
                            raw.target
                        ),
                    ),
                }
            }
            records.push(record);
        }
        while let Some(Target::Record(ix)) = Links::new(&records, &derived).cycle() {
            let record = &mut records[ix.at()];
            record.relations.clear();
            let at = named("records", ix.at(), &record.id);
            self.report(
                at,
                "it would count itself within itself; its relations are left out".to_owned(),
            );
        }
        (records, derived)
    }
}

fn named(list: &str, position: usize, id: &str) -> String {
    if id.is_empty() {
        format!("{list}[{position}]")
    } else {
        format!("{list}[{position}] ({id})")
    }
}

fn values(raws: Vec<raw::Value>) -> Result<Vec<Value>, String> {
    let mut values: Vec<Value> = Vec::with_capacity(raws.len());
    for raw in raws {
        let key = raw.id.unwrap_or_else(|| raw.indicator.word().to_owned());
        if values.iter().any(|value| value.key == key) {
            return Err(format!(
                "two of its values are called `{key}`; give one an id"
            ));
        }
        if !raw.amount.is_finite() || raw.amount < 0.0 {
            return Err(format!("its value `{key}` must be a number from 0 up"));
        }
        let (indicator, amount, unit) = (raw.indicator, raw.amount, raw.unit);
        values.push(Value {
            key,
            indicator,
            amount,
            unit,
            qualifier: raw.qualifier,
            label: raw.label,
        });
    }
    Ok(values)
}

fn figure(
    raw: raw::Derived,
    records: &[Unlinked],
    ids: &HashMap<String, RecordIx>,
    before: &[Derived],
) -> Result<Derived, String> {
    if !is_id(&raw.id) {
        return Err(bad_id(&raw.id));
    }
    if ids.contains_key(&raw.id) || before.iter().any(|d| d.id == raw.id) {
        return Err("this id is used twice".to_owned());
    }
    let operand = |reference: &String| -> Result<Operand, String> {
        if let Some((id, key)) = reference.split_once('/') {
            let ix = ids
                .get(id)
                .ok_or_else(|| format!("there is no record `{id}`"))?;
            let value = records[ix.at()]
                .0
                .values
                .iter()
                .position(|value| value.key == key);
            return value
                .map(|position| Operand::Value(*ix, position))
                .ok_or_else(|| format!("record `{id}` has no value `{key}`"));
        }
        before
            .iter()
            .position(|d| d.id == *reference)
            .map(|position| Operand::Derived(DerivedIx::of(position)))
            .ok_or_else(|| {
                format!("`{reference}` is neither `record/value` nor a derived figure before it")
            })
    };
    let list = |of: &[String]| of.iter().map(operand).collect::<Result<Vec<_>, _>>();
    let formula = match &raw.formula {
        raw::Formula::Sum { of } => Formula::Sum(list(of)?),
        raw::Formula::Product { of } => Formula::Product(list(of)?),
        raw::Formula::Difference { of, minus } => {
            Formula::Difference(operand(of)?, operand(minus)?)
        }
        raw::Formula::Ratio { of, to } => Formula::Ratio(operand(of)?, operand(to)?),
        raw::Formula::Share { of, to } => Formula::Share(operand(of)?, operand(to)?),
        raw::Formula::Growth { from, to } => Formula::Growth(operand(from)?, operand(to)?),
    };
    let stated = raw.stated.as_ref().map(operand).transpose()?;
    let (id, title, note) = (raw.id, raw.title, raw.note);
    Ok(Derived {
        id,
        title,
        note,
        unit: raw.unit,
        indicator: raw.indicator,
        formula,
        stated,
        amount: None,
    })
}
