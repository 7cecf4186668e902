//! Addresses of files that a link or a dataset may ask the app to fetch.

/// The path, if it is one below the app's own folder.
///
/// Only letters, digits, `-`, `_`, `.` and `/` may stand in it: browsers drop
/// tabs from addresses, take `\` for `/` and decode `%2e`, so that a list of
/// what is forbidden would have no end.
#[must_use]
pub fn below_app(path: &str) -> Option<&str> {
    let below = !path.is_empty()
        && !path.contains("..")
        && !path.contains("//")
        && !path.starts_with('/')
        && path
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-_./".contains(&b));
    below.then_some(path)
}

/// Whether nothing stands in it that ends an address in HTML or in a text, or that
/// browsers take for something else.
fn is_plain(address: &str) -> bool {
    !address.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"'\\`".contains(c))
}

/// Whether it is a path of the page's own host: `//` would be another one's.
#[must_use]
pub fn is_of_host(path: &str) -> bool {
    path.starts_with('/') && !path.starts_with("//") && is_plain(path)
}

/// Whether it is an address that a page may load a picture or a file from: one
/// that begins with https, with a host and without blanks or quotes.
#[must_use]
pub fn is_https(address: &str) -> bool {
    address.strip_prefix("https://").is_some_and(has_host)
}

/// Whether it is an address that a page may link to: such a one, or the same with
/// http, which most sources of some years ago have.
#[must_use]
pub fn is_link(address: &str) -> bool {
    is_https(address) || address.strip_prefix("http://").is_some_and(has_host)
}

fn has_host(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    !host.is_empty() && !host.contains('@') && is_plain(rest)
}
