//! An entry of BibTeX, and of biblatex.

use super::Entry;

/// The entry. Letters beyond ASCII stay, as Biber and newer engines read them.
pub fn write(entry: &Entry<'_>) -> String {
    let citing = entry.citing;
    let how = match entry.whole {
        Some(whole) => format!("{whole}; {}", entry.edition),
        None => entry.edition.clone(),
    };
    let fields = [
        // Twice in braces, so that no style makes its letters small.
        ("title", format!("{{{}}}", escaped(entry.title))),
        ("howpublished", escaped(&how)),
        ("version", entry.version.to_owned()),
        ("origdate", citing.dataset.as_of.to_string()),
        ("note", escaped(&entry.stated)),
        ("url", address(citing.link)),
        ("urldate", citing.accessed.to_string()),
        ("langid", escaped(&text::tag(citing.lang))),
    ];
    let lines = fields.map(|(name, value)| format!("  {name} = {{{value}}},\n"));
    format!("@misc{{{},\n{}}}\n", entry.key, lines.concat())
}

/// With a sign that TeX reads as a sign.
fn escaped(words: &str) -> String {
    let mut out = String::new();
    for letter in words.chars() {
        match letter {
            '{' | '}' | '%' | '&' | '#' | '$' | '_' => {
                out.push('\\');
                out.push(letter);
            }
            '\\' => out.push_str("\\textbackslash{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '\n' | '\r' => out.push(' '),
            other => out.push(other),
        }
    }
    out
}

/// An address goes through as it is, but for what would end the field.
fn address(link: &str) -> String {
    link.replace('{', "%7B")
        .replace('}', "%7D")
        .replace('\\', "%5C")
}
