//! Puts the programme that `Cargo.toml` names where the app compiles it in: read
//! and checked now, so that no reader waits for that, and its text, for the tests.

use std::path::Path;
use std::{env, error, fs};

fn main() -> Result<(), Box<dyn error::Error>> {
    println!("cargo::rerun-if-changed=Cargo.toml");
    let manifest: toml::Table = fs::read_to_string("Cargo.toml")?.parse()?;
    let file = manifest["package"]["metadata"]["programme"]["dataset"]
        .as_str()
        .ok_or("Cargo.toml: [package.metadata.programme] has no `dataset`")?;
    let path = Path::new("public").join(file);
    println!("cargo::rerun-if-changed={}", path.display());
    let json = fs::read_to_string(&path)
        .map_err(|error| format!("{}, named in Cargo.toml: {error}", path.display()))?;
    let read = model::parse(&json).map_err(|problem| {
        format!(
            "{} cannot be read: {problem:?}; `cargo xtask validate` says it in words",
            path.display()
        )
    })?;
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    fs::write(out.join("programme.packed"), model::pack(&read)?)?;
    fs::write(out.join("programme.json"), json)?;
    println!("cargo::rustc-env=PROGRAMME_FILE={file}");
    Ok(())
}
