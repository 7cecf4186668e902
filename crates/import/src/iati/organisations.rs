//! Organisations of all activities.

use super::party::Party;
use crate::draft::{Ids, Organisation, Words};
use std::collections::HashMap;

/// Organisations, each once: by reference, or by name without one.
#[derive(Default)]
pub struct Organisations {
    /// The list.
    pub all: Vec<Organisation>,
    ids: Ids,
    by_key: HashMap<String, String>,
}

impl Organisations {
    /// The id of one; none where nothing tells it.
    pub fn of(&mut self, party: &Party) -> Option<String> {
        let key = match party.reference.as_str() {
            "" => party.name.first().to_lowercase(),
            reference => format!("ref {reference}"),
        };
        if key.is_empty() {
            return None;
        }
        if let Some(id) = self.by_key.get(&key) {
            return Some(id.clone());
        }
        let (reference, name) = (party.reference.clone(), party.name.clone());
        let wanted = if reference.is_empty() {
            name.first()
        } else {
            &reference
        };
        let id = self.ids.make(wanted, "organisation");
        self.all.push(Organisation {
            id: id.clone(),
            name: name.or(|| Words::same(&reference)),
            aliases: if reference.is_empty() {
                Vec::new()
            } else {
                vec![reference]
            },
        });
        self.by_key.insert(key, id.clone());
        Some(id)
    }
}
