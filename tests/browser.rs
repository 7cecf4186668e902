//! What needs a real document: the bridge to ECharts without its bundle, and
//! the words for people who cannot see a chart.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

use aid_atlas::browser::chart::{AREA, Event, add_map, mount};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_browser_folds_text_as_the_host_does() {
    for (typed, folded) in [
        ("Nye\u{302}mo Gorkhā", "nyemo gorkha"),
        ("ｂｅｉｊｉｎｇ　１８，７１０", "beijing 18,710"),
        ("STRAẞE Straße ﬁ İ", "strasse strasse fi i"),
        ("當雄縣 “拉薩” 堆龍德慶", "当雄县 拉萨 堆龙德庆"),
        ("Xi’an\u{200b} –\u{a0}a", "xian - a"),
    ] {
        assert_eq!(query::fold(typed), folded, "{typed}");
    }
}

fn element() -> web_sys::HtmlElement {
    let document = web_sys::window()
        .and_then(|w| w.document())
        .expect("a document");
    document
        .create_element("div")
        .expect("an element")
        .unchecked_into()
}

#[wasm_bindgen_test]
fn a_missing_bundle_is_an_error_and_no_panic() {
    let emit = js_sys::Function::new_no_args("");
    assert!(mount(&element(), &emit).is_err());
    assert!(add_map("nowhere", "{}").is_err());
}

#[wasm_bindgen_test]
fn a_bundle_is_asked_to_draw_highlight_and_dispose() {
    let bundle = js_sys::eval(
        "window.calls = []; window.AidAtlasCharts = { mount: (element, emit) => ({
            draw: (json) => { if (json === 'bad') throw new Error('bad'); calls.push('draw ' + json); emit('over', -1, 3); },
            highlight: (marks) => calls.push('highlight ' + [...marks]),
            showBrush: (range) => calls.push('brush ' + [...range]),
            dispose: () => calls.push('dispose ' + element.localName),
        }) }",
    );
    assert!(bundle.is_ok());
    let emit = js_sys::Function::new_with_args("name, a, b", "calls.push([name, a, b].join())");
    let drawing = mount(&element(), &emit).expect("a drawing");
    drawing.draw("{}").expect("drawn");
    assert!(
        drawing.draw("bad").is_err(),
        "what ECharts throws is an error, no panic"
    );
    drawing.highlight(&[AREA, 2, 0, 1], &[]);
    drawing.show_brush(&[1.0, 2.0]);
    drawing.dispose();
    let calls = js_sys::eval("calls.join(' | ')")
        .ok()
        .and_then(|c| c.as_string());
    assert_eq!(
        calls.as_deref(),
        Some("draw {} | over,-1,3 | highlight -1,2,0,1 | brush 1,2 | dispose div")
    );
}

#[wasm_bindgen_test]
fn events_are_read_and_anything_else_is_ignored() {
    let number = JsValue::from_f64;
    assert_eq!(
        Event::read("over", &number(-1.0), &number(4.0)),
        Some(Event::Over(None, 4))
    );
    assert_eq!(
        Event::read("over", &number(1.0), &number(4.0)),
        Some(Event::Over(Some(1), 4))
    );
    assert_eq!(
        Event::read("click", &number(-1.0), &number(4.0)),
        Some(Event::Click(None, 4))
    );
    assert_eq!(Event::read("click", &"x".into(), &number(0.0)), None);
    assert_eq!(Event::read("brush", &number(1.0), &JsValue::NULL), None);
    assert_eq!(Event::read("nonsense", &number(1.0), &number(0.0)), None);
}
