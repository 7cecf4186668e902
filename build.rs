//! Puts the programme that `Cargo.toml` names where the app compiles it in: read
//! and checked now, so that no reader waits for that, and its text, for the tests; and
//! its editions, with what each changed.

use editions::{Edition, Entry, changes, name, short_of};
use std::path::Path;
use std::{env, error, fs};

type Fallible<T> = Result<T, Box<dyn error::Error>>;

fn main() -> Fallible<()> {
    println!("cargo::rerun-if-changed=Cargo.toml");
    if env::var_os("CARGO_FEATURE_SPLIT").is_some()
        && env::var("CARGO_CFG_TARGET_ARCH")? == "wasm32"
    {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    let manifest: toml::Table = fs::read_to_string("Cargo.toml")?.parse()?;
    let file = manifest["package"]["metadata"]["programme"]["dataset"]
        .as_str()
        .ok_or("Cargo.toml: [package.metadata.programme] has no `dataset`")?;
    let path = Path::new("public").join(file);
    let json = read(&path, "named in Cargo.toml")?;
    let loaded = model::parse(&json).map_err(|problem| {
        format!(
            "{} cannot be read: {problem:?}; `cargo xtask validate` says it in words",
            path.display()
        )
    })?;
    let kept = Path::new(file).with_extension("");
    let editions = editions(&Path::new("public").join(&kept), &json)?;
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    fs::write(out.join("programme.packed"), model::pack(&loaded)?)?;
    fs::write(out.join("editions.packed"), model::pack(&editions)?)?;
    println!("cargo::rustc-env=PROGRAMME_FILE={file}");
    println!("cargo::rustc-env=PROGRAMME_EDITION={}", name(&json));
    println!("cargo::rustc-env=EDITIONS_FOLDER={}", kept.display());
    fs::write(out.join("programme.json"), json)?;
    Ok(())
}

fn read(path: &Path, why: &str) -> Fallible<String> {
    println!("cargo::rerun-if-changed={}", path.display());
    let text = fs::read_to_string(path);
    Ok(text.map_err(|error| format!("{}, {why}: {error}", path.display()))?)
}

/// The editions that a folder keeps, the newest first, each with what the one after it
/// changed; the last of those is `present`.
fn editions(folder: &Path, present: &str) -> Fallible<Vec<Edition>> {
    let list = folder.join("editions.json");
    println!("cargo::rerun-if-changed={}", list.display());
    if !list.exists() {
        return Ok(Vec::new());
    }
    let entries: Vec<Entry> = serde_json::from_str(&fs::read_to_string(&list)?)?;
    let mut later = present.to_owned();
    let mut all = Vec::new();
    for entry in entries {
        let path = folder.join(short_of(&entry.edition)).with_extension("json");
        let text = read(&path, "an edition that editions.json lists")?;
        if name(&text) != entry.edition {
            return Err(format!("{} is not the edition of its name", path.display()).into());
        }
        let until = model::Date::parse(&entry.until)
            .ok_or_else(|| format!("{}: `{}` is no date", list.display(), entry.until))?;
        all.push(Edition {
            name: entry.edition,
            until,
            changes: changes(&text, &later)?,
        });
        later = text;
    }
    Ok(all)
}
