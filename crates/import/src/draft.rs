//! A dataset on its way to JSON: the fields of `aid-atlas/2` that importers fill.

use model::{Decimal, Lang, ROW, SCHEMA, width};
use serde::{Serialize, Serializer, ser::SerializeMap as _};
use serde_json::value::RawValue;
use std::collections::{BTreeSet, HashMap, HashSet};

/// A text by language; in none where nothing was said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words(Vec<(Lang, String)>);

impl Words {
    /// In English and Chinese: the page's own words.
    pub fn own(en: impl Into<String>, zh: impl Into<String>) -> Self {
        Self(vec![(Lang::EN, en.into()), (Lang::ZH, zh.into())])
    }

    /// Adds words that are not blank; whether the language had none yet.
    pub fn put(&mut self, lang: Lang, words: &str) -> bool {
        let words = words.trim();
        let is_new = self.get(lang).is_none();
        if is_new && !words.is_empty() {
            self.0.push((lang, words.to_owned()));
        }
        is_new
    }

    /// Adds words behind those that the language has.
    pub fn append(&mut self, lang: Lang, words: &str) {
        match self.0.iter_mut().find(|(of, _)| *of == lang) {
            Some((_, all)) => {
                all.push(' ');
                all.push_str(words.trim());
            }
            None => drop(self.put(lang, words)),
        }
    }

    /// In one language.
    pub fn of(lang: Lang, words: &str) -> Self {
        let mut text = Self::default();
        text.put(lang, words);
        text
    }

    /// A code or a name that is the same in every language.
    pub fn same(words: &str) -> Self {
        Self::own(words, words)
    }

    /// The same behind what it is, in English or Chinese: "Budget: ...".
    pub fn after(&self, en: &str, zh: &str) -> Self {
        let said = self.0.iter().map(|(lang, words)| {
            let said = if lang.primary() == Lang::ZH {
                format!("{zh}：{words}")
            } else {
                format!("{en}: {words}")
            };
            (*lang, said)
        });
        Self(said.collect())
    }

    /// The same, or others where there are no words.
    pub fn or(self, other: impl FnOnce() -> Self) -> Self {
        if self.is_empty() { other() } else { self }
    }

    /// The words in that very language.
    pub fn get(&self, lang: Lang) -> Option<&str> {
        let found = self.iter().find(|(of, _)| *of == lang);
        found.map(|(_, words)| words)
    }

    /// The words that stand first, or nothing.
    pub fn first(&self) -> &str {
        self.iter().next().map_or("", |(_, words)| words)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every language with its words.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        self.0.iter().map(|(lang, words)| (*lang, words.as_str()))
    }

    /// The same, each with that behind it.
    pub fn with(mut self, end: &str) -> Self {
        for (_, words) in &mut self.0 {
            words.push_str(" (");
            words.push_str(end);
            words.push(')');
        }
        self
    }

    /// A name for rows in the languages in which this one is too wide, cut at the
    /// end of a word where there is one.
    pub fn short(&self) -> Option<Self> {
        let wide = self
            .iter()
            .filter(|(lang, words)| width(*lang, words) > ROW);
        let cut: Vec<_> = wide.map(|(lang, words)| (lang, row(lang, words))).collect();
        (!cut.is_empty()).then_some(Self(cut))
    }
}

/// The start of a text that has room in a row.
fn row(lang: Lang, words: &str) -> String {
    let room = ROW - width(lang, "…");
    let (mut wide, mut end, mut blank) = (0, 0, 0);
    for (at, letter) in words.char_indices() {
        let mut bytes = [0; 4];
        wide += width(lang, letter.encode_utf8(&mut bytes));
        // Marks of no width could go on for ever.
        if wide > room || at > 8 * ROW {
            break;
        }
        end = at + letter.len_utf8();
        if letter.is_whitespace() {
            blank = at;
        }
    }
    let end = if blank > end / 2 { blank } else { end };
    format!("{}…", words.get(..end).unwrap_or_default().trim_end())
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.0.len()))?;
        for (lang, words) in self.iter() {
            map.serialize_entry(lang.tag(), words)?;
        }
        map.end()
    }
}

/// Makes ids that may stand in files and links, each once.
#[derive(Debug, Default)]
pub struct Ids {
    taken: HashSet<String>,
    next: HashMap<String, usize>,
}

impl Ids {
    /// An id that is like `wanted`; like `otherwise` where nothing of it may stand.
    pub fn make(&mut self, wanted: &str, otherwise: &str) -> String {
        let base = match safe(wanted) {
            safe if safe.is_empty() => otherwise.to_owned(),
            safe => safe,
        };
        let mut id = base.clone();
        while !self.taken.insert(id.clone()) {
            let next = self.next.entry(base.clone()).or_insert(1);
            *next += 1;
            id = format!("{base}-{next}");
        }
        id
    }
}

/// The letters and digits of a text, with single hyphens between.
fn safe(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut id = String::new();
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() {
            id.push(letter.to_ascii_lowercase());
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
        if id.len() >= LONGEST {
            break;
        }
    }
    id.trim_end_matches('-').to_owned()
}

/// A number with the digits that were written.
#[derive(Clone, Debug, Serialize)]
pub struct Amount(Box<RawValue>);

impl Amount {
    /// A number as JSON has it; `None` for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        let json = Decimal::parse(text)?.to_string();
        RawValue::from_string(json).ok().map(Self)
    }

    /// Its digits.
    pub fn digits(&self) -> &str {
        self.0.get()
    }
}

fn no<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// The dataset; fields that are empty are not written.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the fields are those of the file")]
pub struct Draft {
    pub schema: &'static str,
    pub id: String,
    #[serde(serialize_with = "tags")]
    pub languages: Vec<Lang>,
    pub title: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_title: Option<Words>,
    pub summary: Words,
    #[serde(skip_serializing_if = "Words::is_empty")]
    pub left_out: Words,
    pub licence: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    pub as_of: String,
    pub currencies: Vec<Currency>,
    pub units: Vec<Unit>,
    pub indicators: Vec<Indicator>,
    pub kinds: Vec<Kind>,
    pub levels: Vec<Level>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Measure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_measure: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charts: Option<Vec<Chart>>,
    pub documents: Vec<Document>,
    pub places: Vec<Place>,
    pub sectors: Vec<Sector>,
    pub organisations: Vec<Organisation>,
    pub records: Vec<Record>,
}

fn tags<S: Serializer>(languages: &[Lang], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(languages.iter().map(Lang::tag))
}

impl Draft {
    /// A dataset without anything, of a file that states no licence.
    pub fn new() -> Self {
        Self {
            schema: SCHEMA,
            id: String::new(),
            languages: Vec::new(),
            title: Words::default(),
            short_title: None,
            summary: Words::default(),
            left_out: Words::default(),
            licence: "LicenseRef-not-stated".to_owned(),
            country: None,
            as_of: String::new(),
            currencies: Vec::new(),
            units: Vec::new(),
            indicators: Vec::new(),
            kinds: Vec::new(),
            levels: Vec::new(),
            measures: Vec::new(),
            default_measure: None,
            charts: None,
            documents: Vec::new(),
            places: Vec::new(),
            sectors: Vec::new(),
            organisations: Vec::new(),
            records: Vec::new(),
        }
    }

    /// The languages that its records, places and organisations have words in.
    pub fn languages_of(&self) -> BTreeSet<Lang> {
        let mut all = BTreeSet::new();
        let mut of = |words: &Words| all.extend(words.iter().map(|(lang, _)| lang));
        of(&self.title);
        self.records.iter().for_each(|record| {
            of(&record.title);
            of(&record.note);
            record.codes.iter().for_each(|code| of(&code.name));
        });
        self.places.iter().for_each(|place| of(&place.name));
        self.sectors.iter().for_each(|sector| of(&sector.name));
        self.organisations
            .iter()
            .for_each(|organisation| of(&organisation.name));
        all
    }

    /// The dataset as JSON; `None` where it cannot be written, which no text of a
    /// file brings about.
    pub fn json(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }
}

/// Declares structs that are written as they stand, without what is empty.
macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize)]
        #[serde(rename_all = "camelCase")]
        #[allow(
            missing_docs, clippy::struct_field_names, reason = "the fields are those of the file"
        )]
        pub struct $name { $(#[serde(skip_serializing_if = "no")] pub $field: $type,)+ }
    )+};
}

parts! {
    /// A currency.
    Currency { code: String, }
    /// A unit: counted (`words`), money or a percentage.
    Unit { id: String, words: Option<Words>, currency: Option<String>, percent: bool, }
    /// What values measure.
    Indicator { id: String, name: Words, adds: bool, flow: bool, }
    /// A kind of record.
    Kind { id: String, name: Words, iati: Option<&'static str>, }
    /// A level of places.
    Level { id: String, name: Words, whole: Option<Words>, }
    /// What the map can be shaded by.
    Measure { id: String, name: Words, indicator: String, unit: String, }
    /// A source, with its sections.
    Document {
        id: String,
        title: Words,
        publisher: Words,
        published: Words,
        language: Option<String>,
        url: Option<String>,
        copy: Option<&'static str>,
        sections: Vec<Section>,
    }
    /// A section of a source.
    Section { id: String, title: Words, paragraphs: u32, }
    /// A sector.
    Sector { id: String, name: Words, codes: Vec<Code>, }
    /// A code of a vocabulary of sectors.
    Code { vocabulary: Option<String>, code: String, name: Words, }
    /// An organisation.
    Organisation { id: String, name: Words, aliases: Vec<String>, }
    /// An organisation's part in a record.
    Participation { organisation: String, role: &'static str, }
    /// A relation to another record.
    Relation { r#type: &'static str, target: String, basis: &'static str, }
    /// Where to read on.
    Link { url: String, title: Words, }
    /// A place in a source.
    Locator { document: String, section: String, paragraph: u32, }
    /// A chart.
    Chart {
        id: String,
        title: Words,
        form: &'static str,
        by: Option<&'static str>,
        values: Vec<ChartValue>,
    }
    /// What a chart draws.
    ChartValue { indicator: String, unit: String, }
}

/// A place.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are those of the file")]
pub struct Place {
    pub id: String,
    pub name: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coordinates: Option<Coordinates>,
}

/// A point in degrees.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are those of the file")]
pub struct Coordinates {
    pub longitude: f64,
    pub latitude: f64,
    pub precision: &'static str,
    pub origin: String,
}

/// When something was.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are those of the file")]
pub enum Time {
    Point {
        at: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<Words>,
    },
    Interval {
        from: String,
        to: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<Words>,
    },
    Since {
        from: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<Words>,
    },
    Until {
        to: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<Words>,
    },
    Unknown {
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<Words>,
    },
}

/// A number with what it measures.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(
    missing_docs,
    clippy::struct_field_names,
    reason = "the fields are those of the file"
)]
pub struct Value {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    pub indicator: String,
    pub amount: Amount,
    pub unit: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value_date: Option<String>,
}

/// One statement of the source.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the fields are those of the file")]
pub struct Record {
    pub id: String,
    pub kind: String,
    pub sector: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<Code>,
    pub title: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_title: Option<Words>,
    pub note: Words,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub organisations: Vec<Participation>,
    pub time: Time,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<Relation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    pub source: Locator,
}
