//! JSON as a literal, as `serde_json::json!` has it, for a third of its code.
//!
//! That macro writes out for each key a string, a conversion with its panic, an
//! insertion and the drop of what was there before: some hundred bytes of the program,
//! four hundred times. Here each key is one call.

use serde::Serialize;
use serde_json::{Map, Value};

/// Puts a value under a key.
#[inline(never)]
pub fn put(object: &mut Map<String, Value>, key: &'static str, value: Value) {
    object.insert(key.to_owned(), value);
}

/// Puts what can be written as JSON under a key.
#[inline(never)]
pub fn set<T: Serialize + ?Sized>(object: &mut Map<String, Value>, key: &'static str, of: &T) {
    put(object, key, value(of));
}

/// What can be written as JSON. Nothing here cannot: keys are strings.
#[inline(never)]
pub fn value<T: Serialize + ?Sized>(of: &T) -> Value {
    serde_json::to_value(of).unwrap_or_default()
}

/// A value of JSON; within it any expression that can be written as such.
macro_rules! json {
    (@in $object:ident) => {};
    (@in $object:ident $key:literal : {$($inner:tt)*} $(, $($rest:tt)*)?) => {
        $crate::json::put(&mut $object, $key, json!({$($inner)*}));
        json!(@in $object $($($rest)*)?);
    };
    (@in $object:ident $key:literal : [$($inner:tt)*] $(, $($rest:tt)*)?) => {
        $crate::json::put(&mut $object, $key, json!([$($inner)*]));
        json!(@in $object $($($rest)*)?);
    };
    (@in $object:ident $key:literal : null $(, $($rest:tt)*)?) => {
        $crate::json::put(&mut $object, $key, serde_json::Value::Null);
        json!(@in $object $($($rest)*)?);
    };
    (@in $object:ident $key:literal : $value:expr $(, $($rest:tt)*)?) => {
        $crate::json::set(&mut $object, $key, &$value);
        json!(@in $object $($($rest)*)?);
    };
    (@of [$($done:expr,)*]) => { vec![$($done,)*] };
    (@of [$($done:expr,)*] {$($inner:tt)*} $(, $($rest:tt)*)?) => {
        json!(@of [$($done,)* json!({$($inner)*}),] $($($rest)*)?)
    };
    (@of [$($done:expr,)*] [$($inner:tt)*] $(, $($rest:tt)*)?) => {
        json!(@of [$($done,)* json!([$($inner)*]),] $($($rest)*)?)
    };
    (@of [$($done:expr,)*] $value:expr $(, $($rest:tt)*)?) => {
        json!(@of [$($done,)* $crate::json::value(&$value),] $($($rest)*)?)
    };
    ({$($inner:tt)*}) => {{
        #[allow(unused_mut, reason = "an empty one is not changed")]
        let mut object = serde_json::Map::new();
        json!(@in object $($inner)*);
        serde_json::Value::Object(object)
    }};
    ([$($inner:tt)*]) => { serde_json::Value::Array(json!(@of [] $($inner)*)) };
    ($value:expr) => { $crate::json::value(&$value) };
}

pub(crate) use json;
