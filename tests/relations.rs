//! What the records of the embedded dataset have to do with each other.

mod support;

use model::{Basis, RelationKind, Target};
use support::{embedded as dataset, named as record};

#[test]
fn no_part_exceeds_its_total() {
    let dataset = dataset();
    let mut compared = 0;
    for ix in dataset.record_indices() {
        for part in &dataset.record(ix).values {
            for whole in dataset.links().wholes(Target::Record(ix)) {
                let totals: Vec<f64> = match whole {
                    Target::Record(whole) => dataset
                        .record(whole)
                        .values
                        .iter()
                        .filter(|v| v.of == part.of)
                        .map(|v| v.amount)
                        .collect(),
                    Target::Derived(whole) => {
                        let whole = &dataset.derived[whole.at()];
                        let same = whole.indicator == Some(part.of.indicator)
                            && whole.unit == part.of.unit;
                        whole.amount.into_iter().filter(|_| same).collect()
                    }
                };
                for total in totals {
                    compared += 1;
                    assert!(
                        part.amount <= total,
                        "{}: {} > {total}",
                        dataset.record(ix).id,
                        part.amount
                    );
                }
            }
        }
    }
    assert!(compared >= 10, "only {compared} pairs were compared");
}

#[test]
fn relations_have_no_cycle_and_the_known_ones_are_there() {
    let dataset = dataset();
    for ix in dataset.record_indices() {
        let this = Target::Record(ix);
        assert!(!dataset.links().wholes(this).contains(&this));
    }
    let total = dataset
        .derived
        .iter()
        .position(|d| d.id == "derived-funds-13fyp")
        .expect("the sum");
    let (relief, relief_record) = record(&dataset, "funds-poverty-relief");
    let wholes = dataset.links().wholes(Target::Record(relief));
    assert!(
        wholes
            .iter()
            .any(|w| matches!(w, Target::Derived(ix) if ix.at() == total)),
        "9.97 within 18.38"
    );
    let part_of = relief_record
        .relations
        .iter()
        .find(|r| r.kind == RelationKind::PartOf)
        .expect("a relation");
    assert_eq!(
        part_of.basis,
        Basis::Inferred,
        "the article does not say so itself"
    );
    let (all, _) = record(&dataset, "funds-since-1994");
    for id in [
        "funds-13fyp-planned",
        "funds-13fyp-additional",
        "nyemo-funds",
        "damxung-funds",
        "district-funds",
    ] {
        let (part, _) = record(&dataset, id);
        assert!(
            dataset
                .links()
                .conflict(Target::Record(all), Target::Record(part)),
            "{id} may be in the 4.47 billion"
        );
    }
}

/// Who is related to whom, and whether the article says so itself.
#[test]
fn relations_that_the_text_bears_are_there_with_their_basis() {
    use Basis::{Inferred, Stated};
    use RelationKind::{Overlaps, PartOf};
    let dataset = dataset();
    for (kind, basis, id, targets) in [
        (
            Overlaps,
            Stated,
            "people-out-of-poverty",
            &["projects-poverty-relief", "funds-poverty-relief"][..],
        ),
        (
            Overlaps,
            Stated,
            "treatment-rate",
            &["heart-disease-children", "cleft-children"],
        ),
        (Overlaps, Stated, "screening", &["medical-team"]),
        (PartOf, Stated, "screening", &["health-campaign"]),
        (Overlaps, Stated, "medical-grade-a", &["medical-team"]),
        (Overlaps, Stated, "medical-departments", &["medical-team"]),
        (
            PartOf,
            Inferred,
            "medical-new-departments",
            &["medical-departments"],
        ),
        (Overlaps, Inferred, "training-courses", &["cadres-trained"]),
        (
            Overlaps,
            Inferred,
            "exchange-projects",
            &[
                "short-term-specialists",
                "experts-to-tibet",
                "training-courses",
                "cadres-trained",
                "visits-inland",
                "art-tours",
                "projects-since-1994",
            ],
        ),
        (
            Overlaps,
            Inferred,
            "short-term-specialists",
            &[
                "experts-to-tibet",
                "personnel-since-1994",
                "personnel-13fyp",
            ],
        ),
        (Overlaps, Inferred, "personnel-doctors", &["medical-team"]),
        (
            Overlaps,
            Inferred,
            "infrastructure-projects",
            &["projects-poverty-relief"],
        ),
        (
            Overlaps,
            Inferred,
            "damxung-funds",
            &[
                "projects-since-1994",
                "funds-13fyp-planned",
                "funds-13fyp-additional",
                "district-funds",
            ],
        ),
        (
            Overlaps,
            Inferred,
            "nyemo-funds",
            &[
                "funds-13fyp-planned",
                "funds-13fyp-additional",
                "district-funds",
            ],
        ),
        // What stands side by side in a sentence is not thereby related.
        (
            Overlaps,
            Inferred,
            "doilungdeqen-logistics",
            &["doilungdeqen-industries"],
        ),
        (
            Overlaps,
            Inferred,
            "dairy-breeding-centre",
            &["gaba-pasture", "dairy-plant"],
        ),
        (
            Overlaps,
            Inferred,
            "pupils-to-universities",
            &["gaokao-2017"],
        ),
        (Overlaps, Inferred, "leading-group-2018", &["leading-group"]),
        (
            Overlaps,
            Inferred,
            "district-funds",
            &["funds-13fyp-planned"],
        ),
        (PartOf, Inferred, "nyemo-funds", &["funds-since-1994"]),
        (
            PartOf,
            Inferred,
            "personnel-13fyp",
            &["personnel-since-1994"],
        ),
        (Overlaps, Stated, "resort-wage", &["kangma-resort"]),
    ] {
        let (_, from) = record(&dataset, id);
        for target in targets {
            let (to, _) = record(&dataset, target);
            let found: Vec<_> = from
                .relations
                .iter()
                .filter(|r| r.target == Target::Record(to))
                .collect();
            assert_eq!(found.len(), 1, "{id} to {target}");
            assert_eq!(
                (found[0].kind, found[0].basis),
                (kind, basis),
                "{id} to {target}"
            );
        }
    }
    for record in &dataset.records {
        let mut targets: Vec<Target> = record.relations.iter().map(|r| r.target).collect();
        let count = targets.len();
        targets.sort();
        targets.dedup();
        assert_eq!(
            targets.len(),
            count,
            "{} is related twice to the same",
            record.id
        );
    }
}
