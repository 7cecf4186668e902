//! Sentences with `{names}` where something is put in; `{{` and `}}` are braces.

use super::COUNT;
use std::collections::BTreeSet;

/// How many texts may be put into one sentence, beside the count.
pub const MOST: usize = 6;

/// The names in a sentence.
pub fn names(text: &str) -> Result<BTreeSet<String>, String> {
    let mut names = BTreeSet::new();
    walk(text, |piece| {
        if let Piece::Name(name) = piece {
            names.insert(name.to_owned());
        }
    })?;
    Ok(names)
}

/// The sentence with one control character in place of each name, which the
/// reader's browser replaces by the text that is put in.
pub fn encode(text: &str, names: &[String]) -> String {
    let mut encoded = String::new();
    let done = walk(text, |piece| match piece {
        Piece::Letter(letter) => encoded.push(letter),
        Piece::Name("count") => encoded.push(COUNT),
        Piece::Name(name) => {
            let at = names.iter().position(|one| one == name).unwrap_or_default();
            encoded.push(char::from(u8::try_from(at + 1).unwrap_or_default()));
        }
    });
    debug_assert!(done.is_ok(), "names were read from it before");
    encoded
}

enum Piece<'a> {
    Letter(char),
    Name(&'a str),
}

fn walk<'a>(text: &'a str, mut piece: impl FnMut(Piece<'a>)) -> Result<(), String> {
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let after = &rest[letter.len_utf8()..];
        rest = match letter {
            '{' | '}' if after.starts_with(letter) => {
                piece(Piece::Letter(letter));
                &after[1..]
            }
            '{' => {
                let (name, after) = after.split_once('}').ok_or("a `{` is never closed")?;
                if !is_name(name) {
                    return Err(format!("`{{{name}}}` is no name of a placeholder"));
                }
                piece(Piece::Name(name));
                after
            }
            '}' => return Err("a `}` closes nothing".to_owned()),
            letter if letter <= COUNT => {
                return Err("it holds a control character".to_owned());
            }
            letter => {
                piece(Piece::Letter(letter));
                after
            }
        };
    }
    Ok(())
}

/// Whether it can be a name in Rust.
pub fn is_name(name: &str) -> bool {
    const KEYWORDS: &str = " as async await box break const continue crate dyn else enum extern \
        false final fn for gen if impl in let loop macro match mod move mut priv pub ref return \
        self static struct super trait true try type typeof unsafe use virtual where while yield ";
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        && !KEYWORDS.contains(&format!(" {name} "))
}
