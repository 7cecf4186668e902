//! The colours can be read and told apart, in either scheme.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a helper of tests fails as tests do"
)]

mod support;

use charts::Theme;
use model::{Dataset, parse};
use std::collections::BTreeSet;

/// How bright a colour is, after WCAG 2.
fn luminance(color: &str) -> f64 {
    let part = |at: usize| {
        let hex = color.get(at..at + 2).expect("#rrggbb");
        let part = f64::from(u8::from_str_radix(hex, 16).expect("a hexadecimal number")) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn has(contrast_of: (&str, &str), least: f64, what: &str) {
    let (on, ground) = contrast_of;
    let found = contrast(on, ground);
    assert!(found >= least, "{what}: {on} on {ground} has {found:.2}");
}

#[test]
fn text_can_be_read_on_whatever_it_stands() {
    for theme in [Theme::LIGHT, Theme::DARK] {
        let grounds = [theme.panel, theme.band, theme.lit, theme.lit_soft];
        for ground in grounds {
            has((theme.text, ground), 4.5, "text");
            has((theme.muted, ground), 4.5, "muted");
        }
        has((theme.faint, theme.panel), 4.5, "faint");
        has(
            (theme.lit_edge, theme.panel),
            4.5,
            "the edge of what is lit",
        );
        has((theme.bad, theme.bad_soft), 4.5, "what went wrong");
        has((theme.bad, theme.panel), 4.5, "what went wrong");
        has((theme.line, theme.panel), 3.0, "borders");
    }
}

#[test]
fn marks_stand_out_from_the_ground() {
    for theme in [Theme::LIGHT, Theme::DARK] {
        for color in theme.families.iter().chain(theme.sectors.iter()) {
            has((color, theme.panel), 3.0, "a sector");
        }
        has((theme.accent, theme.panel), 3.0, "amounts");
        has(
            (theme.second, theme.panel),
            3.0,
            "amounts of another nature",
        );
    }
}

/// The looks of sectors: their colours and symbols.
fn looks(theme: &Theme, dataset: &Dataset) -> Vec<(&'static str, &'static str)> {
    let theme = theme.of(dataset);
    let sectors = dataset.sector_indices();
    sectors
        .map(|ix| (theme.sector(ix), theme.symbol(ix)))
        .collect()
}

#[test]
fn sectors_of_a_family_look_alike_and_those_of_two_do_not() {
    let dataset = support::embedded();
    assert_eq!(dataset.families.len(), 5);
    for theme in [Theme::LIGHT, Theme::DARK] {
        let looks = looks(&theme, &dataset);
        for (one, look) in dataset.sectors.iter().zip(&looks) {
            for (other, another) in dataset.sectors.iter().zip(&looks) {
                let is_same = one.family == other.family;
                assert_eq!(look.0 == another.0, is_same, "{} {}", one.id, other.id);
                assert_eq!(look.1 == another.1, is_same, "{} {}", one.id, other.id);
            }
        }
    }
}

#[test]
fn without_families_each_sector_has_its_own_look() {
    let mut file: serde_json::Value =
        serde_json::from_str(aid_atlas::PROGRAMME_JSON).expect("JSON");
    let fields = file.as_object_mut().expect("an object");
    fields.remove("families");
    for sector in fields["sectors"].as_array_mut().expect("sectors") {
        sector.as_object_mut().expect("a sector").remove("family");
    }
    let dataset = parse(&file.to_string()).expect("a dataset").dataset;
    let looks = looks(&Theme::LIGHT, &dataset);
    let colors: BTreeSet<_> = looks.iter().map(|look| look.0).collect();
    assert_eq!(colors.len(), dataset.sectors.len());
}

#[test]
fn more_families_than_colours_differ_by_their_symbols() {
    let mut file: serde_json::Value =
        serde_json::from_str(aid_atlas::PROGRAMME_JSON).expect("JSON");
    let sectors = file["sectors"].as_array_mut().expect("sectors");
    let mut families = Vec::new();
    for (nth, sector) in sectors.iter_mut().enumerate() {
        let id = format!("family-{nth}");
        sector["family"] = id.as_str().into();
        families.push(serde_json::json!({ "id": id, "name": { "en": "A", "zh": "甲" } }));
    }
    file["families"] = families.into();
    let dataset = parse(&file.to_string()).expect("a dataset").dataset;
    let looks: BTreeSet<_> = looks(&Theme::DARK, &dataset).into_iter().collect();
    assert_eq!(looks.len(), dataset.sectors.len());
}
