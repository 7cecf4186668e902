//! The selection in the dataset's own schema.

use super::Export;
use crate::dataset::Target;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The selection as a dataset of its own: it can be opened again by the app.
/// Derived figures and relations stay where all that they name is selected.
/// The link is in `view`.
///
/// # Errors
/// When the dataset's text is no JSON; it was, or there would be no dataset.
pub fn json(export: Export<'_>) -> Result<String, serde_json::Error> {
    let mut file: Value = serde_json::from_str(export.text)?;
    let records: BTreeSet<&str> = export
        .records
        .iter()
        .map(|ix| export.dataset.record(*ix).id.as_str())
        .collect();
    let id = |item: &Value| item["id"].as_str().unwrap_or_default().to_owned();
    let mut kept: BTreeSet<String> = records.iter().map(|id| (*id).to_owned()).collect();
    // A formula takes only what stands before it, so one pass will do.
    if let Some(derived) = file["derived"].as_array_mut() {
        derived.retain(|figure| {
            let keep = export
                .dataset
                .derived
                .iter()
                .find(|d| d.id == id(figure))
                .is_some_and(|known| {
                    let operands = known.formula.operands();
                    operands
                        .iter()
                        .chain(&known.stated)
                        .all(|operand| match operand.target() {
                            Target::Record(ix) => {
                                records.contains(export.dataset.record(ix).id.as_str())
                            }
                            Target::Derived(ix) => {
                                kept.contains(&export.dataset.derived[ix.at()].id)
                            }
                        })
                });
            if keep {
                kept.insert(id(figure));
            }
            keep
        });
    }
    if let Some(list) = file["records"].as_array_mut() {
        let mut seen = BTreeSet::new();
        list.retain(|record| records.contains(id(record).as_str()) && seen.insert(id(record)));
        for record in list {
            if let Some(relations) = record["relations"].as_array_mut() {
                relations.retain(|r| {
                    r["target"]
                        .as_str()
                        .is_some_and(|target| kept.contains(target))
                });
            }
        }
    }
    file["view"] = json!(export.link);
    serde_json::to_string_pretty(&file)
}
