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
