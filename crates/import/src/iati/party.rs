//! Organisations and what they do.

use super::fields::Around;
use super::xml::Node;
use crate::draft::Words;

/// An organisation.
#[derive(Clone, Debug)]
pub struct Party {
    /// Its id in IATI, or nothing.
    pub reference: String,
    /// Its name.
    pub name: Words,
    /// Its role, in the dataset's word.
    pub role: &'static str,
}

/// Reads an organisation in that role.
pub fn party(node: &Node, role: &'static str, around: &mut Around<'_>) -> Party {
    Party {
        reference: node.attribute("ref").unwrap_or_default().to_owned(),
        name: around.words(node),
        role,
    }
}

/// The role of a participating organisation, by its code or its word.
pub fn role(node: &Node) -> &'static str {
    match node
        .attribute("role")
        .unwrap_or_default()
        .to_ascii_lowercase()
        .as_str()
    {
        "1" | "funding" => "funding",
        "2" | "accountable" => "accountable",
        "3" | "extending" => "extending",
        "4" | "implementing" => "implementing",
        _ => "participating",
    }
}
