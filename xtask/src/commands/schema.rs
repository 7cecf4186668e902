//! `cargo xtask schema`: the JSON Schema of datasets, from the types that read them.

use anyhow::Result;
use model::SCHEMA;
use schemars::generate::SchemaSettings;
use serde_json::json;
use std::path::PathBuf;

const FILE: &str = "public/schema/aid-atlas-2.json";

/// Writes the file.
///
/// # Errors
/// When it cannot be written.
pub fn run() -> Result<()> {
    Ok(std::fs::write(path(), schema()?)?)
}

fn path() -> PathBuf {
    crate::workspace::root().join(FILE)
}

fn schema() -> Result<String> {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<model::raw::File<'_>>();
    schema.insert(
        "$id".to_owned(),
        json!(format!("urn:{}", SCHEMA.replace('/', ":"))),
    );
    // A file of another version is none of this schema.
    if let Some(version) = schema.pointer_mut("/properties/schema") {
        version["const"] = json!(SCHEMA);
    }
    Ok(serde_json::to_string_pretty(&schema)? + "\n")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_schema_is_that_of_the_types() {
        let written = std::fs::read_to_string(super::path()).unwrap_or_default();
        let now = super::schema().expect("a schema");
        assert_eq!(written, now, "run `cargo xtask schema`");
    }
}
