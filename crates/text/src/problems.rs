//! What is wrong with a dataset, in words.

use super::numbers::plain;
use ::words::Locale;
use model::{Fault, Lang, List, Problem, Refusal, SCHEMA, Spot};

/// How much of a dataset's own text is repeated.
const LONGEST: usize = 80;
/// How many members of a circle are named.
const NAMED: usize = 12;

/// "records[3] (some-id): there is no `x` in sectors; it is left out".
#[must_use]
pub fn problem(lang: Lang, problem: &Problem) -> String {
    let at = match (Locale::of(lang), &problem.at) {
        (Locale::Zh, Spot::Text { line, column }) => format!("第 {line} 行第 {column} 列"),
        (Locale::En, Spot::Text { line, column }) => format!("line {line}, column {column}"),
        (_, Spot::Field(name)) => (*name).to_owned(),
        (_, Spot::Item { list, position, id }) if id.is_empty() => {
            format!("{}[{position}]", list.word())
        }
        (_, Spot::Item { list, position, id }) => {
            format!("{}[{position}] ({})", list.word(), short(id))
        }
    };
    super::labelled(lang, &at, &fault(lang, &problem.fault))
}

/// Problems of one kind on one line: the one there is, or how many.
#[must_use]
pub fn line(lang: Lang, problems: &[&Problem]) -> String {
    match problems {
        [one] => problem(lang, one),
        many => group(lang, many),
    }
}

/// "2,956 in records: ...".
fn group(lang: Lang, problems: &[&Problem]) -> String {
    let Some(first) = problems.first() else {
        return String::new();
    };
    let count = plain(problems.len() as f64);
    let list = first.list().map_or("", List::word);
    let where_they_are = match Locale::of(lang) {
        Locale::Zh => format!("{list} 中有 {count} 处"),
        Locale::En => format!("{count} in {list}"),
    };
    super::labelled(lang, &where_they_are, kind(lang, &first.fault))
}

/// Why a dataset is not shown at all: "other.json: there is no such file".
#[must_use]
pub fn refusal(lang: Lang, file: &str, why: &Refusal) -> String {
    let words = match (Locale::of(lang), why) {
        (_, Refusal::Unsound(of)) => problem(lang, of),
        (Locale::Zh, Refusal::Answer(404)) => "没有这个文件（HTTP 404）".to_owned(),
        (Locale::En, Refusal::Answer(404)) => "there is no such file (HTTP 404)".to_owned(),
        (Locale::Zh, Refusal::Answer(status)) => format!("服务器拒绝了请求（HTTP {status}）"),
        (Locale::En, Refusal::Answer(status)) => format!("the server refuses it (HTTP {status})"),
        (_, Refusal::Silent(seconds)) => super::no_answer(lang, *seconds),
        (Locale::Zh, Refusal::Unreachable(words)) => format!("无法取得：{}", clip(words, 300)),
        (Locale::En, Refusal::Unreachable(words)) => {
            format!("it cannot be fetched: {}", clip(words, 300))
        }
    };
    super::labelled(lang, file, &words)
}

fn fault(lang: Lang, fault: &Fault) -> String {
    match Locale::of(lang) {
        Locale::Zh => zh(fault),
        Locale::En => en(fault),
    }
}

fn en(fault: &Fault) -> String {
    match fault {
        Fault::Unreadable(words) => format!("it cannot be read: {}", clip(words, 300)),
        Fault::Schema(said) => {
            format!("this app reads `{SCHEMA}`, the file says `{}`", short(said))
        }
        Fault::BadId(id) => {
            format!(
                "`{}` is no id: use small Latin letters, digits and hyphens",
                short(id)
            )
        }
        Fault::IdTwice => "this id is used twice; the second is left out".to_owned(),
        Fault::NotThere { list, id } => format!("there is no `{}` in {}", short(id), list.word()),
        Fault::BadDate(text) => {
            format!(
                "`{}` is no date: write YYYY, YYYY-MM or YYYY-MM-DD",
                short(text)
            )
        }
        Fault::EndsBeforeItBegins => "it ends before it begins".to_owned(),
        Fault::NoText(field) => format!("its {field} is missing in a language"),
        Fault::ParentAfter(id) => format!("its parent `{}` must stand before it", short(id)),
        Fault::TooDeep => {
            "it lies within too many places; the place it lies in is left out".to_owned()
        }
        Fault::OffEarth => "its coordinates are not on Earth".to_owned(),
        Fault::BadFile(file) => format!(
            "`{}` is not fetched: a file must be a path below the app, of letters, digits, - _ . and /; the outlines are left out",
            short(file)
        ),
        Fault::BadAddress(address) => format!(
            "`{}` is not used: an address must begin with https://, or be a path below the app",
            short(address)
        ),
        Fault::BadCurrency(code) => format!(
            "`{}` is no code of a currency: write the three capital letters of ISO 4217, such as EUR",
            short(code)
        ),
        Fault::BadUnit => "a unit must have either `words`, or a `currency` (and perhaps `per`), or `percent`: true".to_owned(),
        Fault::Reserved(id) => format!("the app itself uses the id `{}`; give it another", short(id)),
        Fault::NoChartValues => "its list of values is empty; it is left out".to_owned(),
        Fault::NotAdditive(id) => format!(
            "it adds up `{}`, which the dataset does not mark as one that `adds`; it is left out",
            short(id)
        ),
        Fault::NoSection { document, section } => {
            format!(
                "document `{}` has no section `{}`",
                short(document),
                short(section)
            )
        }
        Fault::NoParagraph {
            section,
            last,
            named,
        } => {
            format!(
                "section `{}` has paragraphs 1 to {last}, not {named}",
                short(section)
            )
        }
        Fault::NoSource => "its list of sources is empty".to_owned(),
        Fault::ValueTwice(key) => {
            format!(
                "two of its values are called `{}`; give one an id",
                short(key)
            )
        }
        Fault::BadNumber { key, written } => format!(
            "its value `{}` is `{}`: it must be a number of at most 100 digits",
            short(key),
            short(written)
        ),
        Fault::RelatedToItself => "it is related to itself; that relation is left out".to_owned(),
        Fault::NoTarget(id) => {
            format!("its relation points to `{}`, which is not there", short(id))
        }
        Fault::RelationTwice(id) => {
            format!(
                "it states its relation to `{}` twice; the second is left out",
                short(id)
            )
        }
        Fault::Circle { members, relations } => format!(
            "each of these would count itself within itself, by way of the others: {}; {} between them left out",
            listed(Lang::EN, members),
            match relations {
                1 => "the relation".to_owned(),
                _ => format!("the {} relations", plain(*relations as f64)),
            }
        ),
        Fault::NoRecord(id) => format!("there is no record `{}`", short(id)),
        Fault::NoOperand(reference) => format!(
            "`{}` is neither `record/value` nor a derived figure before it",
            short(reference)
        ),
        Fault::NoValue { record, key } => {
            format!("record `{}` has no value `{}`", short(record), short(key))
        }
    }
}

fn zh(fault: &Fault) -> String {
    match fault {
        Fault::Unreadable(words) => format!("无法读取：{}", clip(words, 300)),
        Fault::Schema(said) => format!("本应用读取“{SCHEMA}”，文件写的是“{}”", short(said)),
        Fault::BadId(id) => format!("“{}”不能作编号：只用小写拉丁字母、数字和连字符", short(id)),
        Fault::IdTwice => "编号重复，后一项未采用".to_owned(),
        Fault::NotThere { list, id } => format!("{} 中没有“{}”", list.word(), short(id)),
        Fault::BadDate(text) => {
            format!(
                "“{}”不是日期：应写作 YYYY、YYYY-MM 或 YYYY-MM-DD",
                short(text)
            )
        }
        Fault::EndsBeforeItBegins => "结束早于开始".to_owned(),
        Fault::NoText(field) => format!("{field} 缺少一种语言的文字"),
        Fault::ParentAfter(id) => format!("所在地点“{}”应排在它之前", short(id)),
        Fault::TooDeep => "所在地点的层级过多，其所在地点未采用".to_owned(),
        Fault::OffEarth => "坐标不在地球上".to_owned(),
        Fault::BadFile(file) => format!(
            "“{}”不予读取：文件必须是本应用之下的路径，只含字母、数字和 - _ . /；轮廓未采用",
            short(file)
        ),
        Fault::BadAddress(address) => format!(
            "“{}”未采用：地址必须以 https:// 开头，或是本应用之下的路径",
            short(address)
        ),
        Fault::BadCurrency(code) => format!(
            "“{}”不是货币代码：应写 ISO 4217 的三个大写字母，如 EUR",
            short(code)
        ),
        Fault::BadUnit => {
            "单位须有 words，或有 currency（可另有 per），或有 percent: true，三者居其一".to_owned()
        }
        Fault::Reserved(id) => format!("编号“{}”由应用自用，请换一个", short(id)),
        Fault::NoChartValues => "没有列出数值，未采用".to_owned(),
        Fault::NotAdditive(id) => format!(
            "把“{}”相加，而数据集没有注明它可以相加（adds），未采用",
            short(id)
        ),
        Fault::NoSection { document, section } => {
            format!("文献“{}”没有“{}”一节", short(document), short(section))
        }
        Fault::NoParagraph {
            section,
            last,
            named,
        } => {
            format!(
                "“{}”一节有第 1 至 {last} 段，没有第 {named} 段",
                short(section)
            )
        }
        Fault::NoSource => "没有写明出处".to_owned(),
        Fault::ValueTwice(key) => format!("有两个数值都叫“{}”，请给其中一个加编号", short(key)),
        Fault::BadNumber { key, written } => format!(
            "数值“{}”写作“{}”：应为不超过 100 位的数",
            short(key),
            short(written)
        ),
        Fault::RelatedToItself => "与自身有关系，该关系未采用".to_owned(),
        Fault::NoTarget(id) => format!("所指的“{}”不存在，该关系未采用", short(id)),
        Fault::RelationTwice(id) => format!("与“{}”的关系写了两次，后一个未采用", short(id)),
        Fault::Circle { members, relations } => format!(
            "下列各项互相包含，成为循环：{}；其间的 {} 个关系未采用",
            listed(Lang::ZH, members),
            plain(*relations as f64)
        ),
        Fault::NoRecord(id) => format!("没有记录“{}”", short(id)),
        Fault::NoOperand(reference) => {
            format!(
                "“{}”既不是“记录/数值”，也不是在它之前的推算值",
                short(reference)
            )
        }
        Fault::NoValue { record, key } => {
            format!("记录“{}”没有数值“{}”", short(record), short(key))
        }
    }
}

/// What problems of the kind have in common.
fn kind(lang: Lang, fault: &Fault) -> &'static str {
    let (zh, en) = match fault {
        Fault::Unreadable(_) => ("无法读取", "they cannot be read"),
        Fault::Schema(_) => ("不是本应用的格式", "of another schema"),
        Fault::BadId(_) => ("编号不合规定", "their ids are none"),
        Fault::IdTwice => ("编号重复", "their ids are used twice"),
        Fault::NotThere { .. } => ("所指的对象不存在", "what they name is not there"),
        Fault::BadDate(_) => ("日期不合规定", "their dates are none"),
        Fault::EndsBeforeItBegins => ("结束早于开始", "they end before they begin"),
        Fault::NoText(_) => ("缺少一种语言的文字", "a text is missing in a language"),
        Fault::ParentAfter(_) => ("所在地点应排在之前", "their parents must stand before them"),
        Fault::TooDeep => ("所在地点的层级过多", "they lie within too many places"),
        Fault::OffEarth => ("坐标不在地球上", "their coordinates are not on Earth"),
        Fault::BadFile(_) => ("文件不在本应用之下", "their files are not below the app"),
        Fault::BadAddress(_) => ("地址不能使用", "their addresses are not used"),
        Fault::BadCurrency(_) => ("不是货币代码", "they are no codes of currencies"),
        Fault::BadUnit => ("单位不完整", "their units are not complete"),
        Fault::Reserved(_) => ("编号由应用自用", "the app itself uses their ids"),
        Fault::NoChartValues => ("没有列出数值", "their lists of values are empty"),
        Fault::NotAdditive(_) => ("把不能相加的数相加", "they add up what may not be added"),
        Fault::NoSection { .. } => ("没有这一节", "their sections are not there"),
        Fault::NoParagraph { .. } => ("没有这一段", "their paragraphs are not there"),
        Fault::NoSource => ("没有写明出处", "they name no place in a source"),
        Fault::ValueTwice(_) => ("数值重名", "two values have the same name"),
        Fault::BadNumber { .. } => (
            "数值不是可用的数",
            "their amounts are no numbers to be used",
        ),
        Fault::RelatedToItself => ("与自身有关系", "they are related to themselves"),
        Fault::NoTarget(_) => (
            "关系所指不存在",
            "their relations point to what is not there",
        ),
        Fault::RelationTwice(_) => ("关系写了两次", "they state a relation twice"),
        Fault::Circle { .. } => (
            "互相包含，成为循环",
            "circles of what is counted within each other",
        ),
        Fault::NoRecord(_) | Fault::NoOperand(_) => (
            "算式所取的数不存在",
            "their formulas take what is not there",
        ),
        Fault::NoValue { .. } => (
            "算式所取的数值不存在",
            "their formulas take values that are not there",
        ),
    };
    match Locale::of(lang) {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

/// “Title” (id), the first ones.
fn listed(lang: Lang, members: &[(String, model::Text)]) -> String {
    let names: Vec<String> = members
        .iter()
        .map(|(id, title)| match Locale::of(lang) {
            Locale::Zh => format!("“{}”（{}）", short(title.get(lang)), short(id)),
            Locale::En => format!("“{}” ({})", short(title.get(lang)), short(id)),
        })
        .collect();
    super::first_of(lang, &names, NAMED)
}

/// A dataset's own text, in so far as a line can repeat it.
fn short(text: &str) -> String {
    clip(text, LONGEST)
}

fn clip(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}
