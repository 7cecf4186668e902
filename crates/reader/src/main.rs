//! What the page calls: see `scripts/reading/`.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod calls {
    use js_sys::{Function, Uint8Array};
    use model::{Date, pack, unpack};
    use reader::{Given, Question};
    use wasm_bindgen::prelude::*;

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
        /// A packed `Result<Opened, Unread>`.
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
            read_on: today(),
        };
        let (read, text) = match reader::open(&given, &mut told) {
            Ok((opened, text)) => (Ok(opened), Some(text)),
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
