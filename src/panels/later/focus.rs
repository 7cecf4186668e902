//! The focus, for what may still be on its way.

use super::Part;
use crate::browser::focus;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is made of a part that has come is on the page within so many pictures.
const PICTURES: u8 = 10;

/// Gives an element of a part the focus: now, or when it has come, if the reader has not
/// gone on meanwhile.
pub fn focus_in(part: Part, id: &'static str) {
    request_animation_frame(move || {
        if focus::on(id) {
            return;
        }
        let before = document().active_element();
        spawn_local(async move {
            if part.load().await {
                look_for(id, before, PICTURES);
            }
        });
    });
}

fn look_for(id: &'static str, before: Option<web_sys::Element>, pictures: u8) {
    request_animation_frame(move || {
        let focused = document().active_element();
        let is_on_page = focused.as_ref().is_none_or(|e| e.tag_name() == "BODY");
        if (is_on_page || focused == before) && !focus::on(id) && pictures > 0 {
            look_for(id, before, pictures - 1);
        }
    });
}
