//! The codes of the other tables, with their names in every language.

use crate::{by_language, once};
use formats::{Cell, alone};
use model::{Dataset, Lang, Qualifier, RelationKind, Role, Text, UnitIx};
use query::Measure;

pub fn table(dataset: &Dataset) -> String {
    let heads = [
        once(&["list", "code"]),
        by_language("name", dataset),
        once(&["parent", "other_names"]),
    ]
    .concat();
    let mut codes = Codes {
        dataset,
        rows: Vec::new(),
    };
    for kind in &dataset.kinds {
        codes.text("kind", &kind.id, &kind.name, None);
    }
    for family in &dataset.families {
        codes.text("family", &family.id, &family.name, None);
    }
    for sector in &dataset.sectors {
        let family = sector.family.map(|ix| dataset.family(ix).id.as_str());
        codes.text("sector", &sector.id, &sector.name, family);
    }
    for place in &dataset.places {
        let parent = place.parent.map(|ix| dataset.place(ix).id.as_str());
        codes.text("place", &place.id, &place.name, parent);
        let names = place.names.iter();
        let names = names.map(|other| format!("{}: {}", other.lang, other.name));
        codes.also(&names.collect::<Vec<_>>().join("; "));
    }
    for organisation in &dataset.organisations {
        codes.text("organisation", &organisation.id, &organisation.name, None);
    }
    for indicator in &dataset.indicators {
        codes.text("indicator", &indicator.id, &indicator.name, None);
    }
    for position in 0..dataset.units.len() {
        let ix = UnitIx::of(position);
        codes.named("unit", &dataset.unit(ix).id, |lang| {
            unit_name(lang, ix, dataset)
        });
    }
    for measure in Measure::all(dataset) {
        codes.named("measure", measure.word(dataset), |lang| {
            text::names::measure(lang, measure, dataset).to_owned()
        });
    }
    for one in Role::ALL {
        codes.named("role", one.word(), |lang| {
            text::names::role(lang, *one).to_owned()
        });
    }
    for one in Qualifier::ALL {
        codes.named("qualifier", one.word(), |lang| {
            text::names::qualifier(lang, *one).to_owned()
        });
    }
    for one in RelationKind::ALL {
        codes.named("relation", one.word(), |lang| {
            text::names::relation(lang, *one).to_owned()
        });
    }
    formats::table(&heads, codes.rows)
}

/// What a unit is called where it stands without a number.
fn unit_name(lang: Lang, unit: UnitIx, dataset: &Dataset) -> String {
    text::axis_unit(lang, unit, 1.0, dataset).text(lang)
}

struct Codes<'a> {
    dataset: &'a Dataset,
    rows: Vec<Vec<Cell>>,
}

impl Codes<'_> {
    /// A code whose names the dataset has. A language that it lacks has an empty cell,
    /// not another's words.
    fn text(&mut self, list: &str, code: &str, name: &Text, parent: Option<&str>) {
        let name = |lang| name.exact(lang).unwrap_or_default().to_owned();
        self.row(list, code, name, parent);
    }

    /// A code that this app has words for.
    fn named(&mut self, list: &str, code: &str, name: impl Fn(Lang) -> String) {
        self.row(list, code, name, None);
    }

    fn row(&mut self, list: &str, code: &str, name: impl Fn(Lang) -> String, parent: Option<&str>) {
        let mut cells = vec![Cell::text(list), Cell::text(code)];
        cells.extend(
            self.dataset
                .languages
                .iter()
                .map(|lang| Cell::Text(alone(&name(*lang)))),
        );
        cells.push(Cell::text(parent.unwrap_or_default()));
        cells.push(Cell::text(""));
        self.rows.push(cells);
    }

    /// Other names of the last code.
    fn also(&mut self, names: &str) {
        let last = self.rows.last_mut().and_then(|row| row.last_mut());
        if let Some(cell) = last {
            *cell = Cell::Text(alone(names));
        }
    }
}
