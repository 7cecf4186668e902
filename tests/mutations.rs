//! The built-in dataset with something else in it, at random.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use aid_atlas::PROGRAMME;
use proptest::prelude::*;
use serde_json::{Value, json};
use support::walk;

/// A place in a JSON value: which child to go to, level by level.
fn mutate(value: &mut Value, path: &[usize], with: &Value) {
    match (value, path) {
        (Value::Object(fields), [first, rest @ ..]) if !fields.is_empty() => {
            let name = fields
                .keys()
                .nth(first % fields.len())
                .cloned()
                .unwrap_or_default();
            if rest.is_empty() && first % 7 == 0 {
                fields.remove(&name);
            } else if let Some(field) = fields.get_mut(&name) {
                mutate(field, rest, with);
            }
        }
        (Value::Array(items), [first, rest @ ..]) if !items.is_empty() => {
            let at = first % items.len();
            match (rest.is_empty(), first % 5) {
                (true, 0) => {
                    items.remove(at);
                }
                (true, 1) => items.push(items[at].clone()),
                _ => mutate(&mut items[at], rest, with),
            }
        }
        (place, _) => *place = with.clone(),
    }
}

fn leaf() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(json!(-1)),
        Just(json!(1e300)),
        Just(json!("")),
        Just(json!("2018")),
        Just(json!("funds-since-1994")),
        Just(json!("\u{0}\u{feff}\u{202e}<>&\"'")),
        Just(json!([])),
        Just(json!({})),
        Just(json!([[[[]]]])),
        Just(json!({"zh": "", "en": ""})),
        any::<f64>().prop_map(|number| json!(number)),
        any::<u64>().prop_map(|number| json!(number)),
        ".{0,12}".prop_map(|text| json!(text)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// The built-in dataset with something else at some places of it.
    #[test]
    fn any_change_of_a_dataset_ends_in_words(
        changes in prop::collection::vec((prop::collection::vec(0..1000_usize, 1..7), leaf()), 1..6),
    ) {
        let mut made: Value = serde_json::from_str(PROGRAMME).expect("JSON");
        for (path, with) in &changes {
            mutate(&mut made, path, with);
        }
        walk(&made.to_string());
    }

    /// The text of a dataset with letters lost or changed.
    #[test]
    fn any_text_ends_in_words(cut in 0..80_000_usize, at in 0..80_000_usize, letter in any::<char>()) {
        let letters: Vec<char> = PROGRAMME.chars().collect();
        let cut = cut % letters.len();
        walk(&letters[..cut].iter().collect::<String>());
        let mut changed = letters;
        let at = at % changed.len();
        changed[at] = letter;
        walk(&changed.into_iter().collect::<String>());
    }
}
