//! From a file's bytes to a dataset.

use borsh::{BorshDeserialize, BorshSerialize};
use model::{Loaded, Problem, parse};

/// A file that could be read.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug)]
pub struct Opened {
    /// The dataset, and what of it was left out.
    pub loaded: Loaded,
}

impl Opened {
    /// Makes again what is not packed.
    #[must_use]
    pub fn complete(self) -> Self {
        Self {
            loaded: self.loaded.complete(),
        }
    }
}

/// Why a file could not be read.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is wrong as a whole.
    Unsound(Problem),
    /// It is packed by gzip, and damaged or cut off.
    Gzip,
    /// It holds more than any page could show.
    Size,
}

/// Reads a file: the dataset, and the text of it in the app's own schema.
///
/// # Errors
/// When nothing of it could be shown.
pub fn open(
    bytes: &[u8],
    _name: &str,
    _columns: &str,
    progress: &mut dyn FnMut(f64),
) -> Result<(Opened, String), Unread> {
    // As browsers read text: a byte order mark is no part of it.
    let text = String::from_utf8_lossy(bytes);
    let json = text.trim_start_matches('\u{feff}').to_owned();
    let loaded = parse(&json).map_err(Unread::Unsound)?;
    progress(1.0);
    Ok((Opened { loaded }, json))
}
