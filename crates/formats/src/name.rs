//! File names that say dataset, panel and filters.

use model::Dataset;
use view::{ViewState, encode};

/// A file of words and numbers.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFile {
    /// Comma-separated values.
    Csv,
    /// The dataset's schema.
    Json,
    /// IATI activities.
    Iati,
    /// What is stated and what is not, as comma-separated values.
    Coverage,
    /// What stands side by side, as comma-separated values.
    Comparison,
}

/// What kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// One of words and numbers.
    Text(TextFile),
    /// A picture of pixels.
    Png,
    /// A picture of shapes.
    Svg,
}

impl FileKind {
    /// The ending of its names.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Text(TextFile::Csv) => "csv",
            Self::Text(TextFile::Json) => "json",
            Self::Text(TextFile::Iati) => "iati.xml",
            Self::Text(TextFile::Coverage) => "coverage.csv",
            Self::Text(TextFile::Comparison) => "comparison.csv",
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }

    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Text(TextFile::Csv | TextFile::Coverage | TextFile::Comparison) => {
                "text/csv;charset=utf-8"
            }
            Self::Text(TextFile::Json) => "application/json",
            Self::Text(TextFile::Iati) => "application/xml",
            Self::Png => "image/png",
            Self::Svg => "image/svg+xml",
        }
    }
}

/// No file system takes names without end.
const LONGEST: usize = 120;

/// `programme_map_place-somewhere_from-2016.csv`: only small letters, digits,
/// hyphens, underscores and points.
#[must_use]
pub fn file_name(dataset: &Dataset, panel: &str, view: &ViewState, kind: FileKind) -> String {
    let only_filters = view.only_filter(dataset);
    let query = encode(&only_filters, dataset);
    let mut name = format!("{}_{}", dataset.id, panel);
    for part in query.split('&').filter(|part| !part.is_empty()) {
        name.push('_');
        name.push_str(part);
    }
    let mut name: String = name
        .chars()
        .map(|c| match c.to_ascii_lowercase() {
            plain @ ('a'..='z' | '0'..='9' | '_') => plain,
            _ => '-',
        })
        .collect();
    name.truncate(LONGEST);
    format!("{}.{}", name.trim_end_matches(['-', '_']), kind.ending())
}
