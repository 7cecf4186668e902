//! The place of what is not there yet.

use crate::panels::below::busy;
use crate::state::Store;
use crate::ui::{Button, Failure};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// A part on its way: whether it has come.
pub type Coming = Pin<Box<dyn Future<Output = bool>>>;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Waits,
    There,
    Failed,
}

impl Place {
    fn of(has_come: bool) -> Self {
        if has_come { Self::There } else { Self::Failed }
    }
}

/// Shows what `make` makes when its part is there: at once where that came before.
pub fn later(load: fn() -> Coming, make: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let lang = Store::get().lang();
    let place = RwSignal::new(Place::Waits);
    let ask = move || {
        let mut coming = load();
        if let Some(has_come) = now(&mut coming) {
            place.set(Place::of(has_come));
            return;
        }
        place.set(Place::Waits);
        spawn_local(async move {
            let has_come = coming.await;
            // Nobody may wait for it any more.
            let _ = place.try_set(Place::of(has_come));
        });
    };
    ask();
    let again = move || {
        view! {
            <Failure>
                <p>{move || text::part_failed(lang.get())}</p>
                <Button on_click=ask>{move || text::retry(lang.get())}</Button>
            </Failure>
        }
    };
    (move || match place.get() {
        Place::There => make(),
        Place::Waits => view! { <div class="later" aria-busy=busy(|| true)></div> }.into_any(),
        Place::Failed => again().into_any(),
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
