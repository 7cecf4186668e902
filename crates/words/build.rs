//! Compiles the files of words, and the tests' own.

#[path = "build/mod.rs"]
mod build;

use std::path::{Path, PathBuf};
use std::{env, error, fs};

/// Each folder of words, and the Rust that it becomes.
const FOLDERS: [(&str, &str); 2] = [
    ("../../locales", "words.rs"),
    ("tests/fixtures/locales", "fixture.rs"),
];

fn main() -> Result<(), Box<dyn error::Error>> {
    println!("cargo::rerun-if-changed=build");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    for (folder, rust) in FOLDERS {
        println!("cargo::rerun-if-changed={folder}");
        match build::generate(Path::new(folder)) {
            Ok(code) => fs::write(out.join(rust), code)?,
            Err(wrong) => {
                for line in wrong.lines() {
                    println!("cargo::error={folder}/{line}");
                }
            }
        }
    }
    Ok(())
}
