//! A view that another page changes in part.

use super::encode::escaped;
use super::link::Name;
use super::parameters::{Parameter, parameters};

/// What a filter is made of.
pub(super) const FILTERS: [Name; 8] = [
    Name::Place,
    Name::Sector,
    Name::Kind,
    Name::Organisation,
    Name::Lacks,
    Name::From,
    Name::To,
    Name::Text,
];

/// The query `now` with the parameters of `names` as `asked` has them: what it
/// lacks is taken out. The name `filters` stands for all that a filter is made
/// of, and thus leaves nothing of a reader's own filter. Everything is read as
/// in a link.
#[must_use]
pub fn replaced(now: &str, asked: &str, names: &[&str]) -> String {
    let all = |query| parameters(query, |name| Name::read(name).is_some());
    let named: Vec<String> = names
        .iter()
        .flat_map(|it| all(it))
        .map(|it| it.name)
        .collect();
    let is_among = |name: &str| named.iter().any(|it| it.eq_ignore_ascii_case(name));
    let is_named = |parameter: &Parameter| {
        let ours = Name::read(&parameter.name);
        let is_filter = ours.is_some_and(|name| FILTERS.contains(&name));
        is_among(&parameter.name) || (is_filter && is_among("filters"))
    };
    let kept = all(now).filter(|parameter| !is_named(parameter));
    kept.chain(all(asked).filter(is_named))
        .map(|Parameter { name, value }| match value.as_str() {
            "" => escaped(&name).to_string(),
            value => format!("{}={}", escaped(&name), escaped(value)),
        })
        .collect::<Vec<_>>()
        .join("&")
}
