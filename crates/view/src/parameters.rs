//! A query as parameters: the one reader of everything in a link, which takes
//! what mail programs, editors and messengers make of one.

use percent_encoding::percent_decode_str;

/// What an ampersand becomes in HTML; some programs copy it as it stands there,
/// and escape its semicolon too.
const AMPERSANDS: [&str; 4] = ["amp;", "#38;", "#038;", "#x26;"];

/// A parameter as it stands in a link, its escapes undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// The name, as it is written.
    pub name: String,
    /// The value.
    pub value: String,
}

/// All parameters of a query in their order, without empty ones. `known` says
/// which names are ours: a `;` parts parameters only before one of them.
pub fn parameters(
    query: &str,
    known: impl Fn(&str) -> bool + Copy,
) -> impl Iterator<Item = Parameter> {
    split_fragment(query)
        .0
        .trim_start_matches('?')
        .split('&')
        .flat_map(move |part| split_semicolons(part, known))
        .filter_map(read)
}

/// An address from its `?` on, parted into query and fragment. The fragment
/// begins with its `#`; one that is only a mangled ampersand is none.
#[must_use]
pub fn split_fragment(address: &str) -> (&str, &str) {
    let fragment = address.match_indices('#').find(|(at, _)| {
        let is_ampersand = address[..*at].ends_with('&')
            && AMPERSANDS
                .iter()
                .any(|form| starts_with(&address[*at..], form));
        !is_ampersand
    });
    match fragment {
        Some((at, _)) => address.split_at(at),
        None => (address, ""),
    }
}

fn split_semicolons(part: &str, known: impl Fn(&str) -> bool) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, _) in part.match_indices(';') {
        let next = &part[at + 1..];
        let name = next.split(['=', ';']).next().unwrap_or_default();
        if next[name.len()..].starts_with('=') && known(name) {
            pieces.push(&part[start..at]);
            start = at + 1;
        }
    }
    pieces.push(&part[start..]);
    pieces
}

fn read(part: &str) -> Option<Parameter> {
    // A name that holds an escaped `=` was escaped whole.
    let whole = unescape(part);
    let (name, value) = match part.split_once('=') {
        Some((name, value)) => (unescape(name), unescape(value)),
        None => whole
            .split_once('=')
            .map_or((whole.clone(), String::new()), |(name, value)| {
                (name.to_owned(), value.to_owned())
            }),
    };
    let mut name = name.trim();
    while let Some(form) = AMPERSANDS.iter().find(|form| starts_with(name, form)) {
        name = &name[form.len()..];
    }
    // What is left of an ampersand whose semicolon parted it from the name.
    let is_rest = AMPERSANDS
        .iter()
        .any(|form| form.trim_end_matches(';').eq_ignore_ascii_case(name));
    (!name.is_empty() && !is_rest).then(|| Parameter {
        name: name.to_owned(),
        value,
    })
}

fn starts_with(text: &str, form: &str) -> bool {
    text.get(..form.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(form))
}

fn unescape(text: &str) -> String {
    percent_decode_str(&text.replace('+', " "))
        .decode_utf8_lossy()
        .into_owned()
}
