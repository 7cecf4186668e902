//! Key figures; a wrong one costs itself only.

use super::{Reader, Unlinked, raw};
use crate::width::{LABEL, wider_than};
use crate::{Fault, Key, KeyFigure, List};
use serde_json::value::RawValue;

impl Reader<'_> {
    /// Reads all key figures, each once.
    pub(super) fn key_figures(
        &mut self,
        raws: &[&RawValue],
        records: &[Unlinked],
    ) -> Vec<KeyFigure> {
        let mut figures: Vec<KeyFigure> = Vec::new();
        for (position, raw) in raws.iter().enumerate() {
            let read = serde_json::from_str::<raw::KeyFigure>(raw.get())
                .map_err(|error| (String::new(), Fault::unreadable(&error)))
                .and_then(|raw| {
                    let of = self.operand(&raw.of, records);
                    let of = Key::Figure(of.map_err(|fault| (raw.of.clone(), fault))?);
                    if figures.iter().any(|figure| figure.of == of) {
                        return Err((raw.of, Fault::IdTwice));
                    }
                    let languages = &self.names.languages;
                    let label = raw.label.map(|label| label.ordered(languages));
                    Ok((raw.of, KeyFigure { of, label }))
                });
            match read {
                Ok((id, figure)) => {
                    let label = figure.label.as_ref();
                    let languages = label.map_or_else(Vec::new, |label| wider_than(label, LABEL));
                    if !languages.is_empty() {
                        let fault = Fault::TooWide {
                            field: "label".to_owned(),
                            most: LABEL,
                            languages,
                        };
                        self.report(List::KeyFigures, position, &id, fault);
                    }
                    self.origins.key_figures.push(position);
                    figures.push(figure);
                }
                Err((id, fault)) => self.report(List::KeyFigures, position, &id, fault),
            }
        }
        figures
    }
}
