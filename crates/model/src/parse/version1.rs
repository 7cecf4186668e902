//! Files of the schema `aid-atlas/1`, whose vocabularies were the app's own.

use super::raw;
use crate::{Problem, Spot};

/// The schema's name.
pub(super) const SCHEMA_1: &str = "aid-atlas/1";

/// The vocabularies of that version, in the form of the present one.
const VOCABULARIES: &str = include_str!("../../../../public/schema/version-1.json");

/// Gives a file of version 1 what it would have had to hold.
///
/// Its amounts of money are in the currency that it names, whichever that is.
pub(super) fn complete(file: &mut raw::File<'_>) -> Result<(), Problem> {
    let known: raw::Version1<'_> =
        serde_json::from_str(VOCABULARIES).map_err(|error| Problem::unreadable(&error))?;
    let Some(code) = file.currency.clone() else {
        return Err(Problem {
            at: Spot::Field("currency".to_owned()),
            fault: crate::Fault::BadCurrency(String::new()),
        });
    };
    file.languages = known.languages;
    file.units = known.units;
    for unit in &mut file.units {
        if unit.currency.is_some() {
            unit.currency = Some(code.clone());
        }
    }
    file.currencies = known.currencies;
    if file.currencies.iter().all(|currency| currency.code != code) {
        file.currencies = vec![raw::Currency {
            code,
            words: None,
            aliases: Vec::new(),
        }];
    }
    file.indicators = known.indicators;
    file.kinds = known.kinds;
    file.levels = known.levels;
    file.measures = known.measures;
    file.charts = Some(known.charts);
    file.periods_name = Some(known.periods_name);
    Ok(())
}
