//! `cargo xtask tokens`: the page's custom properties, from the colours and the
//! fonts that the charts are drawn in.

use anyhow::Result;
use charts::{Theme, font, serif};
use model::Lang;
use std::fmt::Write;
use std::path::PathBuf;

const FILE: &str = "style/generated/tokens.css";

/// What stands in the page before the app has set a scheme.
const EARLY: [&str; 6] = ["page", "panel", "text", "line", "bad", "bad-soft"];

/// Writes the file.
///
/// # Errors
/// When it cannot be written.
pub fn run() -> Result<()> {
    Ok(std::fs::write(path(), css())?)
}

fn path() -> PathBuf {
    crate::workspace::root().join(FILE)
}

fn css() -> String {
    let mut file = String::from(
        "/* Made of the Rust code by `cargo xtask tokens`; a test tells when it is not new. */\n",
    );
    rule(&mut file, "", ":root", "light", &Theme::LIGHT.tokens());
    file.push_str("/* On screen alone: paper is white. */\n@media screen {\n");
    let dark = Theme::DARK.tokens();
    rule(
        &mut file,
        "  ",
        ":root[data-scheme=\"dark\"]",
        "dark",
        &dark,
    );
    file.push_str(
        "}\n/* Before the app has set the scheme, and without JavaScript. */\n\
         @media screen and (prefers-color-scheme: dark) {\n",
    );
    let early: Vec<_> = dark
        .into_iter()
        .filter(|(name, _)| EARLY.contains(name))
        .collect();
    rule(&mut file, "  ", ":root:not([data-scheme])", "dark", &early);
    file.push_str("}\n/* English and all that has no list of its own have the first. */\n");
    for (of, lang) in [(":root,\n[lang]", Lang::EN), (":lang(zh)", Lang::ZH)] {
        let (sans, serif) = (font(lang), serif(lang));
        let _ = writeln!(file, "{of} {{\n  --font: {sans};\n  --serif: {serif};\n}}");
    }
    file
}

fn rule(file: &mut String, indent: &str, of: &str, scheme: &str, tokens: &[(&str, &str)]) {
    let _ = writeln!(file, "{indent}{of} {{\n{indent}  color-scheme: {scheme};");
    for (name, value) in tokens {
        let _ = writeln!(file, "{indent}  --{name}: {value};");
    }
    let _ = writeln!(file, "{indent}}}");
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_styles_have_the_colours_and_fonts_of_today() {
        let written = std::fs::read_to_string(super::path()).unwrap_or_default();
        assert_eq!(written, super::css(), "run `cargo xtask tokens`");
    }
}
