//! Bytes to text, by what the file says of its encoding.

use crate::text::{Encoding, marked, text_of};
use crate::{Encodings, FindingKind};

/// The text of an XML file without a byte order mark, and what was wrong.
///
/// A mark wins over what the declaration names; without both it is UTF-8. What
/// is no text in that encoding becomes U+FFFD.
pub fn decode(bytes: &[u8], encodings: Encodings) -> (String, Option<FindingKind>) {
    let (bytes, name, mut finding) = match marked(bytes) {
        Some((encoding, rest)) => (rest, encoding.name().to_owned(), None),
        None => {
            let (name, finding) = by_start(bytes, encodings);
            (bytes, name, finding)
        }
    };
    let (text, is_broken) = text_of(&name, bytes, encodings);
    if is_broken {
        finding = Some(FindingKind::NotInEncoding(name));
    }
    (text, finding)
}

/// By the zeros of UTF-16, or by the name in the declaration.
fn by_start(bytes: &[u8], encodings: Encodings) -> (String, Option<FindingKind>) {
    let of = |encoding: Encoding| encoding.name().to_owned();
    match bytes {
        [b'<', 0, ..] => return (of(Encoding::Utf16Le), None),
        [0, b'<', ..] => return (of(Encoding::Utf16Be), None),
        _ => {}
    }
    let head = bytes.get(..256).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head);
    let Some(label) = named(&head) else {
        return (of(Encoding::Utf8), None);
    };
    match (encodings.named)(label).as_deref() {
        Some("utf-8") => (of(Encoding::Utf8), None),
        // A file that could be read so far is not in it, whatever it says.
        Some(name) if !name.starts_with("utf-16") => (name.to_owned(), None),
        _ => {
            let unknown = FindingKind::UnknownEncoding(label.to_owned());
            (of(Encoding::Utf8), Some(unknown))
        }
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
