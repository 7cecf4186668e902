//! Random changes of a file: a stretch of letters gives way to others, or a value
//! of its JSON to another.

use crate::targets::Target;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

/// A longer text is not made longer.
const LONGEST: usize = 400_000;

/// A file of the corpus, and what becomes of it.
#[derive(Clone, Debug)]
pub struct Case {
    file: Index,
    changes: Vec<Change>,
}

#[derive(Clone, Debug)]
enum Change {
    /// So many letters from there on give way.
    Letters { at: Index, taken: usize, put: Put },
    /// A value of the JSON, by which child to go to, level by level.
    Json { path: Vec<usize>, with: Value },
}

/// What comes in place of a stretch.
#[derive(Clone, Debug)]
enum Put {
    /// Any text, or a word of the format.
    Text(String),
    /// The stretch itself, so many times.
    Again(usize),
    /// A stretch of another file.
    Part {
        file: Index,
        from: Index,
        length: usize,
    },
}

impl Case {
    /// What is checked, made of the files of the corpus.
    pub fn text(&self, files: &[String]) -> String {
        let first = self.file.get(files).clone();
        self.changes
            .iter()
            .fold(first, |text, change| match change {
                _ if text.len() > LONGEST => text,
                Change::Letters { at, taken, put } => letters(&text, *at, *taken, put, files),
                Change::Json { path, with } => match serde_json::from_str(&text) {
                    Ok(mut value) => {
                        mutate(&mut value, path, with);
                        value.to_string()
                    }
                    Err(_) => text,
                },
            })
    }
}

fn letters(text: &str, at: Index, taken: usize, put: &Put, files: &[String]) -> String {
    let all: Vec<char> = text.chars().collect();
    let from = at.index(all.len() + 1);
    let to = (from + taken).min(all.len());
    let word = |letters: &[char]| letters.iter().collect::<String>();
    let new = match put {
        Put::Text(text) => text.clone(),
        Put::Again(times) => word(&all[from..to]).repeat(*times),
        Put::Part { file, from, length } => {
            let other: Vec<char> = file.get(files).chars().collect();
            let from = from.index(other.len() + 1);
            word(&other[from..(from + length).min(other.len())])
        }
    };
    format!("{}{new}{}", word(&all[..from]), word(&all[to..]))
}

/// Goes down a path and puts a value there; some paths end in a part that goes,
/// or is there twice.
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

/// Any case of a target.
pub fn case(target: &Target) -> impl Strategy<Value = Case> + use<> {
    let words = target.words;
    let length = || prop_oneof![4 => 0..4_usize, 2 => 0..60_usize, 1 => 0..5000_usize];
    let put = prop_oneof![
        3 => select(words).prop_map(|word| Put::Text(word.to_owned())),
        1 => ".{0,6}".prop_map(Put::Text),
        1 => Just(Put::Text(String::new())),
        1 => prop_oneof![4 => 0..6_usize, 1 => 0..3000_usize].prop_map(Put::Again),
        1 => (any::<Index>(), any::<Index>(), length())
            .prop_map(|(file, from, length)| Put::Part { file, from, length }),
    ];
    let letters = (any::<Index>(), length(), put).prop_map(|(at, taken, put)| Change::Letters {
        at,
        taken,
        put,
    });
    let json = (vec(0..1000_usize, 1..8), leaf(words))
        .prop_map(|(path, with)| Change::Json { path, with });
    (any::<Index>(), vec(prop_oneof![letters, json], 0..6))
        .prop_map(|(file, changes)| Case { file, changes })
}

fn leaf(words: &'static [&'static str]) -> impl Strategy<Value = Value> {
    prop_oneof![
        select(vec![
            Value::Null,
            json!(true),
            json!(-1),
            json!(1e300),
            json!(""),
            json!("2018"),
            json!("\u{0}\u{feff}\u{202e}<>&\"'"),
            json!([]),
            json!({}),
            json!([[[[]]]]),
            json!({"zh": "", "en": ""}),
        ]),
        select(words).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-20..400_i64).prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ]
}
