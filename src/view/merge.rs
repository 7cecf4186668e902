//! A view that another page changes in part.

/// What a filter is made of.
const FILTERS: [&str; 7] = ["place", "sector", "kind", "org", "from", "to", "q"];

/// The query `now` with the parameters of `names` as `asked` has them: what it
/// lacks is taken out. The name `filters` stands for all that a filter is made
/// of, and thus leaves nothing of a reader's own filter.
#[must_use]
pub fn replaced(now: &str, asked: &str, names: &[&str]) -> String {
    let is_named = |part: &&str| {
        let name = part.split_once('=').map_or(*part, |(name, _)| name);
        names.contains(&name) || (names.contains(&"filters") && FILTERS.contains(&name))
    };
    let kept = parts(now).filter(|part| !is_named(part));
    kept.chain(parts(asked).filter(is_named))
        .collect::<Vec<_>>()
        .join("&")
}

fn parts(query: &str) -> impl Iterator<Item = &str> {
    let parts = query.trim_start_matches('?').split('&');
    parts.filter(|part| !part.is_empty())
}
