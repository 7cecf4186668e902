//! What changed from one text of a dataset to another.

use borsh::{BorshDeserialize, BorshSerialize};
use model::{List, Text};
use serde_json::{Map, Value};

/// All that changed.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Of records, then of derived figures, in the order of the later text; what it does
    /// not have any more comes last.
    pub items: Vec<Change>,
    /// Other fields of the file that differ, by their names.
    pub fields: Vec<String>,
}

/// An item that changed.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Of which list: records or derived figures.
    pub list: List,
    /// Its id.
    pub id: String,
    /// Its title, as the later text has it, where it has one.
    pub title: Option<Text>,
    /// How it changed.
    pub what: What,
}

/// How an item changed.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// These of its fields differ, by their names in the file.
    Changed(Vec<String>),
}

/// Compares two texts of a dataset.
///
/// # Errors
/// When one of them is no JSON object.
pub fn changes(earlier: &str, later: &str) -> serde_json::Result<Changes> {
    let earlier: Map<String, Value> = serde_json::from_str(earlier)?;
    let later: Map<String, Value> = serde_json::from_str(later)?;
    let lists = [List::Records, List::Derived];
    let items = lists.iter().flat_map(|list| {
        let of = |file: &Map<String, Value>| file.get(list.word()).cloned();
        items(*list, of(&earlier), of(&later))
    });
    let fields = differing(&earlier, &later);
    let is_list = |field: &String| lists.iter().any(|list| list.word() == field);
    Ok(Changes {
        items: items.collect(),
        fields: fields.into_iter().filter(|field| !is_list(field)).collect(),
    })
}

/// The names of fields that differ, those of the later first.
fn differing(earlier: &Map<String, Value>, later: &Map<String, Value>) -> Vec<String> {
    let changed = later
        .iter()
        .filter(|(name, value)| earlier.get(*name) != Some(value));
    let gone = earlier
        .iter()
        .filter(|(name, _)| !later.contains_key(*name));
    changed.chain(gone).map(|(name, _)| name.clone()).collect()
}

fn items(list: List, earlier: Option<Value>, later: Option<Value>) -> Vec<Change> {
    let read = |value: Option<Value>| match value {
        Some(Value::Array(items)) => items,
        _ => Vec::new(),
    };
    let (earlier, later) = (read(earlier), read(later));
    let id = |item: &Value| item.get("id").and_then(Value::as_str).map(str::to_owned);
    let find = |all: &[Value], wanted: &str| -> Option<Value> {
        all.iter()
            .find(|item| id(item).as_deref() == Some(wanted))
            .cloned()
    };
    let change = |item: &Value, what: What| {
        let title = item.get("title").cloned();
        Some(Change {
            list,
            id: id(item)?,
            title: title.and_then(|title| serde_json::from_value(title).ok()),
            what,
        })
    };
    let new_or_other = later.iter().filter_map(|item| {
        let Some(before) = find(&earlier, &id(item)?) else {
            return change(item, What::Added);
        };
        let (Value::Object(before), Value::Object(now)) = (&before, item) else {
            return None;
        };
        let fields = differing(before, now);
        (!fields.is_empty()).then(|| change(item, What::Changed(fields)))?
    });
    let gone = earlier
        .iter()
        .filter_map(|item| match find(&later, &id(item)?) {
            Some(_) => None,
            None => change(item, What::Removed),
        });
    new_or_other.chain(gone).collect()
}
