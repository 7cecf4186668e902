//! The shape of the JSON, before any reference is checked.

use super::{Basis, CopyState, Indicator, Kind, Level, Qualifier, RelationKind, Role, Unit};
use crate::Text;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// A list or other part that may be left out, or stand there as `null`.
fn or_none<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// The whole file. Records stay unread, so that one bad record costs itself only.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct File<'a> {
    pub schema: String,
    pub id: String,
    pub title: Text,
    pub summary: Text,
    #[serde(default)]
    pub left_out: Option<Text>,
    #[serde(default)]
    pub naming: Option<Text>,
    pub currency: String,
    pub licence: String,
    #[serde(default)]
    pub country: Option<String>,
    /// The link of the view that an export was cut from.
    #[serde(default, rename = "view")]
    pub _view: Option<String>,
    pub as_of: String,
    pub documents: Vec<Document>,
    #[serde(default, deserialize_with = "or_none")]
    pub plans: Vec<Plan>,
    #[serde(default, borrow, deserialize_with = "or_none")]
    pub maps: Vec<&'a RawValue>,
    pub places: Vec<Place>,
    pub sectors: Vec<Sector>,
    pub organisations: Vec<Organisation>,
    #[serde(borrow)]
    pub records: Vec<&'a RawValue>,
    #[serde(default, borrow, deserialize_with = "or_none")]
    pub derived: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
pub struct Document {
    pub id: String,
    pub title: Text,
    pub publisher: Text,
    pub published: Text,
    #[serde(default)]
    pub language: Option<String>,
    #[serde(default)]
    pub heading: Option<String>,
    /// As files said it before there was `copy`.
    #[serde(default)]
    pub truncated: bool,
    #[serde(default)]
    pub copy: Option<CopyState>,
    #[serde(default)]
    pub note: Option<Text>,
    pub sections: Vec<Section>,
}

#[derive(Deserialize)]
pub struct Section {
    pub id: String,
    pub title: Text,
    #[serde(default)]
    pub heading: Option<String>,
    pub paragraphs: u32,
}

#[derive(Deserialize)]
pub struct Plan {
    pub id: String,
    pub name: Text,
    pub short: Text,
    pub from: String,
    pub to: String,
}

#[derive(Deserialize)]
pub struct Map {
    pub id: String,
    pub place: String,
    #[serde(default)]
    pub file: Option<String>,
    pub origin: Text,
}

#[derive(Deserialize)]
pub struct Place {
    pub id: String,
    pub name: Text,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub level: Level,
    #[serde(default)]
    pub parent: Option<String>,
    #[serde(default)]
    pub coordinates: Option<Coordinates>,
}

#[derive(Deserialize)]
pub struct Coordinates {
    pub longitude: f64,
    pub latitude: f64,
    pub precision: String,
    pub origin: String,
}

#[derive(Deserialize)]
pub struct Sector {
    pub id: String,
    pub name: Text,
    pub dac: Dac,
}

#[derive(Deserialize)]
pub struct Dac {
    pub code: String,
    pub name: Text,
}

#[derive(Deserialize)]
pub struct Organisation {
    pub id: String,
    pub name: Text,
    #[serde(default)]
    pub aliases: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record<'a> {
    pub id: String,
    pub kind: Kind,
    pub sector: String,
    #[serde(default)]
    pub dac: Option<Dac>,
    pub title: Text,
    pub note: Text,
    #[serde(default, deserialize_with = "or_none")]
    pub places: Vec<String>,
    #[serde(default, deserialize_with = "or_none")]
    pub organisations: Vec<Participation>,
    pub time: Time,
    #[serde(default, borrow, deserialize_with = "or_none")]
    pub values: Vec<Value<'a>>,
    #[serde(default, deserialize_with = "or_none")]
    pub relations: Vec<Relation>,
    #[serde(deserialize_with = "one_or_more")]
    pub source: Vec<Locator>,
}

/// One place in a source, or a list of them.
fn one_or_more<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<Locator>, D::Error> {
    // Not an untagged enum: its errors would not say what is wrong.
    let value = serde_json::Value::deserialize(from)?;
    if value.is_array() {
        serde_json::from_value(value)
    } else {
        serde_json::from_value(value).map(|one| vec![one])
    }
    .map_err(serde::de::Error::custom)
}

#[derive(Deserialize)]
pub struct Participation {
    pub organisation: String,
    pub role: Role,
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Time {
    Point {
        at: String,
        note: Option<Text>,
    },
    Interval {
        from: String,
        to: String,
        note: Option<Text>,
    },
    Plan {
        plan: String,
        note: Option<Text>,
    },
    Since {
        from: String,
        note: Option<Text>,
    },
    Until {
        to: String,
        note: Option<Text>,
    },
    Unknown {
        note: Option<Text>,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Value<'a> {
    #[serde(default)]
    pub id: Option<String>,
    pub indicator: Indicator,
    /// As it is written: a float would round it.
    #[serde(borrow)]
    pub amount: &'a RawValue,
    pub unit: Unit,
    pub qualifier: Qualifier,
    #[serde(default)]
    pub label: Option<Text>,
}

#[derive(Deserialize)]
pub struct Relation {
    #[serde(rename = "type")]
    pub kind: RelationKind,
    pub target: String,
    pub basis: Basis,
}

#[derive(Deserialize)]
pub struct Locator {
    pub document: String,
    pub section: String,
    pub paragraph: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Derived {
    pub id: String,
    pub title: Text,
    #[serde(default)]
    pub note: Option<Text>,
    pub unit: Unit,
    #[serde(default)]
    pub indicator: Option<Indicator>,
    pub formula: Formula,
    #[serde(default)]
    pub stated: Option<String>,
}

#[derive(Deserialize)]
#[serde(tag = "op", rename_all = "snake_case")]
pub enum Formula {
    Sum { of: Vec<String> },
    Difference { of: String, minus: String },
    Product { of: Vec<String> },
    Ratio { of: String, to: String },
    Share { of: String, to: String },
    Growth { from: String, to: String },
}
