//! What there is to say of a file.

use model::{Dataset, Lang, List, Map, Problem, Spot, by_kind};
use reader::{Given, Opened, Read, Unread};
use std::fmt::Write;
use std::path::Path;
use text::problems;

/// What was found.
pub struct Report {
    /// In words.
    pub words: String,
    /// How many problems the dataset has; a guess is none.
    pub problems: usize,
    /// The dataset in the app's own form, where there is one.
    pub dataset: Option<String>,
}

/// Reads a file as the page would. `path` is where it lies, with the outlines that it
/// may name.
pub fn report(path: &Path, given: &Given<'_>) -> Report {
    let name = path.display();
    let (Opened { loaded, read, .. }, json) = match reader::open(given, &mut |_| {}) {
        Ok(opened) => opened,
        Err(unread) => {
            let why = refused(&unread);
            return Report {
                words: format!("{name} cannot be shown at all.\n{why}\n"),
                problems: 1,
                dataset: None,
            };
        }
    };
    let (dataset, mut problems) = (loaded.dataset, loaded.problems);
    let mut words = format!("{name}: {}\n", contents(&dataset));
    for map in &dataset.maps {
        match outlines_of(path, map) {
            Ok(None) => {}
            Ok(Some(text)) => problems.extend(problem_of(&dataset, map, &text)),
            Err(path) => {
                let _ = writeln!(words, "{path} was not found: its outlines are not checked.");
            }
        }
    }
    if let Some(read) = &read {
        words.push_str(&as_what(read));
    }
    // What was made of a file of another kind has no lines of it.
    let lines = read.is_none().then_some(json.as_str());
    for group in by_kind(&problems) {
        let _ = writeln!(words, "\n{}", problems::line(Lang::EN, &group));
        if group.len() > 1 {
            for problem in &group {
                let _ = writeln!(words, "  {}", line(lines, problem));
            }
        } else if let Some(at) = group.first().and_then(|p| line_of(lines?, p)) {
            let _ = writeln!(words, "  line {at}");
        }
    }
    let unusable = steps(&dataset);
    for line in &unusable {
        let _ = writeln!(words, "\n{line}");
    }
    if problems.is_empty() && unusable.is_empty() {
        words.push_str("No problems.\n");
    }
    Report {
        words,
        problems: problems.len() + unusable.len(),
        dataset: Some(json),
    }
}

fn refused(unread: &Unread) -> String {
    match unread {
        Unread::Unsound(problem) => problems::problem(Lang::EN, problem),
        Unread::Refused(why) => why.get(Lang::EN).to_owned(),
        Unread::Gzip => "It is packed by gzip, and damaged.".to_owned(),
        Unread::Size => "It holds more than any page could show.".to_owned(),
    }
}

/// As what kind of file it was read, what its columns were taken for, and what was
/// guessed or left out.
fn as_what(read: &Read) -> String {
    let mut words = format!("Read as: {}\n", read.format.get(Lang::EN));
    if let Some(table) = &read.table {
        words.push_str("\nColumns\n");
        for head in &table.heads {
            let known = table.fields.iter().find(|(word, _)| *word == head.field);
            let field = known.map_or(head.field.as_str(), |(_, name)| name.get(Lang::EN));
            let currency = match head.currency.as_str() {
                "" => String::new(),
                code => format!(", {code}"),
            };
            let _ = writeln!(words, "  {}: {field}{currency}", head.name);
        }
    }
    if !read.findings.is_empty() {
        words.push_str("\nGuessed, or left out\n");
    }
    for told in &read.findings {
        let _ = writeln!(words, "  {}", told.words.get(Lang::EN));
        for place in &told.places {
            let _ = writeln!(words, "    {}", place.get(Lang::EN));
        }
    }
    words
}

/// What of the views of stories' steps a page could not use.
fn steps(dataset: &Dataset) -> Vec<String> {
    let mut lines = Vec::new();
    for story in &dataset.stories {
        for (at, step) in story.steps.iter().enumerate() {
            for notice in view::decode(&step.view, dataset).notices {
                let why = text::notice(Lang::EN, &notice);
                lines.push(format!("stories, {}, step {}: {why}", story.id, at + 1));
            }
        }
    }
    lines
}

/// The text of a map's outlines, which lie below the app: in `public/`, or in a
/// folder that the dataset's file is in.
fn outlines_of(dataset: &Path, map: &Map) -> Result<Option<String>, String> {
    let Some(path) = &map.file else {
        return Ok(None);
    };
    let folders = dataset.ancestors().skip(1);
    let text = folders
        .chain([Path::new("public")])
        .find_map(|folder| std::fs::read_to_string(folder.join(path)).ok());
    text.map(Some).ok_or_else(|| path.clone())
}

fn problem_of(dataset: &Dataset, map: &Map, text: &str) -> Option<Problem> {
    match outlines::read(text) {
        Ok(shapes) => charts::not_outlined(dataset, map, &shapes),
        Err(fault) => Some(charts::outlines_problem(dataset, map, fault)),
    }
}

fn contents(dataset: &Dataset) -> String {
    let languages: Vec<String> = dataset.languages.iter().map(Lang::to_string).collect();
    let figures: usize = dataset
        .records
        .iter()
        .map(|record| record.values.len())
        .sum();
    format!(
        "records: {}, figures: {figures}, derived figures: {}, places: {}, sectors: {}, organisations: {}, charts: {}; languages: {}",
        dataset.records.len(),
        dataset.derived.len(),
        dataset.places.len(),
        dataset.sectors.len(),
        dataset.organisations.len(),
        dataset.charts.len(),
        languages.join(", "),
    )
}

fn line(json: Option<&str>, problem: &Problem) -> String {
    let words = problems::problem(Lang::EN, problem);
    match json.and_then(|json| line_of(json, problem)) {
        Some(line) => format!("line {line}: {words}"),
        None => words,
    }
}

/// The line of an item that has an id: the first on which that id stands as one.
/// A key figure has none, and goes by what it is of.
fn line_of(json: &str, problem: &Problem) -> Option<usize> {
    let Spot::Item { id, list, .. } = &problem.at else {
        return None;
    };
    let field = match list {
        List::KeyFigures => "\"of\"",
        _ => "\"id\"",
    };
    let id = serde_json::to_string(id).ok().filter(|id| id.len() > 2)?;
    let at = json.match_indices(&id).find(|(at, _)| {
        let before = json[..*at].trim_end();
        before
            .strip_suffix(':')
            .is_some_and(|name| name.trim_end().ends_with(field))
    });
    at.map(|(at, _)| json[..at].matches('\n').count() + 1)
}

#[cfg(test)]
mod tests {
    use reader::Given;
    use std::path::Path;

    const EXAMPLE: &str = include_str!("../../../../public/schema/example.json");

    fn read(file: &str, bytes: &[u8]) -> super::Report {
        let given = Given {
            file: (bytes, file),
            columns: "",
            places: None,
            encodings: reader::Encodings::TABLES,
            read_on: super::super::today(),
        };
        super::report(Path::new(file), &given)
    }

    fn report(file: &Path, json: &str) -> (String, usize) {
        let report = read(&file.display().to_string(), json.as_bytes());
        (report.words, report.problems)
    }

    #[test]
    fn a_file_of_another_kind_is_told_with_its_columns_and_guesses() {
        let table = "id;name;amount (EUR);began\n1;a;1,5;2020\n2;b;x;2021\n";
        let told = read("t.csv", table.as_bytes());
        assert_eq!(told.problems, 0, "{}", told.words);
        for words in [
            "records: 2, figures: 1,",
            "amount (EUR): Amount of money, EUR",
            "line 3",
            "No problems",
        ] {
            assert!(told.words.contains(words), "{words} in {}", told.words);
        }
        let saved = told.dataset.expect("a dataset");
        let again = read("t.json", saved.as_bytes());
        assert!(again.words.contains("records: 2, figures: 1,"));
        assert_eq!(again.problems, 0, "{}", again.words);
    }

    #[test]
    fn what_nothing_can_be_made_of_says_why() {
        let told = read("t.xml", b"<html><body>404</body></html>");
        assert_eq!((told.problems, told.dataset), (1, None));
        assert!(told.words.contains("cannot be shown"), "{}", told.words);
    }

    #[test]
    fn a_sound_file_is_said_to_be_one() {
        let (said, problems) = report(Path::new("example.json"), EXAMPLE);
        assert_eq!(problems, 0, "{said}");
        assert!(
            said.contains("records: 3,") && said.contains("No problems"),
            "{said}"
        );
    }

    #[test]
    fn what_a_step_cannot_show_is_a_problem() {
        let wrong = EXAMPLE.replace("focus=record:wells-2021\"", "focus=record:well&x=1\"");
        assert_ne!(wrong, EXAMPLE);
        let (said, problems) = report(Path::new("wrong.json"), &wrong);
        assert_eq!(problems, 2, "{said}");
        assert!(said.contains("stories, wells, step 1: "), "{said}");
        assert!(said.contains("record:well"), "{said}");
    }

    #[test]
    fn problems_are_grouped_with_their_lines() {
        let wrong = EXAMPLE.replace("\"sector\": \"water\"", "\"sector\": \"air\"");
        let (said, problems) = report(Path::new("wrong.json"), &wrong);
        // The two records, the figures that take a value of one, and the two steps that
        // show them.
        assert_eq!(problems, 6, "{said}");
        assert!(said.contains("keyFigures[0] (wells-2021/built)"), "{said}");
        let key = wrong
            .lines()
            .position(|line| line.contains("\"of\": \"wells-2021/built\""));
        let key = key.expect("the key figure") + 1;
        assert!(said.contains(&format!("line {key}\n")), "{said}");
        assert!(said.contains("2 in records"), "{said}");
        assert!(said.contains("there is no `air` in sectors"), "{said}");
        let line = wrong
            .lines()
            .position(|line| line.contains("\"id\": \"wells-2021\""))
            .expect("the record");
        assert!(said.contains(&format!("line {}: ", line + 1)), "{said}");
    }

    #[test]
    fn what_is_no_dataset_is_named_with_the_place() {
        let (said, problems) = report(Path::new("x.json"), "{\n  \"schema\": \"aid-atlas/2\"");
        assert_eq!(problems, 1);
        assert!(said.contains("line 2"), "{said}");
    }

    #[test]
    fn outlines_are_read_with_the_dataset() {
        const BUILT_IN: &str = include_str!("../../../../public/dataset/beijing-lhasa.json");
        let file = Path::new("../public/dataset/beijing-lhasa.json");
        let (said, problems) = report(file, BUILT_IN);
        assert_eq!(problems, 0, "{said}");
        assert!(!said.contains("not found"), "{said}");
        let other = BUILT_IN.replace("geometry/lhasa.json", "geometry/beijing.json");
        let (said, problems) = report(file, &other);
        assert_eq!(problems, 1, "{said}");
        assert!(
            said.contains("no outline") && said.contains("nyemo"),
            "{said}"
        );
        let (said, _) = report(Path::new("/nowhere/x.json"), BUILT_IN);
        assert!(said.contains("geometry/lhasa.json was not found"), "{said}");
    }
}
