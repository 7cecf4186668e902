//! When something is done, as far as that is known.

use super::fields::Around;
use super::xml::Node;
use crate::FindingKind;
use model::Date;

/// What is known of a time.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Span {
    /// Its first date, and whether that is only planned.
    pub from: Option<(Date, bool)>,
    /// Its last date, and whether that is only planned.
    pub to: Option<(Date, bool)>,
}

/// Start and end, as they were or else as they are planned.
pub fn span(node: &Node, around: &mut Around<'_>) -> Span {
    let mut dates: [Option<Date>; 4] = [None; 4];
    for date in node.all("activity-date") {
        let kind = date
            .attribute("type")
            .unwrap_or_default()
            .to_ascii_lowercase();
        let at = match kind.as_str() {
            "1" | "start-planned" => 0,
            "2" | "start-actual" => 1,
            "3" | "end-planned" => 2,
            "4" | "end-actual" => 3,
            _ => continue,
        };
        dates[at] = dates[at].or(around.date(date, "iso-date"));
    }
    let [planned_start, start, planned_end, end] = dates;
    let of = |actual: Option<Date>, planned: Option<Date>| {
        actual
            .map(|date| (date, false))
            .or(planned.map(|date| (date, true)))
    };
    let span = Span {
        from: of(start, planned_start),
        to: of(end, planned_end),
    };
    forwards(span, node, around)
}

/// A time that does not end before it begins.
pub fn forwards(span: Span, node: &Node, around: &mut Around<'_>) -> Span {
    match (span.from, span.to) {
        (Some((from, _)), Some((to, _))) if from.first_day() > to.last_day() => {
            around.add(
                FindingKind::EndsBeforeItBegins,
                node,
                &format!("{from} – {to}"),
            );
            Span::default()
        }
        _ => span,
    }
}
