//! Aid Atlas: an aid programme as a map, a timeline and linked charts.
//!
//! The core is plain Rust and runs anywhere: [`dataset`] parses and checks,
//! [`view`] is what a link holds, [`query`] selects records, [`aggregate`]
//! totals what may be added, [`charts`] builds ECharts options, [`export`]
//! writes files to take away and [`text`] holds every word in both languages. `app` (browser only) wires these to
//! the page.

pub mod aggregate;
pub mod charts;
pub mod dataset;
pub mod export;
pub mod lang;
pub mod query;
pub mod text;
pub mod view;

#[cfg(target_arch = "wasm32")]
pub mod app;
