//! The focus, for what may still be on its way.

use super::Part;
use crate::browser::focus;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is made of a part that has come is on the page within so many pictures.
const PICTURES: u8 = 10;

/// Gives an element of a part the focus: now, or when it has come.
pub fn focus_in(part: Part, id: &'static str) {
    request_animation_frame(move || {
        if focus::on(id) {
            return;
        }
        spawn_local(async move {
            if part.load().await {
                look_for(id, PICTURES);
            }
        });
    });
}

fn look_for(id: &'static str, pictures: u8) {
    request_animation_frame(move || {
        if !focus::on(id) && pictures > 0 {
            look_for(id, pictures - 1);
        }
    });
}
