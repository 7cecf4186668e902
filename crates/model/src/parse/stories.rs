//! Stories. A wrong one costs itself only.

use super::raw;
use super::views::{kept, own_id};
use crate::{Fault, Lang, List, Problem, Step, Story};
use serde_json::value::RawValue;
use std::collections::HashSet;

pub(super) fn stories(
    raws: &[&RawValue],
    languages: &[Lang],
    problems: &mut Vec<Problem>,
) -> (Vec<Story>, Vec<usize>) {
    let mut ids = HashSet::new();
    kept(List::Stories, raws, problems, |raw: raw::Story| {
        let id = raw.id.clone();
        own_id(&id, &mut ids).map_err(|fault| (id.clone(), fault))?;
        story(raw, languages).ok_or((id, Fault::NoSteps))
    })
}

fn story(raw: raw::Story, languages: &[Lang]) -> Option<Story> {
    let steps = raw.steps.into_iter().map(|step| Step {
        title: step.title.ordered(languages),
        text: step.text.map(|text| text.ordered(languages)),
        view: step.view,
    });
    let steps: Vec<Step> = steps.collect();
    (!steps.is_empty()).then(|| Story {
        id: raw.id,
        title: raw.title.ordered(languages),
        steps,
    })
}
