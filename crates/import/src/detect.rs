//! What kind of file it is: by content first, then by name and media type.

use crate::{File, Format, Refused};

/// How many bytes from the start are looked at.
const HEAD: usize = 1 << 16;

/// What kind of file it is.
///
/// # Errors
/// When it is empty, a page of HTML, or of no kind that is known.
pub fn detect(file: &File<'_>) -> Result<Format, Refused> {
    let head = head(file.bytes);
    let text = head.trim_start_matches(['\u{feff}', '\0']).trim_start();
    if text.is_empty() {
        return Err(Refused::Empty);
    }
    let lower = text.to_ascii_lowercase();
    match text.as_bytes().first() {
        Some(b'<') if is_html(&lower) => Err(Refused::Html),
        Some(b'<') if lower.contains("iati-activit") => Ok(Format::Iati),
        Some(b'{' | b'[') => json(text, file).ok_or(Refused::UnknownFormat),
        Some(b'<') => Err(Refused::UnknownFormat),
        _ if is_table(text, file) => Ok(Format::Csv),
        _ => Err(Refused::UnknownFormat),
    }
}

/// The start of a file as text. Only ASCII is asked of it, so that the halves of
/// UTF-16 need only lose their zeros.
fn head(bytes: &[u8]) -> String {
    let bytes = bytes.get(..HEAD).unwrap_or(bytes);
    let without_mark = bytes
        .strip_prefix(&[0xff, 0xfe])
        .or_else(|| bytes.strip_prefix(&[0xfe, 0xff]));
    let zeros = bytes.iter().take(64).filter(|byte| **byte == 0).count();
    if without_mark.is_some() || zeros > 8 {
        let bytes = without_mark.unwrap_or(bytes).iter().copied();
        return bytes.filter(|b| *b != 0).map(char::from).collect();
    }
    String::from_utf8_lossy(bytes).into_owned()
}

fn is_html(lower: &str) -> bool {
    let start = lower.get(..lower.len().min(1024)).unwrap_or(lower);
    start.contains("<!doctype html") || start.contains("<html")
}

/// Of two kinds of JSON, the one whose words it holds.
fn json(text: &str, file: &File<'_>) -> Option<Format> {
    let has = |word: &str| text.contains(word);
    let is_geo = has("\"FeatureCollection\"")
        || has("\"Feature\"")
        || has("\"coordinates\"") && !has("\"schema\"");
    if has("aid-atlas/") {
        return Some(Format::AidAtlas);
    }
    (is_geo || ends_with(file.name, ".geojson")).then_some(Format::GeoJson)
}

/// A name, or a first line with something that parts columns.
fn is_table(text: &str, file: &File<'_>) -> bool {
    let line = text.lines().next().unwrap_or_default();
    let parted = line.contains([',', ';', '\t', '|']);
    let named = [".csv", ".tsv", ".txt"]
        .iter()
        .any(|end| ends_with(file.name, end));
    let is_text = !text.chars().take(1024).any(|c| c == '\0');
    is_text && (parted || named)
}

fn ends_with(name: &str, end: &str) -> bool {
    name.to_ascii_lowercase().ends_with(end)
}
