//! Bytes to text, by what the file says of its encoding.

use crate::FindingKind;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// The text of an XML file without a byte order mark, and what was wrong.
///
/// A mark wins over what the declaration names; without both it is UTF-8. What
/// is no text in that encoding becomes U+FFFD.
pub fn decode(bytes: &[u8]) -> (String, Option<FindingKind>) {
    let (encoding, mut finding) = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => (encoding, None),
        None => by_start(bytes),
    };
    let (text, broken) = encoding.decode_with_bom_removal(bytes);
    if broken {
        finding = Some(FindingKind::NotInEncoding(encoding.name().to_owned()));
    }
    (text.into_owned(), finding)
}

/// By the zeros of UTF-16, or by the name in the declaration.
fn by_start(bytes: &[u8]) -> (&'static Encoding, Option<FindingKind>) {
    match bytes {
        [b'<', 0, ..] => return (UTF_16LE, None),
        [0, b'<', ..] => return (UTF_16BE, None),
        _ => {}
    }
    let head = bytes.get(..256).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head);
    let Some(name) = named(&head) else {
        return (UTF_8, None);
    };
    match Encoding::for_label(name.as_bytes()) {
        // A file that could be read so far is not in it, whatever it says.
        Some(encoding) if encoding != UTF_16LE && encoding != UTF_16BE => (encoding, None),
        _ => (UTF_8, Some(FindingKind::UnknownEncoding(name.to_owned()))),
    }
}

/// The encoding that an XML declaration names.
fn named(head: &str) -> Option<&str> {
    let declaration = head
        .trim_start()
        .strip_prefix("<?xml")?
        .split("?>")
        .next()?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value.get(1..)?.split(quote).next()
}
