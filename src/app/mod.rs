//! The page: components that wire signals to the core.

pub mod chart;

mod about;
mod address;
mod boot;
mod charts_panel;
mod clipboard;
mod collation;
mod detail;
mod dialog;
mod embed;
mod failure;
mod fetch;
mod filters;
mod focus;
mod frame;
mod geometry;
mod header;
mod map_panel;
mod media;
mod nearby;
mod notices;
mod page;
mod prose;
mod search;
mod select;
mod share;
mod shortcuts;
pub mod store;
mod table;
mod timeline_panel;

use leptos::prelude::*;

/// Mounts the app. The skeleton goes when there is something to show.
pub fn start() {
    failure::report_panics();
    mount_to_body(|| view! { <boot::Boot /> });
}
