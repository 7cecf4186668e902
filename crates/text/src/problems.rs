//! What is wrong with a dataset, in words.

use ::words as fixed;
use model::{Fault, Lang, List, Problem, Refusal, SCHEMA, Spot};

/// How much of a dataset's own text is repeated.
const LONGEST: usize = 80;
/// How many members of a circle are named.
const NAMED: usize = 12;

/// "records[3] (some-id): there is no `x` in sectors; it is left out".
#[must_use]
pub fn problem(lang: Lang, problem: &Problem) -> String {
    let at = match &problem.at {
        Spot::Text { line, column } => fixed::at_line(lang, &column.to_string(), &line.to_string()),
        Spot::Field(name) => name.clone(),
        Spot::Item { list, position, id } if id.is_empty() => {
            format!("{}[{position}]", list.word())
        }
        Spot::Item { list, position, id } => {
            format!("{}[{position}] ({})", list.word(), short(id))
        }
    };
    super::labelled(lang, &at, &fault(lang, &problem.fault))
}

/// Problems of one kind on one line: the one there is, or how many.
#[must_use]
pub fn line(lang: Lang, problems: &[&Problem]) -> String {
    match problems {
        [one] => problem(lang, one),
        many => group(lang, many),
    }
}

/// "2,956 in records: ...".
fn group(lang: Lang, problems: &[&Problem]) -> String {
    let Some(first) = problems.first() else {
        return String::new();
    };
    let list = first.list().map_or("", List::word);
    let where_they_are = fixed::problems_in(lang, problems.len(), list);
    super::labelled(lang, &where_they_are, kind(lang, &first.fault))
}

/// Why a dataset is not shown at all: "other.json: there is no such file".
#[must_use]
pub fn refusal(lang: Lang, file: &str, why: &Refusal) -> String {
    let words = match why {
        Refusal::Unsound(of) => problem(lang, of),
        Refusal::Answer(404) => fixed::refusal_missing(lang).to_owned(),
        Refusal::Answer(status) => fixed::refusal_status(lang, &status.to_string()),
        Refusal::Silent(seconds) => {
            fixed::refusal_silent(lang, usize::try_from(*seconds).unwrap_or(usize::MAX))
        }
        Refusal::TooLarge(most) => fixed::refusal_too_large(lang, &most.to_string()),
        Refusal::Unread(words) => words.get(lang).to_owned(),
        Refusal::Damaged => fixed::refusal_damaged(lang).to_owned(),
        Refusal::NoEdition => fixed::refusal_no_edition(lang).to_owned(),
        Refusal::OnDevice => fixed::refusal_on_device(lang).to_owned(),
        Refusal::NoReader(words) => fixed::refusal_no_reader(lang, &clip(words, 300)),
        Refusal::Unreachable(words) => fixed::refusal_unreachable(lang, &clip(words, 300)),
    };
    super::labelled(lang, file, &words)
}

fn fault(lang: Lang, fault: &Fault) -> String {
    match fault {
        Fault::Unreadable(why) => fixed::fault_unreadable(lang, &clip(why, 300)),
        Fault::Schema(found) => fixed::fault_schema(lang, &short(found), SCHEMA),
        Fault::BadId(id) => fixed::fault_bad_id(lang, &short(id)),
        Fault::IdTwice => fixed::fault_id_twice(lang).to_owned(),
        Fault::NotThere { list, id } => fixed::fault_not_there(lang, &short(id), list.word()),
        Fault::BadDate(text) => fixed::fault_bad_date(lang, &short(text)),
        Fault::EndsBeforeItBegins => fixed::fault_ends_before_it_begins(lang).to_owned(),
        Fault::NoText(field) => fixed::fault_no_text(lang, field),
        Fault::TooWide {
            field,
            most,
            languages,
        } => {
            let tags: Vec<String> = languages.iter().map(Lang::to_string).collect();
            let [letters, wide] = [*most, most / 2].map(|number| number.to_string());
            fixed::fault_too_wide(lang, field, &super::list(lang, &tags), &letters, &wide)
        }
        Fault::ParentAfter(id) => fixed::fault_parent_after(lang, &short(id)),
        Fault::TooDeep => fixed::fault_too_deep(lang).to_owned(),
        Fault::OffEarth => fixed::fault_off_earth(lang).to_owned(),
        Fault::BadFile(file) => fixed::fault_bad_file(lang, &short(file)),
        Fault::NoOutlines(kind) => fixed::fault_no_outlines(lang, &short(kind)),
        Fault::NotDegrees(point) => fixed::fault_not_degrees(lang, &short(point)),
        Fault::NoArc(number) => fixed::fault_no_arc(lang, &short(number)),
        Fault::NotOutlined(ids) => {
            fixed::fault_not_outlined(lang, &super::first_of(lang, ids, NAMED))
        }
        Fault::BadAddress(address) => fixed::fault_bad_address(lang, &short(address)),
        Fault::BadCurrency(code) => fixed::fault_bad_currency(lang, &short(code)),
        Fault::BadUnit => fixed::fault_bad_unit(lang).to_owned(),
        Fault::Reserved(id) => fixed::fault_reserved(lang, &short(id)),
        Fault::NoChartValues => fixed::fault_no_chart_values(lang).to_owned(),
        Fault::NoSteps => fixed::fault_no_steps(lang).to_owned(),
        Fault::BadContact(word) => fixed::fault_bad_contact(lang, &clip(word, 80)),
        Fault::NotAdditive(id) => fixed::fault_not_additive(lang, &short(id)),
        Fault::OneAxis(units) => {
            let units: Vec<String> = units.iter().map(|id| short(id)).collect();
            fixed::fault_one_axis(lang, &super::list(lang, &units))
        }
        Fault::Currencies(codes) => fixed::fault_currencies(lang, &super::list(lang, codes)),
        Fault::Undeclared(languages) => {
            let tags: Vec<String> = languages.iter().map(Lang::to_string).collect();
            fixed::fault_undeclared(lang, &super::list(lang, &tags))
        }
        Fault::NoSection { document, section } => {
            fixed::fault_no_section(lang, &short(document), &short(section))
        }
        Fault::NoParagraph {
            section,
            last,
            named,
        } => {
            let [last, named] = [last, named].map(u32::to_string);
            fixed::fault_no_paragraph(lang, &last, &named, &short(section))
        }
        Fault::NoSource => fixed::fault_no_source(lang).to_owned(),
        Fault::ValueTwice(key) => fixed::fault_value_twice(lang, &short(key)),
        Fault::BadNumber { key, written } => {
            fixed::fault_bad_number(lang, &short(key), &short(written))
        }
        Fault::RelatedToItself => fixed::fault_related_to_itself(lang).to_owned(),
        Fault::NoTarget(id) => fixed::fault_no_target(lang, &short(id)),
        Fault::RelationTwice(id) => fixed::fault_relation_twice(lang, &short(id)),
        Fault::Circle { members, relations } => {
            fixed::fault_circle(lang, *relations, &listed(lang, members))
        }
        Fault::NoRecord(id) => fixed::fault_no_record(lang, &short(id)),
        Fault::NoOperand(reference) => fixed::fault_no_operand(lang, &short(reference)),
        Fault::NoValue { record, key } => fixed::fault_no_value(lang, &short(key), &short(record)),
    }
}

/// What problems of the kind have in common.
fn kind(lang: Lang, fault: &Fault) -> &'static str {
    let word = match fault {
        Fault::Unreadable(_) => fixed::faults_unreadable,
        Fault::Schema(_) => fixed::faults_schema,
        Fault::BadId(_) => fixed::faults_bad_id,
        Fault::IdTwice => fixed::faults_id_twice,
        Fault::NotThere { .. } => fixed::faults_not_there,
        Fault::BadDate(_) => fixed::faults_bad_date,
        Fault::EndsBeforeItBegins => fixed::faults_ends_before_it_begins,
        Fault::NoText(_) => fixed::faults_no_text,
        Fault::TooWide { .. } => fixed::faults_too_wide,
        Fault::ParentAfter(_) => fixed::faults_parent_after,
        Fault::TooDeep => fixed::faults_too_deep,
        Fault::OffEarth => fixed::faults_off_earth,
        Fault::BadFile(_) => fixed::faults_bad_file,
        Fault::NoOutlines(_) => fixed::faults_no_outlines,
        Fault::NotDegrees(_) => fixed::faults_not_degrees,
        Fault::NoArc(_) => fixed::faults_no_arc,
        Fault::NotOutlined(_) => fixed::faults_not_outlined,
        Fault::BadAddress(_) => fixed::faults_bad_address,
        Fault::BadCurrency(_) => fixed::faults_bad_currency,
        Fault::BadUnit => fixed::faults_bad_unit,
        Fault::Reserved(_) => fixed::faults_reserved,
        Fault::NoChartValues => fixed::faults_no_chart_values,
        Fault::NoSteps => fixed::faults_no_steps,
        Fault::BadContact(_) => fixed::faults_bad_contact,
        Fault::NotAdditive(_) => fixed::faults_not_additive,
        Fault::OneAxis(_) => fixed::faults_one_axis,
        Fault::Currencies(_) => fixed::faults_currencies,
        Fault::Undeclared(_) => fixed::faults_undeclared,
        Fault::NoSection { .. } => fixed::faults_no_section,
        Fault::NoParagraph { .. } => fixed::faults_no_paragraph,
        Fault::NoSource => fixed::faults_no_source,
        Fault::ValueTwice(_) => fixed::faults_value_twice,
        Fault::BadNumber { .. } => fixed::faults_bad_number,
        Fault::RelatedToItself => fixed::faults_related_to_itself,
        Fault::NoTarget(_) => fixed::faults_no_target,
        Fault::RelationTwice(_) => fixed::faults_relation_twice,
        Fault::Circle { .. } => fixed::faults_circle,
        Fault::NoRecord(_) | Fault::NoOperand(_) => fixed::faults_no_operand,
        Fault::NoValue { .. } => fixed::faults_no_value,
    };
    word(lang)
}

/// “Title” (id), the first ones.
fn listed(lang: Lang, members: &[(String, model::Text)]) -> String {
    let names: Vec<String> = members
        .iter()
        .map(|(id, title)| fixed::titled_id(lang, &short(id), &short(title.get(lang))))
        .collect();
    super::first_of(lang, &names, NAMED)
}

/// A dataset's own text, in so far as a line can repeat it.
fn short(text: &str) -> String {
    clip(text, LONGEST)
}

fn clip(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}
