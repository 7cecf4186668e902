//! Aid Atlas: an aid programme as a map, a timeline and linked charts.
//!
//! The core is plain Rust in crates of its own, which run anywhere: `model`
//! parses and checks, `query` selects records and totals what may be added,
//! `view` is what a link holds, `text` has every word, `charts` builds ECharts
//! options and `formats` writes files to take away. `app` (browser only) wires
//! these to the page.

#[cfg(target_arch = "wasm32")]
pub mod app;

/// The dataset that is compiled in: the one that `Cargo.toml` names.
pub const PROGRAMME: &str = include_str!(concat!(env!("OUT_DIR"), "/programme.json"));
