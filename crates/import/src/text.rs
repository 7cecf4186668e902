//! Bytes to text: which encoding a file of unknown origin is in.
//!
//! A byte order mark says it; text that is sound UTF-8 is taken for it, as nothing
//! else looks like it by chance. All else is a guess, and said to be one.

use crate::Encodings;
use std::borrow::Cow;
use std::char::decode_utf16;

/// An encoding that files are read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Windows-1252, of Western European spreadsheets.
    Windows1252,
    /// GB18030, of Chinese spreadsheets; GBK and GB2312 are parts of it.
    Gb18030,
}

impl Encoding {
    /// Its usual name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Windows1252 => "Windows-1252",
            Self::Gb18030 => "GB18030",
        }
    }
}

/// A file's text, and how it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// The encoding that it was read in.
    pub encoding: Encoding,
    /// Whether nothing in the file says that it is this one.
    pub guessed: bool,
    /// The lines, from 1, on which something is no text in this encoding and a
    /// replacement character stands.
    pub broken: Vec<u64>,
}

/// How many bytes are looked at where all would take long.
const SAMPLE: usize = 1 << 16;

/// Reads bytes as text. Never fails: what cannot be read becomes U+FFFD.
#[must_use]
pub fn decode(bytes: &[u8], encodings: Encodings) -> Decoded {
    let read = |bytes, encoding, guessed| read(bytes, (encoding, guessed), encodings);
    if let Some((encoding, rest)) = marked(bytes) {
        return read(rest, encoding, false);
    }
    if let Some(encoding) = wide(bytes) {
        return read(bytes, encoding, true);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded {
            text: text.to_owned(),
            encoding: Encoding::Utf8,
            guessed: false,
            broken: Vec::new(),
        };
    }
    if is_chinese(bytes) {
        return read(bytes, Encoding::Gb18030, true);
    }
    if is_damaged_utf8(bytes) {
        return read(bytes, Encoding::Utf8, true);
    }
    read(bytes, Encoding::Windows1252, true)
}

/// What a byte order mark says, and what comes after it.
pub fn marked(bytes: &[u8]) -> Option<(Encoding, &[u8])> {
    let marks = [
        (&[0xef, 0xbb, 0xbf][..], Encoding::Utf8),
        (&[0xff, 0xfe], Encoding::Utf16Le),
        (&[0xfe, 0xff], Encoding::Utf16Be),
    ];
    let after = |(mark, encoding)| Some((encoding, bytes.strip_prefix(mark)?));
    marks.into_iter().find_map(after)
}

fn read(bytes: &[u8], (encoding, guessed): (Encoding, bool), encodings: Encodings) -> Decoded {
    let (text, is_broken) = text_of(encoding.name(), bytes, encodings);
    let lines = (1..).zip(text.split('\n')).filter(|_| is_broken);
    let broken = lines.filter(|(_, line)| line.contains(char::REPLACEMENT_CHARACTER));
    let broken = broken.map(|(number, _)| number).collect();
    Decoded {
        text,
        encoding,
        guessed,
        broken,
    }
}

/// The text of bytes in the encoding of a name, without a mark, and whether some of them
/// are none there, for which U+FFFD stands. Where nobody knows the encoding, that is all
/// but ASCII.
pub fn text_of(name: &str, bytes: &[u8], encodings: Encodings) -> (String, bool) {
    match name {
        "UTF-16LE" => utf16(bytes, u16::from_le_bytes),
        "UTF-16BE" => utf16(bytes, u16::from_be_bytes),
        "UTF-8" => utf8(bytes),
        other => (encodings.text)(other, bytes).map_or_else(
            || utf8(bytes),
            |text| {
                let is_broken = text.contains(char::REPLACEMENT_CHARACTER);
                (text, is_broken)
            },
        ),
    }
}

fn utf8(bytes: &[u8]) -> (String, bool) {
    let text = String::from_utf8_lossy(bytes);
    let is_broken = matches!(text, Cow::Owned(_));
    (text.into_owned(), is_broken)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, bool) {
    let pairs = bytes.chunks_exact(2);
    // Half a unit at the end is no text.
    let mut is_broken = !pairs.remainder().is_empty();
    let half = is_broken.then_some(char::REPLACEMENT_CHARACTER);
    let units = pairs.map(|pair| unit([pair[0], pair[1]]));
    let letters = decode_utf16(units).map(|letter| {
        is_broken |= letter.is_err();
        letter.unwrap_or(char::REPLACEMENT_CHARACTER)
    });
    (letters.chain(half).collect(), is_broken)
}

/// UTF-16 without a mark: the blanks, digits and separators of any table have a
/// zero byte each, always on the same side.
fn wide(bytes: &[u8]) -> Option<Encoding> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let mut zeros = [0_usize; 2];
    for (at, byte) in sample.iter().enumerate() {
        if *byte == 0 {
            zeros[at % 2] += 1;
        }
    }
    let [even, odd] = zeros;
    // A stray zero byte is damage; one letter in ten or more is a pattern.
    let is_pattern = |many: usize, few: usize| many * 20 >= sample.len() && many > few * 10;
    if is_pattern(odd, even) {
        Some(Encoding::Utf16Le)
    } else if is_pattern(even, odd) {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// Whether nearly all bytes above ASCII stand in pairs of GB2312, and most of
/// those are its common characters. In Western texts such bytes stand alone.
fn is_chinese(bytes: &[u8]) -> bool {
    let (mut common, mut other, mut alone) = (0_usize, 0_usize, 0_usize);
    let mut rest = bytes;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte < 0x80 {
            continue;
        }
        match after.split_first() {
            Some((0xa1..=0xfe, after)) if (0xa1..=0xf7).contains(&byte) => {
                rest = after;
                if (0xb0..=0xd7).contains(&byte) || byte == 0xa1 || byte == 0xa3 {
                    common += 1;
                } else {
                    other += 1;
                }
            }
            // What GBK has beyond GB2312: the second byte may be a letter's.
            Some((0x40..=0x7e | 0x80..=0xa0, after)) if (0x81..=0xfe).contains(&byte) => {
                rest = after;
                alone += 1;
            }
            _ => alone += 1,
        }
    }
    common >= 2 && common > other * 4 && common > alone * 9
}

/// Whether it is UTF-8 but for a few places: many letters of several bytes are
/// sound, which in another encoding none would be.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound > broken * 4
}

#[cfg(test)]
mod tests {
    use super::Encoding;
    use crate::Encodings;
    use encoding_rs::{GB18030, WINDOWS_1252};

    const TEXT: &str = "project;titre\r\n1;\u{e9}cole \u{e0} Bamako\r\n";

    fn decode(bytes: &[u8]) -> super::Decoded {
        super::decode(bytes, Encodings::TABLES)
    }

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| {
                if little {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                }
            })
            .collect()
    }

    #[test]
    fn a_mark_says_the_encoding_and_is_no_part_of_the_text() {
        let mut utf8 = vec![0xef, 0xbb, 0xbf];
        utf8.extend(TEXT.bytes());
        let mut little = vec![0xff, 0xfe];
        little.extend(utf16(TEXT, true));
        let mut big = vec![0xfe, 0xff];
        big.extend(utf16(TEXT, false));
        for (bytes, encoding) in [
            (utf8, Encoding::Utf8),
            (little, Encoding::Utf16Le),
            (big, Encoding::Utf16Be),
        ] {
            let read = decode(&bytes);
            assert_eq!((read.text.as_str(), read.encoding), (TEXT, encoding));
            assert!(!read.guessed && read.broken.is_empty());
        }
    }

    #[test]
    fn without_a_mark_only_sound_utf8_is_no_guess() {
        assert!(!decode(TEXT.as_bytes()).guessed);
        let western = WINDOWS_1252.encode(TEXT).0.into_owned();
        for (bytes, encoding) in [
            (western, Encoding::Windows1252),
            (utf16(TEXT, true), Encoding::Utf16Le),
            (utf16(TEXT, false), Encoding::Utf16Be),
        ] {
            let read = decode(&bytes);
            assert_eq!((read.text.as_str(), read.encoding), (TEXT, encoding));
            assert!(read.guessed);
        }
    }

    #[test]
    fn a_chinese_spreadsheet_is_told_from_a_western_one() {
        let chinese = "项目,地点\r\n供水工程,北部农村学校\r\n";
        let read = decode(&GB18030.encode(chinese).0);
        assert_eq!(
            (read.text.as_str(), read.encoding, read.guessed),
            (chinese, Encoding::Gb18030, true)
        );
        let western =
            "\u{c9}\u{c9}N; \u{e9}t\u{e9}, \u{fc}ber, ni\u{f1}o, fa\u{e7}ade, c\u{f4}t\u{e9}";
        let read = decode(&WINDOWS_1252.encode(western).0);
        assert_eq!(
            (read.text.as_str(), read.encoding),
            (western, Encoding::Windows1252)
        );
    }

    #[test]
    fn a_broken_place_in_utf8_costs_itself_only() {
        let mut bytes = "\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\n\u{e9}".as_bytes().to_vec();
        bytes.push(0xff);
        let read = decode(&bytes);
        assert_eq!((read.encoding, read.guessed), (Encoding::Utf8, true));
        assert_eq!(read.broken, [2]);
        assert!(read.text.ends_with('\u{fffd}'));
    }
}
