//! The Rust of all words: one table of texts a language, and functions that
//! know their place in it.

use super::check::{Entry, Shape};
use super::read::{File, Word};
use super::rules::Rules;
use super::template::encode;
use super::{BETWEEN, ENGLISH};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// All of it. It names `Lang`, `Number`, `Plural`, `Step` and `Words`.
pub fn rust(files: &[File], entries: &[Entry], sets: &BTreeMap<Rules, BTreeSet<String>>) -> String {
    let mut code = locale(files);
    plural(&mut code, sets);
    code.push_str(SHARED);
    let (later, page): (Vec<&Entry>, Vec<&Entry>) =
        entries.iter().partition(|entry| is_later(&entry.key));
    for (name, words, entries) in [
        ("WORDS", ["words", "word"], page),
        ("LATER", ["later", "later_word"], later),
    ] {
        let _ = writeln!(code, "static {name}: [Words; {}] = [", files.len());
        for file in files {
            table(&mut code, file, &entries, sets);
        }
        code.push_str("];\n");
        for (at, entry) in entries.into_iter().enumerate() {
            function(&mut code, words, at, entry, files);
        }
    }
    code
}

/// Whether only the program that reads and writes files says it. A program holds a table as a
/// whole: these have one of their own, for which no reader of the page waits.
fn is_later(key: &str) -> bool {
    const STARTS: [&str; 5] = ["imported_", "field_", "delimiter_", "format_", "cited_"];
    STARTS.iter().any(|start| key.starts_with(start))
}

/// Functions that are no keys.
pub const OTHERS: [&str; 11] = [
    "plural",
    "isolated",
    "put_in",
    "without_isolates",
    "own_language",
    "large_steps",
    "large_word",
    "after_large_word",
    "decimal_mark",
    "group_mark",
    "grouped",
];

/// What all functions go through, and most of the others.
const SHARED: &str = r"
impl Locale {
    #[inline(never)]
    fn words(lang: Lang) -> &'static Words {
        &WORDS[Self::of(lang) as usize]
    }

    #[inline(never)]
    fn later(lang: Lang) -> &'static Words {
        &LATER[Self::of(lang) as usize]
    }

    #[inline(never)]
    fn word(lang: Lang, key: usize) -> &'static str {
        Self::words(lang).word(key)
    }

    #[inline(never)]
    fn later_word(lang: Lang, key: usize) -> &'static str {
        Self::later(lang).word(key)
    }

    /// The BCP 47 tag for `lang` attributes, by which browsers choose fonts.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        WORDS[self as usize].tag
    }

    /// The language's name in itself.
    #[must_use]
    pub const fn name(self) -> &'static str {
        WORDS[self as usize].name
    }
}

/// The language that a reader of `lang` has the page's own words in: that one, or
/// English where there is no file of it.
#[must_use]
pub fn own_language(lang: Lang) -> Lang {
    let own = Locale::of(lang).lang();
    if own.primary() == lang.primary() {
        lang
    } else {
        own
    }
}

/// The words for powers of ten in place of zeros, the largest first.
#[must_use]
pub fn large_steps(lang: Lang) -> &'static [Step] {
    Locale::words(lang).steps
}

/// A step's word beside `number` of them: million, millions.
#[must_use]
pub fn large_word(lang: Lang, step: &Step, number: &Number) -> &'static str {
    Locale::words(lang).form(step.word, number)
}

/// What stands between such a word and a unit after it.
#[must_use]
pub fn after_large_word(lang: Lang) -> &'static str {
    Locale::words(lang).after_word
}

/// What stands before a fraction.
#[must_use]
pub fn decimal_mark(lang: Lang) -> &'static str {
    Locale::words(lang).decimal
}

/// What stands between thousands.
#[must_use]
pub fn group_mark(lang: Lang) -> &'static str {
    Locale::words(lang).group
}

/// A count in digits, in groups of three.
#[must_use]
pub fn grouped(lang: Lang, count: usize) -> String {
    Locale::words(lang).grouped(count)
}
";

fn locale(files: &[File]) -> String {
    let count = files.len();
    let variants: Vec<String> = files.iter().map(|file| variant(&file.lang)).collect();
    let mut code = "/// A language of the page's own words.\n\
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum Locale {\n"
        .to_owned();
    for (file, variant) in files.iter().zip(&variants) {
        let _ = writeln!(code, "    /// {}\n    {variant},", file.endonym);
    }
    let all: Vec<String> = variants.iter().map(|one| format!("Self::{one}")).collect();
    let langs: Vec<String> = files
        .iter()
        .map(|file| format!("Lang::of({:?})", file.lang))
        .collect();
    let _ = write!(
        code,
        r"}}

const LANGS: [Lang; {count}] = [{langs}];

impl Locale {{
    /// Every one, in the order of their tags.
    pub const ALL: [Self; {count}] = [{all}];

    /// The language itself.
    #[must_use]
    pub const fn lang(self) -> Lang {{
        LANGS[self as usize]
    }}

    /// The one for a reader of `lang`; English where there is none.
    #[must_use]
    pub fn of(lang: Lang) -> Self {{
        let find = |one: Lang| Self::ALL.into_iter().find(|of| of.lang() == one);
        find(lang)
            .or_else(|| find(lang.best_of(LANGS)?))
            .unwrap_or(Self::{english})
    }}
}}
",
        langs = langs.join(", "),
        all = all.join(", "),
        english = variant(ENGLISH),
    );
    code
}

/// `PtBr` of `pt-br`.
fn variant(lang: &str) -> String {
    let part = |part: &str| part[..1].to_uppercase() + &part[1..];
    lang.split(['-', '_'])
        .filter(|p| !p.is_empty())
        .map(part)
        .collect()
}

fn plural(code: &mut String, sets: &BTreeMap<Rules, BTreeSet<String>>) {
    let _ = writeln!(
        code,
        "\ntype Rule = fn(&Number) -> Plural;\n\n\
         /// Plural rules, and the languages that have them.\n\
         static RULES: [(&str, Rule); {}] = [",
        sets.len()
    );
    for (rules, languages) in sets {
        let languages: Vec<&str> = languages.iter().map(String::as_str).collect();
        let _ = writeln!(code, "    ({:?}, {}),", languages.join(" "), rules.rust());
    }
    code.push_str(
        r"];

/// The form that a word has beside a number, by CLDR's rules for the language;
/// the general one where they are not known here.
#[must_use]
pub fn plural(lang: Lang, number: &Number) -> Plural {
    let of = |lang: Lang| {
        let has = |tags: &str| tags.split(' ').any(|tag| tag == lang.tag());
        RULES.iter().find(|(tags, _)| has(tags))
    };
    match of(lang).or_else(|| of(lang.primary())) {
        Some((_, rule)) => rule(number),
        None => Plural::Other,
    }
}

",
    );
}

fn table(
    code: &mut String,
    file: &File,
    entries: &[&Entry],
    sets: &BTreeMap<Rules, BTreeSet<String>>,
) {
    let mut texts = String::new();
    let mut starts = vec![0];
    let mut end = 0;
    for entry in entries {
        if let Some(word) = file.words.get(&entry.key) {
            let text = encoded(word, &entry.names);
            end += text.len();
            let _ = write!(texts, "\n            {text:?},");
        }
        starts.push(end);
    }
    let texts = match texts.as_str() {
        "" => "\"\"".to_owned(),
        texts => format!("concat!({texts}\n        )"),
    };
    let rules = sets.keys().position(|rules| *rules == file.rules);
    let categories = file.rules.categories().fold(0, |all, at| all | 1 << at);
    let steps: Vec<String> = file
        .steps
        .iter()
        .map(|step| {
            let (power, from) = (step.power, step.from);
            let word = encoded(&step.word, &[]);
            format!("Step {{ power: {power}, from: {from}, word: {word:?} }}")
        })
        .collect();
    let _ = writeln!(
        code,
        "    Words {{\n        lang: Lang::of({:?}),\n        tag: {:?},\n        name: {:?},\n        decimal: {:?},\n        \
         group: {:?},\n        texts: {texts},\n        starts: &{starts:?},\n        \
         rule: RULES[{}].1,\n        categories: {categories},\n        steps: &[{}],\n        \
         after_word: {:?},\n    }},",
        file.lang,
        file.tag,
        file.endonym,
        file.decimal,
        file.group,
        rules.unwrap_or_default(),
        steps.join(", "),
        file.after_word,
    );
}

fn encoded(word: &Word, names: &[String]) -> String {
    let texts: Vec<String> = word.texts().map(|text| encode(text, names)).collect();
    texts.join(&BETWEEN.to_string())
}

fn function(code: &mut String, [words, word]: [&str; 2], at: usize, entry: &Entry, files: &[File]) {
    for file in files.iter().filter(|file| file.lang == ENGLISH) {
        let words = file.words.get(&entry.key);
        let texts: Vec<&str> = words
            .into_iter()
            .flat_map(Word::texts)
            .map(String::as_str)
            .collect();
        let _ = writeln!(code, "#[doc = {:?}]\n#[must_use]", texts.join(" | "));
    }
    let (key, names) = (&entry.key, &entry.names);
    let parameters: String = names.iter().map(|name| format!(", {name}: &str")).collect();
    let names = names.join(", ");
    let _ = match entry.shape {
        Shape::Text if names.is_empty() => writeln!(
            code,
            "pub fn {key}(lang: Lang) -> &'static str {{\n    Locale::{word}(lang, {at})\n}}"
        ),
        Shape::Text => writeln!(
            code,
            "pub fn {key}(lang: Lang{parameters}) -> String {{\n    \
             Locale::{words}(lang).filled(lang, {at}, &[{names}])\n}}"
        ),
        Shape::Counted => writeln!(
            code,
            "pub fn {key}(lang: Lang, count: usize{parameters}) -> String {{\n    \
             Locale::{words}(lang).counted(lang, {at}, count, &[{names}])\n}}"
        ),
        Shape::List(length) => writeln!(
            code,
            "pub fn {key}(lang: Lang) -> [&'static str; {length}] {{\n    \
             Locale::{words}(lang).listed({at})\n}}"
        ),
    };
}
