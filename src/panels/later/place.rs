//! The place of what is not there yet.

use crate::browser::frame::PageAround;
use crate::browser::window;
use crate::panels::below::busy;
use crate::state::Store;
use crate::ui::{Button, Failure};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// A part on its way: whether it has come.
pub type Coming = Pin<Box<dyn Future<Output = bool>>>;

thread_local! {
    /// How many times a part has come: what failed asks again then.
    static COME: ArcRwSignal<u32> = ArcRwSignal::new(0);
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Waits,
    There,
    Failed,
    /// It has failed, and is asked for again.
    Again,
}

/// Shows what `make` makes when its part is there. Where the part came before, that is
/// before the next picture of the page; where `make` has nothing, it has failed.
pub fn later(load: fn() -> Coming, make: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    let lang = Store::get().lang();
    let place = RwSignal::new(Place::Waits);
    let ask = move || {
        let mut coming = load();
        if now(&mut coming) == Some(true) {
            place.set(Place::There);
            return;
        }
        spawn_local(async move {
            if coming.await {
                // Nobody may wait for it any more.
                let _ = place.try_set(Place::There);
                COME.with(|come| come.update(|times| *times += 1));
            } else if place.try_set(Place::Failed).is_none()
                && let Some(around) = PageAround::get()
            {
                around.tell_error(text::part_failed(lang.get_untracked()));
            }
        });
    };
    ask();
    Effect::new(move |before: Option<u32>| {
        let times = COME.with(|come| come.get());
        if before.is_some_and(|before| before != times) && place.get_untracked() == Place::Failed {
            ask();
        }
        times
    });
    let again = move || {
        place.set(Place::Again);
        ask();
    };
    let failed = Memo::new(move |_| matches!(place.get(), Place::Failed | Place::Again));
    let there = Memo::new(move |_| place.get() == Place::There);
    // The button stays while it is asked for again: it has the focus.
    let words = move || match place.get() {
        Place::Again => text::part_loading(lang.get()),
        _ => text::part_failed(lang.get()),
    };
    let failure = move || {
        view! {
            <Failure>
                <p>{words}</p>
                <div class="row">
                    <Button on_click=again>{move || text::retry(lang.get())}</Button>
                    // After a new version of the app was put on its host, nothing else helps.
                    <Button on_click=window::reload>{move || text::reload(lang.get())}</Button>
                </div>
            </Failure>
        }
        .into_any()
    };
    (move || match (there.get(), failed.get()) {
        (true, _) => make().unwrap_or_else(failure),
        (false, true) => failure(),
        (false, false) => view! {
            <div class="later" aria-busy=busy(|| true)>
                <p class="hint">{move || text::part_loading(lang.get())}</p>
            </div>
        }
        .into_any(),
    })
    .into_any()
}

/// What a future has already; nothing where it has to wait.
pub fn now<T>(mut future: impl Future<Output = T> + Unpin) -> Option<T> {
    match Pin::new(&mut future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => Some(done),
        Poll::Pending => None,
    }
}
