//! Records to a dataset.

use super::items::{Item, When};
use super::lanes::Lanes;
use super::lists::{Listed, MOST, Places, Quantities};
use crate::day;
use crate::draft::{self, Amount, Draft, Ids, Record, Time, Value, Words};
use crate::mapping::Field;
use crate::report::{FindingKind, Findings, Where};
use model::{Date, Lang, Qualifier};
use sorting::Arrange as _;
use std::collections::{HashMap, HashSet};

/// What is known of the file beside its records.
pub struct Source<'a> {
    /// Its name.
    pub name: &'a str,
    /// A title made of it.
    pub title: String,
    /// The language that its heads are in.
    pub language: &'static str,
    /// The line of its last row.
    pub last_line: u64,
    /// The day on which it is read.
    pub read_on: Date,
}

const DOCUMENT: &str = "file";
const SECTION: &str = "lines";

/// More measures than this are no help to a reader.
const MEASURES: usize = 12;

/// Makes a dataset of records.
pub fn dataset(source: &Source<'_>, items: Vec<Item>, findings: &mut Findings) -> Draft {
    let lang = Lang::of(source.language);
    findings.add(
        FindingKind::LanguageGuessed(source.language.to_owned()),
        Where::default(),
    );
    let lanes = Lanes::new(&items, lang);
    let mut builder = Builder {
        lang,
        lanes,
        ids: Ids::default(),
        kinds: Listed::new(),
        places: Places::new(source.name, lang),
        organisations: Listed::new(),
        quantities: Quantities::new(),
        located: HashSet::new(),
        latest: None,
        findings,
    };
    let count = items.len();
    let country = country(&items);
    let records: Vec<Record> = items.into_iter().map(|item| builder.record(item)).collect();
    let mut draft = Draft::new();
    draft.id = Ids::default().make(&source.title, "table");
    draft.languages = [lang, Lang::EN, Lang::ZH].to_vec();
    draft.languages.dedup();
    if lang == Lang::ZH {
        draft.languages.truncate(2);
    }
    draft.title = Words::of(lang, &source.title);
    draft.short_title = draft.title.short();
    draft.summary = Words::own(
        format!("{count} records, as the file {} states them.", source.name),
        format!("文件 {} 中的 {count} 条记录。", source.name),
    );
    draft.country = country;
    draft.as_of = day::as_of(builder.latest, source.read_on, builder.findings);
    draft.measures = builder.measures();
    draft.default_measure = draft.measures.first().map(|measure| measure.id.clone());
    (draft.places, draft.levels) = builder.places.done();
    draft.currencies = builder.quantities.currencies.items;
    draft.units = builder.quantities.units.items;
    draft.indicators = builder.quantities.indicators.items;
    draft.kinds = builder.kinds.items;
    draft.sectors = builder.lanes.sectors;
    draft.organisations = builder.organisations.items;
    draft.documents = vec![document(source)];
    draft.records = records;
    draft
}

/// The file itself is what records are taken from, line by line.
fn document(source: &Source<'_>) -> draft::Document {
    let not_stated = || Words::own("Not stated", "未说明");
    draft::Document {
        id: DOCUMENT.to_owned(),
        title: Words::of(
            Lang::EN,
            if source.name.trim().is_empty() {
                "?"
            } else {
                source.name
            },
        ),
        publisher: not_stated(),
        published: not_stated(),
        sections: vec![draft::Section {
            id: SECTION.to_owned(),
            title: Words::own("Lines", "行"),
            paragraphs: paragraph(source.last_line),
        }],
        ..draft::Document::default()
    }
}

fn paragraph(line: u64) -> u32 {
    u32::try_from(line).unwrap_or(u32::MAX).max(1)
}

/// The country of all records, where there is one and it is a code of two letters.
fn country(items: &[Item]) -> Option<String> {
    let mut countries = items
        .iter()
        .flat_map(|item| &item.places)
        .map(|spot| spot.country.as_str());
    let first = countries.next()?;
    let is_code = first.len() == 2 && first.bytes().all(|byte| byte.is_ascii_uppercase());
    (is_code && countries.all(|country| country == first)).then(|| first.to_owned())
}

/// The lists while they grow.
struct Builder<'a> {
    lang: Lang,
    lanes: Lanes,
    ids: Ids,
    kinds: Listed<draft::Kind>,
    places: Places,
    organisations: Listed<draft::Organisation>,
    quantities: Quantities,
    /// Quantities that are stated of a point.
    located: HashSet<(String, String)>,
    latest: Option<Date>,
    findings: &'a mut Findings,
}

impl Builder<'_> {
    fn record(&mut self, item: Item) -> Record {
        let line = item.lines.first().copied().unwrap_or(1);
        let id = self.ids.make(&item.id, &format!("line-{line}"));
        let title = self.title(&item, line);
        let (sector, codes) = self.lanes.of(&item, self.lang, self.findings);
        let note = match item.note.as_str() {
            "" => Words::own("The file has no description of it.", "文件没有对它的说明。"),
            note => Words::of(self.lang, note),
        };
        let kind = self.kind(&item.kind);
        let mut places: Vec<String> = Vec::new();
        let mut seen = HashSet::new();
        for spot in &item.places {
            let place = self.places.id(spot, title.first());
            if seen.insert(place.clone()) {
                places.push(place);
            }
        }
        let is_located = item.places.iter().any(|spot| spot.point.is_some());
        Record {
            kind,
            sector,
            codes,
            short_title: title.short(),
            title,
            note,
            places,
            organisations: self.organisations(&item),
            time: self.time(item.time),
            values: self.values(&item, is_located),
            relations: Vec::new(),
            links: links(&item),
            source: draft::Locator {
                document: DOCUMENT.to_owned(),
                section: SECTION.to_owned(),
                paragraph: paragraph(line),
            },
            id,
        }
    }

    fn title(&mut self, item: &Item, line: u64) -> Words {
        if !item.title.is_empty() {
            return Words::of(self.lang, &item.title);
        }
        self.findings
            .add(FindingKind::NoTitle, Where::line(line).of(&item.id));
        // What tells it from others best: its place, else its id.
        let place = item.places.iter().find(|spot| !spot.name.is_empty());
        match (place, item.id.as_str()) {
            (None, "") => Words::own(format!("Line {line}"), format!("第 {line} 行")),
            (Some(place), "") => Words::of(self.lang, &place.name),
            (_, id) => Words::of(self.lang, id),
        }
    }

    fn kind(&mut self, kind: &str) -> String {
        let has_room = self.kinds.has_room(kind, MOST);
        if !has_room {
            let place = Where::default().found(kind);
            self.findings
                .add(FindingKind::TooManyNames(Field::Kind), place);
        }
        // Nothing that a cell holds is a line break.
        let kind = if has_room { kind } else { "\n" };
        let name = match kind {
            "\n" => Words::own("Other", "其他"),
            "" => Words::own("Record", "记录"),
            kind => Words::of(self.lang, kind),
        };
        let wanted = match kind {
            "\n" => "other",
            "" => "record",
            kind => kind,
        };
        let make = |id| draft::Kind {
            id,
            name,
            iati: None,
        };
        self.kinds.id(kind, wanted, "kind", make)
    }

    fn organisations(&mut self, item: &Item) -> Vec<draft::Participation> {
        let mut parts = Vec::with_capacity(item.organisations.len());
        for (role, name) in &item.organisations {
            let words = Words::of(self.lang, name);
            let make = |id| draft::Organisation {
                id,
                name: words,
                aliases: Vec::new(),
            };
            parts.push(draft::Participation {
                organisation: self.organisations.id(name, name, "organisation", make),
                role: role.word(),
            });
        }
        parts
    }

    fn time(&mut self, time: When) -> Time {
        let note = None;
        let last = match time {
            When::Unknown => None,
            When::Point(at) | When::Interval(_, at) | When::Since(at) | When::Until(at) => Some(at),
        };
        if last.is_some_and(|at| {
            self.latest
                .is_none_or(|latest| at.last_day() > latest.last_day())
        }) {
            self.latest = last;
        }
        match time {
            When::Unknown => Time::Unknown { note },
            When::Point(at) => Time::Point {
                at: at.to_string(),
                note,
            },
            When::Interval(from, to) => Time::Interval {
                from: from.to_string(),
                to: to.to_string(),
                note,
            },
            When::Since(from) => Time::Since {
                from: from.to_string(),
                note,
            },
            When::Until(to) => Time::Until {
                to: to.to_string(),
                note,
            },
        }
    }

    fn values(&mut self, item: &Item, is_located: bool) -> Vec<Value> {
        let mut values = Vec::with_capacity(item.values.len());
        let mut counts: HashMap<String, usize> = HashMap::new();
        let mut keys = Ids::default();
        for stated in &item.values {
            let Some(amount) = Amount::parse(&stated.digits) else {
                continue;
            };
            let (indicator, unit) = self.quantities.of(stated, self.lang);
            if indicator == "other" && stated.indicator.to_lowercase() != "other" {
                let line = item.lines.first().copied().unwrap_or(0);
                let place = Where::line(line).of(&item.id).found(&stated.indicator);
                self.findings
                    .add(FindingKind::TooManyNames(Field::Indicator), place);
            }
            if is_located {
                self.located.insert((indicator.clone(), unit.clone()));
            }
            let count = counts.entry(indicator.clone()).or_default();
            *count += 1;
            values.push(Value {
                id: (*count > 1).then(|| keys.make(&format!("{indicator}-{count}"), "value")),
                indicator,
                amount,
                unit,
                qualifier: (stated.qualifier != Qualifier::Exact).then(|| stated.qualifier.word()),
                value_date: stated.value_date.map(|date| date.to_string()),
            });
        }
        values
    }

    /// What the map can show: what may be added and is stated of points, the most
    /// frequent first.
    fn measures(&self) -> Vec<draft::Measure> {
        let indicators = &self.quantities.indicators.items;
        let named: HashMap<&str, &draft::Indicator> = indicators
            .iter()
            .map(|indicator| (indicator.id.as_str(), indicator))
            .collect();
        let mut counts: Vec<&((String, String), usize)> = self.quantities.counts.iter().collect();
        counts.arrange_by(|(_, a), (_, b)| b.cmp(a));
        let mut ids = Ids::default();
        let mut units: HashMap<&str, usize> = HashMap::new();
        for ((indicator, _), _) in &self.quantities.counts {
            *units.entry(indicator).or_default() += 1;
        }
        let measures = counts.into_iter().filter_map(|((indicator, unit), _)| {
            let of = named.get(indicator.as_str()).filter(|of| of.adds)?;
            let is_located = self.located.contains(&(indicator.clone(), unit.clone()));
            let name = match units.get(indicator.as_str()) {
                None | Some(0 | 1) => of.name.clone(),
                _ => Words::of(
                    self.lang,
                    &format!("{} ({})", of.name.first(), unit.to_uppercase()),
                ),
            };
            is_located.then(|| draft::Measure {
                id: ids.make(&format!("{indicator}-{unit}"), "measure"),
                name,
                indicator: indicator.clone(),
                unit: unit.clone(),
            })
        });
        measures.take(MEASURES).collect()
    }
}

fn links(item: &Item) -> Vec<draft::Link> {
    let links = item.links.iter().map(|url| draft::Link {
        url: url.clone(),
        title: Words::own("Link in the file", "文件中的链接"),
    });
    links.collect()
}
