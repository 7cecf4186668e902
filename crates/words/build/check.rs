//! That all files of words hold the same keys, with the same put in.

use super::read::{File, Word};
use super::rules::Rules;
use super::template::{MOST, names};
use super::{CATEGORIES, ENGLISH, PLURALS};
use std::collections::{BTreeMap, BTreeSet};

/// A key of all files.
pub struct Entry {
    pub key: String,
    /// What is put in beside a count, in the order of the alphabet: an order of
    /// words differs between languages and may change.
    pub names: Vec<String>,
    pub shape: Shape,
}

/// What a key stands for, in all files.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A text.
    Text,
    /// A text with a count.
    Counted,
    /// So many texts.
    List(usize),
}

/// The keys in order. English is what others are compared with.
pub fn entries(files: &[File], wrong: &mut Vec<String>) -> Vec<Entry> {
    let Some(english) = files.iter().find(|file| file.lang == ENGLISH) else {
        wrong.push(format!(
            "{ENGLISH}.toml is missing: readers of all other languages get its words"
        ));
        return Vec::new();
    };
    for file in files {
        let theirs = |key: &&String| !file.words.contains_key(*key);
        for key in english.words.keys().filter(theirs) {
            wrong.push(format!(
                "{}: `{key}` is missing, which {} has",
                file.name, english.name
            ));
        }
        for key in file.words.keys() {
            if !english.words.contains_key(key) {
                wrong.push(format!(
                    "{}: `{key}` is missing, which {} has",
                    english.name, file.name
                ));
            }
        }
        for (step, at) in file.steps.iter().zip(1..) {
            forms(file, &format!("locale.large[{at}]"), &step.word, wrong);
        }
    }
    let mut entries = Vec::new();
    for (key, word) in &english.words {
        let all: Vec<(&File, &Word)> = files
            .iter()
            .filter_map(|file| Some((file, file.words.get(key)?)))
            .collect();
        let put_in: Vec<BTreeSet<String>> = all
            .iter()
            .map(|(file, word)| used(file, key, word, wrong))
            .collect();
        // A form for one thing need not say how many.
        let counted = put_in.iter().any(|names| names.contains("count"))
            || all.iter().any(|(_, word)| matches!(word, Word::Forms(_)));
        let shape = match word {
            Word::List(members) => Shape::List(members.len()),
            _ if counted => Shape::Counted,
            _ => Shape::Text,
        };
        let theirs = used(english, key, word, &mut Vec::new());
        for ((file, word), names) in all.iter().zip(&put_in) {
            forms(file, key, word, wrong);
            same_shape(file, key, word, shape, wrong);
            let varies = file.rules.categories().count() > 1;
            if varies && matches!(word, Word::Plain(_)) && is_forms(english, key) {
                wrong.push(format!(
                    "{}: `{key}` needs its plural forms: {}",
                    file.name,
                    listed(file.rules.categories())
                ));
            }
            for name in names.symmetric_difference(&theirs) {
                if name != "count" {
                    let (has, lacks) = if names.contains(name) {
                        (&file.name, &english.name)
                    } else {
                        (&english.name, &file.name)
                    };
                    wrong.push(format!(
                        "{}: `{key}`: {has} puts in {{{name}}}, {lacks} does not",
                        file.name
                    ));
                }
            }
        }
        let names: Vec<String> = theirs.into_iter().filter(|name| name != "count").collect();
        if names.len() > MOST {
            wrong.push(format!("{}: `{key}` puts in too much", english.name));
        }
        entries.push(Entry {
            key: key.clone(),
            names,
            shape,
        });
    }
    entries
}

fn is_forms(file: &File, key: &str) -> bool {
    matches!(file.words.get(key), Some(Word::Forms(_)))
}

/// What is put into any text of a word.
fn used(file: &File, key: &str, word: &Word, wrong: &mut Vec<String>) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let each: Vec<BTreeSet<String>> = word
        .texts()
        .map(|text| {
            names(text).unwrap_or_else(|what| {
                wrong.push(format!("{}: `{key}`: {what}", file.name));
                BTreeSet::new()
            })
        })
        .collect();
    for names in &each {
        all.extend(names.iter().cloned());
    }
    for name in all.iter().filter(|name| *name != "count") {
        if each.iter().any(|names| !names.contains(name)) {
            wrong.push(format!(
                "{}: `{key}`: not every form of it puts in {{{name}}}",
                file.name
            ));
        }
    }
    all
}

/// That a word has a form for every category of its language, and no other.
fn forms(file: &File, key: &str, word: &Word, wrong: &mut Vec<String>) {
    let Word::Forms(forms) = word else { return };
    let needed: BTreeSet<usize> = file.rules.categories().collect();
    for category in needed
        .iter()
        .filter(|category| !forms.contains_key(category))
    {
        wrong.push(format!(
            "{}: `{key}` has no form for the plural category `{}`",
            file.name, CATEGORIES[*category]
        ));
    }
    for category in forms.keys().filter(|category| !needed.contains(category)) {
        wrong.push(format!(
            "{}: `{key}` has a form `{}`, for which the language has no rule",
            file.name, CATEGORIES[*category]
        ));
    }
}

fn same_shape(file: &File, key: &str, word: &Word, shape: Shape, wrong: &mut Vec<String>) {
    let fits = match (word, shape) {
        (Word::List(members), Shape::List(length)) => members.len() == length,
        (Word::List(_), _) | (_, Shape::List(_)) => false,
        (Word::Plain(_) | Word::Forms(_), _) => true,
    };
    if !fits {
        wrong.push(format!(
            "{}: `{key}` must be what it is in {ENGLISH}.toml: a text, or a list as long",
            file.name
        ));
    }
}

fn listed(categories: impl Iterator<Item = usize>) -> String {
    let words: Vec<&str> = categories.map(|category| CATEGORIES[category]).collect();
    words.join(", ")
}

/// The languages of each set of plural rules.
pub fn sets(
    files: &[File],
    plurals: &[(Vec<String>, Rules)],
    wrong: &mut Vec<String>,
) -> BTreeMap<Rules, BTreeSet<String>> {
    let mut of: BTreeMap<&str, &Rules> = BTreeMap::new();
    for (languages, rules) in plurals {
        for language in languages {
            if of.insert(language, rules).is_some() {
                wrong.push(format!("{PLURALS}: `{language}` stands in it twice"));
            }
        }
    }
    for file in files {
        if of
            .insert(&file.lang, &file.rules)
            .is_some_and(|other| *other != file.rules)
        {
            wrong.push(format!(
                "{}: `locale.plural` differs from {PLURALS}",
                file.name
            ));
        }
    }
    let mut sets: BTreeMap<Rules, BTreeSet<String>> = BTreeMap::new();
    for (language, rules) in of {
        let languages = sets.entry(rules.clone()).or_default();
        languages.insert(language.to_owned());
    }
    sets
}
