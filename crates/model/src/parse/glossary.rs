//! The glossary, and whom to tell of errors. A wrong term costs itself only.

use super::raw;
use super::views::{kept, own_id};
use crate::{Contact, Fault, Lang, List, Problem, Spot, Term, is_link};
use serde_json::value::RawValue;
use std::collections::HashSet;

pub(super) fn glossary(
    raws: &[&RawValue],
    languages: &[Lang],
    problems: &mut Vec<Problem>,
) -> (Vec<Term>, Vec<usize>) {
    let mut ids = HashSet::new();
    kept(List::Glossary, raws, problems, |raw: raw::Term| {
        let id = raw.id.clone();
        own_id(&id, &mut ids).map_err(|fault| (id.clone(), fault))?;
        let wrong = raw.url.as_ref().filter(|url| !is_link(url));
        if let Some(url) = wrong {
            return Err((id, Fault::BadAddress(url.clone())));
        }
        Ok(Term {
            id,
            name: raw.name.ordered(languages),
            aliases: raw.aliases,
            text: raw.text.ordered(languages),
            source: raw.source.ordered(languages),
            url: raw.url,
        })
    })
}

/// Whom to tell of errors; a wrong address is reported.
pub(super) fn contact(raw: Option<String>, problems: &mut Vec<Problem>) -> Option<Contact> {
    let word = raw?;
    let contact = Contact::parse(&word);
    if contact.is_none() {
        problems.push(Problem {
            at: Spot::Field("contact".to_owned()),
            fault: Fault::BadContact(word),
        });
    }
    contact
}
