//! Which key presses are commands.

use aid_atlas::view::{ALONE, Strokes};

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
