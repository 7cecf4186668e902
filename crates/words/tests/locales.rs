//! Files of words: a third language is one more file, and a file that lacks
//! something does not compile.
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

#[path = "../build/mod.rs"]
mod build;

/// The small files below `tests/fixtures`, compiled as the page's own are.
#[allow(
    dead_code,
    clippy::nonminimal_bool,
    clippy::unreadable_literal,
    reason = "as the build makes it, and not all of it is tried"
)]
mod fixture {
    use model::{Lang, Plural};
    use words::Number;
    use words::parts::{Step, Words};

    include!(concat!(env!("OUT_DIR"), "/fixture.rs"));
}

use fixture::Locale;
use model::Lang;
use std::path::{Path, PathBuf};
use std::{env, fs, process};
use words::Number;

const FR: Lang = Lang::of("fr");

#[test]
fn a_file_more_is_a_language_more() {
    assert_eq!(Locale::ALL, [Locale::En, Locale::Fr, Locale::Zh]);
    assert_eq!(
        Locale::ALL.map(|of| (of.lang().to_string(), of.tag(), of.name())),
        [
            ("en".to_owned(), "en", "English"),
            ("fr".to_owned(), "fr", "français"),
            ("zh".to_owned(), "zh-Hans", "中文"),
        ]
    );
    assert_eq!(
        [Lang::EN, FR, Lang::ZH].map(fixture::about),
        ["About", "À propos", "关于"]
    );
    assert_eq!(fixture::seasons(FR), ["printemps", "automne"]);
    for (wanted, given) in [
        ("fr-ca", Locale::Fr),
        ("zh-hant-tw", Locale::Zh),
        ("en-gb", Locale::En),
        ("ar", Locale::En),
    ] {
        assert_eq!(Locale::of(Lang::of(wanted)), given, "{wanted}");
    }
}

#[test]
fn a_word_has_the_form_of_its_number_in_its_language() {
    for (lang, count, words) in [
        (Lang::EN, 0, "0 records in Pau"),
        (Lang::EN, 1, "1 record in Pau"),
        (Lang::EN, 2956, "2,956 records in Pau"),
        (FR, 0, "0 fiche (Pau)"),
        (FR, 2, "2 fiches (Pau)"),
        (FR, 2_000_000, "2 000 000 de fiches (Pau)"),
        (Lang::ZH, 1, "Pau的 1 条记录"),
        (Lang::ZH, 12_345, "Pau的 12,345 条记录"),
    ] {
        assert_eq!(fixture::records(lang, count, "Pau"), words);
    }
    assert_eq!(fixture::more(FR, 1), "et 1 autre");
    assert_eq!(fixture::more(Lang::EN, 1), "and 1 more");
}

#[test]
fn what_is_put_in_is_put_in_as_it_is() {
    let odd = "{place} {{x}} \u{1}\u{2}\u{7}\u{8}";
    let put_in = |lang| fixture::quoted(lang, "{what}", odd);
    assert_eq!(put_in(Lang::EN), format!("{{{odd}}} in {{what}}"));
    assert_eq!(put_in(Lang::ZH), format!("{{what}}的{{{odd}}}"));
    assert_eq!(
        fixture::records(Lang::EN, 1, "{count}\u{8}"),
        "1 record in {count}\u{8}"
    );
}

#[test]
fn numbers_have_each_languages_marks_and_large_steps() {
    assert_eq!(
        (fixture::decimal_mark(FR), fixture::group_mark(FR)),
        (",", " ")
    );
    assert_eq!(fixture::grouped(FR, 1_234_567), "1 234 567");
    assert_eq!(fixture::grouped(Lang::EN, 999), "999");
    assert_eq!([FR, Lang::ZH].map(fixture::after_large_word), [" ", ""]);
    let steps = |lang: Lang, digits: &str| -> Vec<_> {
        let number = Number::of(digits);
        fixture::large_steps(lang)
            .iter()
            .map(|step| {
                (
                    step.power,
                    step.from,
                    fixture::large_word(lang, step, &number),
                )
            })
            .collect()
    };
    assert_eq!(steps(Lang::ZH, "1"), [(8, 8, "亿"), (4, 6, "万")]);
    assert_eq!(steps(Lang::EN, "2"), [(9, 9, "billion"), (6, 6, "million")]);
    assert_eq!(steps(FR, "1.5"), [(9, 9, "milliard"), (6, 6, "million")]);
    assert_eq!(steps(FR, "2"), [(9, 9, "milliards"), (6, 6, "millions")]);
}

#[test]
fn plural_rules_need_no_file_of_words() {
    use model::Plural::{One, Other};
    let of = |tag: &str, digits: &str| fixture::plural(Lang::of(tag), &Number::of(digits));
    assert_eq!((of("pt", "0"), of("pt-br", "0")), (One, One));
    assert_eq!((of("pt-pt", "0"), of("de", "0")), (Other, Other));
    assert_eq!(of("xx", "1"), Other);
}

/// A copy of the small files with a passage replaced in one, generated anew.
fn with(file: &str, passage: &str, by: &str) -> Result<String, String> {
    let folder = copy();
    let path = folder.join(file);
    let text = fs::read_to_string(&path).expect("a fixture");
    assert!(text.contains(passage), "{file} holds {passage}");
    fs::write(&path, text.replacen(passage, by, 1)).expect("a copy");
    let generated = build::generate(&folder);
    fs::remove_dir_all(folder).expect("a copy to remove");
    generated
}

fn copy() -> PathBuf {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    let folder = env::temp_dir().join(format!("words-{}-{next}", process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/locales");
    for entry in fs::read_dir(fixtures).expect("fixtures") {
        let from = entry.expect("a fixture").path();
        let name = from.file_name().expect("a name");
        fs::copy(&from, folder.join(name)).expect("a copy");
    }
    folder
}

#[test]
fn a_file_that_lacks_something_does_not_compile_and_is_told_what() {
    for (file, passage, by, wrong) in [
        (
            "fr.toml",
            "about = \"À propos\"\n",
            "",
            "fr.toml: `about` is missing, which en.toml has",
        ),
        (
            "fr.toml",
            "[table.records]",
            "[page.odd]\none = \"un\"\nmany = \"des\"\nother = \"des\"\n[table.records]",
            "en.toml: `odd` is missing, which fr.toml has",
        ),
        (
            "zh.toml",
            "{{{what}}}",
            "{{{which}}}",
            "zh.toml: `quoted`: zh.toml puts in {which}, en.toml does not",
        ),
        (
            "zh.toml",
            "{{{what}}}",
            "",
            "zh.toml: `quoted`: en.toml puts in {what}, zh.toml does not",
        ),
        (
            "fr.toml",
            "many = \"{count} de fiches ({place})\"\n",
            "",
            "fr.toml: `records` has no form for the plural category `many`",
        ),
        (
            "fr.toml",
            "many = \"millions\", ",
            "",
            "fr.toml: `locale.large[2]` has no form for the plural category `many`",
        ),
        (
            "en.toml",
            "one = \"{count} record in",
            "few = \"{count} record in",
            "en.toml: `records` has no form for the plural category `one`",
        ),
        (
            "en.toml",
            "one = \"{count} record in",
            "few = \"{count} record in",
            "en.toml: `records` has a form `few`, for which the language has no rule",
        ),
        (
            "en.toml",
            "one = \"{count} record in {place}\"",
            "one = \"one record\"",
            "en.toml: `records`: not every form of it puts in {place}",
        ),
        (
            "fr.toml",
            "[table.records]\none = \"{count} fiche ({place})\"\nmany = \"{count} de fiches ({place})\"\nother =",
            "[table]\nrecords =",
            "fr.toml: `records` needs its plural forms: one, many, other",
        ),
        (
            "zh.toml",
            "[\"春\", \"秋\"]",
            "[\"春\"]",
            "zh.toml: `seasons` must be what it is in en.toml: a text, or a list as long",
        ),
        (
            "zh.toml",
            "\"关于\"",
            "\"\"",
            "zh.toml: `about`: it is empty",
        ),
        (
            "zh.toml",
            "{place}的",
            "{place的",
            "zh.toml: `quoted`: `{place的{{{what}` is no name of a placeholder",
        ),
        (
            "zh.toml",
            "about =",
            "match = \"x\"\nabout =",
            "zh.toml: `match`: a key is of small Latin letters, digits and _, and no word of Rust's or of the build's",
        ),
        (
            "zh.toml",
            "[table]\n",
            "[table]\nabout = \"x\"\n",
            "zh.toml: `about`: stands in two tables",
        ),
        (
            "zh.toml",
            "name = \"中文\"\n",
            "",
            "zh.toml: `locale.name`: is missing, or no text",
        ),
        (
            "zh.toml",
            "[locale.plural]\n",
            "",
            "zh.toml: `locale.plural`: the table of plural rules is missing; it may be empty",
        ),
        (
            "en.toml",
            "i = 1 and v = 0",
            "i is 1",
            "en.toml: `locale.plural`: `one`: `i is 1` is no relation as CLDR writes them",
        ),
        (
            "fr.toml",
            "i = 0,1",
            "i = 1",
            "fr.toml: `locale.plural` differs from plurals.toml",
        ),
        (
            "plurals.toml",
            "pt-pt de",
            "pt-pt pt",
            "plurals.toml: `pt` stands in it twice",
        ),
    ] {
        let told = with(file, passage, by).expect_err(wrong);
        assert!(
            told.lines().any(|line| line == wrong),
            "{wrong}\nbut:\n{told}"
        );
    }
    let told = with("zh.toml", "about = \"关于\"", "about = 关于").expect_err("no TOML");
    assert!(told.starts_with("zh.toml: line 15: "), "{told}");
    assert!(
        with("zh.toml", "关于", "本页").is_ok(),
        "other words will do"
    );
}

#[test]
fn without_english_nothing_compiles() {
    let folder = copy();
    fs::remove_file(folder.join("en.toml")).expect("a copy");
    let told = build::generate(&folder).expect_err("no English");
    fs::remove_dir_all(folder).expect("a copy to remove");
    assert!(told.starts_with("en.toml is missing"), "{told}");
}
