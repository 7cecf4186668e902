//! What touches the document and the window by hand.
//!
//! Owns every call of the browser's own interfaces that Leptos does not make:
//! the clipboard, the focus, files over the network, the frame around, keys of
//! the whole page, the tables of languages, and the bridges to the scripts.
//! Uses the crates of the core for their types; no room of the app.
//!
//! - Nothing here knows the page's state or its words: callers are told by
//!   values and callbacks, and say what is to be said.
//! - What a browser lacks or refuses is a value, never a panic.

pub mod chart;
pub mod clipboard;
pub mod collation;
pub mod failure;
pub mod fetch;
pub mod first_act;
pub mod focus;
pub mod frame;
pub mod in_sight;
pub mod keys;
pub mod languages;
pub mod media;
pub mod nearby;
pub mod paint;
pub mod pointer;
pub mod popovers;
pub mod reading;
pub mod renewed;
pub mod root;
pub mod script;
pub mod scroll;
pub mod sheet;
pub mod tools;
pub mod window;
