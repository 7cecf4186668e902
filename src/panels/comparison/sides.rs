//! The sides beside each other: a row a quantity, on one scale each.

use crate::state::Store;
use crate::ui::{Figures, RecordLink, phrase};
use comparison::{By, Compared, Comparison, Line, Row, Unlike};
use coverage::Part;
use leptos::prelude::*;
use model::RecordIx;
use query::Counted;
use text::Phrase;
use text::comparison::{self as words, Said};

/// So many figures of a side are shown that do not add up, and so many records that a
/// sum is made of.
const SHOWN: usize = 4;

/// What every row is said and drawn with.
struct Setting<'a> {
    store: Store,
    names: &'a [Phrase],
}

/// The table.
pub fn sides(store: Store, made: &Comparison) -> AnyView {
    let (lang, dataset) = (store.lang().get(), store.dataset());
    let subjects = made.sides.iter();
    let names: Vec<Phrase> = subjects
        .map(|side| words::subject(lang, side.subject, dataset))
        .collect();
    let setting = Setting {
        store,
        names: &names,
    };
    let head = || {
        let all = names.iter();
        let all =
            all.map(|name| view! { <th scope="col" role="columnheader">{phrase(lang, name)}</th> });
        view! {
            <thead role="rowgroup">
                <tr role="row"><td role="cell"></td>{all.collect_view()}</tr>
            </thead>
        }
        .into_any()
    };
    let (common, single): (Vec<&Row>, Vec<&Row>) =
        made.rows.iter().partition(|row| row.is_common());
    let shared = (made.shared > 0)
        .then(|| view! { <p class="hint">{text::comparison_shared(lang, made.shared)}</p> });
    let rows = common
        .into_iter()
        .map(|row| figures(&setting, row))
        .collect_view();
    let only = (!single.is_empty()).then(|| {
        let title = format!(
            "{} ({})",
            text::comparison_only(lang),
            text::number(lang, single.len() as f64)
        );
        let rows = single
            .into_iter()
            .map(|row| figures(&setting, row))
            .collect_view();
        let head = head();
        view! {
            <Figures title=Signal::stored(title)>
                <table class="sides" role="table">{head}<tbody role="rowgroup">{rows}</tbody></table>
            </Figures>
        }
    });
    view! {
        {shared}
        <table class="sides" role="table" aria-labelledby="comparison-title">
            {head()}
            <tbody role="rowgroup">
                {counts(&setting, &made.sides)}
                {when(&setting, made)}
                {rows}
            </tbody>
        </table>
        {only}
    }
    .into_any()
}

/// A row: its head, and a cell a side, which names its side where they stand below each
/// other.
fn row(setting: &Setting<'_>, head: AnyView, cells: Vec<AnyView>) -> AnyView {
    let lang = setting.store.lang().get();
    let cells = cells.into_iter().zip(setting.names).map(|(cell, name)| {
        view! {
            <td role="cell">
                <span class="of-side" aria-hidden="true">{phrase(lang, name)}</span>
                {cell}
            </td>
        }
    });
    view! { <tr role="row"><th scope="row" role="rowheader">{head}</th>{cells.collect_view()}</tr> }
        .into_any()
}

/// How many records each side has.
fn counts(setting: &Setting<'_>, sides: &[Compared]) -> AnyView {
    let lang = setting.store.lang().get();
    let most = sides
        .iter()
        .map(|side| side.records.len())
        .max()
        .unwrap_or_default();
    let cell = |side: &Compared| {
        let reaching = (side.reaching > 0).then(|| text::comparison_reaching(lang, side.reaching));
        let untimed = (side.untimed > 0).then(|| text::comparison_untimed(lang, side.untimed));
        let hints = [reaching, untimed].into_iter().flatten();
        let hints = hints
            .map(|hint| view! { <p class="hint">{hint}</p> })
            .collect_view();
        view! {
            {bar(side.records.len() as f64, most as f64, false)}
            <p>{text::records(lang, side.records.len())}</p>
            {hints}
        }
        .into_any()
    };
    let head = text::comparison_records(lang).into_any();
    row(setting, head, sides.iter().map(cell).collect())
}

/// When the records of each side are: columns on one scale of height.
fn when(setting: &Setting<'_>, made: &Comparison) -> AnyView {
    let lang = setting.store.lang().get();
    let times = &made.times;
    let parts: Vec<String> = times
        .parts
        .iter()
        .map(|part| text::coverage::part(lang, *part, setting.store.dataset()).text(lang))
        .collect();
    let counts = times.counts.iter().flatten();
    let most = counts.copied().max().unwrap_or_default().max(1) as f64;
    let cell = |counts: &Vec<usize>| {
        let said = |(part, count): (&String, &usize)| {
            (*count > 0).then(|| text::comparison_in(lang, *count, part))
        };
        let said: Vec<String> = parts.iter().zip(counts).filter_map(said).collect();
        let label = text::list(lang, &said);
        let columns = times.parts.iter().zip(&parts).zip(counts);
        let columns = columns.map(|((of, part), count)| {
            let high = format!("{:.0}%", *count as f64 / most * 100.0);
            let column = (*count > 0).then(|| view! { <span style=("--part", high)></span> });
            let title = text::comparison_in(lang, *count, part);
            // No year is as sure as a column.
            let class = (!matches!(of, Part::Years(..))).then_some("open");
            view! { <span title=title class=class>{column}</span> }
        });
        let columns = columns.collect_view();
        let ends = [parts.first(), parts.last()].map(|end| view! { <span>{end.cloned()}</span> });
        view! {
            <div class="whens" role="img" aria-label=label>{columns}</div>
            <p class="hint ends" aria-hidden="true">{ends}</p>
        }
        .into_any()
    };
    let head = text::comparison_time(lang).into_any();
    row(setting, head, times.counts.iter().map(cell).collect())
}

/// What the sides state of a quantity, and what lies between them.
fn figures(setting: &Setting<'_>, of: &Row) -> AnyView {
    let Setting { store, names } = setting;
    let (lang, dataset) = (store.lang().get(), store.dataset());
    let name = phrase(lang, &words::quantity(lang, of.of, dataset));
    let whole = words::whole(lang, of, dataset);
    let whole = whole.map(|whole| view! { <p class="hint">{phrase(lang, &whole)}</p> });
    let head = view! { {name}{whole} }.into_any();
    let cells = of.cells.iter().map(|cell| {
        if cell.is_empty() {
            return view! { <p class="nothing">{text::comparison_nothing(lang)}</p> }.into_any();
        }
        let more = cell.len().saturating_sub(SHOWN);
        let more =
            (more > 0).then(|| view! { <p class="hint">{text::checks_more(lang, more)}</p> });
        let lines = cell.iter().take(SHOWN).map(|line| figure(*store, line, of));
        view! { {lines.collect_view()}{more} }.into_any()
    });
    let figures = row(setting, head, cells.collect());
    // Where one side alone states something, that is told by the empty cells.
    let differences = of.is_common().then(|| {
        let all = words::differences(lang, of, names, dataset);
        let all = all
            .iter()
            .map(|words| view! { <li>{phrase(lang, words)}</li> });
        let width = names.len().to_string();
        view! {
            <tr role="row" class="between">
                <td role="cell"></td>
                <td role="cell" colspan=width><ul>{all.collect_view()}</ul></td>
            </tr>
        }
    });
    view! { {figures}{differences} }.into_any()
}

/// A figure with its bar, how it was computed, and the records that state it.
fn figure(store: Store, line: &Line, of: &Row) -> AnyView {
    let (lang, dataset) = (store.lang().get(), store.dataset());
    let Said {
        figure,
        note,
        left_out,
    } = words::line(lang, line, of, dataset);
    let is_own = line.figure != Err(Unlike::Together);
    // What is promised is drawn, on the scale of what is stated.
    let promised: &[Counted] = match of.by {
        By::Amount if is_own => &line.total.expected,
        _ => &[],
    };
    let drawn = line.figure.ok();
    let drawn = drawn.map(|figure| bar(figure.amount, of.most, false));
    let said = (line.figure.is_ok() || promised.is_empty()).then(|| {
        let class = if line.figure.is_ok() {
            "amount"
        } else {
            "hint"
        };
        view! { <p class=class>{phrase(lang, &figure)}</p> }
    });
    let hint = |words: Phrase| view! { <p class="hint">{phrase(lang, &words)}</p> };
    let note = note.map(hint);
    let left_out = left_out.map(|words| hint(words.into()));
    let counted = &line.total.counted;
    let together = line.total.expected.iter().filter(|_| !is_own);
    let stated: Vec<RecordIx> = counted
        .iter()
        .chain(together)
        .map(|one| one.record)
        .collect();
    let more = promised.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| hint(text::checks_more(lang, more).into()));
    let promised = promised.iter().take(SHOWN);
    let promised = promised
        .map(|one| promise(store, one, of.most))
        .collect_view();
    view! {
        <div class="side-line">
            {drawn}
            {said}
            {note}
            {links(store, &stated)}
            {left_out}
            {promised}
            {more}
        </div>
    }
    .into_any()
}

/// A figure that is promised or possible only.
fn promise(store: Store, one: &Counted, most: f64) -> AnyView {
    let lang = store.lang().get();
    view! {
        {bar(one.amount, most, true)}
        <p class="amount">{phrase(lang, &words::single(lang, one, store.dataset()))}</p>
        {links(store, &[one.record])}
    }
    .into_any()
}

/// The records that state a figure, each of which opens.
fn links(store: Store, records: &[RecordIx]) -> AnyView {
    let (lang, dataset) = (store.lang(), store.dataset());
    let link = |ix: &RecordIx| {
        let (ix, title) = (*ix, &dataset.record(*ix).title);
        view! { <li><RecordLink title lang on_open=move || store.open(ix) /></li> }
    };
    let more = records.len().saturating_sub(SHOWN);
    let more =
        (more > 0).then(|| view! { <li class="hint">{text::checks_more(lang.get(), more)}</li> });
    let all = records.iter().take(SHOWN).map(link).collect_view();
    view! { <ul class="states">{all}{more}</ul> }.into_any()
}

/// A bar on the scale that ends at `most`.
fn bar(amount: f64, most: f64, is_expected: bool) -> AnyView {
    let part = if most > 0.0 { amount.abs() / most } else { 0.0 };
    let part = format!("{:.1}%", part * 100.0);
    let class = match (is_expected, amount < 0.0) {
        (true, _) => "side-bar expected",
        (false, true) => "side-bar below",
        (false, false) => "side-bar",
    };
    view! { <div class=class aria-hidden="true"><span style=("--part", part)></span></div> }
        .into_any()
}
