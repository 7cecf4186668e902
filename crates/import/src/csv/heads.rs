//! What a column's head says about what it holds: common words of English,
//! Chinese, French and Spanish, and the names that publishers of aid data use.

use super::dates::Order;
use super::number_words::is_currency;
use crate::mapping::Field;

/// A guess from a head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The field.
    pub field: Field,
    /// How sure it is: of two columns of a field that a record has once, the
    /// larger one counts.
    pub weight: u8,
    /// The currency that the head names.
    pub currency: Option<String>,
}

/// By how many tens the head says that its numbers are to be multiplied: 6 for
/// "USD million", 4 for "万元".
#[must_use]
pub fn power(head: &str) -> i32 {
    const SIZES: &[(&str, i32)] = &[
        ("thousand", 3),
        ("thousands", 3),
        ("milliers", 3),
        ("miles", 3),
        ("million", 6),
        ("millions", 6),
        ("millones", 6),
        ("mn", 6),
        ("mln", 6),
        ("billion", 9),
        ("billions", 9),
        ("milliards", 9),
        ("bn", 9),
    ];
    let words = normal(head);
    let found = SIZES
        .iter()
        .find(|(size, _)| words.split(' ').any(|word| word == *size));
    match found {
        Some((_, power)) => *power,
        None if head.contains("亿") => 8,
        None if head.contains("万") => 4,
        None => 0,
    }
}

/// Which of day and month is first, where a head says it.
#[must_use]
pub fn order(head: &str) -> Option<Order> {
    let words = normal(head);
    match () {
        () if words.contains("mm dd") || words.contains("month day") => Some(Order::MonthFirst),
        () if words.contains("dd mm") || words.contains("day month") => Some(Order::DayFirst),
        () => None,
    }
}

/// The words of a head in small letters, parted by one blank: `Start_Actual-Date`
/// and `startActualDate` are both `start actual date`.
#[must_use]
pub fn normal(head: &str) -> String {
    let mut out = String::new();
    let mut last_is_small = false;
    for letter in head.chars() {
        let letter = plain(letter);
        if !letter.is_alphanumeric() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            last_is_small = false;
            continue;
        }
        if letter.is_uppercase() && last_is_small {
            out.push(' ');
        }
        last_is_small = letter.is_lowercase() || letter.is_ascii_digit();
        out.extend(letter.to_lowercase());
    }
    out.trim_end().to_owned()
}

/// A letter without its accent, of the languages that heads are looked up in.
const fn plain(letter: char) -> char {
    match letter {
        'á' | 'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'É' => 'e',
        'í' | 'î' | 'ï' => 'i',
        'ó' | 'ô' | 'ö' => 'o',
        'ú' | 'û' | 'ü' | 'ù' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        other => other,
    }
}

/// What a head says; `None` where it says nothing that is known.
#[must_use]
pub fn guess(head: &str) -> Option<Guess> {
    let words = normal(head);
    let known = |field: Field, weight: u8| Guess {
        field,
        weight,
        currency: None,
    };
    // "is geocoded": an answer, not a thing.
    let is_flag = ["is ", "has "].iter().any(|start| words.starts_with(start));
    if words.is_empty() || is_flag {
        return None;
    }
    let tokens: Vec<&str> = words.split(' ').collect();
    let currency = currency(head, &tokens);
    if let Some(field) = whole(&words) {
        return Some(Guess {
            field,
            // "project title" before "title", "project id" before "id".
            weight: if tokens.len() > 1 { 9 } else { 8 },
            currency: currency.filter(|_| field == Field::Amount),
        });
    }
    // No blanks stand between Chinese words.
    let has = |word: &str| tokens.contains(&word) || (!word.is_ascii() && words.contains(word));
    let money = MONEY.iter().any(|word| has(word));
    // "Original currency" is a currency, "Amount (original currency)" money.
    if has("currency") && currency.is_none() && !has("amount") {
        return Some(known(Field::Currency, 5));
    }
    if COUNTED.iter().any(|word| has(word))
        || words.starts_with("number of ")
        || words.starts_with("nombre de ")
    {
        return Some(known(Field::Number, 5));
    }
    if has("percent") || has("percentage") || head.contains('%') {
        return Some(known(Field::Percent, 5));
    }
    let about_money = ["type", "date", "year", "code", "status", "name"]
        .iter()
        .any(|w| has(w));
    if !about_money && (money || currency.is_some()) {
        return Some(Guess {
            field: Field::Amount,
            weight: if money { 6 } else { 4 },
            currency,
        });
    }
    let ends = |field: Field, weight: u8| Some(known(field, weight));
    match () {
        () if has("date") || has("fecha") || has("isodate") || has("日期") => {
            if has("start")
                || has("begin")
                || has("commencement")
                || has("debut")
                || has("inicio")
                || has("开始")
            {
                ends(Field::Start, if has("actual") { 7 } else { 6 })
            } else if has("end")
                || has("completion")
                || has("closing")
                || has("close")
                || has("fin")
                || has("结束")
            {
                ends(Field::End, if has("actual") { 7 } else { 6 })
            } else if has("value") {
                ends(Field::ValueDate, 5)
            } else if has("update") || has("updated") || has("modified") || has("last") {
                None
            } else {
                ends(Field::Time, 4)
            }
        }
        () if has("year") || has("annee") || has("ano") || has("年份") => ends(Field::Time, 4),
        () if has("sector") || has("secteur") || has("行业") || has("部门") => ends(
            if has("code") {
                Field::SectorCode
            } else {
                Field::Sector
            },
            4,
        ),
        () if has("country") || has("pays") || has("pais") || has("国家") => {
            ends(Field::Country, if has("code") { 3 } else { 4 })
        }
        () if has("latitude") => ends(Field::Latitude, 6),
        () if has("longitude") => ends(Field::Longitude, 6),
        () if has("location") || has("localisation") || has("ubicacion") || has("地点") => {
            ends(Field::Place, if has("name") { 5 } else { 4 })
        }
        () if has("agency")
            || has("agencies")
            || has("organisation")
            || has("organization")
            || has("organisme")
            || has("机构") =>
        {
            ends(role(&has), 3)
        }
        () if has("title") || has("titre") || has("titulo") => ends(Field::Title, 5),
        () if has("description") || has("descripcion") => ends(Field::Note, 4),
        () => None,
    }
}

/// The currency that a head names.
fn currency(head: &str, tokens: &[&str]) -> Option<String> {
    if let Some(code) = tokens.iter().find(|token| is_currency(token)) {
        return Some(code.to_ascii_uppercase());
    }
    let signs = [
        ("\u{20ac}", "EUR"),
        ("US$", "USD"),
        ("\u{a3}", "GBP"),
        ("美元", "USD"),
        ("欧元", "EUR"),
        ("人民币", "CNY"),
    ];
    let found = signs.iter().find(|(sign, _)| head.contains(sign));
    found.map(|(_, code)| (*code).to_owned())
}

/// The language that most of the heads are in, of those that are looked up.
#[must_use]
pub fn language(heads: &[String]) -> &'static str {
    const FRENCH: &[&str] = &[
        "titre", "projet", "montant", "pays", "secteur", "lieu", "annee", "bailleur", "debut",
        "devise", "nom", "ville",
    ];
    const SPANISH: &[&str] = &[
        "titulo", "proyecto", "monto", "pais", "lugar", "ano", "donante", "inicio", "moneda",
        "nombre", "fecha", "ciudad",
    ];
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let words: Vec<String> = heads.iter().map(|head| normal(head)).collect();
    let known = |list: &[&str]| {
        let has = |head: &&String| head.split(' ').any(|word| list.contains(&word));
        words.iter().filter(has).count()
    };
    let chinese = heads.iter().filter(|head| head.chars().any(is_han)).count();
    let (french, spanish) = (known(FRENCH), known(SPANISH));
    match () {
        () if chinese * 2 > heads.len() => "zh",
        () if french > spanish && french > 0 => "fr",
        () if spanish > 0 => "es",
        () => "en",
    }
}

fn role(has: &dyn Fn(&str) -> bool) -> Field {
    match () {
        () if ["funding", "donor", "financing", "出资"]
            .iter()
            .any(|w| has(w)) =>
        {
            Field::Funding
        }
        () if ["implementing", "executing", "channel", "实施"]
            .iter()
            .any(|w| has(w)) =>
        {
            Field::Implementing
        }
        () if ["accountable", "responsible", "receiving"]
            .iter()
            .any(|w| has(w)) =>
        {
            Field::Accountable
        }
        () if ["extending", "cofinancing"].iter().any(|w| has(w)) => Field::Extending,
        () => Field::Participating,
    }
}

/// Words of money, in whatever head they stand.
const MONEY: &[&str] = &[
    "amount",
    "amounts",
    "value",
    "commitment",
    "commitments",
    "disbursement",
    "disbursements",
    "expenditure",
    "expenditures",
    "budget",
    "cost",
    "grant",
    "loan",
    "funds",
    "spend",
    "spent",
    "montant",
    "engagement",
    "engagements",
    "decaissement",
    "decaissements",
    "depense",
    "depenses",
    "monto",
    "importe",
    "compromiso",
    "desembolso",
    "presupuesto",
    "costo",
    "usd",
    "金额",
    "资金",
    "投资",
    "预算",
];

/// Words of what is counted.
const COUNTED: &[&str] = &[
    "beneficiaries",
    "households",
    "jobs",
    "beneficiaires",
    "beneficiarios",
    "hogares",
    "受益人数",
    "人数",
    "户数",
];

/// Whole heads.
const WHOLE: &str = include_str!("heads.txt");

/// The field of a whole head.
fn whole(words: &str) -> Option<Field> {
    let lines = WHOLE.lines().filter_map(|line| line.split_once(": "));
    let mut found = lines.filter(|(_, heads)| heads.split(", ").any(|head| head == words));
    found.next().and_then(|(field, _)| Field::from_word(field))
}

#[cfg(test)]
mod tests {
    use super::{guess, normal};
    use crate::mapping::Field;

    #[test]
    fn heads_are_read_in_any_case_and_with_any_separator() {
        for head in [
            "Start_Actual-ISODate",
            "startActualIsodate",
            " START ACTUAL ISODATE ",
            "start.actual.isodate",
        ] {
            assert_eq!(
                guess(head).map(|guess| guess.field),
                Some(Field::Start),
                "{head}"
            );
        }
        assert_eq!(normal("Montant engag\u{e9} (\u{20ac})"), "montant engage");
    }

    #[test]
    fn the_names_of_publishers_are_known() {
        for (head, field) in [
            ("project_id", Field::Id),
            ("AidData TUFF Project ID", Field::Id),
            ("iati-identifier", Field::Id),
            ("CrsID", Field::Id),
            ("project_title", Field::Title),
            ("ProjectTitle", Field::Title),
            ("LongDescription", Field::Note),
            ("ad_sector_names", Field::Sector),
            ("PurposeName", Field::Sector),
            ("PurposeCode", Field::SectorCode),
            ("sector name", Field::Sector),
            ("Amount (Original Currency)", Field::Amount),
            ("Original Currency", Field::Currency),
            ("Funding Agencies", Field::Funding),
            ("Flow Type", Field::Kind),
            ("Recommended For Aggregates", Field::Adds),
            (
                "Actual Implementation Start Date (MM/DD/YYYY)",
                Field::Start,
            ),
            ("recipient country", Field::Country),
            ("RecipientName", Field::Country),
            ("recipients_iso3", Field::Country),
            ("latitude", Field::Latitude),
            ("transaction_value", Field::Amount),
            ("commitment amount", Field::Amount),
            ("USD_Disbursement", Field::Amount),
            ("total_commitments", Field::Amount),
            ("even_split_commitments", Field::Amount),
            ("transaction_value_currency", Field::Currency),
            ("transaction_type", Field::Indicator),
            ("start_actual_isodate", Field::Start),
            ("end_actual_isodate", Field::End),
            ("Completion Date (Day/Month/Year)", Field::End),
            ("year", Field::Time),
            ("Commitment Year", Field::Time),
            ("boardapprovaldate", Field::Time),
            ("donors", Field::Funding),
            ("Implementing Agencies", Field::Implementing),
            ("项目名称", Field::Title),
            ("受援国", Field::Country),
            ("投资金额(万元)", Field::Amount),
            ("经度", Field::Longitude),
            ("Titre du projet", Field::Title),
            ("Pa\u{ed}s beneficiario", Field::Country),
            ("Fecha de inicio", Field::Start),
            ("Montant", Field::Amount),
        ] {
            assert_eq!(guess(head).map(|guess| guess.field), Some(field), "{head}");
        }
    }

    #[test]
    fn a_head_may_name_its_currency() {
        for (head, currency) in [
            ("Amount (USD)", Some("USD")),
            ("Amount (Constant USD 2021)", Some("USD")),
            ("Montant (\u{20ac})", Some("EUR")),
            ("Amount", None),
        ] {
            let guess = guess(head).expect("an amount");
            assert_eq!(
                (guess.field, guess.currency.as_deref()),
                (Field::Amount, currency),
                "{head}"
            );
        }
    }

    #[test]
    fn what_is_not_known_is_not_guessed() {
        for head in ["", "  ", "is_geocoded", "foo", "last updated date"] {
            assert_eq!(guess(head), None, "{head}");
        }
    }
}
