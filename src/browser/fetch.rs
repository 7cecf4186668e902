//! A file's bytes, with how many have come, and an end to waiting.

use gloo_net::http::{Request, Response};
use js_sys::{Reflect, Uint8Array};
use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use model::Refusal;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStreamDefaultReader};

/// A server that sends nothing for so long is given up.
const SILENCE: Duration = Duration::from_secs(60);
/// Larger files are not read, in megabytes.
pub const MOST: usize = 200;

/// The same in bytes.
#[must_use]
pub const fn most_bytes() -> usize {
    MOST * 1_000_000
}

/// Whether the reader's browser asks pages to save data.
#[must_use]
pub fn saves_data() -> bool {
    let get = |of: JsValue, name: &str| Reflect::get(&of, &name.into()).ok();
    web_sys::window()
        .and_then(|window| get(window.navigator().into(), "connection"))
        .filter(JsValue::is_object)
        .and_then(|connection| get(connection, "saveData"))
        .is_some_and(|saves| saves.is_truthy())
}

/// Why nothing came of a request.
pub enum Ended {
    /// Somebody gave it up.
    Stopped,
    /// What is wrong.
    Refused(Refusal),
}

/// An end to one request.
#[derive(Clone, Debug)]
pub struct Stop {
    abort: AbortController,
    /// Whether it was the server's silence that ended it.
    silent: Rc<Cell<bool>>,
}

impl Stop {
    /// For a single request.
    ///
    /// # Errors
    /// In browsers that know no such thing.
    pub fn new() -> Result<Self, JsValue> {
        Ok(Self {
            abort: AbortController::new()?,
            silent: Rc::default(),
        })
    }

    /// Gives the request up.
    pub fn stop(&self) {
        self.abort.abort();
    }
}

/// The text of a file.
///
/// # Errors
/// As [`bytes`].
pub async fn text(file: &str) -> Result<String, Refusal> {
    let unreachable = |error: JsValue| Refusal::Unreachable(reason(&error));
    let stop = Stop::new().map_err(unreachable)?;
    let bytes = match bytes(file, &stop, |_| ()).await {
        Ok(bytes) => bytes.to_vec(),
        Err(Ended::Refused(refusal)) => return Err(refusal),
        // Nobody else could stop it.
        Err(Ended::Stopped) => return Err(Refusal::Unreachable(String::new())),
    };
    // As browsers read text: a byte order mark is no part of it.
    Ok(String::from_utf8_lossy(&bytes)
        .trim_start_matches('\u{feff}')
        .to_owned())
}

/// The bytes of a file, outside the program's own memory, which never shrinks;
/// `progress` hears how many have come.
///
/// # Errors
/// The status of the answer, the browser's reason, that nothing came for a
/// minute, that it is too large, or that it was given up.
pub async fn bytes(file: &str, stop: &Stop, progress: impl Fn(usize)) -> Result<Uint8Array, Ended> {
    let unreachable = |error: JsValue| Refusal::Unreachable(reason(&error));
    let mut patience = Patience::new(stop);
    let read = async {
        let response = Request::get(file)
            .abort_signal(Some(&stop.abort.signal()))
            .send()
            .await
            .map_err(|e| Refusal::Unreachable(e.to_string()))?;
        if !response.ok() {
            return Err(Refusal::Answer(response.status()));
        }
        // A host that says so beforehand need not send it.
        let said = response.headers().get("content-length");
        let said = said.and_then(|length| length.parse::<usize>().ok());
        if said.is_some_and(|length| length > most_bytes()) {
            return Err(Refusal::TooLarge(MOST));
        }
        let heard = |bytes: usize| {
            patience = Patience::new(stop);
            progress(bytes);
            bytes <= most_bytes()
        };
        let all = body(&response, heard).await.map_err(unreachable)?;
        all.ok_or(Refusal::TooLarge(MOST))
    };
    let result = read.await;
    drop(patience);
    match result {
        Err(Refusal::TooLarge(most)) => {
            // The rest need not come.
            stop.stop();
            Err(Ended::Refused(Refusal::TooLarge(most)))
        }
        _ if stop.silent.get() => Err(Ended::Refused(Refusal::Silent(SILENCE.as_secs()))),
        _ if stop.abort.signal().aborted() => Err(Ended::Stopped),
        result => result.map_err(Ended::Refused),
    }
}

/// All of a body; nothing where `heard` would have no more of it.
async fn body(
    response: &Response,
    mut heard: impl FnMut(usize) -> bool,
) -> Result<Option<Uint8Array>, JsValue> {
    let Some(stream) = response.body() else {
        return Ok(Some(Uint8Array::new_with_length(0)));
    };
    let (mut chunks, mut length) = (Vec::new(), 0);
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    loop {
        let chunk = JsFuture::from(reader.read()).await?;
        if Reflect::get(&chunk, &"done".into())?.is_truthy() {
            break;
        }
        let chunk = Uint8Array::new(&Reflect::get(&chunk, &"value".into())?);
        length += chunk.length();
        if !heard(length as usize) {
            return Ok(None);
        }
        chunks.push(chunk);
    }
    let (all, mut at) = (Uint8Array::new_with_length(length), 0);
    for chunk in chunks {
        all.set(&chunk, at);
        at += chunk.length();
    }
    Ok(Some(all))
}

fn reason(error: &JsValue) -> String {
    Reflect::get(error, &"message".into())
        .ok()
        .and_then(|message| message.as_string())
        .unwrap_or_default()
}

/// Aborts when it runs out; forgotten when it is dropped before.
struct Patience(Option<TimeoutHandle>);

impl Patience {
    fn new(stop: &Stop) -> Self {
        let stop = stop.clone();
        let end = move || {
            stop.silent.set(true);
            stop.stop();
        };
        Self(set_timeout_with_handle(end, SILENCE).ok())
    }
}

impl Drop for Patience {
    fn drop(&mut self) {
        if let Some(handle) = self.0 {
            handle.clear();
        }
    }
}
