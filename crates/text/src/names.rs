//! Names of the vocabularies' members.

use ::words::Locale;
use model::{
    Basis, CopyState, Dataset, Indicator, Kind, Lang, Qualifier, Record, RelationKind, Role,
};
use query::{Column, Measure, PlaceChoice};
use view::{ChartId, Control, Panel, Scheme};

/// Picks by language.
fn pick(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match Locale::of(lang) {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

/// A kind of record.
#[must_use]
pub fn kind(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::Activity => pick(lang, "活动与项目", "Activity"),
        Kind::Transaction => pick(lang, "已投入资金", "Transaction"),
        Kind::Budget => pick(lang, "安排的资金", "Budget"),
        Kind::Result => pick(lang, "结果指标", "Result"),
        Kind::Personnel => pick(lang, "派出人员", "Personnel"),
        Kind::Governance => pick(lang, "组织与政策", "Governance"),
        Kind::Exchange => pick(lang, "交流", "Exchange"),
    }
}

/// What a value measures.
#[must_use]
pub fn indicator(lang: Lang, indicator: Indicator) -> &'static str {
    match indicator {
        Indicator::Funds => pick(lang, "援助资金", "Aid funds"),
        Indicator::Investment => pick(lang, "项目投资", "Project investment"),
        Indicator::Income => pick(lang, "收入", "Income"),
        Indicator::People => pick(lang, "人数", "People"),
        Indicator::Households => pick(lang, "户数", "Households"),
        Indicator::Personnel => pick(lang, "派出人员", "Personnel"),
        Indicator::Projects => pick(lang, "项目数", "Projects"),
        Indicator::Exchange => pick(lang, "交流", "Exchange"),
        Indicator::Rate => pick(lang, "比率", "Rate"),
        Indicator::Growth => pick(lang, "增长", "Growth"),
        Indicator::Rank => pick(lang, "名次", "Rank"),
        Indicator::Count => pick(lang, "数量", "Count"),
    }
}

/// A qualifier, as a word of its own.
#[must_use]
pub fn qualifier(lang: Lang, qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => pick(lang, "无限定", "none"),
        Qualifier::About => pick(lang, "约", "about"),
        Qualifier::Over => pick(lang, "逾", "over"),
        Qualifier::Nearly => pick(lang, "近", "nearly"),
        Qualifier::AtLeast => pick(lang, "不少于", "at least"),
        Qualifier::UpTo => pick(lang, "至多", "up to"),
        Qualifier::Estimated => pick(lang, "估算", "estimated"),
        Qualifier::Expected => pick(lang, "预期", "expected"),
    }
}

/// The state of the copy of a document.
#[must_use]
pub fn copy(lang: Lang, copy: CopyState) -> &'static str {
    match copy {
        CopyState::Complete => pick(lang, "完整", "complete"),
        CopyState::Truncated => pick(lang, "不完整，中途中断", "incomplete: it breaks off"),
        CopyState::Displaced => pick(
            lang,
            "段落错位，部分段落不在原来的位置",
            "displaced: parts stand elsewhere than they should",
        ),
    }
}

/// An organisation's role.
#[must_use]
pub fn role(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Funding => pick(lang, "出资", "funding"),
        Role::Accountable => pick(lang, "负责", "accountable"),
        Role::Extending => pick(lang, "转拨", "extending"),
        Role::Implementing => pick(lang, "实施", "implementing"),
        Role::Participating => pick(lang, "参与", "participating"),
    }
}

/// A relation, as read from the record.
#[must_use]
pub fn relation(lang: Lang, kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::PartOf => pick(lang, "包含于", "Part of"),
        RelationKind::Includes => pick(lang, "包含", "Includes"),
        RelationKind::Overlaps => pick(lang, "相关或重叠", "Related or overlapping"),
        RelationKind::SameAs => pick(lang, "同一事项", "Same as"),
    }
}

/// Where a relation is from.
#[must_use]
pub fn basis(lang: Lang, basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => super::basis_stated(lang),
        Basis::Inferred => super::basis_inferred(lang),
    }
}

/// A measure of the map.
#[must_use]
pub fn measure(lang: Lang, measure: Measure) -> &'static str {
    match measure {
        Measure::Records => super::measure_records(lang),
        Measure::Money => super::measure_money(lang),
        Measure::People => super::measure_people(lang),
        Measure::Personnel => super::measure_personnel(lang),
    }
}

/// What the reader of an embedded view may change.
#[must_use]
pub fn control(lang: Lang, control: Control) -> &'static str {
    match control {
        Control::Filters => super::control_filters(lang),
        Control::Measure => super::control_measure(lang),
        Control::Records => super::control_records(lang),
    }
}

/// A column of the table.
#[must_use]
pub fn column(lang: Lang, column: Column) -> &'static str {
    match column {
        Column::Source => super::source_word(lang),
        Column::Title => super::title_word(lang),
        Column::Value => super::figure(lang),
        Column::Time => super::time_word(lang),
        Column::Place => super::place(lang),
        Column::Sector => super::sector(lang),
    }
}

/// A part of the page.
#[must_use]
pub fn panel(lang: Lang, panel: Panel) -> &'static str {
    match panel {
        Panel::All => super::panel_all(lang),
        Panel::Map => super::map(lang),
        Panel::Timeline => super::timeline(lang),
        Panel::Charts => super::charts(lang),
        Panel::Table => super::table(lang),
    }
}

/// Light or dark.
#[must_use]
pub fn scheme(lang: Lang, scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::System => super::scheme_system(lang),
        Scheme::Light => super::scheme_light(lang),
        Scheme::Dark => super::scheme_dark(lang),
    }
}

/// A chart's title.
#[must_use]
pub fn chart(lang: Lang, chart: ChartId) -> &'static str {
    match chart {
        ChartId::MoneyNesting => pick(lang, "资金如何相互包含", "How the money nests"),
        ChartId::MoneyByPlace => pick(lang, "资金：按地点", "Money by place"),
        ChartId::MoneyBySector => pick(lang, "资金：按领域", "Money by sector"),
        ChartId::Personnel => pick(lang, "派出人员：按类别", "Personnel by category"),
        ChartId::People => pick(lang, "受益人数：按事项", "People reached by activity"),
        ChartId::Income => pick(lang, "各时点的人均收入", "Income per head at stated times"),
        ChartId::Exchanges => pick(lang, "交流活动：按种类", "Exchange activities by kind"),
    }
}

/// What a chart measures, and how to read it.
fn chart_unit(lang: Lang, chart: ChartId) -> &'static str {
    match chart {
        ChartId::MoneyNesting => pick(
            lang,
            "人民币亿元。缩进的一行包含在上一级之内；不同行之间不能相加。",
            "Billion yuan. An indented row lies within the one above it; rows must not be added up.",
        ),
        ChartId::MoneyByPlace => pick(
            lang,
            "人民币亿元。只合计互不重叠的金额；多个区县合计的金额不拆分。",
            "Billion yuan. Only amounts that do not overlap are added; what several divisions share is not split.",
        ),
        ChartId::MoneyBySector => pick(
            lang,
            "人民币亿元。只合计互不重叠的金额。",
            "Billion yuan. Only amounts that do not overlap are added.",
        ),
        ChartId::Personnel => pick(
            lang,
            "人。四类之和即文章所写总数。",
            "Persons. The four categories sum to the total that the source states.",
        ),
        ChartId::People => pick(
            lang,
            "人。各项可能是同一批人，不能相加。空心：预期数，尚未实现。",
            "Persons. Items may count the same people and must not be added up. Hollow: expected, not achieved.",
        ),
        ChartId::Income => pick(
            lang,
            "元/人。收入的口径见各记录。",
            "Yuan per person; each record says whose income.",
        ),
        ChartId::Exchanges => pick(
            lang,
            "各项单位不同，只比较数量级。",
            "Units differ from item to item: for orders of magnitude only.",
        ),
    }
}

/// The same, and on what scale.
#[must_use]
pub fn chart_note(lang: Lang, chart: ChartId, logarithmic: bool) -> String {
    let unit = chart_unit(lang, chart);
    match (logarithmic, Locale::of(lang)) {
        (false, _) => unit.to_owned(),
        (true, Locale::Zh) => format!("{unit}对数刻度。"),
        (true, Locale::En) => format!("{unit} The scale is logarithmic."),
    }
}

/// A choice of place.
#[must_use]
pub fn place_choice(lang: Lang, choice: PlaceChoice, dataset: &Dataset) -> String {
    match choice {
        PlaceChoice::Place(place) => dataset.place(place).name.get(lang).to_owned(),
        PlaceChoice::CityWide => super::city_wide(lang).to_owned(),
        PlaceChoice::ProgrammeWide => super::programme_wide(lang).to_owned(),
    }
}

/// A record's places.
#[must_use]
pub fn places(lang: Lang, record: &Record, dataset: &Dataset) -> String {
    if record.places.is_empty() {
        return super::programme_wide(lang).to_owned();
    }
    let names: Vec<String> = record
        .places
        .iter()
        .map(|place| dataset.place(*place).name.get(lang).to_owned())
        .collect();
    super::list(lang, &names)
}

/// A record's places in the source.
#[must_use]
pub fn source(lang: Lang, record: &Record, dataset: &Dataset) -> String {
    let places: Vec<String> = record
        .sources
        .iter()
        .map(|at| {
            let section = &dataset.documents[at.document.at()].sections[at.section];
            super::locator(lang, section.title.get(lang), at.paragraph)
        })
        .collect();
    super::clauses(lang, &places)
}

/// The documents that a record cites, each once.
#[must_use]
pub fn documents(lang: Lang, record: &Record, dataset: &Dataset) -> String {
    let mut documents: Vec<_> = record.sources.iter().map(|at| at.document).collect();
    documents.dedup();
    let titles: Vec<String> = documents
        .into_iter()
        .map(|at| dataset.documents[at.at()].title.get(lang).to_owned())
        .collect();
    super::clauses(lang, &titles)
}
