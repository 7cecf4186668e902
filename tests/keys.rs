//! Which key presses are commands.

use view::{ALONE, Strokes, command_key};

/// Presses at times; which of them are commands in the end.
fn commands(times: &[f64]) -> Vec<f64> {
    let mut strokes = Strokes::default();
    let mut commands = Vec::new();
    let mut waiting = None;
    for (position, at) in times.iter().enumerate() {
        if let Some(stroke) = strokes.press(*at) {
            waiting = Some(stroke);
        }
        let next = times.get(position + 1);
        let due = next.is_none_or(|next| next - at >= ALONE);
        if due && waiting.is_some_and(|stroke| strokes.is_alone(stroke)) {
            commands.push(*at);
        }
    }
    commands
}

#[test]
fn a_key_alone_is_a_command() {
    assert_eq!(commands(&[0.0]), [0.0]);
    assert_eq!(
        commands(&[1000.0, 1000.0 + ALONE, 9000.0]),
        [1000.0, 1000.0 + ALONE, 9000.0]
    );
}

#[test]
fn letters_of_a_word_are_none() {
    assert_eq!(commands(&[0.0, 4.0, 8.0, 12.0]), [0.0; 0], "dictated");
    assert_eq!(commands(&[0.0, 120.0, 260.0, 401.0]), [0.0; 0], "typed");
    assert_eq!(
        commands(&[0.0, 150.0, 5000.0]),
        [5000.0],
        "and then one that is"
    );
    assert_eq!(commands(&[0.0, ALONE - 1.0]), [0.0; 0]);
}

#[test]
fn a_key_means_the_same_on_layouts_of_other_scripts_and_with_caps_lock() {
    for (key, code, shift, wanted) in [
        ("c", "KeyC", false, "c"),
        // The place does not count where the layout writes Latin letters.
        ("a", "KeyQ", false, "a"),
        ("с", "KeyC", false, "c"),
        ("Д", "KeyL", false, "l"),
        ("ψ", "KeyC", false, "c"),
        ("س", "KeyS", false, "s"),
        ("२", "Digit2", false, "2"),
        ("٣", "Digit3", false, "3"),
        ("C", "KeyC", false, "c"),
        ("C", "KeyC", true, "C"),
        ("?", "Digit7", true, "?"),
        ("/", "KeyQ", false, "/"),
        (".", "Slash", false, "."),
        ("ö", "Semicolon", false, "ö"),
        ("。", "Period", false, "。"),
    ] {
        assert_eq!(command_key(key, code, shift), wanted, "{key} at {code}");
    }
}
