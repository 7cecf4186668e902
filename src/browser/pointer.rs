//! The pointer: a mouse, a pen or a finger.

use web_sys::PointerEvent;

/// Whether the pointer can point without pressing. A finger cannot: it leaves
/// without a word.
#[must_use]
pub fn hovers(event: &PointerEvent) -> bool {
    event.pointer_type() != "touch"
}
