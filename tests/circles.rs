//! Relations of any shape: no circle is left, and none takes for ever.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a helper of tests fails as tests do"
)]

mod support;

use model::{Fault, Lang, RelationKind, Target};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{dataset, funds, loaded, problems, record, relation, walk, with};

/// Records in a circle: each is counted within the next.
fn ring(length: usize, kind: &str) -> Value {
    let records = (0..length)
        .map(|at| {
            let next = format!("r{}", (at + 1) % length);
            let fields =
                json!({"relations": [relation(kind, &next)], "values": funds(json!(at + 1))});
            with(record(&format!("r{at}")), fields)
        })
        .collect();
    dataset(records)
}

/// What the only circle names, and how many relations were left out.
fn circle(dataset: &Value) -> (Vec<String>, usize) {
    let loaded = loaded(dataset);
    for ix in loaded.dataset.record_indices() {
        let this = Target::Record(ix);
        assert!(!loaded.dataset.links().wholes(this).contains(&this));
    }
    let [problem] = loaded.problems.as_slice() else {
        panic!("one problem, not {:?}", loaded.problems);
    };
    let Fault::Circle { members, relations } = &problem.fault else {
        panic!("a circle, not {problem:?}");
    };
    walk(&dataset.to_string()).expect("a dataset");
    (
        members.iter().map(|(id, _)| id.clone()).collect(),
        *relations,
    )
}

#[test]
fn circles_of_any_length_are_named_in_both_languages() {
    for length in [2, 3, 7, 40] {
        for kind in ["part_of", "includes"] {
            let (members, relations) = circle(&ring(length, kind));
            assert_eq!(members.len(), length);
            assert_eq!(relations, length);
        }
    }
    let said = problems(&ring(3, "part_of"), Lang::EN).join("\n");
    assert!(said.starts_with("records[0] (r0): "), "{said}");
    assert!(
        said.contains("“Title r0” (r0), “Title r1” (r1), “Title r2” (r2)"),
        "{said}"
    );
    assert!(
        said.contains("the 3 relations between them left out"),
        "{said}"
    );
    let said = problems(&ring(3, "part_of"), Lang::ZH).join("\n");
    assert!(
        said.contains("互相包含") && said.contains("“题 r2”（r2）"),
        "{said}"
    );
    let said = problems(&ring(40, "part_of"), Lang::EN).join("\n");
    assert!(said.contains("and 28 more"), "{said}");
}

#[test]
fn a_circle_of_one_pair_however_it_is_stated() {
    let both = |of_a: Value, of_b: Value| {
        dataset(vec![
            with(record("a"), json!({"relations": of_a})),
            with(record("b"), json!({"relations": of_b})),
        ])
    };
    for (of_a, of_b, relations) in [
        (
            json!([relation("part_of", "b"), relation("includes", "b")]),
            json!([]),
            2,
        ),
        (
            json!([relation("part_of", "b")]),
            json!([relation("part_of", "a")]),
            2,
        ),
        (
            json!([relation("includes", "b")]),
            json!([relation("includes", "a")]),
            2,
        ),
        (
            json!([relation("part_of", "b"), relation("same_as", "b")]),
            json!([]),
            1,
        ),
        (
            json!([relation("same_as", "b")]),
            json!([relation("includes", "a")]),
            1,
        ),
    ] {
        let (members, left_out) = circle(&both(of_a.clone(), of_b.clone()));
        assert_eq!(members, ["a", "b"], "{of_a} {of_b}");
        assert_eq!(left_out, relations, "{of_a} {of_b}");
    }
    // What is counted within another overlaps it: nothing is wrong.
    let sound = both(
        json!([relation("part_of", "b"), relation("overlaps", "b")]),
        json!([relation("includes", "a")]),
    );
    assert_eq!(problems(&sound, Lang::EN), [""; 0]);
}

#[test]
fn circles_by_way_of_what_is_the_same_or_of_a_derived_sum() {
    // a in b, b the same as c, c in a.
    let by_sameness = dataset(vec![
        with(
            record("a"),
            json!({"relations": [relation("part_of", "b")]}),
        ),
        with(
            record("b"),
            json!({"relations": [relation("same_as", "c")]}),
        ),
        with(
            record("c"),
            json!({"relations": [relation("part_of", "a")]}),
        ),
        with(
            record("d"),
            json!({"relations": [relation("part_of", "a")]}),
        ),
    ]);
    assert_eq!(
        circle(&by_sameness),
        (vec!["a".into(), "b".into(), "c".into()], 2)
    );
    let name = json!({"zh": "和", "en": "Sum"});
    let sum = |kind: &str| {
        let mut made = dataset(vec![
            with(
                record("a"),
                json!({"values": funds(json!(1)), "relations": [relation(kind, "sum-of-sums")]}),
            ),
            with(record("b"), json!({"values": funds(json!(2))})),
        ]);
        made["derived"] = json!([
            {"id": "sum", "title": name, "unit": "yuan", "indicator": "funds", "formula": {"op": "sum", "of": ["a/funds", "b/funds"]}},
            {"id": "sum-of-sums", "title": name, "unit": "yuan", "indicator": "funds", "formula": {"op": "sum", "of": ["sum", "b/funds"]}},
        ]);
        made
    };
    for kind in ["includes", "same_as"] {
        let (members, relations) = circle(&sum(kind));
        assert_eq!(members, ["a", "sum", "sum-of-sums"], "{kind}");
        assert_eq!(relations, 1);
    }
    // That the sum counts what it takes may be stated once more.
    assert_eq!(problems(&sum("part_of"), Lang::EN), [""; 0]);
}

#[test]
fn relations_to_itself_to_nothing_and_stated_twice_are_left_out() {
    let relations = json!([
        relation("part_of", "a"), relation("overlaps", "nowhere"), relation("overlaps", "b"),
        relation("overlaps", "b"), {"type": "overlaps", "target": "b", "basis": "inferred"},
    ]);
    let made = dataset(vec![
        with(record("a"), json!({"relations": relations})),
        record("b"),
    ]);
    let said = problems(&made, Lang::EN);
    assert_eq!(said.len(), 4, "{said:?}");
    for (line, words) in
        said.iter()
            .zip(["related to itself", "`nowhere`", "`b` twice", "`b` twice"])
    {
        assert!(line.contains(words), "{line}");
    }
    assert_eq!(loaded(&made).dataset.records[0].relations.len(), 1);
    walk(&made.to_string()).expect("a dataset");
}

/// Thousands of records in shapes for which a search from each one, a search of
/// each pair or a walk along all paths would not end.
#[test]
fn large_graphs_are_read_and_drawn() {
    const COUNT: usize = 2_000;
    let made = |relations: &dyn Fn(usize) -> Vec<Value>| {
        let records = (0..COUNT)
            .map(|at| {
                let fields = json!({"relations": relations(at), "values": funds(json!(at + 1))});
                with(record(&format!("r{at}")), fields)
            })
            .collect();
        dataset(records).to_string()
    };
    let to = |kind: &str, at: usize| relation(kind, &format!("r{at}"));
    // No relations at all: thousands of parts of one bar.
    walk(&made(&|_| Vec::new())).expect("a dataset");
    // A chain.
    walk(&made(&|at| {
        (at + 1 < COUNT)
            .then(|| to("part_of", at + 1))
            .into_iter()
            .collect()
    }))
    .expect("a dataset");
    // Layers of two, each within both of the next: 2^1000 paths.
    let layers = |at: usize| {
        let next = (at / 2 + 1) * 2;
        if next < COUNT {
            vec![to("part_of", next), to("part_of", next + 1)]
        } else {
            Vec::new()
        }
    };
    walk(&made(&layers)).expect("a dataset");
    // One ring, stated from both sides.
    walk(&made(&|at| {
        vec![
            to("part_of", (at + 1) % COUNT),
            to("includes", (at + COUNT - 1) % COUNT),
        ]
    }))
    .expect("a dataset");
    // All within one, which is within all.
    walk(&made(&|at| {
        if at == 0 {
            (1..COUNT).map(|o| to("part_of", o)).collect()
        } else {
            vec![to("part_of", 0)]
        }
    }))
    .expect("a dataset");
    // Pairs.
    walk(&made(&|at| vec![to("part_of", at ^ 1)])).expect("a dataset");
    // A star of what overlaps.
    walk(&made(&|at| {
        if at == 0 {
            Vec::new()
        } else {
            vec![to("overlaps", 0)]
        }
    }))
    .expect("a dataset");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Relations of every kind between a few records and sums, at random.
    #[test]
    fn any_graph_of_relations_ends_without_circles(
        edges in prop::collection::vec((0..12_usize, 0..4_usize, 0..16_usize), 0..60),
        sums in prop::collection::vec(prop::collection::vec(0..16_usize, 0..5), 0..4),
    ) {
        let id = |at: usize| if at < 12 { format!("r{at}") } else { format!("d{}", at - 12) };
        let kinds = ["part_of", "includes", "overlaps", "same_as"];
        let records = (0..12)
            .map(|at| {
                let of: Vec<Value> = edges
                    .iter()
                    .filter(|(from, ..)| *from == at)
                    .map(|(_, kind, to)| relation(kinds[*kind], &id(*to)))
                    .collect();
                with(record(&id(at)), json!({"relations": of, "values": funds(json!(at))}))
            })
            .collect();
        let mut made = dataset(records);
        let name = json!({"zh": "和", "en": "Sum"});
        let derived: Vec<Value> = sums
            .iter()
            .enumerate()
            .map(|(at, of)| {
                let of: Vec<String> = of.iter().map(|o| if *o < 12 { format!("r{o}/funds") } else { id(*o) }).collect();
                json!({"id": format!("d{at}"), "title": name, "unit": "yuan", "indicator": "funds", "formula": {"op": "sum", "of": of}})
            })
            .collect();
        made["derived"] = json!(derived);
        let first = loaded(&made);
        let links = first.dataset.links();
        for ix in first.dataset.record_indices() {
            let this = Target::Record(ix);
            let wholes = links.wholes(this);
            prop_assert!(!wholes.contains(&this));
            // What is the same is not a part either.
            for other in first.dataset.record(ix).relations.iter().filter(|r| r.kind == RelationKind::SameAs) {
                prop_assert!(!wholes.contains(&other.target));
            }
        }
        prop_assert_eq!(&loaded(&made).problems, &first.problems, "the same each time");
        walk(&made.to_string()).expect("a dataset");
    }
}
