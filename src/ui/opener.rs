//! What had the focus before something opened, to give it back.

use crate::browser::focus;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

/// The element that the reader came from.
pub(super) struct Opener(Option<Element>);

impl Opener {
    /// What has the focus now.
    pub(super) fn now(document: &Document) -> Self {
        Self(document.active_element())
    }

    /// Whether the reader came from anywhere: not at the start of a page.
    pub(super) fn is_any(&self) -> bool {
        self.0.as_ref().is_some_and(|e| e.tag_name() != "BODY")
    }

    /// Gives the focus back: to what opened the rest, or where that is gone or
    /// was nothing to the page's content. Nothing scrolls. A reader who is in the
    /// page around a frame stays there.
    pub(super) fn give_back(self, document: &Document) {
        if !document.has_focus().unwrap_or(false) {
            return;
        }
        let opener = self
            .0
            .filter(|opener| opener.tag_name() != "BODY" && opener.get_client_rects().length() > 0);
        let main = || document.query_selector("main").ok().flatten();
        let target = opener.or_else(main).and_then(|e| e.dyn_into().ok());
        if let Some(target) = target {
            focus::calmly(&target);
        }
    }
}
