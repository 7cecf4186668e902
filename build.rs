//! Puts the programme that `Cargo.toml` names where the app compiles it in.

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
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("programme.json"), json)?;
    Ok(())
}
