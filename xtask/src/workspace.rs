//! Where things are: the repository and the cache of installed tools.

use anyhow::{Context, Result};
use std::path::PathBuf;

/// The repository's root.
pub fn root() -> PathBuf {
    let manifest = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().map(PathBuf::from).unwrap_or(manifest)
}

/// The folder that outlives the work tree: tools installed once are found
/// there by every later clone.
pub fn cache() -> Result<PathBuf> {
    let base = match std::env::var_os("XDG_CACHE_HOME").filter(|v| !v.is_empty()) {
        Some(folder) => PathBuf::from(folder),
        None => std::env::home_dir()
            .context("there is no home directory to keep installed tools in; set XDG_CACHE_HOME")?
            .join(".cache"),
    };
    Ok(base.join("aid-atlas"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_package_is_held_to_the_lints_of_the_workspace() {
        let crates = std::fs::read_dir(root().join("crates")).expect("crates");
        let mut packages: Vec<PathBuf> = crates.map(|entry| entry.expect("one").path()).collect();
        packages.extend([root(), root().join("xtask")]);
        for package in packages {
            let file = package.join("Cargo.toml");
            let text = std::fs::read_to_string(&file).expect("a manifest");
            let manifest: toml::Table = text.parse().expect("TOML");
            let held = manifest
                .get("lints")
                .and_then(|lints| lints.get("workspace"));
            assert_eq!(held, Some(&true.into()), "{}", file.display());
        }
    }
}
