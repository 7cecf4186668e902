//! Sectors as lanes: the most frequent ones, and what is in none of them.

use super::items::{Item, Sector};
use crate::draft::{self, Ids, Words};
use crate::report::{FindingKind, Findings, Where};
use model::Lang;
use sorting::Arrange as _;
use std::collections::HashMap;

/// How many lanes of sectors there are at most, without those for the rest.
const LANES: usize = 12;

/// The lane of each record.
pub struct Lanes {
    named: HashMap<String, String>,
    /// The sectors, the one with most records first.
    pub sectors: Vec<draft::Sector>,
}

const OTHER: &str = "other-sectors";
const SEVERAL: &str = "several-sectors";
const NOT_STATED: &str = "sector-not-stated";

impl Lanes {
    /// The lanes of these records.
    pub fn new(items: &[Item], lang: Lang) -> Self {
        let mut counted: Vec<(Sector, usize)> = Vec::new();
        let mut positions: HashMap<String, usize> = HashMap::new();
        let mut has = [false, false, false];
        for item in items {
            match only(item) {
                Ok(sector) => {
                    let next = counted.len();
                    let at = *positions.entry(key(sector)).or_insert(next);
                    if at == next {
                        counted.push((sector.clone(), 0));
                    }
                    if let Some((_, count)) = counted.get_mut(at) {
                        *count += 1;
                    }
                }
                Err(SEVERAL) => has[1] = true,
                Err(_) => has[2] = true,
            }
        }
        counted.arrange_by(|(_, a), (_, b)| b.cmp(a));
        has[0] = counted.len() > LANES;
        counted.truncate(if has[0] { LANES - 1 } else { LANES });
        let mut ids = Ids::default();
        let rest = [
            (OTHER, Words::own("Other", "其他")),
            (SEVERAL, Words::own("Several", "多个部门")),
            (NOT_STATED, Words::own("Not stated", "未说明")),
        ];
        for (id, _) in &rest {
            ids.make(id, id);
        }
        let mut named = HashMap::new();
        let mut sectors = Vec::new();
        for (sector, _) in counted {
            let id = ids.make(
                if sector.name.is_empty() {
                    &sector.code
                } else {
                    &sector.name
                },
                "sector",
            );
            let name = Words::of(
                lang,
                if sector.name.is_empty() {
                    &sector.code
                } else {
                    &sector.name
                },
            );
            named.insert(key(&sector), id.clone());
            let codes = codes(&sector, lang);
            sectors.push(draft::Sector { id, name, codes });
        }
        for ((id, name), _) in rest.into_iter().zip(has).filter(|(_, has)| *has) {
            sectors.push(draft::Sector {
                id: id.to_owned(),
                name,
                codes: Vec::new(),
            });
        }
        Self { named, sectors }
    }

    /// The lane of a record, and its own codes where the lane's are not its.
    pub fn of(
        &self,
        item: &Item,
        lang: Lang,
        findings: &mut Findings,
    ) -> (String, Vec<draft::Code>) {
        let place = Where::line(item.lines.first().copied().unwrap_or(0)).of(&item.id);
        let own = || {
            item.sectors
                .iter()
                .flat_map(|sector| codes(sector, lang))
                .collect()
        };
        match only(item) {
            Ok(sector) => match self.named.get(&key(sector)) {
                Some(id) => (id.clone(), Vec::new()),
                None => {
                    findings.add(FindingKind::OtherSectors, place.found(&sector.name));
                    (OTHER.to_owned(), own())
                }
            },
            Err(id) => {
                if id == SEVERAL {
                    findings.add(FindingKind::SeveralSectors, place);
                }
                (id.to_owned(), own())
            }
        }
    }
}

/// The one sector of a record, or the lane of those that have none or several.
fn only(item: &Item) -> Result<&Sector, &'static str> {
    let Some((first, others)) = item.sectors.split_first() else {
        return Err(NOT_STATED);
    };
    let is_one = others.iter().all(|sector| key(sector) == key(first));
    if is_one { Ok(first) } else { Err(SEVERAL) }
}

/// What tells sectors apart: the name, as tables spell codes in several ways.
fn key(sector: &Sector) -> String {
    let name = if sector.name.is_empty() {
        &sector.code
    } else {
        &sector.name
    };
    name.to_lowercase()
}

/// A sector's code. Of which vocabulary it is the table does not say: the
/// publisher's own, in IATI's list.
fn codes(sector: &Sector, lang: Lang) -> Vec<draft::Code> {
    if sector.code.is_empty() {
        return Vec::new();
    }
    let name = if sector.name.is_empty() {
        &sector.code
    } else {
        &sector.name
    };
    vec![draft::Code {
        vocabulary: Some("99".to_owned()),
        code: sector.code.clone(),
        name: Words::of(lang, name),
    }]
}
