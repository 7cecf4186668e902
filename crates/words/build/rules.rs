//! CLDR's plural rules, such as `i = 1 and v = 0`, and the Rust that they become.

use super::CATEGORIES;
use std::fmt::Write;

/// A language's rules: for each category but `other`, in CLDR's order, when it
/// holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rules(Vec<(usize, Condition)>);

/// One of some groups of relations must hold in all its members.
type Condition = Vec<Vec<Relation>>;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Relation {
    operand: char,
    modulus: Option<u32>,
    equal: bool,
    ranges: Vec<(u32, u32)>,
}

/// Numbers are known by their last eight digits: no more can be asked for.
const LIMIT: u32 = 100_000_000;

impl Rules {
    /// Reads `one = "i = 1 and v = 0"` and so on.
    pub fn read(table: &toml::Table) -> Result<Self, String> {
        let mut rules = Vec::new();
        for (category, rule) in table {
            let at = CATEGORIES
                .iter()
                .position(|one| one == category)
                .filter(|at| *at + 1 < CATEGORIES.len())
                .ok_or_else(|| format!("`{category}` is no plural category with a rule"))?;
            let rule = rule
                .as_str()
                .ok_or_else(|| format!("`{category}` is no text"))?;
            let condition = condition(rule).map_err(|wrong| format!("`{category}`: {wrong}"))?;
            rules.push((at, condition));
        }
        rules.sort_unstable();
        Ok(Self(rules))
    }

    /// The categories that a word needs a form for.
    pub fn categories(&self) -> impl Iterator<Item = usize> {
        let last = CATEGORIES.len() - 1;
        self.0.iter().map(|(category, _)| *category).chain([last])
    }

    /// A closure from a `&Number` to its `Plural`.
    pub fn rust(&self) -> String {
        if self.0.is_empty() {
            return "|_| Plural::Other".to_owned();
        }
        let mut code = "|n| ".to_owned();
        for (category, condition) in &self.0 {
            let any: Vec<String> = condition
                .iter()
                .map(|all| all.iter().map(Relation::rust).collect::<Vec<_>>())
                .map(|all| all.join(" && "))
                .collect();
            let variant = variant(*category);
            let _ = write!(
                code,
                "if {} {{ Plural::{variant} }} else ",
                any.join(" || ")
            );
        }
        code + "{ Plural::Other }"
    }
}

/// `One` of `one`.
fn variant(category: usize) -> String {
    let word = CATEGORIES[category];
    word[..1].to_uppercase() + &word[1..]
}

impl Relation {
    fn rust(&self) -> String {
        let value = match (self.operand, self.modulus) {
            // A number with a fraction equals no whole one.
            ('n', None) => "n.whole(u32::MAX)".to_owned(),
            ('n', Some(modulus)) => format!("n.whole({modulus})"),
            (operand, None) => format!("n.{operand}"),
            (operand, Some(modulus)) => format!("n.{operand} % {modulus}"),
        };
        let ranges: Vec<String> = self
            .ranges
            .iter()
            .map(|(from, to)| {
                if from == to {
                    from.to_string()
                } else {
                    format!("{from}..={to}")
                }
            })
            .collect();
        let not = if self.equal { "" } else { "!" };
        format!("{not}matches!({value}, {})", ranges.join(" | "))
    }
}

/// Reads a condition; CLDR's own samples after `@` are passed over.
fn condition(rule: &str) -> Result<Condition, String> {
    let rule = rule.split('@').next().unwrap_or_default();
    rule.split(" or ")
        .map(|all| all.split(" and ").map(relation).collect())
        .collect()
}

fn relation(text: &str) -> Result<Relation, String> {
    let wrong = || format!("`{}` is no relation as CLDR writes them", text.trim());
    let (left, right, equal) = match text.split_once("!=") {
        Some((left, right)) => (left, right, false),
        None => text
            .split_once('=')
            .map(|(left, right)| (left, right, true))
            .ok_or_else(wrong)?,
    };
    let (operand, modulus) = match left.split_once('%') {
        Some((operand, modulus)) => (operand, Some(number(modulus).ok_or_else(wrong)?)),
        None => (left, None),
    };
    let operand = match operand.trim() {
        // CLDR's older letter for the same.
        "c" => 'e',
        one if one.len() == 1 && "nivwfte".contains(one) => one.chars().next().ok_or_else(wrong)?,
        _ => return Err(wrong()),
    };
    if modulus.is_some_and(|modulus| !LIMIT.is_multiple_of(modulus)) {
        return Err(format!("`{}`: this remainder is not known", text.trim()));
    }
    let ranges = right
        .split(',')
        .map(|range| match range.split_once("..") {
            Some((from, to)) => Some((number(from)?, number(to)?)),
            None => number(range).map(|only| (only, only)),
        })
        .map(|range| range.filter(|(from, to)| from <= to))
        .collect::<Option<Vec<_>>>()
        .ok_or_else(wrong)?;
    Ok(Relation {
        operand,
        modulus,
        equal,
        ranges,
    })
}

fn number(text: &str) -> Option<u32> {
    text.trim().parse().ok().filter(|number| *number < LIMIT)
}
