//! What charming lacks of ECharts: events, outlines, highlighting, brushing,
//! zooming, fingers, resizing, disposal. The other half is `scripts/chart/`, and
//! `scripts/bridge.ts` says what the two call of each other.

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// In place of a series: an area of the map.
pub const AREA: i32 = -1;

#[wasm_bindgen]
extern "C" {
    /// A chart in an element of the page.
    pub type Drawing;

    /// Draws into `element`. `emit` gets the name of an event and two arguments.
    ///
    /// # Errors
    /// When the bundle did not load.
    #[wasm_bindgen(catch, js_namespace = AidAtlasCharts)]
    pub fn mount(element: &HtmlElement, emit: &js_sys::Function) -> Result<Drawing, JsValue>;

    /// Registers outlines, as GeoJSON text, under a name.
    ///
    /// # Errors
    /// When the bundle did not load or the text is no GeoJSON.
    #[wasm_bindgen(catch, js_namespace = AidAtlasCharts, js_name = addMap)]
    pub fn add_map(name: &str, geojson: &str) -> Result<(), JsValue>;

    /// What of an element's chart is on screen: how often the map is enlarged,
    /// or the time axis from and to, in milliseconds since 1970; empty for others.
    ///
    /// # Errors
    /// When the bundle did not load.
    #[wasm_bindgen(catch, js_namespace = AidAtlasCharts)]
    pub fn shown(element: &HtmlElement) -> Result<Vec<f64>, JsValue>;

    /// Draws an option, given as JSON, when it is its turn ([`Event::Failed`] tells if
    /// that fails).
    ///
    /// # Errors
    /// When it is no JSON.
    #[wasm_bindgen(catch, method)]
    pub fn draw(this: &Drawing, json: &str) -> Result<(), JsValue>;

    /// Highlights marks (series, datum, series, datum, ...) and no others, and has
    /// those of another list stand back; the series of an area is [`AREA`].
    #[wasm_bindgen(method)]
    pub fn highlight(this: &Drawing, marks: &[i32], dim: &[i32]);

    /// Shows a brushed range in milliseconds since 1970; empty: none.
    #[wasm_bindgen(method, js_name = showBrush)]
    pub fn show_brush(this: &Drawing, range: &[f64]);

    /// What pictures show in place of what is drawn, as JSON, and its height in
    /// pixels; an empty text is nothing else.
    #[wasm_bindgen(method)]
    pub fn keep(this: &Drawing, json: &str, height: f64);

    /// Zooms the map or the time axis by a factor; the axis also moves by a
    /// share of what is visible.
    #[wasm_bindgen(method)]
    pub fn navigate(this: &Drawing, factor: f64, shift: f64);

    /// Shows the map `zoom` times as large as a whole, with a point of its sheet
    /// in the middle.
    #[wasm_bindgen(method)]
    pub fn look(this: &Drawing, x: f64, y: f64, zoom: f64);

    /// Shows all again.
    #[wasm_bindgen(method)]
    pub fn reset(this: &Drawing);

    /// Frees the chart.
    #[wasm_bindgen(method)]
    pub fn dispose(this: &Drawing);
}

/// What a reader did with a chart.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Clicked a mark: series, none for an area of the map, and datum.
    Click(Option<usize>, usize),
    /// Pointed at a mark: series, none for an area of the map, and datum.
    Over(Option<usize>, usize),
    /// Pointed away.
    Out,
    /// Brushed a range, in milliseconds since 1970.
    Brush(f64, f64),
    /// Took the brush away.
    Unbrush,
    /// The map is enlarged so often now.
    Zoom(f64),
    /// Nothing: ECharts refused what it was to draw.
    Failed,
    /// Turned the wheel, which scrolls the page, over what can be zoomed.
    Wheel,
}

impl Event {
    /// Reads what `emit` was called with.
    #[must_use]
    pub fn read(name: &str, a: &JsValue, b: &JsValue) -> Option<Self> {
        let number = |value: &JsValue| value.as_f64();
        let mark = || {
            let series = usize::try_from(number(a)? as i32).ok();
            Some((series, number(b)? as usize))
        };
        match name {
            "click" => mark().map(|(series, datum)| Self::Click(series, datum)),
            "over" => mark().map(|(series, datum)| Self::Over(series, datum)),
            "out" => Some(Self::Out),
            "brush" => Some(Self::Brush(number(a)?, number(b)?)),
            "unbrush" => Some(Self::Unbrush),
            "zoom" => Some(Self::Zoom(number(a)?)),
            "wheel" => Some(Self::Wheel),
            "failed" => Some(Self::Failed),
            _ => None,
        }
    }
}
