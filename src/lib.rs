//! Aid Atlas: an aid programme as a map, a timeline and linked charts.
//!
//! The core is plain Rust in crates of its own, which run anywhere: `model`
//! parses and checks, `query` selects records and totals what may be added,
//! `view` is what a link holds, `text` has every word, `charts` builds ECharts
//! options and `formats` writes files to take away. The rooms of this crate
//! (browser only) wire these to the page.

#[cfg(target_arch = "wasm32")]
pub mod boot;
#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
mod panels;
#[cfg(target_arch = "wasm32")]
mod share;
#[cfg(target_arch = "wasm32")]
mod state;
#[cfg(target_arch = "wasm32")]
mod ui;

/// The dataset that is compiled in, the one that `Cargo.toml` names, as it was read
/// when the app was built: a packed [`model::Loaded`].
pub const PROGRAMME: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/programme.packed"));

/// Its file below the app, of which exports are cut.
pub const PROGRAMME_FILE: &str = env!("PROGRAMME_FILE");

/// The name of its edition.
pub const PROGRAMME_EDITION: &str = env!("PROGRAMME_EDITION");

/// The folder below the app that keeps its earlier editions, each a file of its name.
pub const EDITIONS_FOLDER: &str = env!("EDITIONS_FOLDER");

/// What editions that folder keeps: a packed `Vec<editions::Edition>`, the newest first.
pub const EDITIONS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/editions.packed"));

/// The text of that file, for tests: the app itself uses it nowhere.
pub const PROGRAMME_JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/programme.json"));
