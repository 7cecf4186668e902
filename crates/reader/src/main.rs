//! What the page calls: see `scripts/reading/`.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod calls {
    use js_sys::{Function, Object, Reflect, Uint8Array};
    use model::{Date, pack, unpack};
    use reader::{Encodings, Given, Question, Sent};
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        type TextDecoder;

        #[wasm_bindgen(constructor, catch)]
        fn new(label: &str, options: &Object) -> Result<TextDecoder, JsValue>;

        #[wasm_bindgen(method, getter)]
        fn encoding(this: &TextDecoder) -> String;

        #[wasm_bindgen(method, catch)]
        fn decode(this: &TextDecoder, bytes: &[u8]) -> Result<String, JsValue>;
    }

    /// Those of the browser.
    const ENCODINGS: Encodings = Encodings {
        named: |label| Some(decoder(label)?.encoding()),
        text: |name, bytes| decoder(name)?.decode(bytes).ok(),
    };

    fn decoder(label: &str) -> Option<TextDecoder> {
        let options = Object::new();
        // A mark was taken off already: another one is text.
        Reflect::set(&options, &"ignoreBOM".into(), &true.into()).ok()?;
        TextDecoder::new(label, &options).ok()
    }

    /// A day in milliseconds.
    const DAY: f64 = 86_400_000.0;

    /// What came of a file.
    #[wasm_bindgen]
    pub struct Answer {
        packed: Vec<u8>,
        text: Option<String>,
    }

    #[wasm_bindgen]
    impl Answer {
        /// A packed `Result<Sent, Unread>`.
        #[wasm_bindgen(getter)]
        pub fn packed(&self) -> Uint8Array {
            self.packed.as_slice().into()
        }

        /// The dataset's text, where one could be read.
        #[wasm_bindgen(getter)]
        pub fn text(&mut self) -> Option<String> {
            self.text.take()
        }
    }

    /// Reads a file, and the points of its places from a second one, if there is one;
    /// `progress` hears how much of it is read, from 0 to 1.
    ///
    /// # Errors
    /// When what came of it cannot be packed.
    #[wasm_bindgen]
    pub fn open(
        bytes: &[u8],
        name: &str,
        columns: &str,
        progress: &Function,
        places: Option<Box<[u8]>>,
        places_name: &str,
    ) -> Result<Answer, JsError> {
        let mut told = |share: f64| {
            // Whoever asked may be gone.
            let _ = progress.call1(&JsValue::NULL, &share.into());
        };
        let given = Given {
            file: (bytes, name),
            columns,
            places: places.as_deref().map(|bytes| (bytes, places_name)),
            encodings: ENCODINGS,
            read_on: today(),
        };
        let (read, text) = match reader::open(&given, &mut told) {
            Ok((opened, text)) => (Ok(Sent::of(opened)?), Some(text)),
            Err(unread) => (Err(unread), None),
        };
        let packed = pack(&read)?;
        Ok(Answer { packed, text })
    }

    fn today() -> Date {
        Date::day_of((js_sys::Date::now() / DAY).floor() as i32)
    }

    /// Answers a packed `Question` about a dataset's text.
    ///
    /// # Errors
    /// When the text is not the dataset's.
    #[wasm_bindgen]
    pub fn take(text: &str, asked: &[u8]) -> Result<Vec<u8>, JsError> {
        let wrong = |why: String| JsError::new(&why);
        Ok(match unpack(asked)? {
            Question::Take(asked) => pack(&reader::take(text, &asked).map_err(wrong)?)?,
            Question::Quote(quote) => pack(&reader::quote(text, &quote, today()).map_err(wrong)?)?,
        })
    }
}
