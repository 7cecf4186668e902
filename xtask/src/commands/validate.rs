//! `cargo xtask validate FILE`: what is wrong with a dataset, by the code with
//! which the page reads it.

use anyhow::{Context, Result, bail};
use model::{Dataset, Lang, List, Loaded, Map, Problem, Spot, by_kind, parse};
use std::fmt::Write;
use std::path::Path;
use text::problems;

/// Prints what is wrong with each file, or what is in it.
///
/// # Errors
/// When no file is named, one cannot be read, or something is wrong with one.
pub fn run(arguments: &[String]) -> Result<()> {
    if arguments.is_empty() {
        bail!("name a file: cargo xtask validate public/dataset/mine.json");
    }
    let mut wrong = 0;
    for file in arguments {
        let json =
            std::fs::read_to_string(file).with_context(|| format!("{file} cannot be read"))?;
        let (report, problems) = report(Path::new(file), &json);
        print!("{report}");
        wrong += problems;
    }
    match wrong {
        0 => Ok(()),
        1 => bail!("1 problem"),
        _ => bail!("{wrong} problems"),
    }
}

/// What there is to say of a file, and how many problems it has.
fn report(file: &Path, json: &str) -> (String, usize) {
    let name = file.display();
    match parse(json) {
        Ok(Loaded {
            dataset,
            mut problems,
        }) => {
            let mut report = format!("{name}: {}\n", contents(&dataset));
            for map in &dataset.maps {
                match outlines_of(file, map) {
                    Ok(None) => {}
                    Ok(Some(text)) => problems.extend(problem_of(&dataset, map, &text)),
                    Err(path) => {
                        let _ = writeln!(
                            report,
                            "{path} was not found: its outlines are not checked."
                        );
                    }
                }
            }
            for group in by_kind(&problems) {
                let _ = writeln!(report, "\n{}", problems::line(Lang::EN, &group));
                if group.len() > 1 {
                    for problem in &group {
                        let _ = writeln!(report, "  {}", line(json, problem));
                    }
                } else if let Some(at) = group.first().and_then(|p| line_of(json, p)) {
                    let _ = writeln!(report, "  line {at}");
                }
            }
            if problems.is_empty() {
                report.push_str("No problems.\n");
            }
            (report, problems.len())
        }
        Err(problem) => {
            let words = problems::problem(Lang::EN, &problem);
            (format!("{name} cannot be shown at all.\n{words}\n"), 1)
        }
    }
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
    format!(
        "records: {}, derived figures: {}, places: {}, sectors: {}, organisations: {}, charts: {}; languages: {}",
        dataset.records.len(),
        dataset.derived.len(),
        dataset.places.len(),
        dataset.sectors.len(),
        dataset.organisations.len(),
        dataset.charts.len(),
        languages.join(", "),
    )
}

fn line(json: &str, problem: &Problem) -> String {
    let words = problems::problem(Lang::EN, problem);
    match line_of(json, problem) {
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
    use super::report;
    use std::path::Path;

    const EXAMPLE: &str = include_str!("../../../public/schema/example.json");

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
    fn problems_are_grouped_with_their_lines() {
        let wrong = EXAMPLE.replace("\"sector\": \"water\"", "\"sector\": \"air\"");
        let (said, problems) = report(Path::new("wrong.json"), &wrong);
        // The two records, and the figures that take a value of one.
        assert_eq!(problems, 4, "{said}");
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
        const BUILT_IN: &str = include_str!("../../../public/dataset/beijing-lhasa.json");
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
