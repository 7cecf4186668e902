//! Encodings whose tables this crate leaves to others: a browser has them all.

/// What reads them. UTF-8 and UTF-16 are not asked for.
#[derive(Clone, Copy, Debug)]
pub struct Encodings {
    /// The name of the encoding that a label means, in small letters, if it is known.
    pub named: fn(label: &str) -> Option<String>,
    /// The text of bytes in the encoding of a name. What is none becomes U+FFFD.
    pub text: fn(name: &str, bytes: &[u8]) -> Option<String>,
}

impl Encodings {
    /// Those of `encoding_rs`, for programs outside of a browser.
    #[cfg(feature = "tables")]
    pub const TABLES: Self = Self {
        named: |label| Some(tables::of(label)?.name().to_ascii_lowercase()),
        text: |name, bytes| {
            let (text, _) = tables::of(name)?.decode_without_bom_handling(bytes);
            Some(text.into_owned())
        },
    };
}

#[cfg(feature = "tables")]
mod tables {
    use encoding_rs::{Encoding, REPLACEMENT};

    /// The encoding of a label, but those that browsers refuse to read.
    pub fn of(label: &str) -> Option<&'static Encoding> {
        Encoding::for_label(label.as_bytes()).filter(|encoding| *encoding != REPLACEMENT)
    }
}
