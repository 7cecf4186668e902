//! A dialog over the page: traps the focus, closes with Escape.

use super::nearby;
use super::store::Store;
use crate::text;
use leptos::html::Dialog as DialogElement;
use leptos::prelude::*;

/// Shows `children` over the page; `on_close` is called when the reader leaves.
#[component]
pub fn Dialog(
    #[prop(into)] title: Signal<String>,
    id: &'static str,
    on_close: Callback<()>,
    children: Children,
) -> impl IntoView {
    let store = Store::get();
    let element = NodeRef::<DialogElement>::new();
    let framed = store.view.with_untracked(|v| v.embed.is_some());
    Effect::new(move |_| {
        let Some(dialog) = element.get().filter(|dialog| !dialog.open()) else {
            return;
        };
        if framed {
            nearby::show(&dialog);
        } else if dialog.show_modal().is_err() {
            // Not in the document yet: shown without the modal layer.
            dialog.set_open(true);
        }
    });
    // Only a modal dialog hears of Escape by itself.
    let escape = move |event: web_sys::KeyboardEvent| {
        if framed && event.key() == "Escape" {
            on_close.run(());
        }
    };
    let heading = format!("{id}-title");
    let labelled_by = heading.clone();
    // A click on the dialog itself is one on what lies around its content.
    let outside = move |event: web_sys::MouseEvent| {
        let on_itself =
            event
                .target()
                .zip(element.get_untracked())
                .is_some_and(|(target, dialog)| {
                    let dialog: &web_sys::EventTarget = dialog.as_ref();
                    target == *dialog
                });
        if on_itself {
            on_close.run(());
        }
    };
    view! {
        <dialog
            id=id
            node_ref=element
            class:near=framed
            aria-labelledby=labelled_by
            on:click=outside
            on:keydown=escape
            on:cancel=move |event: web_sys::Event| {
                event.prevent_default();
                on_close.run(());
            }
        >
            <div class="sheet">
                <div class="sheet-head">
                    <h2 id=heading>{title}</h2>
                    <button type="button" class="button" on:click=move |_| on_close.run(())>
                        {move || text::close(store.lang.get())}
                    </button>
                </div>
                {children()}
            </div>
        </dialog>
    }
}
