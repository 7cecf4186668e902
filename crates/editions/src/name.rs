//! What an edition is called.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// So many digits of a name tell it from all others.
pub const SHORT: usize = 12;
/// Fewer digits could be those of several.
const FEWEST: usize = 7;
/// All of them.
const ALL: usize = 64;

/// The name of an edition of a dataset, which its text alone decides: the SHA-256 of
/// its bytes, as 64 hexadecimal digits.
#[must_use]
pub fn name(text: &str) -> String {
    let mut name = String::new();
    for byte in Sha256::digest(text.as_bytes()) {
        let _ = write!(name, "{byte:02x}");
    }
    name
}

/// Whether a word may be a name, or the beginning of one: small hexadecimal digits.
#[must_use]
pub fn is_name(word: &str) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    (FEWEST..=ALL).contains(&word.len()) && word.bytes().all(is_digit)
}

/// Whether two names, of which each may be cut off, are of one edition.
#[must_use]
pub fn names(one: &str, other: &str) -> bool {
    one.starts_with(other) || other.starts_with(one)
}
