//! Relations drawn in layers round a record.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

mod support;

use aid_atlas::PROGRAMME_JSON;
use charts::{NET_SIZE, Net, net, related};
use model::{Basis, Dataset, RecordIx, RelationKind, Target, parse};
use serde_json::json;
use std::collections::BTreeSet;
use support::fixtures::programmes;
use support::{dataset, embedded, loaded, named, record, relation, with};

fn id(dataset: &Dataset, target: Target) -> String {
    match target {
        Target::Record(ix) => dataset.record(ix).id.clone(),
        Target::Derived(ix) => dataset.derived[ix.at()].id.clone(),
    }
}

fn layer(dataset: &Dataset, net: &Net, layer: usize) -> BTreeSet<String> {
    let nodes = net.nodes.iter().filter(|node| node.layer == layer);
    nodes.map(|node| id(dataset, node.target)).collect()
}

#[test]
fn what_counts_it_is_above_what_it_counts_below_and_what_overlaps_beside() {
    let dataset = embedded();
    let (ix, _) = named(&dataset, "personnel-13fyp");
    let net = net(&dataset, ix);
    let middle = net.nodes[0];
    assert_eq!(middle.target, Target::Record(ix));
    for node in &net.nodes[1..] {
        let joint = node.joined.expect("joined");
        match joint.kind {
            RelationKind::PartOf => assert!(node.y < middle.y),
            RelationKind::Includes => assert!(node.y > middle.y),
            _ => assert!((node.y - middle.y).abs() < (node.x - middle.x).abs()),
        }
    }
    assert!(layer(&dataset, &net, 1).contains("personnel-since-1994"));
    let doctors = net
        .nodes
        .iter()
        .find(|node| id(&dataset, node.target) == "personnel-doctors");
    assert_eq!(
        doctors.expect("a part").joined.expect("joined").kind,
        RelationKind::Includes
    );
}

/// One of which `a` is a part, of which `b` is a part, and so on.
fn chain(names: &[&str]) -> Dataset {
    let records = names.iter().enumerate().map(|(at, name)| {
        let whole = at.checked_sub(1).and_then(|at| names.get(at));
        let relations: Vec<_> = whole
            .iter()
            .map(|whole| relation("part_of", whole))
            .collect();
        with(record(name), json!({ "relations": relations }))
    });
    loaded(&dataset(records.collect())).dataset
}

#[test]
fn layers_go_on_behind_what_counts_and_end() {
    let dataset = chain(&["all", "half", "part", "bit", "crumb", "grain"]);
    let of = |name: &str| net(&dataset, dataset.record_by_id(name).expect("a record"));
    let top = of("all");
    assert_eq!(layer(&dataset, &top, 1), ["half".to_owned()].into());
    assert_eq!(layer(&dataset, &top, 3), ["bit".to_owned()].into());
    assert_eq!(top.more, 1, "what lies behind the last layer");
    let middle = of("part");
    assert_eq!(
        layer(&dataset, &middle, 1),
        ["half".to_owned(), "bit".to_owned()].into()
    );
    assert_eq!(
        layer(&dataset, &middle, 2),
        ["all".to_owned(), "crumb".to_owned()].into()
    );
}

#[test]
fn what_overlaps_in_a_circle_stands_once() {
    let round = |name: &str, other: &str| {
        with(
            record(name),
            json!({ "relations": [relation("overlaps", other)] }),
        )
    };
    let file = dataset(vec![round("a", "b"), round("b", "c"), round("c", "a")]);
    let dataset = loaded(&file).dataset;
    let net = net(&dataset, RecordIx::of(0));
    assert_eq!(net.nodes.len(), 3);
    assert_eq!(net.more, 0);
}

#[test]
fn a_sum_that_counts_it_is_this_apps_reading() {
    let dataset = embedded();
    let (ix, _) = named(&dataset, "funds-13fyp-planned");
    let all = related(&dataset, ix);
    let sum = dataset.derived_by_id("derived-funds-13fyp").expect("a sum");
    let relation = all
        .iter()
        .find(|r| r.target == Target::Derived(sum))
        .expect("counted in it");
    assert_eq!(
        (relation.kind, relation.basis),
        (RelationKind::PartOf, Basis::Inferred)
    );
}

#[test]
fn every_relation_is_drawn_once_within_the_frame_or_counted() {
    let texts = programmes().map(|(_, text)| text);
    for text in [PROGRAMME_JSON].into_iter().chain(texts) {
        let dataset = parse(text).expect("a dataset").dataset;
        for ix in dataset.record_indices().take(300) {
            let net = net(&dataset, ix);
            let targets: BTreeSet<Target> = net.nodes.iter().map(|node| node.target).collect();
            assert_eq!(targets.len(), net.nodes.len(), "each once");
            let direct = related(&dataset, ix);
            let missing = direct
                .iter()
                .filter(|r| !targets.contains(&r.target))
                .count();
            assert!(missing <= net.more);
            for (at, node) in net.nodes.iter().enumerate() {
                let (wide, high) = NET_SIZE;
                assert!(
                    (12.0..=wide - 12.0).contains(&node.x)
                        && (12.0..=high - 12.0).contains(&node.y)
                );
                if let Some(joint) = node.joined {
                    assert!(joint.to < at, "joined to what is nearer");
                }
                // A finger meets one at a time.
                for other in &net.nodes[at + 1..] {
                    let apart = (node.x - other.x).hypot(node.y - other.y);
                    assert!(apart >= 24.0, "{}: {apart}", dataset.record(ix).id);
                }
            }
        }
    }
}
