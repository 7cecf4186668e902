//! Amounts as blocks on one scale, each below what it lies within or overlaps.
//!
//! Where the records do not say how much two amounts have in common, a place
//! can only say that they have: so what overlaps two stands below both.

use super::figures::annotation;
use super::laid::Laid;
use super::nesting::{summands, sums};
use super::rows::segment;
use super::{Segment, Setting};
use crate::json::json;
use model::{Basis, Chart, ChartValue, Derived, RecordIx, Target};
use query::{Counted, values_of};
use serde_json::Value;
use sorting::Arrange as _;
use std::collections::{BTreeMap, BTreeSet};

/// A block: what it stands for, in which lane it is, from where to where in the
/// unit of the amounts, and whether only the dataset's reading puts it there.
struct Block {
    target: Target,
    /// The group of blocks that stand above each other.
    nest: usize,
    lane: usize,
    from: f64,
    to: f64,
    inferred: bool,
    /// A derived sum, drawn as its parts.
    is_sum: bool,
}

/// Draws the amounts of a chart, so many at most; and how many are left out.
pub fn draw(
    setting: Setting<'_>,
    chart: &Chart,
    records: &[RecordIx],
    most: usize,
) -> (Laid, usize) {
    let mut drawing = Drawing {
        setting,
        chart,
        laid: Laid::new("nest"),
        lane: 0,
        heads: Vec::new(),
        sums: Vec::new(),
        spans: Vec::new(),
        notes: Vec::new(),
    };
    let mut left = 0;
    for value in &chart.values {
        let mut values = values_of(setting.dataset, records, value.of);
        values.arrange_by(|a, b| {
            (b.amount.abs().total_cmp(&a.amount.abs())).then(a.record.cmp(&b.record))
        });
        let room = most.saturating_sub(drawing.laid.len());
        left += values.len().saturating_sub(room);
        values.truncate(room);
        drawing.value(value, &values);
    }
    drawing.laid.lists = json!({
        "heads": drawing.heads, "sums": drawing.sums,
        "spans": drawing.spans, "notes": drawing.notes,
    });
    drawing.laid.words = json!({ "row": text::chart_row(setting.lang) });
    (drawing.laid, left)
}

struct Drawing<'a> {
    setting: Setting<'a>,
    chart: &'a Chart,
    laid: Laid,
    /// The first lane that is free.
    lane: usize,
    heads: Vec<Value>,
    sums: Vec<Value>,
    spans: Vec<Value>,
    notes: Vec<Value>,
}

impl Drawing<'_> {
    /// The values of one quantity, the largest first.
    fn value(&mut self, value: &ChartValue, values: &[Counted]) {
        let dataset = self.setting.dataset;
        if values.is_empty() {
            return;
        }
        let targets = values
            .iter()
            .map(|counted| (Target::Record(counted.record), *counted));
        let by_target = sorting::map(targets);
        let sums = sums(self.setting, value.of, &by_target);
        let mut open: Vec<(f64, Target)> = values
            .iter()
            .map(|counted| (counted.amount, Target::Record(counted.record)))
            .collect();
        for (target, ix) in &sums {
            let amount = dataset.derived[ix.at()].amount.unwrap_or_default();
            let at = open.partition_point(|(other, _)| other.abs() > amount.abs());
            open.insert(at, (amount, *target));
        }
        let derived = |target| sums.get(&target).map(|ix| &dataset.derived[ix.at()]);
        let mut blocks: Vec<Block> = Vec::new();
        let mut nests = 0;
        for (amount, target) in open {
            if blocks.iter().any(|block| block.target == target) {
                continue;
            }
            let sum = derived(target);
            let parts: Vec<(Target, f64)> = match sum {
                Some(sum) => summands(sum)
                    .into_iter()
                    .map(|part| (part, by_target[&part].amount.abs()))
                    .collect(),
                None => vec![(target, amount.abs())],
            };
            let is_drawn = |part: &Target| blocks.iter().any(|block| block.target == *part);
            if sum.is_some() && parts.iter().any(|(part, _)| is_drawn(part)) {
                continue;
            }
            let at = self.spot(&blocks, target, sum, amount.abs(), &mut nests);
            let mut from = at.from;
            if sum.is_some() {
                for (part, size) in parts {
                    blocks.push(Block {
                        target: part,
                        from,
                        to: from + size,
                        ..at
                    });
                    from += size;
                }
            }
            blocks.push(Block {
                target,
                is_sum: sum.is_some(),
                to: at.from + amount.abs(),
                ..at
            });
        }
        self.stack(value, blocks, nests, &by_target);
    }

    /// Where something is put: below the deepest of what it lies within or
    /// overlaps, else at the beginning of a nest of its own.
    fn spot(
        &self,
        blocks: &[Block],
        target: Target,
        sum: Option<&Derived>,
        size: f64,
        nests: &mut usize,
    ) -> Block {
        let dataset = self.setting.dataset;
        let links = dataset.links();
        let mut relatives: BTreeSet<Target> = links.wholes(target);
        relatives.extend(links.overlaps(target));
        for part in sum.map(summands).unwrap_or_default() {
            relatives.extend(links.wholes(part));
            relatives.extend(links.overlaps(part));
        }
        let above = |block: &&Block| relatives.contains(&block.target);
        let Some(deepest) = blocks.iter().filter(above).max_by_key(|block| block.lane) else {
            *nests += 1;
            return Block {
                target,
                nest: *nests - 1,
                lane: 0,
                from: 0.0,
                to: size,
                inferred: false,
                is_sum: false,
            };
        };
        let (nest, lane) = (deepest.nest, deepest.lane + 1);
        let mut over: Vec<&Block> = blocks
            .iter()
            .filter(above)
            .filter(|block| block.nest == nest && block.lane + 1 == lane)
            .collect();
        over.arrange_by(|a, b| a.from.total_cmp(&b.from));
        let start = over.first().map_or(0.0, |block| block.from);
        let end = over.iter().map(|block| block.to).fold(start, f64::max);
        let singles: Vec<&&Block> = over.iter().filter(|block| !block.is_sum).collect();
        // What overlaps two that stand side by side reaches below both.
        let wanted = match singles.as_slice() {
            [first, _, ..] => (first.to - size / 2.0).clamp(start, (end - size).max(start)),
            _ => start,
        };
        let (lane, from) = free(blocks, nest, lane, wanted, size, end);
        let inferred = relatives_of(dataset, target, sum, &over);
        Block {
            target,
            nest,
            lane,
            from,
            to: from + size,
            inferred,
            is_sum: false,
        }
    }

    /// Puts the blocks into lanes: each nest of several into its own, then those
    /// that are related to nothing, side by side.
    fn stack(
        &mut self,
        value: &ChartValue,
        blocks: Vec<Block>,
        nests: usize,
        values: &BTreeMap<Target, Counted>,
    ) {
        let Setting { dataset, lang, .. } = self.setting;
        let mut of_nest: Vec<Vec<Block>> = (0..nests).map(|_| Vec::new()).collect();
        for block in blocks {
            let nest = block.nest;
            of_nest[nest].push(block);
        }
        let (many, single): (Vec<_>, Vec<_>) = of_nest.into_iter().partition(|of| of.len() > 1);
        let widest = self.widest(values);
        let head = match &value.apart {
            Some(apart) => Some(apart.get(lang)),
            None if !single.is_empty() => Some(text::chart_outside(lang)),
            None => None,
        };
        let first = self.lane;
        let mut all: Vec<(Block, usize)> = Vec::new();
        for nest in many {
            let lanes = nest.iter().map(|block| block.lane + 1).max().unwrap_or(0);
            let top = self.lane;
            if top > first {
                self.heads.push(json!([top, 0, ""]));
            }
            all.extend(nest.into_iter().map(|block| {
                let lane = top + block.lane;
                (block, lane)
            }));
            self.lane += lanes;
        }
        let outside = if value.apart.is_some() {
            first
        } else {
            self.lane
        };
        let gap = widest * 0.006;
        let mut at = 0.0;
        for block in single.into_iter().flatten() {
            let size = block.to - block.from;
            if at > 0.0 && at + size > widest {
                (self.lane, at) = (self.lane + 1, 0.0);
            }
            let placed = Block {
                from: at,
                to: at + size,
                ..block
            };
            all.push((placed, self.lane));
            at += size + gap;
        }
        if at > 0.0 {
            self.lane += 1;
        }
        if let Some(head) = head {
            self.heads
                .push(json!([outside, 0, text::drawn_words(head)]));
        }
        for (block, lane) in all {
            match block.target {
                Target::Derived(ix) => {
                    let derived = &dataset.derived[ix.at()];
                    let amount = text::formula::result(lang, derived, dataset).text(lang);
                    let words = text::in_brackets(lang, text::derived(lang), &amount);
                    let words = text::chart_together(lang, &words);
                    self.sums.push(json!([lane, 0, words]));
                    self.spans.push(json!([block.from, block.to, words]));
                }
                target @ Target::Record(_) => {
                    if let Some(counted) = values.get(&target) {
                        self.block(counted, &block, lane);
                    }
                }
            }
        }
    }

    /// How wide the largest amount is, of all that is drawn.
    fn widest(&self, values: &BTreeMap<Target, Counted>) -> f64 {
        let drawn = self.laid.marks.iter().flat_map(|mark| &mark.records);
        let before = drawn
            .flat_map(|ix| &self.setting.dataset.record(*ix).values)
            .filter(|value| self.chart.values.iter().any(|of| of.of == value.of))
            .map(|value| value.amount.abs());
        let these = values.values().map(|counted| counted.amount.abs());
        before.chain(these).fold(0.0, f64::max)
    }

    fn block(&mut self, counted: &Counted, block: &Block, lane: usize) {
        let Setting { dataset, lang, .. } = self.setting;
        let record = dataset.record(counted.record);
        let figure = text::qualified(lang, &record.values[counted.value], dataset);
        let source = text::names::source(lang, record, dataset);
        // One place is enough here; all stand in the record.
        let first = source.split(text::clause_separator(lang)).next();
        let title = format!("{} · {}", record.row_title(lang), first.unwrap_or(&source));
        let of: Segment = segment(self.setting, counted);
        self.laid.signs.inferred |= block.inferred;
        let at = json!([lane, block.from, block.to, u8::from(block.inferred)]);
        self.laid.put(&of, (&figure, &title), false, at);
        if let Some(words) = annotation(self.setting, self.chart, counted.record) {
            self.notes.push(json!([lane, 0, words]));
        }
    }
}

/// A free place of a nest from `wanted` on; where it would reach beyond what it
/// stands below, one lane deeper: then its neighbours there overlap it too, for
/// all together are more than the whole.
fn free(
    blocks: &[Block],
    nest: usize,
    mut lane: usize,
    wanted: f64,
    size: f64,
    end: f64,
) -> (usize, f64) {
    loop {
        let mut there: Vec<(f64, f64)> = blocks
            .iter()
            .filter(|block| block.nest == nest && block.lane == lane)
            .map(|block| (block.from, block.to))
            .collect();
        there.arrange_by(|a, b| a.0.total_cmp(&b.0));
        let mut from = wanted;
        for (taken, until) in there {
            if taken < from + size && until > from {
                from = until;
            }
        }
        if from + size <= end * (1.0 + 1e-9) || from == wanted {
            return (lane, from);
        }
        lane += 1;
    }
}

/// Whether the source states none of the relations that put it below those.
fn relatives_of(
    dataset: &model::Dataset,
    target: Target,
    sum: Option<&Derived>,
    over: &[&Block],
) -> bool {
    let mut these = sum.map(summands).unwrap_or_default();
    these.push(target);
    let stated = |from: Target, to: Target| match from {
        Target::Record(ix) => dataset
            .record(ix)
            .relations
            .iter()
            .any(|relation| relation.target == to && relation.basis == Basis::Stated),
        Target::Derived(_) => false,
    };
    !over.iter().any(|block| {
        these
            .iter()
            .any(|this| stated(*this, block.target) || stated(block.target, *this))
    })
}
