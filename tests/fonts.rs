//! The fonts that the page brings along: few bytes, no shift, Chinese as it is.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

use charts::{font, serif};
use model::Lang;
use std::collections::BTreeSet;

const CSS: &str = include_str!("../style/generated/fonts.css");
const SANS: &[u8] = include_bytes!("../public/fonts/atlas-sans.woff2");
const SERIF: &[u8] = include_bytes!("../public/fonts/atlas-serif.woff2");

/// The descriptors of each face.
fn faces() -> impl Iterator<Item = &'static str> {
    CSS.split("@font-face {").skip(1)
}

fn descriptor(face: &'static str, name: &str) -> Option<&'static str> {
    let mut lines = face.lines().map(str::trim);
    let found = lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    found.map(|value| value.trim_end_matches(';'))
}

fn family(face: &'static str) -> &'static str {
    descriptor(face, "font-family")
        .expect("a family")
        .trim_matches('"')
}

/// Whether a face has a letter.
fn has(face: &'static str, letter: char) -> bool {
    let ranges = descriptor(face, "unicode-range").expect("a range of letters");
    ranges.split(", ").any(|range| {
        let (first, last) = range[2..]
            .split_once('-')
            .unwrap_or((&range[2..], &range[2..]));
        let point = |hex| u32::from_str_radix(hex, 16).expect("a code point");
        (point(first)..=point(last)).contains(&u32::from(letter))
    })
}

#[test]
fn they_are_woff2_and_weigh_no_more_than_30_kilobytes() {
    for file in [SANS, SERIF] {
        assert!(file.starts_with(b"wOF2"));
    }
    assert!(SANS.len() + SERIF.len() <= 30_000);
}

#[test]
fn every_font_of_ours_that_is_named_is_there_and_the_other_way_round() {
    let mut named = BTreeSet::new();
    for list in [Lang::EN, Lang::ZH]
        .map(|lang| [font(lang), serif(lang)])
        .concat()
    {
        let names = list.split(", ").map(|name| name.trim_matches('\''));
        named.extend(names.filter(|name| name.starts_with("Atlas ")));
    }
    assert_eq!(named, faces().map(family).collect());
}

#[test]
fn what_is_fetched_is_swapped_in_and_what_stands_in_has_its_size() {
    for face in faces() {
        let source = descriptor(face, "src").expect("a source");
        if source.starts_with("url(") {
            assert_eq!(descriptor(face, "font-display"), Some("swap"), "{face}");
        } else {
            for measure in ["size-adjust", "ascent-override", "descent-override"] {
                assert!(descriptor(face, measure).is_some(), "{measure}: {face}");
            }
        }
    }
}

#[test]
fn chinese_punctuation_stays_chinese_and_english_quotes_are_english() {
    for face in faces() {
        for letter in ['a', 'Z', '0', '9', ' ', '-', 'ê', '·'] {
            assert!(has(face, letter), "{letter} in {}", family(face));
        }
        let is_english = ["Atlas Sans", "Atlas Serif"].contains(&family(face));
        for mark in ['“', '”', '‘', '’', '—', '…'] {
            assert_eq!(has(face, mark), is_english, "{mark} in {}", family(face));
        }
        for letter in ['，', '。', '拉', '（'] {
            assert!(!has(face, letter), "{letter} in {}", family(face));
        }
    }
}
