//! What has a task of its own, where there is much to be made.

use crate::browser::paint;
use crate::state::Store;
use leptos::prelude::*;

/// Of more records than these a panel is work enough for a task.
const MANY: usize = 4_000;

/// Made at once, or of very many records one task later: a page that opens them answers
/// in between.
#[component]
pub fn InTurn(children: ChildrenFn) -> impl IntoView {
    let is_there = RwSignal::new(Store::get().dataset().records.len() < MANY);
    if !is_there.get_untracked() {
        paint::after(move || {
            let _ = is_there.try_set(true);
        });
    }
    move || is_there.get().then(|| children())
}
