//! Bytes to text, by what the file says of its encoding.

use crate::text::text_of;
use crate::{Encodings, FindingKind};

const UTF_8: &str = "UTF-8";
const UTF_16LE: &str = "UTF-16LE";
const UTF_16BE: &str = "UTF-16BE";

/// The text of an XML file without a byte order mark, and what was wrong.
///
/// A mark wins over what the declaration names; without both it is UTF-8. What
/// is no text in that encoding becomes U+FFFD.
pub fn decode(bytes: &[u8], encodings: Encodings) -> (String, Option<FindingKind>) {
    let marks = [
        (&[0xef, 0xbb, 0xbf][..], UTF_8),
        (&[0xff, 0xfe], UTF_16LE),
        (&[0xfe, 0xff], UTF_16BE),
    ];
    let marked = marks.iter().find_map(|(mark, name)| {
        let rest = bytes.strip_prefix(*mark)?;
        Some((rest, (*name).to_owned()))
    });
    let ((bytes, name), mut finding) = match marked {
        Some(marked) => (marked, None),
        None => {
            let (name, finding) = by_start(bytes, encodings);
            ((bytes, name), finding)
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
    match bytes {
        [b'<', 0, ..] => return (UTF_16LE.to_owned(), None),
        [0, b'<', ..] => return (UTF_16BE.to_owned(), None),
        _ => {}
    }
    let head = bytes.get(..256).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head);
    let Some(label) = named(&head) else {
        return (UTF_8.to_owned(), None);
    };
    match (encodings.named)(label).as_deref() {
        Some("utf-8") => (UTF_8.to_owned(), None),
        // A file that could be read so far is not in it, whatever it says.
        Some(name) if !name.starts_with("utf-16") => (name.to_owned(), None),
        _ => {
            let unknown = FindingKind::UnknownEncoding(label.to_owned());
            (UTF_8.to_owned(), Some(unknown))
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
