//! What an embedded view and the page around tell each other.

use crate::browser::frame::PageAround;
use crate::browser::nearby;
use crate::panels::other_edition;
use crate::state::Store;
use leptos::prelude::*;
use model::by_kind;
use text::problems;
use view::{ViewState, encode, focus_words};

/// Speaks with the page around, if there is one.
pub fn connect(store: Store) {
    let Some(around) = PageAround::get() else {
        return;
    };
    nearby::watch();
    around.listen(move |query, names| store.take(query, names));
    around.tell_height();
    around.tell_ready();
    tell_trouble(store, &around);

    let dataset = store.dataset();
    let around = StoredValue::new_local(around);
    let first = StoredValue::new(true);
    let record = Memo::new(move |_| store.view().with(|v| v.record));
    Effect::new(move |_| {
        let record = record.get();
        if first.get_value() && record.is_none() {
            return;
        }
        let id = record.map(|ix| dataset.record(ix).id.as_str());
        around.with_value(|around| around.tell_record(id));
    });
    let focus = Memo::new(move |_| {
        let words = |view: &ViewState| view.focus.as_ref().map(|f| focus_words(f, dataset));
        store.view().with(words)
    });
    Effect::new(move |_| {
        let focus = focus.get();
        if first.get_value() && focus.is_none() {
            return;
        }
        around.with_value(|around| around.tell_focus(focus.as_deref()));
    });
    let filters = Memo::new(move |_| {
        let only = store.view().with(|view| view.only_filter(store.dataset()));
        encode(&only, dataset)
    });
    Effect::new(move |_| {
        let filters = filters.get();
        if first.get_value() {
            first.set_value(false);
            return;
        }
        around.with_value(|around| around.tell_filters(&filters));
    });
    Effect::new(move |_| {
        for notice in store.notices().get() {
            let message = text::notice(store.lang().get_untracked(), &notice);
            around.with_value(|around| around.tell_error(&message));
        }
    });
}

fn tell_trouble(store: Store, around: &PageAround) {
    let lang = store.lang().get_untracked();
    store.trouble().with_untracked(|trouble| {
        if let Some((file, why)) = &trouble.refused {
            around.tell_error(&problems::refusal(lang, file, why));
        }
        if let Some((asked, now)) = &trouble.other_edition {
            around.tell_error(&other_edition(lang, asked, *now));
        }
        for group in by_kind(&trouble.left_out) {
            around.tell_error(&problems::line(lang, &group));
        }
    });
}
