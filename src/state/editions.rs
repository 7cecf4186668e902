//! Editions of the built-in dataset.

use editions::Edition;
use leptos::prelude::*;
use model::unpack;

/// Which edition is built in, and which earlier ones are kept.
#[derive(Clone, Copy, Debug)]
pub struct Editions {
    present: &'static str,
    packed: &'static [u8],
}

impl Editions {
    /// The name of the one that is built in, and the others, packed.
    #[must_use]
    pub const fn new(present: &'static str, packed: &'static [u8]) -> Self {
        Self { present, packed }
    }

    /// The page's.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// The name of the one that is built in.
    #[must_use]
    pub const fn present(self) -> &'static str {
        self.present
    }

    /// Those that are kept, the newest first. The build has packed them: only a build
    /// that is wrong has none where there are some.
    #[must_use]
    pub fn kept(self) -> Vec<Edition> {
        unpack(self.packed).unwrap_or_default()
    }
}
