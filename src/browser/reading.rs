//! The second program, which reads files and writes them: `crates/reader`, by way of
//! `scripts/reading/`.

use super::{paint, script};
use formats::Citation;
use js_sys::{Reflect, Uint8Array};
use model::{pack, unpack};
use reader::{Asked, Opened, Question, Quote, Sent, Taken, Unread};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = AidAtlasReading, js_name = open)]
    async fn open_there(
        bytes: Uint8Array,
        name: &str,
        columns: &str,
        progress: &Closure<dyn Fn(f64)>,
        places: Option<Uint8Array>,
        places_name: &str,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = AidAtlasReading, js_name = stop)]
    async fn stop_there() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = AidAtlasReading, js_name = take)]
    async fn take_there(text: &JsValue, asked: Uint8Array) -> Result<Uint8Array, JsValue>;
}

/// What the script makes.
const GLOBAL: &str = "AidAtlasReading";

/// The text of a dataset, which the page itself does not hold: a file's address
/// below the app, or a `Blob`.
#[derive(Clone, Debug)]
pub struct Text(JsValue);

impl Text {
    /// That of a file below the app.
    #[must_use]
    pub fn of_file(file: &str) -> Self {
        Self(file.into())
    }

    /// The `Blob`, for a file to take away.
    #[must_use]
    pub fn content(&self) -> JsValue {
        self.0.clone()
    }
}

async fn load() -> Result<(), JsValue> {
    script::load("reading.js", GLOBAL).await
}

/// Reads a file's bytes, which are given away, of that name; `columns` says how a
/// table is read, and `places` is a second one with the points of its places.
/// `progress` hears how much of it is read, from 0 to 1.
///
/// # Errors
/// The browser's own words where the second program does not come or breaks down.
pub async fn open(
    (bytes, name): (Uint8Array, &str),
    columns: &str,
    places: Option<(Uint8Array, String)>,
    progress: impl Fn(f64) + 'static,
) -> Result<Result<(Opened, Text), Unread>, String> {
    let progress = Closure::<dyn Fn(f64)>::new(progress);
    let read = async {
        load().await?;
        let (places, its_name) = places.unzip();
        let its_name = its_name.unwrap_or_default();
        let answer = open_there(bytes, name, columns, &progress, places, &its_name).await?;
        let refused = Reflect::get(&answer, &"refused".into())?.as_string();
        match refused.as_deref() {
            Some("size") => return Ok(Err(Unread::Size)),
            Some(_) => return Ok(Err(Unread::Gzip)),
            None => {}
        }
        let packed: Uint8Array = Reflect::get(&answer, &"packed".into())?.unchecked_into();
        let text = Text(Reflect::get(&answer, &"text".into())?);
        Ok(Ok((packed.to_vec(), text)))
    };
    let (packed, text) = match read.await.map_err(|error| words(&error))? {
        Ok(read) => read,
        Err(unread) => return Ok(Err(unread)),
    };
    let damaged = |error: std::io::Error| error.to_string();
    let sent: Sent = match unpack(&packed).map_err(damaged)? {
        Ok(sent) => sent,
        Err(unread) => return Ok(Err(unread)),
    };
    drop(packed);
    let opened = sent.open(paint::next_task).await.map_err(damaged)?;
    // What comes of it is work enough for a task.
    paint::next_task().await;
    Ok(Ok((opened, text)))
}

/// Ends what is being read; nothing comes of it.
pub async fn stop() {
    if script::is_there(GLOBAL) {
        // What cannot be ended comes to nothing all the same.
        let _ = stop_there().await;
    }
}

/// Writes a file to take away.
///
/// # Errors
/// The browser's own words where the second program does not come or breaks down,
/// or the dataset's text cannot be had any more.
pub async fn take(text: &Text, asked: Asked) -> Result<Taken, JsValue> {
    unpack(&ask(text, &Question::Take(asked)).await?).map_err(wrong)
}

/// Cites what a reader looks at.
///
/// # Errors
/// As [`take`].
pub async fn quote(text: &Text, quote: Quote) -> Result<Citation, JsValue> {
    unpack(&ask(text, &Question::Quote(quote)).await?).map_err(wrong)
}

async fn ask(text: &Text, question: &Question) -> Result<Vec<u8>, JsValue> {
    load().await?;
    let asked = pack(question).map_err(wrong)?;
    let answer = take_there(&text.0, asked.as_slice().into()).await?;
    Ok(answer.to_vec())
}

fn wrong(error: std::io::Error) -> JsValue {
    error.to_string().into()
}

fn words(error: &JsValue) -> String {
    script::message(error).unwrap_or_default()
}
