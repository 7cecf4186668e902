//! Texts in languages that the dataset does not list: no reader can choose
//! them, which nobody means who writes them.

use crate::{Dataset, Fault, Key, Lang, List, Operand, Problem, Spot, Text, UnitMeasure};
use sorting::Arrange as _;

/// The texts of one item, as far as they are there.
type Texts<'a> = Vec<Option<&'a Text>>;

/// A problem for each item that has words in such languages.
pub(super) fn undeclared(dataset: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut check = |at: Spot, languages: &mut dyn Iterator<Item = Lang>| {
        let mut unlisted: Vec<Lang> = languages
            .filter(|lang| !dataset.languages.contains(lang))
            .collect();
        unlisted.arrange();
        unlisted.dedup();
        if !unlisted.is_empty() {
            let fault = Fault::Undeclared(unlisted);
            problems.push(Problem { at, fault });
        }
    };
    for (name, text) in fields(dataset) {
        let languages = text.into_iter().flat_map(Text::iter);
        check(
            Spot::Field(name.to_owned()),
            &mut languages.map(|(lang, _)| lang),
        );
    }
    for (list, position, id, texts) in items(dataset) {
        let at = Spot::Item {
            list,
            position,
            id: id.to_owned(),
        };
        let languages = texts.into_iter().flatten().flat_map(Text::iter);
        check(at, &mut languages.map(|(lang, _)| lang));
    }
    for (position, unit) in dataset.units.iter().enumerate() {
        if let UnitMeasure::Counted(forms) = &unit.measure {
            let at = Spot::Item {
                list: List::Units,
                position,
                id: unit.id.clone(),
            };
            check(at, &mut forms.languages());
        }
    }
    problems
}

fn fields(dataset: &Dataset) -> [(&'static str, Option<&Text>); 9] {
    let notes = &dataset.notes;
    [
        ("title", Some(&dataset.title)),
        ("shortTitle", dataset.short_title.as_ref()),
        ("summary", Some(&dataset.summary)),
        ("leftOut", dataset.left_out.as_ref()),
        ("naming", dataset.naming.as_ref()),
        ("notes.account", notes.account.as_ref()),
        ("notes.source", notes.source.as_ref()),
        ("notes.records", notes.records.as_ref()),
        ("periodsName", dataset.plans_name.as_ref()),
    ]
}

/// Every item of a list, where it stands in the file, and its texts.
fn items(dataset: &Dataset) -> Vec<(List, usize, &str, Texts<'_>)> {
    let mut all = Vec::new();
    let mut add = |list, position, id, texts| all.push((list, position, id, texts));
    for (position, of) in dataset.currencies.iter().enumerate() {
        let texts = vec![of.words.as_ref()];
        add(List::Currencies, position, of.code.as_str(), texts);
    }
    for (position, of) in dataset.units.iter().enumerate() {
        if let UnitMeasure::Money(_, per) = &of.measure {
            add(List::Units, position, &of.id, vec![per.as_ref()]);
        }
    }
    for (position, of) in dataset.indicators.iter().enumerate() {
        add(List::Indicators, position, &of.id, vec![Some(&of.name)]);
    }
    for (position, of) in dataset.kinds.iter().enumerate() {
        add(List::Kinds, position, &of.id, vec![Some(&of.name)]);
    }
    for (position, of) in dataset.levels.iter().enumerate() {
        let texts = vec![Some(&of.name), of.whole.as_ref()];
        add(List::Levels, position, &of.id, texts);
    }
    let origins = &dataset.origins;
    for (of, position) in dataset.measures.iter().zip(&origins.measures) {
        add(List::Measures, *position, &of.id, vec![Some(&of.name)]);
    }
    for (of, position) in dataset.key_figures.iter().zip(&origins.key_figures) {
        let id = match of.of {
            Key::Figure(Operand::Value(record, _)) => &dataset.record(record).id,
            Key::Figure(Operand::Derived(derived)) => &dataset.derived[derived.at()].id,
            // Those that are made have no label of the file.
            Key::Total(_) | Key::Records | Key::Span(_) => continue,
        };
        add(List::KeyFigures, *position, id, vec![of.label.as_ref()]);
    }
    for (of, position) in dataset.charts.iter().zip(&origins.charts) {
        let mut texts = vec![of.title.as_ref(), of.note.as_ref()];
        texts.extend(of.values.iter().map(|value| value.apart.as_ref()));
        texts.extend(of.annotations.iter().map(|of| Some(&of.text)));
        add(List::Charts, *position, &of.id, texts);
    }
    for (of, position) in dataset.stories.iter().zip(&origins.stories) {
        let steps = of.steps.iter();
        let mut texts = vec![Some(&of.title)];
        texts.extend(steps.flat_map(|step| [Some(&step.title), step.text.as_ref()]));
        add(List::Stories, *position, &of.id, texts);
    }
    for (of, position) in dataset.glossary.iter().zip(&origins.glossary) {
        let texts = [&of.name, &of.text, &of.source].map(Some);
        add(List::Glossary, *position, &of.id, texts.to_vec());
    }
    for (position, of) in dataset.documents.iter().enumerate() {
        let mut texts = [&of.title, &of.publisher, &of.published].map(Some).to_vec();
        texts.push(of.note.as_ref());
        texts.extend(of.sections.iter().map(|section| Some(&section.title)));
        add(List::Documents, position, &of.id, texts);
    }
    for (position, of) in dataset.plans.iter().enumerate() {
        let texts = vec![Some(&of.name), Some(&of.short)];
        add(List::Periods, position, &of.id, texts);
    }
    for (of, position) in dataset.maps.iter().zip(&origins.maps) {
        let texts = vec![of.caption.as_ref(), of.note.as_ref(), of.origin.as_ref()];
        add(List::Maps, *position, &of.id, texts);
    }
    for (position, of) in dataset.places.iter().enumerate() {
        add(List::Places, position, &of.id, vec![Some(&of.name)]);
    }
    for (position, of) in dataset.families.iter().enumerate() {
        add(List::Families, position, &of.id, vec![Some(&of.name)]);
    }
    for (position, of) in dataset.sectors.iter().enumerate() {
        let mut texts = vec![Some(&of.name)];
        texts.extend(of.codes.iter().map(|code| Some(&code.name)));
        add(List::Sectors, position, &of.id, texts);
    }
    for (position, of) in dataset.organisations.iter().enumerate() {
        add(List::Organisations, position, &of.id, vec![Some(&of.name)]);
    }
    for (of, position) in dataset.records.iter().zip(&origins.records) {
        let mut texts = vec![Some(&of.title), Some(&of.note), of.time.note.as_ref()];
        texts.push(of.short_title.as_ref());
        texts.extend(of.codes.iter().map(|code| Some(&code.name)));
        texts.extend(of.values.iter().map(|value| value.label.as_ref()));
        texts.extend(of.links.iter().map(|link| Some(&link.title)));
        texts.extend(of.media.iter().map(|medium| Some(&medium.alt)));
        add(List::Records, *position, &of.id, texts);
    }
    for (of, position) in dataset.derived.iter().zip(&origins.derived) {
        let texts = vec![Some(&of.title), of.note.as_ref()];
        add(List::Derived, *position, &of.id, texts);
    }
    all
}
