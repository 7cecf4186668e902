//! Colours by name in place of those of a scheme: a drawing is made once and
//! gets its colours, or variables for them, in its text.

use charts::Theme;
use model::Dataset;
use serde_json::{Value, json};

/// Where a theme has a colour.
type Field = for<'a> fn(&'a mut Theme) -> &'a mut &'static str;

/// Those that drawings may use.
const FIELDS: [(&str, Field); 35] = [
    ("text", |t| &mut t.text),
    ("muted", |t| &mut t.muted),
    ("faint", |t| &mut t.faint),
    ("strong-line", |t| &mut t.line),
    ("line", |t| &mut t.hairline),
    ("panel", |t| &mut t.panel),
    ("accent-soft", |t| &mut t.band),
    ("lit", |t| &mut t.lit),
    ("lit-edge", |t| &mut t.lit_edge),
    ("first", |t| &mut t.accent),
    ("second", |t| &mut t.second),
    ("land", |t| &mut t.no_figure),
    ("behind", |t| &mut t.land),
    ("ramp-1", |t| &mut t.ramp[0]),
    ("ramp-2", |t| &mut t.ramp[1]),
    ("ramp-3", |t| &mut t.ramp[2]),
    ("ramp-4", |t| &mut t.ramp[3]),
    ("ramp-5", |t| &mut t.ramp[4]),
    ("family-1", |t| &mut t.families[0]),
    ("family-2", |t| &mut t.families[1]),
    ("family-3", |t| &mut t.families[2]),
    ("family-4", |t| &mut t.families[3]),
    ("family-5", |t| &mut t.families[4]),
    ("sector-1", |t| &mut t.sectors.to_mut()[0]),
    ("sector-2", |t| &mut t.sectors.to_mut()[1]),
    ("sector-3", |t| &mut t.sectors.to_mut()[2]),
    ("sector-4", |t| &mut t.sectors.to_mut()[3]),
    ("sector-5", |t| &mut t.sectors.to_mut()[4]),
    ("sector-6", |t| &mut t.sectors.to_mut()[5]),
    ("sector-7", |t| &mut t.sectors.to_mut()[6]),
    ("sector-8", |t| &mut t.sectors.to_mut()[7]),
    ("sector-9", |t| &mut t.sectors.to_mut()[8]),
    ("sector-10", |t| &mut t.sectors.to_mut()[9]),
    ("sector-11", |t| &mut t.sectors.to_mut()[10]),
    ("sector-12", |t| &mut t.sectors.to_mut()[11]),
];

/// The first sign: a colour of no scheme.
const FIRST: u32 = 0x00a1_b200;

/// A theme of signs, as long there as the program, and what each stands for: its
/// name, and its colour in the light and the dark scheme.
#[must_use]
pub fn signs(dataset: &Dataset) -> (&'static Theme, Value) {
    let mut theme = Theme::LIGHT.clone();
    let (mut light, mut dark) = (Theme::LIGHT.clone(), Theme::DARK.clone());
    let mut colors = Vec::new();
    for (nth, (name, field)) in FIELDS.into_iter().enumerate() {
        let sign: &'static str = format!("#{:06x}", FIRST + nth as u32).leak();
        *field(&mut theme) = sign;
        let (light, dark) = (*field(&mut light), *field(&mut dark));
        colors.push(json!({ "sign": sign, "name": name, "light": light, "dark": dark }));
    }
    (Box::leak(Box::new(theme.of(dataset))), colors.into())
}
