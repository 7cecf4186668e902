//! The rooms of the app, and which of them may use which: what crates enforce
//! in the core is read from the sources here.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each room with those that it may use besides itself.
const ROOMS: [(&str, &[&str]); 6] = [
    ("browser", &[]),
    ("ui", &["browser"]),
    ("state", &["browser"]),
    ("share", &["browser", "ui", "state"]),
    ("panels", &["browser", "ui", "state", "share"]),
    ("boot", &["browser", "ui", "state", "share", "panels"]),
];

/// Those that know the store.
const WITH_STORE: [&str; 4] = ["state", "share", "panels", "boot"];

fn files_below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut all = Vec::new();
    for path in paths {
        if path.is_dir() {
            all.extend(files_below(&path, ending));
        } else if path.extension().is_some_and(|found| found == ending) {
            all.push(path);
        }
    }
    all
}

/// What of this crate a source names: the first word of each `crate::` path.
fn used(source: &str) -> BTreeSet<&str> {
    source
        .split("crate::")
        .skip(1)
        .map(|rest| {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
            &rest[..end.unwrap_or(rest.len())]
        })
        .collect()
}

#[test]
fn every_room_uses_only_those_below_it() {
    for (room, below) in ROOMS {
        let folder = Path::new("src").join(room);
        let files = files_below(&folder, "rs");
        assert!(!files.is_empty(), "{room}");
        for file in files {
            let source = fs::read_to_string(&file).expect("a source");
            for name in used(&source) {
                // What is compiled in has no other way into the page.
                let is_built_in = name.starts_with("PROGRAMME") || name.starts_with("EDITIONS");
                let is_own = name == room || (room == "boot" && is_built_in);
                assert!(
                    is_own || below.contains(&name),
                    "{}: {room} may not use {name}",
                    file.display()
                );
            }
        }
    }
}

#[test]
fn there_are_no_other_rooms() {
    let folders: BTreeSet<String> = fs::read_dir("src")
        .expect("the sources")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().expect("a name").to_string_lossy().into())
        .collect();
    assert_eq!(folders, ROOMS.map(|(room, _)| room.to_owned()).into());
}

#[test]
fn every_room_says_what_it_owns_and_uses() {
    for (room, _) in ROOMS {
        let file = Path::new("src").join(room).join("mod.rs");
        let source = fs::read_to_string(&file).expect("a source");
        let said: String = source
            .lines()
            .take_while(|line| line.starts_with("//!"))
            .collect();
        assert!(said.contains("Owns "), "{}: owns what?", file.display());
        assert!(
            said.contains("Uses ") || said.contains("May use "),
            "{}: uses what?",
            file.display()
        );
    }
}

#[test]
fn only_rooms_above_the_components_know_the_store() {
    for (room, _) in ROOMS {
        for file in files_below(&Path::new("src").join(room), "rs") {
            let source = fs::read_to_string(&file).expect("a source");
            assert!(
                WITH_STORE.contains(&room) || !source.contains("Store::get"),
                "{}: knows the store",
                file.display()
            );
        }
    }
}

#[test]
fn nobody_sets_a_field_of_the_store() {
    let source = fs::read_to_string("src/state/store.rs").expect("a source");
    let fields = source
        .split_once("pub struct Store {")
        .and_then(|(_, rest)| rest.split_once("\n}"))
        .map(|(fields, _)| fields)
        .expect("the store");
    for line in fields.lines() {
        assert!(!line.trim_start().starts_with("pub "), "{line}");
    }
}

#[test]
fn every_style_sheet_is_in_the_page_once() {
    let main = fs::read_to_string("style/main.css").expect("the style sheets");
    let imported: Vec<PathBuf> = main
        .lines()
        .filter_map(|line| line.strip_prefix("@import \"")?.strip_suffix("\";"))
        .map(|path| {
            let path = Path::new("style").join(path);
            path.canonicalize()
                .unwrap_or_else(|_| panic!("{}", path.display()))
        })
        .collect();
    let mut there: Vec<PathBuf> = [files_below(Path::new("src"), "css")]
        .into_iter()
        .chain([files_below(Path::new("style"), "css")])
        .flatten()
        .filter(|path| !path.ends_with("main.css"))
        .map(|path| path.canonicalize().expect("a path"))
        .collect();
    let mut sorted = imported.clone();
    sorted.sort();
    there.sort();
    assert_eq!(sorted, there);
    assert!(
        imported
            .last()
            .is_some_and(|last| last.ends_with("print.css")),
        "paper takes back what the others say"
    );
}

/// The layout follows the direction of the page's language. What has no sides
/// by itself (a shape, a shadow) may be said by sides.
#[test]
fn layout_has_a_start_and_an_end_and_no_left_and_right() {
    const BY_SIDES: [(&str, &str); 3] = [
        ("legend.css", "border-bottom-right-radius"),
        ("base.css", "text-align: right"),
        ("base.css", "text-align: left"),
    ];
    let sheets = files_below(Path::new("src"), "css");
    for file in sheets
        .into_iter()
        .chain(files_below(Path::new("style"), "css"))
    {
        let sheet = fs::read_to_string(&file).expect("a style sheet");
        for line in sheet.lines().filter(|line| line.contains(':')) {
            let has_sides = line
                .split(|c: char| !c.is_ascii_alphabetic())
                .any(|word| word == "left" || word == "right");
            let is_meant = BY_SIDES
                .iter()
                .any(|(name, said)| file.ends_with(name) && line.contains(said));
            assert!(!has_sides || is_meant, "{}: {line}", file.display());
        }
    }
}

/// A lint refuses it, and any file could lift the lint.
#[test]
fn unsafe_code_is_in_one_file() {
    let all = [
        files_below(Path::new("src"), "rs"),
        files_below(Path::new("crates"), "rs"),
    ];
    let lifts = |file: &PathBuf| {
        let source = fs::read_to_string(file).expect("a source");
        source.contains("unsafe_code")
    };
    let lifting: Vec<PathBuf> = all.into_iter().flatten().filter(lifts).collect();
    assert_eq!(lifting, [Path::new("src/panels/later/parts.rs")]);
}

#[test]
fn lists_are_sorted_by_the_one_sort_that_is_compiled_once() {
    let core = files_below(Path::new("crates"), "rs").into_iter();
    let shipped = core.filter(|file| {
        let parts: Vec<_> = file
            .components()
            .map(std::path::Component::as_os_str)
            .collect();
        parts[2] == "src" && parts[1] != "sorting"
    });
    for file in shipped.chain(files_below(Path::new("src"), "rs")) {
        let source = fs::read_to_string(&file).expect("a source");
        for method in ["sort()", "sort_unstable", "sort_by(", "sort_by_key("] {
            let own = source.matches(&format!("store.{method}")).count();
            assert_eq!(
                source.matches(&format!(".{method}")).count(),
                own,
                "{}: each `.{method}` compiles a sort of its own; use `sorting::Arrange`",
                file.display()
            );
        }
    }
}

#[test]
fn each_movement_of_a_style_sheet_has_a_name_of_its_own() {
    // All sheets become one, where the last of two of a name would stand for both.
    let mut names = BTreeSet::new();
    for folder in ["src", "style"] {
        for file in files_below(Path::new(folder), "css") {
            let source = fs::read_to_string(&file).expect("a style sheet");
            for rest in source.split("@keyframes ").skip(1) {
                let name = rest.split_whitespace().next().expect("a name").to_owned();
                assert!(
                    names.insert(name.clone()),
                    "{}: `{name}` is taken",
                    file.display()
                );
            }
        }
    }
    assert!(!names.is_empty());
}
