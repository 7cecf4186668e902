//! Whose data these are.

use crate::state::{Opening, Store};
use leptos::prelude::*;
use view::Data;

/// Where a link or the reader brought the data from: the site that the page is of
/// does not speak for them. None of the app's own, nor in place of what could not be
/// opened.
pub fn opened_from(store: Store) -> Option<String> {
    let lang = store.lang().get();
    let is_it = Opening::get()
        .shown()
        .with(|shown| shown.as_ref().is_some_and(|s| s.trouble.refused.is_none()));
    store
        .view()
        .with(|view| match view.origin.data.as_ref().filter(|_| is_it)? {
            Data::Below(_) => None,
            Data::Address(address) => Some(text::opened_from(lang, address)),
            Data::Device(name) => Some(text::opened_here(lang, name)),
        })
}
