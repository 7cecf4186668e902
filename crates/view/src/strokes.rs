//! Which key presses are commands.

/// How long no other key that writes may come before or after a command, in
/// milliseconds. Programs that take dictation type a word at once, and people
/// who type hardly take longer from letter to letter; a person who means a key
/// as a command presses it alone.
pub const ALONE: f64 = 300.0;

/// Presses of keys that write, as they come.
#[derive(Clone, Copy, Debug, Default)]
pub struct Strokes {
    count: u32,
    last: Option<f64>,
}

/// A press that may turn out to stand alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke(u32);

impl Strokes {
    /// Notes a press at a time in milliseconds. It may be a command if none came
    /// shortly before; [`Self::is_alone`] tells, [`ALONE`] later, whether it is.
    pub fn press(&mut self, at: f64) -> Option<Stroke> {
        let alone = self.last.is_none_or(|last| at - last >= ALONE);
        self.last = Some(at);
        self.count = self.count.wrapping_add(1);
        alone.then_some(Stroke(self.count))
    }

    /// Whether no other press has come since.
    #[must_use]
    pub const fn is_alone(&self, stroke: Stroke) -> bool {
        self.count == stroke.0
    }
}

/// The key that a press means as a command: where the layout writes letters of
/// another script, or its digits, that of the same place on a Latin keyboard
/// (`code`, as browsers name places); and what Caps Lock made capital, small.
#[must_use]
pub fn command_key(key: &str, code: &str, shift: bool) -> String {
    let foreign = !key.is_ascii() && key.chars().all(char::is_alphanumeric);
    let place = code
        .strip_prefix("Key")
        .or_else(|| code.strip_prefix("Digit"))
        .filter(|_| foreign);
    match place {
        Some(place) => place.to_ascii_lowercase(),
        None if shift => key.to_owned(),
        None => key.to_ascii_lowercase(),
    }
}
