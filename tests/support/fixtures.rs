//! Programmes that were invented for tests, each unlike the built-in one.

use std::process::Command;
use std::sync::LazyLock;

/// In US dollars and French: points alone, no maps, levels, charts or measures.
pub const POINTS: &str = include_str!("../fixtures/points-usd-fr.json");

/// In two currencies, Arabic and English: outlines, periods, charts.
pub const CURRENCIES: &str = include_str!("../fixtures/two-currencies-ar.json");

/// 3,000 records in English and Spanish, as the generator writes them.
pub fn many() -> &'static str {
    static TEXT: LazyLock<String> = LazyLock::new(|| {
        let made = Command::new("node")
            .arg("tests/fixtures/generate.mjs")
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("node, which makes the large dataset");
        assert!(
            made.status.success(),
            "{}",
            String::from_utf8_lossy(&made.stderr)
        );
        String::from_utf8(made.stdout).expect("UTF-8")
    });
    &TEXT
}

/// All of them, with a name for messages.
pub fn programmes() -> [(&'static str, &'static str); 3] {
    [
        ("points-usd-fr", POINTS),
        ("two-currencies-ar", CURRENCIES),
        ("many-en-es", many()),
    ]
}
