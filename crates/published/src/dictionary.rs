//! What each column of the tables means, in English and Chinese.

use formats::Cell;
use model::Dataset;
use serde_json::{Value, json};

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The table.
    pub table: &'static str,
    /// Its name, without the language.
    pub name: &'static str,
    /// What stands in it, by the types of a Table Schema.
    pub of: &'static str,
    /// Whether there is one for each language of the dataset: `name_en`.
    pub by_language: bool,
    /// What it means, in English.
    pub english: &'static str,
    /// What it means, in Chinese.
    pub chinese: &'static str,
}

/// A column of text, numbers or yes and no.
const fn one(
    table: &'static str,
    name: &'static str,
    of: &'static str,
    english: &'static str,
    chinese: &'static str,
) -> Column {
    Column {
        table,
        name,
        of,
        by_language: false,
        english,
        chinese,
    }
}

/// A column of text for each language.
const fn each(
    table: &'static str,
    name: &'static str,
    english: &'static str,
    chinese: &'static str,
) -> Column {
    Column {
        table,
        name,
        of: "string",
        by_language: true,
        english,
        chinese,
    }
}

/// All columns of all tables. A test holds them against what the tables have.
pub const COLUMNS: &[Column] = &[
    one(
        "records",
        "record",
        "string",
        "Id of the record: a record with several figures has several rows",
        "记录的标识；有多个数字的记录占多行",
    ),
    one(
        "records",
        "kind",
        "string",
        "What kind of statement it is; a code of the list kind",
        "陈述的类型；代码见 kind 表",
    ),
    each(
        "records",
        "title",
        "Title of the record, in our words",
        "记录的标题，用我们的话写成",
    ),
    each(
        "records",
        "note",
        "What the source states, in our words",
        "来源所述，用我们的话写成",
    ),
    one(
        "records",
        "sector",
        "string",
        "Sector; a code of the list sector",
        "领域；代码见 sector 表",
    ),
    one(
        "records",
        "dac_code",
        "string",
        "Purpose by the OECD DAC's list of five digits, where there is one",
        "经合组织发援会五位目的代码（如有）",
    ),
    one(
        "records",
        "sector_codes",
        "string",
        "All codes of its sector, as vocabulary:code, parted by “; ”",
        "领域的全部代码，写作“词表:代码”，以“; ”分隔",
    ),
    one(
        "records",
        "places",
        "string",
        "Places that the record names, codes of the list place, parted by “; ”; empty where it names none",
        "记录点名的地点，代码见 place 表，以“; ”分隔；未点名则为空",
    ),
    each(
        "records",
        "places",
        "Names of those places",
        "这些地点的名称",
    ),
    one(
        "records",
        "organisations",
        "string",
        "Who takes part, as role: code, parted by “; ”; lists role and organisation",
        "参与方，写作“角色: 代码”，以“; ”分隔；见 role 与 organisation 表",
    ),
    one(
        "records",
        "time_type",
        "string",
        "How the time is stated: point, interval, period (a plan by name), since, until or unknown",
        "时间的写法：point（时点）、interval（区间）、period（以名称称呼的规划期）、since（起）、until（止）或 unknown（未写明）",
    ),
    one(
        "records",
        "time_from",
        "string",
        "Start, as precise as stated: a year, a month or a day; empty where it is open or unknown",
        "起点，精度如来源所述（年、月或日）；不限或不明则为空",
    ),
    one(
        "records",
        "time_to",
        "string",
        "End, as precise as stated; empty where it is open or unknown",
        "终点，精度如来源所述；不限或不明则为空",
    ),
    one(
        "records",
        "value",
        "string",
        "Name of the figure within its record, where it has one",
        "数字在记录内的名称（如有）",
    ),
    one(
        "records",
        "indicator",
        "string",
        "What is counted or measured; a code of the list indicator",
        "所计或所量之物；代码见 indicator 表",
    ),
    one(
        "records",
        "amount",
        "number",
        "The figure with every digit that is stated, in units of one (yuan, not millions)",
        "数字，保留所述的每一位，以一为单位（元，而非百万元）",
    ),
    one(
        "records",
        "unit",
        "string",
        "Unit; a code of the list unit",
        "单位；代码见 unit 表",
    ),
    one(
        "records",
        "currency",
        "string",
        "Currency of money, by ISO 4217",
        "金额的币种，按 ISO 4217",
    ),
    one(
        "records",
        "value_date",
        "string",
        "Date for which an amount of money was converted or is valued, where stated",
        "金额的计价日期（如有写明）",
    ),
    one(
        "records",
        "qualifier",
        "string",
        "How the source qualifies the figure: exact, about, over and others of the list qualifier",
        "来源对数字的限定：准确、约、超过等，见 qualifier 表",
    ),
    one(
        "records",
        "part_of",
        "string",
        "Records that count this one: never add both",
        "包含本记录的记录：不可与之相加",
    ),
    one(
        "records",
        "includes",
        "string",
        "Records that this one counts: never add both",
        "本记录所包含的记录：不可与之相加",
    ),
    one(
        "records",
        "overlaps",
        "string",
        "Records that may count some of the same",
        "可能与本记录部分重复计算的记录",
    ),
    one(
        "records",
        "same_as",
        "string",
        "Records that state the same once more",
        "再次陈述同一件事的记录",
    ),
    one(
        "records",
        "document",
        "string",
        "The source: its title and who published it",
        "来源：标题与发布者",
    ),
    one(
        "records",
        "section",
        "string",
        "Section of the source",
        "来源中的部分",
    ),
    one(
        "records",
        "paragraph",
        "string",
        "Paragraph of that section, from 1",
        "该部分中的段落，从 1 计",
    ),
    one(
        "records",
        "licence",
        "string",
        "Licence of this dataset",
        "本数据集的许可",
    ),
    one(
        "records",
        "link",
        "string",
        "Where this view can be opened",
        "可打开此视图的链接",
    ),
    each("records", "kind_name", "Name of the kind", "类型的名称"),
    each("records", "sector_name", "Name of the sector", "领域的名称"),
    each(
        "records",
        "organisation_names",
        "Roles and names of who takes part",
        "参与方的角色与名称",
    ),
    each(
        "records",
        "indicator_name",
        "Name of the indicator",
        "指标的名称",
    ),
    each("records", "unit_name", "Name of the unit", "单位的名称"),
    one("codes", "list", "string", "Which list of codes", "代码表名"),
    one(
        "codes",
        "code",
        "string",
        "The code, as the other tables have it",
        "代码，与其他表中一致",
    ),
    each(
        "codes",
        "name",
        "Its name; empty where the dataset has none in that language. Roles, qualifiers, relations and measures are named in this app’s words, which are English where it has none",
        "名称；数据集没有该语言的名称则为空。角色、限定、关系与量用本应用的词语，没有该语言时用英文",
    ),
    one(
        "codes",
        "parent",
        "string",
        "Of a place: what it lies in; of a sector: its family",
        "地点所属的上级；领域所属的类别",
    ),
    one(
        "codes",
        "other_names",
        "string",
        "Of a place: names that others have recorded, as language: name, parted by “; ”",
        "地点在其他语言中的名称（他处记录），形如“语言: 名称”，以“; ”分隔",
    ),
    one(
        "map",
        "measure",
        "string",
        "What the map shows; a code of the list measure",
        "地图所示的量；代码见 measure 表",
    ),
    one(
        "map",
        "place",
        "string",
        "The area; a code of the list place",
        "区域；代码见 place 表",
    ),
    each("map", "place_name", "Name of the area", "区域的名称"),
    one(
        "map",
        "amount",
        "number",
        "The figure of this area; empty where none is stated. An amount counts where it is tied to this area alone: of records that name several, or none, it is in no row. A number of records counts in every place that a record names and in what that lies in: those rows overlap",
        "该区域的数字；未写明则为空。金额等仅在只与该区域相连时计入，点名多个区域或未点名的记录不在任何一行；记录数则计入记录点名的每个地点及其上级，各行相互重叠",
    ),
    one(
        "map",
        "unit",
        "string",
        "Its unit; empty for a number of records",
        "单位；记录数则为空",
    ),
    one(
        "map",
        "qualifier",
        "string",
        "How the source qualifies it, where it is one stated figure",
        "若为单个所述数字，来源对它的限定",
    ),
    one(
        "map",
        "derived",
        "boolean",
        "Whether it is computed here: the sum of the records named beside it, or their count",
        "是否由此处推算：旁列记录之和，或记录数",
    ),
    one(
        "map",
        "records",
        "string",
        "Records that it is made of",
        "构成它的记录",
    ),
    one(
        "map",
        "not_added",
        "string",
        "Records of the area that were not added, since they may count the same",
        "该区域中因可能重复而未相加的记录",
    ),
    one(
        "map",
        "expected_records",
        "string",
        "Records of the area that state only what is expected: not in the figure",
        "该区域中仅陈述预期的记录：不计入数字",
    ),
    one(
        "timeline",
        "record",
        "string",
        "Id of the record",
        "记录的标识",
    ),
    one(
        "timeline",
        "sector",
        "string",
        "Its lane: a code of the list sector",
        "所在的行：代码见 sector 表",
    ),
    one(
        "timeline",
        "form",
        "string",
        "How it is drawn: bar, year or moment, with what is open or planned",
        "画法：bar（条）、year（一年）或 moment（时点），并标明开放端与计划部分",
    ),
    each("timeline", "time", "Its time in words", "时间的文字表述"),
    each("timeline", "title", "Title of the record", "记录的标题"),
    each(
        "timeline",
        "figure",
        "Its first figure in words, with qualifier and unit",
        "第一个数字的文字表述，含限定与单位",
    ),
    one("chart", "chart", "string", "Id of the chart", "图表的标识"),
    one(
        "chart",
        "row",
        "integer",
        "Which row of the chart, from 1",
        "图表的第几行，从 1 计",
    ),
    one(
        "chart",
        "depth",
        "integer",
        "How deep the row is drawn below others: it counts, or may count, in the one above it that is less deep. By which relation, and whether the source states it, is in the records",
        "该行在其他行之下的深度：它计入、或可能计入其上方较浅的行；依据何种关系、来源是否写明，见记录",
    ),
    each("chart", "label", "What the row is of", "该行的内容"),
    each(
        "chart",
        "figure",
        "Its figure in words, with qualifier and unit",
        "数字的文字表述，含限定与单位",
    ),
    one(
        "chart",
        "row_amount",
        "number",
        "The row's amount: that of its part, or the sum of its parts",
        "该行的数值：其部分之值，或各部分之和",
    ),
    one(
        "chart",
        "row_derived",
        "boolean",
        "Whether the row's amount is computed here",
        "该行的数值是否由此处推算",
    ),
    one(
        "chart",
        "part",
        "integer",
        "Which part of the row, from 1",
        "该行的第几部分，从 1 计",
    ),
    one(
        "chart",
        "amount",
        "number",
        "The part's amount",
        "该部分的数值",
    ),
    one(
        "chart",
        "unit",
        "string",
        "Its unit; a code of the list unit",
        "单位；代码见 unit 表",
    ),
    one(
        "chart",
        "qualifier",
        "string",
        "How the source qualifies the part; a code of the list qualifier; empty of what is computed",
        "来源对该部分的限定；代码见 qualifier 表；推算所得则为空",
    ),
    one(
        "chart",
        "expected",
        "boolean",
        "Whether it is promised or possible only",
        "是否仅为承诺或可能",
    ),
    one(
        "chart",
        "derived",
        "boolean",
        "Whether the part itself is computed here",
        "该部分本身是否由此处推算",
    ),
    one(
        "chart",
        "records",
        "string",
        "Records that the part is of, parted by “; ”",
        "该部分所属的记录，以“; ”分隔",
    ),
    each(
        "chart",
        "remark",
        "What was not added, and other remarks",
        "未相加的内容与其他说明",
    ),
    one(
        "dictionary",
        "table",
        "string",
        "The table: records, codes, map, timeline, or chart for each of data/charts",
        "表名：records、codes、map、timeline，或 chart（指 data/charts 下的每个表）",
    ),
    one(
        "dictionary",
        "column",
        "string",
        "Name of the column",
        "列名",
    ),
    one(
        "dictionary",
        "type",
        "string",
        "What stands in it: string, number, integer or boolean",
        "内容类型：string、number、integer 或 boolean",
    ),
    one(
        "dictionary",
        "meaning_en",
        "string",
        "What it means, in English",
        "英文含义",
    ),
    one(
        "dictionary",
        "meaning_zh",
        "string",
        "What it means, in Chinese",
        "中文含义",
    ),
];

/// The names of a column: one, or one a language.
fn names(column: &Column, dataset: &Dataset) -> Vec<String> {
    if column.by_language {
        super::by_language(column.name, dataset)
    } else {
        vec![column.name.to_owned()]
    }
}

pub fn table(dataset: &Dataset) -> String {
    let heads = ["table", "column", "type", "meaning_en", "meaning_zh"].map(str::to_owned);
    let rows = COLUMNS.iter().flat_map(|column| {
        let named = names(column, dataset).into_iter();
        named.map(|name| {
            vec![
                Cell::text(column.table),
                Cell::Text(name),
                Cell::text(column.of),
                Cell::text(column.english),
                Cell::text(column.chinese),
            ]
        })
    });
    formats::table(&heads, rows.collect())
}

/// The columns of a table, as a Table Schema has its fields.
pub fn fields(dataset: &Dataset, table: &str) -> Vec<Value> {
    let columns = COLUMNS.iter().filter(|column| column.table == table);
    let field = |column: &Column, name: String| {
        let description = format!("{} · {}", column.english, column.chinese);
        json!({ "name": name, "type": column.of, "description": description })
    };
    columns
        .flat_map(|column| {
            let named = names(column, dataset).into_iter();
            named.map(|name| field(column, name)).collect::<Vec<_>>()
        })
        .collect()
}
