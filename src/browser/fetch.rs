//! A file's bytes, with how many have come, and an end to waiting.

use gloo_net::http::{Request, Response};
use js_sys::{Reflect, Uint8Array};
use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use model::Refusal;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStreamDefaultReader};

/// A server that sends nothing for so long is given up.
const SILENCE: Duration = Duration::from_secs(60);

/// The text of a file.
///
/// # Errors
/// As [`bytes`].
pub async fn text(file: &str) -> Result<String, Refusal> {
    let bytes = bytes(file, |_| ()).await?.to_vec();
    // As browsers read text: a byte order mark is no part of it.
    Ok(String::from_utf8_lossy(&bytes)
        .trim_start_matches('\u{feff}')
        .to_owned())
}

/// The bytes of a file, outside the program's own memory, which never shrinks;
/// `progress` hears how many have come.
///
/// # Errors
/// The status of the answer, the browser's reason, or that nothing came for a
/// minute.
pub async fn bytes(file: &str, progress: impl Fn(usize)) -> Result<Uint8Array, Refusal> {
    let unreachable = |error: JsValue| Refusal::Unreachable(reason(&error));
    let abort = AbortController::new().map_err(unreachable)?;
    let mut patience = Patience::new(&abort);
    let read = async {
        let response = Request::get(file)
            .abort_signal(Some(&abort.signal()))
            .send()
            .await
            .map_err(|e| Refusal::Unreachable(e.to_string()))?;
        if !response.ok() {
            return Err(Refusal::Answer(response.status()));
        }
        patience = Patience::new(&abort);
        body(&response, |bytes| {
            patience = Patience::new(&abort);
            progress(bytes);
        })
        .await
        .map_err(unreachable)
    };
    let result = read.await;
    if abort.signal().aborted() {
        return Err(Refusal::Silent(SILENCE.as_secs()));
    }
    result
}

async fn body(response: &Response, mut heard: impl FnMut(usize)) -> Result<Uint8Array, JsValue> {
    let Some(stream) = response.body() else {
        return Ok(Uint8Array::new_with_length(0));
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
        heard(length as usize);
        chunks.push(chunk);
    }
    let (all, mut at) = (Uint8Array::new_with_length(length), 0);
    for chunk in chunks {
        all.set(&chunk, at);
        at += chunk.length();
    }
    Ok(all)
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
    fn new(abort: &AbortController) -> Self {
        let abort = abort.clone();
        Self(set_timeout_with_handle(move || abort.abort(), SILENCE).ok())
    }
}

impl Drop for Patience {
    fn drop(&mut self) {
        if let Some(handle) = self.0 {
            handle.clear();
        }
    }
}
