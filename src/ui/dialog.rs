//! A dialog over the page: traps the focus, closes with Escape, and gives the
//! focus back to what opened it.

use super::opener::Opener;
use super::{Button, Spoken};
use crate::browser::keys::pressed;
use crate::browser::nearby;
use leptos::html::Dialog as DialogElement;
use leptos::prelude::*;
use model::Lang;

/// A dialog that is open, and what had the focus before.
struct Shown {
    dialog: web_sys::HtmlDialogElement,
    opener: Opener,
}

impl Shown {
    /// Closes the dialog, without which nothing else takes the focus, and gives
    /// it back.
    fn give_back(self) {
        self.dialog.close();
        if let Some(document) = self.dialog.owner_document() {
            self.opener.give_back(&document);
        }
    }
}

/// Shows `children` over the page, or `near` the click where this is a frame.
/// `on_show` is called when it has opened, `on_close` when the reader leaves.
#[component]
pub fn Dialog(
    id: &'static str,
    #[prop(into)] title: Signal<Spoken>,
    #[prop(into)] lang: Signal<Lang>,
    near: bool,
    #[prop(into)] on_show: Callback<()>,
    #[prop(into)] on_close: Callback<()>,
    children: Children,
) -> impl IntoView {
    let element = NodeRef::<DialogElement>::new();
    let shown = StoredValue::new_local(None::<Shown>);
    Effect::new(move |_| {
        let Some(dialog) = element.get().filter(|dialog| !dialog.open()) else {
            return;
        };
        let Some(opener) = dialog.owner_document().map(|d| Opener::now(&d)) else {
            return;
        };
        if near {
            nearby::show(&dialog);
        } else if dialog.show_modal().is_err() {
            // Not in the document yet: shown without the modal layer.
            dialog.set_open(true);
        }
        on_show.run(());
        shown.set_value(Some(Shown { dialog, opener }));
    });
    on_cleanup(move || {
        if let Some(shown) = shown.try_update_value(Option::take).flatten() {
            shown.give_back();
        }
    });
    // Only a modal dialog hears of Escape by itself.
    let escape = move |event: web_sys::KeyboardEvent| {
        if near && pressed(&event).as_deref() == Some("Escape") {
            on_close.run(());
        }
    };
    let heading = format!("{id}-title");
    let labelled_by = heading.clone();
    // Below a modal dialog lies its backdrop, whose events are the dialog's. A
    // press that begins in the dialog, to select text, may end there.
    let began_outside = StoredValue::new(false);
    let is_outside = move |event: &web_sys::MouseEvent| {
        let dialog = element.get_untracked();
        dialog.is_some_and(|dialog| {
            event.target().as_ref() == Some(&dialog) && !holds(&dialog, event)
        })
    };
    let outside = move |event: web_sys::MouseEvent| {
        if began_outside.get_value() && is_outside(&event) {
            on_close.run(());
        }
    };
    view! {
        <dialog
            id=id
            node_ref=element
            class:near=near
            aria-labelledby=labelled_by
            on:pointerdown=move |event| began_outside.set_value(is_outside(&event))
            on:click=outside
            on:keydown=escape
            on:cancel=move |event: web_sys::Event| {
                event.prevent_default();
                on_close.run(());
            }
        >
            <div class="sheet">
                <div class="sheet-head">
                    <h2 id=heading lang=move || title.with(|t| t.lang.clone()) dir=move || title.with(|t| t.dir)>
                        {move || title.with(|t| t.words.clone())}
                    </h2>
                    <Button on_click=on_close>{move || text::close(lang.get())}</Button>
                </div>
                {children()}
            </div>
        </dialog>
    }
}

/// Whether an event is within the dialog's own box.
fn holds(dialog: &web_sys::HtmlDialogElement, event: &web_sys::MouseEvent) -> bool {
    let rect = dialog.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    (rect.left()..rect.right()).contains(&x) && (rect.top()..rect.bottom()).contains(&y)
}
