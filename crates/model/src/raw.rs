//! The shape of the JSON, before any reference is checked.
//!
//! From these types the JSON Schema in `public/schema/` is made (feature
//! `schema`), so their comments are its descriptions.

use super::{
    Background, Basis, CopyState, Element, Form, Forms, Grouping, Lang, MapRole, Order, Qualifier,
    RelationKind, Role, ScaleKind, Text,
};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// A list or other part that may be left out, or stand there as `null`.
fn or_none<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// A programme's dataset for Aid Atlas.
// Records, charts and the like stay unread, so that a bad one costs itself only.
#[derive(Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(title = "Dataset")
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct File<'a> {
    /// `aid-atlas/2`.
    pub schema: String,
    /// The dataset's id, for file names and links.
    pub id: String,
    /// The languages of its texts, the one to fall back on first.
    #[serde(default)]
    pub languages: Vec<Lang>,
    /// The programme's name.
    pub title: Text,
    /// A name for narrow places.
    #[serde(default)]
    pub short_title: Option<Text>,
    /// What the records are taken from, in a sentence.
    pub summary: Text,
    /// What was left out of the records, and why.
    #[serde(default)]
    pub left_out: Option<Text>,
    /// By what rule places are named.
    #[serde(default)]
    pub naming: Option<Text>,
    /// What the page says of this source.
    #[serde(default)]
    pub notes: Notes,
    /// Of version 1: the one currency.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub currency: Option<String>,
    /// The licence of the records, as an SPDX identifier.
    pub licence: String,
    /// The recipient country, as an ISO 3166-1 code of two letters.
    #[serde(default)]
    pub country: Option<String>,
    /// The link of the view that an export was cut from.
    #[serde(default, rename = "view")]
    pub _view: Option<String>,
    /// The date of the source: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub as_of: String,
    /// Currencies that units are of.
    #[serde(default)]
    pub currencies: Vec<Currency>,
    /// Units of values.
    #[serde(default)]
    pub units: Vec<Unit>,
    /// What values measure.
    #[serde(default)]
    pub indicators: Vec<Indicator>,
    /// Kinds of records.
    #[serde(default)]
    pub kinds: Vec<Kind>,
    /// Levels of places.
    #[serde(default)]
    pub levels: Vec<Level>,
    /// What the map can be shaded by, beside the number of records.
    #[serde(default, borrow, deserialize_with = "or_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Measure>"))]
    pub measures: Vec<&'a RawValue>,
    /// What the map is shaded by until a reader chooses: the id of a measure, or
    /// `records`, as without.
    #[serde(default)]
    pub default_measure: Option<String>,
    /// The figures that stand first on the page, up to six. Without this list
    /// the page takes some of the largest that records state.
    #[serde(default, borrow)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<KeyFigure>>"))]
    pub key_figures: Option<Vec<&'a RawValue>>,
    /// The charts. Without this list the page makes some from the indicators.
    #[serde(default, borrow)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Chart>>"))]
    pub charts: Option<Vec<&'a RawValue>>,
    /// Stories: tours through views of the programme.
    #[serde(default, borrow, deserialize_with = "or_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Story>"))]
    pub stories: Vec<&'a RawValue>,
    /// Terms that readers may not know, explained from outside of the sources.
    #[serde(default, borrow, deserialize_with = "or_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Term>"))]
    pub glossary: Vec<&'a RawValue>,
    /// Whom to tell of errors: an address of mail, or one that begins with https and
    /// leads to a form that takes `title` and `body`.
    #[serde(default)]
    pub contact: Option<String>,
    /// The sources.
    pub documents: Vec<Document>,
    /// What the periods are called together, such as "Five-year plans".
    #[serde(default)]
    pub periods_name: Option<Text>,
    /// Periods that records name, such as plans, in order.
    #[serde(default, alias = "plans", deserialize_with = "or_none")]
    pub periods: Vec<Period>,
    /// Maps: none, one or several. Without this list there is one of all places
    /// with coordinates, on the land without borders.
    #[serde(default, borrow)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Map>>"))]
    pub maps: Option<Vec<&'a RawValue>>,
    /// Places; a parent stands before its children.
    #[serde(default, deserialize_with = "or_none")]
    pub places: Vec<Place>,
    /// Families of sectors, which share a colour and a shape; five have colours
    /// of their own. Without, each sector has a colour.
    #[serde(default, deserialize_with = "or_none")]
    pub families: Vec<Family>,
    /// Sectors, in the order of the timeline's lanes.
    pub sectors: Vec<Sector>,
    /// Participating organisations.
    #[serde(default, deserialize_with = "or_none")]
    pub organisations: Vec<Organisation>,
    /// The records: one a statement of the source.
    #[serde(borrow)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Record<'a>>"))]
    pub records: Vec<&'a RawValue>,
    /// Figures computed from the records' values.
    #[serde(default, borrow, deserialize_with = "or_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Derived>"))]
    pub derived: Vec<&'a RawValue>,
}

/// The vocabularies of version 1, which its files do not hold.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Version1<'a> {
    pub languages: Vec<Lang>,
    pub currencies: Vec<Currency>,
    pub units: Vec<Unit>,
    pub indicators: Vec<Indicator>,
    pub kinds: Vec<Kind>,
    pub levels: Vec<Level>,
    #[serde(borrow)]
    pub measures: Vec<&'a RawValue>,
    #[serde(borrow)]
    pub charts: Vec<&'a RawValue>,
    pub periods_name: Text,
}

/// What the page says of this source.
#[derive(Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Notes {
    /// Whose account the figures are, in a few words, beside the source's name.
    #[serde(default)]
    pub account: Option<Text>,
    /// What is to be known of the source.
    #[serde(default)]
    pub source: Option<Text>,
    /// How records were made from it.
    #[serde(default)]
    pub records: Option<Text>,
}

/// A currency.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Currency {
    /// Its ISO 4217 code.
    pub code: String,
    /// An amount of it in words, with `{n}` for the number; without: the code
    /// before the number.
    #[serde(default)]
    pub words: Option<Text>,
    /// Words and signs that a search finds its amounts by.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// A unit of values.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Its id.
    pub id: String,
    /// A number of it in words, with `{n}` for the number, in the plural forms
    /// of each language. A unit has this, or a currency, or is a percentage.
    #[serde(default)]
    pub words: Option<Forms>,
    /// The code of its currency, where it is money.
    #[serde(default)]
    pub currency: Option<String>,
    /// For each of what the money is, put behind the amount: " per person".
    #[serde(default)]
    pub per: Option<Text>,
    /// Whether it is hundredths of a whole.
    #[serde(default)]
    pub percent: bool,
    /// How many digits after the point a computed number of it has at most.
    #[serde(default)]
    pub decimals: Option<u8>,
}

/// What values measure.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Whether values that are not related to each other may be added.
    #[serde(default)]
    pub adds: bool,
    /// Whether it is the programme's own money: IATI's transactions and budgets.
    #[serde(default)]
    pub flow: bool,
}

/// A kind of record.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Where IATI has room for its figures; `other` without.
    #[serde(default)]
    pub iati: Option<Element>,
}

/// A level of places.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Whether its places are drawn as areas, which the map shades.
    #[serde(default)]
    pub area: bool,
    /// What a record is called that is tied to such a place as a whole.
    #[serde(default)]
    pub whole: Option<Text>,
}

/// What the map can be shaded by.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// The indicator.
    pub indicator: String,
    /// The unit.
    pub unit: String,
    /// Other indicators whose amounts of that unit stand on the map too, in
    /// outline, and are never added to it.
    #[serde(default)]
    pub beside: Vec<String>,
}

/// A figure that stands first on the page.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KeyFigure {
    /// Which: a record's value (`record/value`), or the id of a derived figure.
    pub of: String,
    /// What it means, in at most 40 letters, or 20 Chinese, Japanese or Korean
    /// ones; without, the name of its record or derived figure.
    #[serde(default)]
    pub label: Option<Text>,
}

/// A chart.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Chart {
    /// Its id, which links hold.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// How to read it.
    #[serde(default)]
    pub note: Option<Text>,
    /// Its form.
    pub form: Form,
    /// Which values it draws: all of one unit, as they share a scale. A list of
    /// single figures (`each`) and dots (`units`) may hold counted things of
    /// several units, a `table` anything. Of `units` the first value's unit is drawn,
    /// the others are named.
    pub values: Vec<ChartValue>,
    /// By what totals are grouped; by place without.
    #[serde(default)]
    pub by: Option<Grouping>,
    /// The order of single figures; the largest first without.
    #[serde(default)]
    pub order: Option<Order>,
    /// Of earlier files: all charts are linear.
    #[serde(default, rename = "scale")]
    pub _scale: Option<ScaleKind>,
    /// Only records of these kinds.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// Records of these kinds that stand at the same place of the source are
    /// named below it.
    #[serde(default)]
    pub context: Vec<String>,
    /// Remarks where a reader would ask, by the id of the record that each stands
    /// beside.
    #[serde(default)]
    pub annotations: BTreeMap<String, Text>,
}

/// A tour: views of the programme one after the other, each with words.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// Its id, which links hold.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Its steps, one at least.
    pub steps: Vec<Step>,
}

/// A step of a story.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What it says, in a line.
    pub title: Text,
    /// The same in some sentences; an empty line parts paragraphs.
    #[serde(default)]
    pub text: Option<Text>,
    /// What is shown: a link's query, such as `focus=record:a,b&measure=money`. Without,
    /// the plain view. With `embed=chart:` and its id that chart stands above map and
    /// timeline.
    #[serde(default)]
    pub view: String,
}

/// A term that readers may not know.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Its id.
    pub id: String,
    /// The term, as records word it.
    pub name: Text,
    /// Other wordings, in any language.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What it means, in a few neutral sentences.
    pub text: Text,
    /// Where that is from.
    pub source: Text,
    /// Where to read it: an address that begins with https or http.
    #[serde(default)]
    pub url: Option<String>,
}

/// Values that a chart draws.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChartValue {
    /// Their indicator.
    pub indicator: String,
    /// Their unit.
    pub unit: String,
    /// What tells them from the chart's other values, where they are of another
    /// nature: drawn in a second colour.
    #[serde(default)]
    pub apart: Option<Text>,
}

/// A source.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Document {
    /// Its id.
    pub id: String,
    /// What it is.
    pub title: Text,
    /// Who published it.
    pub publisher: Text,
    /// When, as far as that is known.
    pub published: Text,
    /// Its language.
    #[serde(default)]
    pub language: Option<String>,
    /// Its own heading, in its language, by which it can be found.
    #[serde(default)]
    pub heading: Option<String>,
    /// Where it can be read: an address that begins with https or http.
    #[serde(default)]
    pub url: Option<String>,
    /// Of version 1: whether the copy breaks off.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub truncated: bool,
    /// The state of the copy that was used.
    #[serde(default)]
    pub copy: Option<CopyState>,
    /// Remarks on the copy.
    #[serde(default)]
    pub note: Option<Text>,
    /// Its sections, in the order that was meant.
    pub sections: Vec<Section>,
}

/// A section of a source.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Section {
    /// Its id.
    pub id: String,
    /// A neutral name.
    pub title: Text,
    /// The same in a word or two, for where there is little room.
    #[serde(default)]
    pub short: Option<Text>,
    /// Its own heading, in the document's language.
    #[serde(default)]
    pub heading: Option<String>,
    /// How many paragraphs it has.
    pub paragraphs: u32,
}

/// A period that records name.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Period {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// A name for narrow bands.
    #[serde(default)]
    pub short: Option<Text>,
    /// Its first date.
    pub from: String,
    /// Its last date.
    pub to: String,
}

/// A map.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Map {
    /// Its id.
    pub id: String,
    /// What it is for. Without: an inset where the id is `provider`, else main.
    #[serde(default)]
    pub role: Option<MapRole>,
    /// The place that it is of.
    #[serde(default)]
    pub place: Option<String>,
    /// A file of outlines below the app, as GeoJSON or TopoJSON, whose features
    /// have place ids as `id`, or in a property of that name.
    #[serde(default)]
    pub file: Option<String>,
    /// What lies behind its places; the land without outlines, else nothing.
    #[serde(default)]
    pub background: Option<Background>,
    /// What it shows, as a title.
    #[serde(default)]
    pub caption: Option<Text>,
    /// How to read it.
    #[serde(default)]
    pub note: Option<Text>,
    /// Where the outlines are from, and their licence.
    #[serde(default)]
    pub origin: Option<Text>,
}

/// A place.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Other names that a search finds it by.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Names that others have recorded, in any language, such as that of the people who
    /// live there.
    #[serde(default, deserialize_with = "or_none")]
    pub names: Vec<PlaceName>,
    /// Its code in a list of divisions, by which outlines are found.
    #[serde(default, rename = "code")]
    pub _code: Option<String>,
    /// The id of its level.
    #[serde(default)]
    pub level: Option<String>,
    /// The place it lies in.
    #[serde(default)]
    pub parent: Option<String>,
    /// Where it is, if that is known surely.
    #[serde(default)]
    pub coordinates: Option<Coordinates>,
}

/// A name of a place, as somebody else has recorded it.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlaceName {
    /// Its language.
    pub lang: Lang,
    /// The name.
    pub name: String,
    /// Who recorded it: a gazetteer and the number there, with its licence if it has one.
    pub origin: String,
}

/// Where a place is.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Coordinates {
    /// Degrees east.
    pub longitude: f64,
    /// Degrees north.
    pub latitude: f64,
    /// What the point stands for: `exact`, the place itself; `settlement`, the
    /// settlement that the place is; `seat`, the seat of a division;
    /// `approximate`, somewhere near. Without it, or with another word, how exact
    /// it is counts as not stated.
    #[serde(default)]
    pub precision: String,
    /// Whose point it is, with its licence.
    #[serde(default)]
    pub origin: String,
}

/// A family of sectors.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Family {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
}

/// A sector of the dataset's own.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sector {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// The id of its family.
    #[serde(default)]
    pub family: Option<String>,
    /// Its codes in published vocabularies, the main one first.
    #[serde(default)]
    pub codes: Vec<Code>,
    /// Of version 1: its OECD DAC code.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub dac: Option<Code>,
}

/// A code of a vocabulary of sectors.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Code {
    /// The vocabulary, by IATI's code list SectorVocabulary: `1` OECD DAC
    /// purposes of five digits, `2` its categories of three, `99` one's own.
    #[serde(default)]
    pub vocabulary: Option<String>,
    /// The code.
    pub code: String,
    /// Its name on the code list.
    pub name: Text,
}

/// A participating organisation.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Organisation {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Other names that a search finds it by.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// One statement of the source.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Record<'a> {
    /// A stable, readable id: small Latin letters, digits and hyphens.
    pub id: String,
    /// The id of its kind.
    pub kind: String,
    /// The id of its sector.
    pub sector: String,
    /// Its own codes, where the sector's do not fit.
    #[serde(default)]
    pub codes: Vec<Code>,
    /// Of version 1: its own OECD DAC code.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub dac: Option<Code>,
    /// A short name.
    pub title: Text,
    /// A name for rows: at most 32 letters, or 16 Chinese, Japanese or Korean
    /// ones. In a language that it lacks the title stands.
    #[serde(default)]
    pub short_title: Option<Text>,
    /// What the source says, in your words, and what it does not say.
    pub note: Text,
    /// The ids of the places it is tied to; none: the programme as a whole.
    #[serde(default, deserialize_with = "or_none")]
    pub places: Vec<String>,
    /// Who takes part, and how.
    #[serde(default, deserialize_with = "or_none")]
    pub organisations: Vec<Participation>,
    /// When.
    pub time: Time,
    /// Its numbers.
    #[serde(default, borrow, deserialize_with = "or_none")]
    pub values: Vec<Value<'a>>,
    /// How its numbers are related to those of others.
    #[serde(default, deserialize_with = "or_none")]
    pub relations: Vec<Relation>,
    /// Where to read on.
    #[serde(default)]
    pub links: Vec<Link>,
    /// Pictures.
    #[serde(default)]
    pub media: Vec<Medium>,
    /// Where it stands in the source: one place or a list.
    #[serde(deserialize_with = "one_or_more")]
    #[cfg_attr(feature = "schema", schemars(with = "OneOrMore"))]
    pub source: Vec<Locator>,
    /// How its time lies to the period of the view that an export was cut from:
    /// `within` it, or it only `reaches` into it.
    #[serde(default, rename = "period")]
    pub _period: Option<String>,
}

/// One place in a source, or a list of them.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[serde(untagged)]
#[allow(dead_code, reason = "only its schema is used")]
enum OneOrMore {
    One(Locator),
    More(Vec<Locator>),
}

/// One place in a source, or a list of them.
fn one_or_more<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Locator>, D::Error> {
    // Not an untagged enum: its errors would not say what is wrong.
    let value = serde_json::Value::deserialize(from)?;
    if value.is_array() {
        serde_json::from_value(value)
    } else {
        serde_json::from_value(value).map(|one| vec![one])
    }
    .map_err(serde::de::Error::custom)
}

/// An organisation's part in a record.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Participation {
    /// The organisation's id.
    pub organisation: String,
    /// Its role.
    pub role: Role,
}

/// When something was, as precisely as the source states it.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Time {
    /// At a date.
    Point { at: String, note: Option<Text> },
    /// From a date to another.
    Interval {
        from: String,
        to: String,
        note: Option<Text>,
    },
    /// During a period of the dataset.
    #[serde(alias = "plan")]
    Period {
        #[serde(alias = "plan")]
        period: String,
        note: Option<Text>,
    },
    /// From a date on; the end is open.
    Since { from: String, note: Option<Text> },
    /// Up to a date; the start is unknown.
    Until { to: String, note: Option<Text> },
    /// Not stated.
    Unknown { note: Option<Text> },
}

/// A number with what it measures.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Value<'a> {
    /// Its key within the record; the indicator's id without.
    #[serde(default)]
    pub id: Option<String>,
    /// The id of its indicator.
    pub indicator: String,
    /// The number, in the unit. It may be negative: money that was given back.
    // As it is written: a float would round it.
    #[serde(borrow)]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub amount: &'a RawValue,
    /// The id of its unit.
    pub unit: String,
    /// How the source qualifies it; `exact` without.
    #[serde(default)]
    pub qualifier: Option<Qualifier>,
    /// What it counts, where the indicator does not say.
    #[serde(default)]
    pub label: Option<Text>,
    /// The date at whose value an amount of money is stated.
    #[serde(default)]
    pub value_date: Option<String>,
}

/// A relation to another record or derived figure.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Relation {
    /// What relation.
    #[serde(rename = "type")]
    pub kind: RelationKind,
    /// The id of the other.
    pub target: String,
    /// Whether the source states it.
    pub basis: Basis,
}

/// Where to read on.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// An address that begins with https or http.
    pub url: String,
    /// What is there.
    pub title: Text,
}

/// A picture.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Medium {
    /// A file below the app, or an address that begins with https.
    pub file: String,
    /// What is to be seen, for readers who cannot see it.
    pub alt: Text,
    /// Whose picture it is.
    pub credit: String,
    /// Its licence.
    pub licence: String,
}

/// A place in a source.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Locator {
    /// The document's id.
    pub document: String,
    /// The section's id.
    pub section: String,
    /// The paragraph in the section, from 1.
    pub paragraph: u32,
}

/// A figure computed from the records' values.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Derived {
    /// Its id.
    pub id: String,
    /// What it is.
    pub title: Text,
    /// What to mind when reading it.
    #[serde(default)]
    pub note: Option<Text>,
    /// The id of its unit.
    pub unit: String,
    /// The id of the indicator, where it measures what records do.
    #[serde(default)]
    pub indicator: Option<String>,
    /// How it is computed.
    pub formula: Formula,
    /// The source's own statement of the same figure, as `record/value`.
    #[serde(default)]
    pub stated: Option<String>,
}

/// How a figure is computed, from values (`record/value`) and from derived
/// figures that stand before it (their ids).
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "op", rename_all = "snake_case")]
pub enum Formula {
    /// All together.
    Sum { of: Vec<String> },
    /// The one less the other.
    Difference { of: String, minus: String },
    /// One times the other.
    Product { of: Vec<String> },
    /// The one divided by the other.
    Ratio { of: String, to: String },
    /// What part the one is of the other; in hundredths of it where the unit is a
    /// percentage, or the other one's is.
    Share { of: String, to: String },
    /// By what part of the first the second is more; in hundredths of it where
    /// the unit is a percentage.
    Growth { from: String, to: String },
}
