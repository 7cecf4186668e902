//! The files as they are written.

use super::emit::OTHERS;
use super::rules::Rules;
use super::template::is_name;
use super::{CATEGORIES, PLURALS};
use std::collections::BTreeMap;

/// A language's file of words.
pub struct File {
    /// Its name, for those who have to mend it.
    pub name: String,
    /// The language, by which readers ask for it: the file's name.
    pub lang: String,
    /// Its BCP 47 tag, for `lang` attributes.
    pub tag: String,
    /// Its name in itself.
    pub endonym: String,
    /// What stands before a fraction.
    pub decimal: String,
    /// What stands between thousands.
    pub group: String,
    /// What stands between a word for a power of ten and a unit after it.
    pub after_word: String,
    pub rules: Rules,
    pub steps: Vec<Step>,
    pub words: BTreeMap<String, Word>,
}

/// A word for a power of ten that stands in place of zeros.
pub struct Step {
    pub power: u8,
    /// Numbers from this power of ten on are written with it.
    pub from: u8,
    pub word: Word,
}

/// What a key stands for.
pub enum Word {
    Plain(String),
    /// One form a plural category, by its place in `CATEGORIES`.
    Forms(BTreeMap<usize, String>),
    List(Vec<String>),
}

impl Word {
    /// All its texts.
    pub fn texts(&self) -> Box<dyn Iterator<Item = &String> + '_> {
        match self {
            Self::Plain(text) => Box::new(std::iter::once(text)),
            Self::Forms(forms) => Box::new(forms.values()),
            Self::List(members) => Box::new(members.iter()),
        }
    }

    fn read(value: &toml::Value) -> Result<Self, String> {
        let text = |value: &toml::Value| {
            let text = value.as_str().ok_or("it is no text")?;
            if text.is_empty() {
                return Err("it is empty".to_owned());
            }
            Ok(text.to_owned())
        };
        match value {
            toml::Value::Table(table) => table
                .iter()
                .map(|(category, form)| {
                    let at = CATEGORIES.iter().position(|one| one == category);
                    let at = at.ok_or_else(|| format!("`{category}` is no plural category"))?;
                    Ok((at, text(form)?))
                })
                .collect::<Result<_, String>>()
                .map(Self::Forms),
            toml::Value::Array(members) => members
                .iter()
                .map(text)
                .collect::<Result<_, _>>()
                .map(Self::List),
            other => text(other).map(Self::Plain),
        }
    }
}

/// Reads a file of words. What is wrong is added to the list.
pub fn file(name: &str, table: &toml::Table, wrong: &mut Vec<String>) -> Option<File> {
    let mut words = BTreeMap::new();
    let mut say = |key: &str, what: &str| wrong.push(format!("{name}: `{key}`: {what}"));
    let empty = toml::Table::new();
    for (subject, members) in table.iter().filter(|(subject, _)| *subject != "locale") {
        let Some(members) = members.as_table() else {
            say(subject, "words stand in tables, by subject");
            continue;
        };
        for (key, value) in members {
            if !is_name(key) || OTHERS.contains(&key.as_str()) {
                say(
                    key,
                    "a key is of small Latin letters, digits and _, and no word of Rust's or of the build's",
                );
            }
            match Word::read(value) {
                Ok(word) => {
                    if words.insert(key.clone(), word).is_some() {
                        say(key, "stands in two tables");
                    }
                }
                Err(what) => say(key, &what),
            }
        }
    }
    let head = table.get("locale").and_then(toml::Value::as_table);
    if head.is_none() {
        say("locale", "the file's head is missing");
    }
    let head = head.unwrap_or(&empty);
    let mut field = |key: &str| {
        let text = head.get(key).and_then(toml::Value::as_str);
        if text.is_none() {
            say(&format!("locale.{key}"), "is missing, or no text");
        }
        text.unwrap_or_default().to_owned()
    };
    let [tag, endonym, decimal, group, after_word] =
        ["tag", "name", "decimal", "group", "after_word"].map(&mut field);
    let rules = head.get("plural").and_then(toml::Value::as_table);
    if rules.is_none() {
        say(
            "locale.plural",
            "the table of plural rules is missing; it may be empty",
        );
    }
    let rules = Rules::read(rules.unwrap_or(&empty)).map_err(|what| say("locale.plural", &what));
    let steps = head.get("large").and_then(toml::Value::as_array);
    let steps = steps
        .into_iter()
        .flatten()
        .filter_map(|one| step(one).map_err(|what| say("locale.large", &what)).ok());
    let mut steps: Vec<Step> = steps.collect();
    // The largest first: the first that fits is the one to take.
    steps.sort_unstable_by_key(|step| std::cmp::Reverse(step.from));
    Some(File {
        name: name.to_owned(),
        lang: name.trim_end_matches(".toml").to_owned(),
        tag,
        endonym,
        decimal,
        group,
        after_word,
        rules: rules.ok()?,
        steps,
        words,
    })
}

fn step(value: &toml::Value) -> Result<Step, String> {
    let power = |key: &str| {
        let power = value.get(key).and_then(toml::Value::as_integer);
        power.and_then(|power| u8::try_from(power).ok())
    };
    let word = value.get("word").ok_or("a step has no `word`")?;
    let whole = power("power").ok_or("a step has no `power` of ten")?;
    Ok(Step {
        power: whole,
        from: power("from").unwrap_or(whole),
        word: Word::read(word)?,
    })
}

/// Reads the rules of languages that have no words here.
pub fn plurals(table: &toml::Table, wrong: &mut Vec<String>) -> Vec<(Vec<String>, Rules)> {
    let groups = table.get("rules").and_then(toml::Value::as_array);
    let mut read = Vec::new();
    for group in groups.into_iter().flatten() {
        let mut rules = group.as_table().cloned().unwrap_or_default();
        let languages = rules.remove("languages");
        let languages: Vec<String> = languages
            .iter()
            .filter_map(toml::Value::as_str)
            .flat_map(str::split_whitespace)
            .map(str::to_owned)
            .collect();
        match Rules::read(&rules) {
            Ok(rules) => read.push((languages, rules)),
            Err(what) => wrong.push(format!("{PLURALS}: `{}`: {what}", languages.join(" "))),
        }
    }
    read
}
