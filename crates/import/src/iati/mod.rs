//! Activity files of IATI.

use crate::{File, Format, Imported, Refused};

/// Reads such a file.
pub(crate) fn import(
    _file: &File<'_>,
    _progress: &mut dyn FnMut(f64),
) -> Result<Imported, Refused> {
    Err(Refused::NothingToShow(Format::Iati))
}
