//! Fixed words, and sentences with something put in.

use ::words::Locale;
use model::{Dataset, Lang};
use view::Notice;

/// Declares functions that give a word in a language.
macro_rules! words {
    ($($name:ident: $zh:literal, $en:literal;)+) => {$(
        #[doc = $en]
        #[must_use]
        pub fn $name(lang: Lang) -> &'static str {
            match Locale::of(lang) { Locale::Zh => $zh, Locale::En => $en }
        }
    )+};
}

words! {
    skip_to_records: "跳到记录表", "Skip to the table of records";
    language_label: "切换到中文", "Switch to English";
    scheme_label: "明暗", "Colours";
    scheme_system: "随系统", "System";
    scheme_light: "浅色", "Light";
    scheme_dark: "深色", "Dark";
    about: "来源与方法", "Source and method";
    panels: "版面", "Parts of the page";
    panel_all: "全部", "Everything";
    map: "地图", "Map";
    timeline: "时间线", "Timeline";
    charts: "图表", "Charts";
    table: "记录表", "Records";
    filters_title: "筛选", "Filters";
    filters_active: "已选条件", "Active filters";
    clear: "全部清除", "Clear all";
    place: "地点", "Place";
    sector: "领域", "Sector";
    kind: "类型", "Kind";
    period: "时期", "Period";
    organisation: "参与机构", "Organisation";
    search: "搜索", "Search";
    search_hint: "标题、说明、名称、数字", "titles, notes, names, figures";
    from: "从", "from";
    to: "到", "to";
    any_time: "不限", "any";
    period_note: "选择时期后，时间未写明的记录不计入。", "With a period chosen, records without a stated time are left out.";
    measure: "着色依据", "Shaded by";
    measure_records: "记录数", "Number of records";
    no_figure: "无数据（原文未写）", "No figure in the source";
    reset_view: "复位", "Reset view";
    zoom_in: "放大", "Zoom in";
    zoom_out: "缩小", "Zoom out";
    not_tied: "不对应单一区域", "Not tied to one area";
    city_wide: "整个区域", "The whole area";
    programme_wide: "项目整体（无地点）", "Programme-wide (no place)";
    several_divisions: "多个区域合计", "Several areas together";
    sites: "地点符号", "Sites";
    sites_note: "符号按领域区分。空心符号：确切位置未知，画在上级区域处。", "Symbols differ by sector. Hollow: the exact position is not known, drawn at the area it lies in.";
    map_note: "轮廓经简化，仅供定位。", "Outlines are simplified, for orientation only.";
    records_only_tied: "金额与人数只计入对应单一区域的记录。", "Amounts and people count only where a record is tied to one area.";
    not_added: "未计入（可能重复）", "Not added, as it may count the same";
    expected_not_counted: "预期数，未计入", "Expected, not counted";
    only_expected: "只有预期数，未计入", "Only an expected figure, not counted";
    largest_only: "人数互不相加，取最大的一项。", "Counts of people are not added; the largest one stands.";
    timeline_label: "按领域分行的时间线", "Timeline in lanes by sector";
    timeline_note: "拖动以筛选时期（触屏：先按“选择时段”）；Ctrl 加滚轮、双指或 +、− 键缩放，方向键移动。两端渐隐：起点或终点未写明。", "Drag to filter by time (with a finger after “Select a period”); Ctrl with the wheel, two fingers or + and − zoom, arrow keys move. A fading end is not stated.";
    select_period: "选择时段", "Select a period";
    wheel_zooms: "按住 Ctrl（Mac 为 ⌘）并滚动滚轮可缩放", "Hold Ctrl (⌘ on a Mac) and scroll to zoom";
    shown_all_time: "显示全部时间", "The whole time axis is shown";
    shown_whole_map: "显示地图全貌", "The whole map is shown";
    undated: "时间未写明", "Time not stated";
    no_records: "没有符合条件的记录。", "No record matches.";
    clear_to_see: "清除部分条件可看到更多。", "Remove a filter to see more.";
    chart_failed: "图表程序未能载入，无法绘图；下方数据仍可使用。", "The chart program did not load, so nothing can be drawn; the figures below still work.";
    geometry_failed: "地图轮廓未能载入。筛选、时间线、图表与记录表不受影响。", "The map’s outlines did not load. Filters, timeline, charts and table are not affected.";
    no_outlines: "本数据集没有地图轮廓。", "This dataset has no outlines of a map.";
    retry: "重试", "Try again";
    data_of_chart: "查看数据", "Show the figures";
    figure: "数值", "Figure";
    item: "项目", "Item";
    time_word: "时间", "Time";
    title_word: "标题", "Title";
    source_word: "出处", "Source";
    derived: "推算", "derived";
    derived_long: "推算值：由本应用计算，非原文所写", "Derived: computed by this app, not stated in the source";
    formula: "算式", "Formula";
    stated_by_source: "原文所写", "Stated by the source";
    agrees: "与原文相同", "the same as the source";
    agrees_rounded: "按原文的位数四舍五入后相同", "the same when rounded to the source’s digits";
    agrees_within: "在原文限定的范围之内", "within what the source’s qualifier allows";
    disagrees: "与原文不符", "differs from the source";
    checks: "推算与核对", "Derived figures and checks";
    note: "说明", "Note";
    qualifier: "限定", "Qualifier";
    precision_label: "时间精度", "Precision of time";
    values: "数值", "Values";
    no_values: "原文未给出数值", "The source gives no number";
    relations: "与其他记录的关系", "Relations to other records";
    basis_stated: "原文所写", "stated";
    basis_inferred: "本数据集的解读", "our reading";
    organisations: "参与机构", "Organisations";
    none_named: "原文未写", "None named in the source";
    at_parent: "确切位置未知，画在上级区域处", "exact position not known, drawn at the area it lies in";
    copy_link: "复制链接", "Copy link";
    copy: "复制", "Copy";
    share: "分享", "Share";
    share_title: "分享、嵌入与下载", "Share, embed, download";
    share_link: "链接", "Link";
    share_embed: "嵌入", "Embed";
    share_download: "下载", "Download";
    share_sheet: "用系统分享…", "Share with…";
    qr_label: "链接的二维码", "QR code of the link";
    qr_too_long: "链接过长，二维码容纳不下。", "The link is too long for a QR code.";
    qr_without_search: "此码为短链接，不含搜索词。", "This code holds a shorter link, without the search words.";
    qr_without_filters: "此码为短链接，不含筛选条件。", "This code holds a shorter link, without the filters.";
    qr_without_settings: "此码为短链接，只含版面、记录与语言。", "This code holds a shorter link: part of the page, record and language only.";
    qr_none: "短链接也过长。", "So is its shortest form.";
    copy_short_link: "复制短链接", "Copy the shorter link";
    picture_too_large: "图太高，浏览器无法做成 PNG。请下载 SVG，或先筛选。", "The picture is too tall for a PNG in a browser. Take the SVG, or filter first.";
    tools_failed: "这一步没有成功，请再试。", "This did not work; please try again.";
    embed_what: "嵌入的内容", "What to embed";
    embed_language: "语言", "Language";
    embed_language_reader: "随读者的浏览器", "As the reader’s browser";
    embed_height: "高度", "Height";
    embed_height_auto: "随内容", "As high as the content";
    embed_height_fixed: "固定", "Fixed";
    embed_pixels: "像素", "Pixels";
    embed_controls: "读者可以更改", "The reader may change";
    embed_element: "代码：自定义元素（高度随内容）", "Snippet: custom element (fits its height)";
    embed_iframe: "代码：iframe（固定高度）", "Snippet: iframe (fixed height)";
    embed_preview: "预览", "Preview";
    file_csv: "表格：每个数值一行，UTF-8", "Table: a row a figure, UTF-8";
    file_json: "本数据集的格式，可再次打开", "The dataset’s own schema; can be opened again";
    file_iati: "IATI 2.03 活动文件", "IATI 2.03 activity file";
    file_png: "图片，两倍分辨率（过大时为一倍）", "Picture at twice the resolution, or once where that is too large";
    file_svg: "矢量图", "Picture of shapes";
    file_print: "打印当前页面或存为 PDF", "Prints the page, or saves it as PDF";
    print: "打印", "Print";
    iati_not_held: "IATI 无法容纳的内容", "What IATI cannot hold";
    timeline_note_short: "两端渐隐：起点或终点未写明。", "A fading end is not stated.";
    key_help: "键盘快捷键", "Keyboard shortcuts";
    keys_on: "启用单键快捷键", "Single-key shortcuts are on";
    keys_note: "用语音输入或误触时可关闭。时间线的键只在选中时间线时有效，不受此项影响。", "Turn them off if you speak to your device or touch keys by accident. The timeline’s keys work only while it has the focus, and stay.";
    key_search: "搜索", "Search";
    key_language: "切换语言", "Switch language";
    key_timeline: "时间线：缩放、移动、复位（先选中时间线）", "Timeline, when focused: zoom, move, reset";
    control_filters: "筛选条件", "The filters";
    control_measure: "地图着色依据", "What the map is shaded by";
    control_records: "打开记录", "Opening records";
    copied: "已复制", "Copied";
    copy_failed: "浏览器不允许复制。文字已选中，请按 Ctrl+C（Mac：⌘C）或长按复制。", "The browser does not allow it. The text is selected: copy it with Ctrl+C (⌘C on a Mac) or a long press.";
    copy_by_hand: "要复制的文字", "Text to copy";
    close: "关闭", "Close";
    dismiss: "知道了", "Dismiss";
    open_full: "打开完整视图", "Open the full view";
    unknown: "未写明", "not stated";
    show_more: "显示更多", "Show more";
    dac: "OECD DAC/CRS 代码", "OECD DAC/CRS code";
    record_id: "记录编号", "Record id";
    link_failed_title: "链接中有未能使用的部分", "Part of the link could not be used";
    dataset_problems: "数据集中有未能使用的部分", "Part of the dataset could not be used";
    dataset_unopened: "无法打开此处所需的数据集。", "The dataset for this view cannot be opened.";
    dataset_failed: "所请求的数据集无法打开，显示的是内置数据集。", "The dataset that the link asks for cannot be opened; this is the built-in one.";
    about_source: "来源", "Source";
    about_source_text: "全部数字取自下列文献，是发布方自己的陈述，没有经其他来源核实。本应用按原文所写展示，不作评价。", "All figures are from the documents named here. They are the publisher’s own account and have not been verified by others. This app shows them as stated and passes no judgement.";
    about_records: "记录的制作", "How records were made";
    about_adding: "相加的规则", "What is added, and what is not";
    about_adding_text: "金额只在互不重叠时相加，有重叠时取较大者并列出未计入的。合计从不把人数或人次相加。预期数（许诺的或可能达到的）不计入任何合计，图中画成空心。由本应用计算的数一律标“推算”并附算式。", "Amounts are added only where they do not overlap; where they do, the larger one counts and the other is named. Totals never add up people. What is expected (promised or possible) counts in no total and is drawn hollow. What this app computes is marked “derived” and comes with its formula.";
    about_geometry: "轮廓与坐标", "Outlines and coordinates";
    about_geometry_text: "没有可靠坐标的地点画在上级区域处并注明；有坐标的，记录中写明其来源：", "A place without sure coordinates is drawn at the area it lies in, and said so. Points are from:";
    about_sectors: "领域与 DAC 代码", "Sectors and DAC codes";
    about_left_out: "未收入的内容", "What was left out";
    licence: "许可", "Licence";
    publisher: "发布方", "Publisher";
    copy_used: "所用副本", "Copy used";
    sections: "各节，按原来的次序", "Sections, in the order that was meant";
    quoted_headings: "原题（引用，以便查找）", "Its own headings, quoted so that it can be found";
    naming: "地名的写法", "How places are named";
    published: "发布时间", "Published";
    map_shaded: "按所选依据着色的地图", "Map, shaded by the chosen measure";
    bands: "底纹", "Bands";
    value_date: "计价日期", "value date";
    own_code: "自有代码", "own code";
    vocabulary: "代码体系", "vocabulary";
    named_period: "所列时期", "a period that the dataset names";
    chart_nesting: "如何相互包含", "what lies within what";
    chart_by_place: "按地点", "by place";
    chart_by_sector: "按领域", "by sector";
    chart_by_kind: "按类型", "by kind";
    chart_nesting_note: "缩进的一行包含在上一级之内；不同行之间不能相加。", "An indented row lies within the one above it; rows must not be added up.";
    chart_total_note: "只合计互不重叠的数。", "Only figures that do not overlap are added.";
    chart_each_note: "每个数值一行，不能相加。", "A row a figure; they must not be added up.";
    chart_logarithmic: "对数刻度。", "The scale is logarithmic.";
}

/// "N of M records".
#[must_use]
pub fn count_of(lang: Lang, shown: usize, all: usize) -> String {
    match Locale::of(lang) {
        Locale::Zh => format!("{all} 条记录中的 {shown} 条"),
        Locale::En => format!("{shown} of {all} records"),
    }
}

/// "N records".
#[must_use]
pub fn records(lang: Lang, count: usize) -> String {
    match (Locale::of(lang), count) {
        (Locale::Zh, _) => format!("{count} 条记录"),
        (Locale::En, 1) => "1 record".to_owned(),
        (Locale::En, _) => format!("{count} records"),
    }
}

/// A file is on its way; `bytes` of it are here.
#[must_use]
pub fn loading(lang: Lang, file: &str, bytes: usize) -> String {
    let size = match bytes {
        0 => String::new(),
        bytes => format!(" {} kB", bytes.div_ceil(1000)),
    };
    match Locale::of(lang) {
        Locale::Zh => format!("正在载入数据集 {file}…{size}"),
        Locale::En => format!("Loading the dataset {file} …{size}"),
    }
}

/// A server sent nothing for so long.
#[must_use]
pub fn no_answer(lang: Lang, seconds: u64) -> String {
    match Locale::of(lang) {
        Locale::Zh => format!("{seconds} 秒内没有收到任何数据"),
        Locale::En => format!("nothing came for {seconds} seconds"),
    }
}

/// Why a dataset's address is not fetched.
#[must_use]
pub fn dataset_elsewhere(lang: Lang, address: &str) -> String {
    match Locale::of(lang) {
        Locale::Zh => format!("“{address}”不是应用文件夹内的文件地址。"),
        Locale::En => format!("“{address}” is no address of a file in the app’s folder."),
    }
}

/// A chip's button: "remove ...".
#[must_use]
pub fn remove(lang: Lang, what: &str) -> String {
    match Locale::of(lang) {
        Locale::Zh => format!("移除：{what}"),
        Locale::En => format!("Remove: {what}"),
    }
}

/// What of a link was ignored.
#[must_use]
pub fn notice(lang: Lang, notice: &Notice) -> String {
    match (Locale::of(lang), notice) {
        (Locale::Zh, Notice::UnknownParameter(name)) => format!("没有名为“{name}”的参数，已忽略。"),
        (Locale::En, Notice::UnknownParameter(name)) => {
            format!("There is no parameter “{name}”; it was ignored.")
        }
        (Locale::Zh, Notice::UnknownValue { parameter, value }) => {
            format!("参数“{parameter}”没有“{value}”这个值，已忽略。")
        }
        (Locale::En, Notice::UnknownValue { parameter, value }) => {
            format!("The parameter “{parameter}” cannot be “{value}”; it was ignored.")
        }
        (Locale::Zh, Notice::Others(count)) => format!("另有 {count} 处，也已忽略。"),
        (Locale::En, Notice::Others(count)) => format!("{count} more were ignored."),
    }
}

/// "Section 1: overall, paragraph 2".
#[must_use]
pub fn locator(lang: Lang, section: &str, paragraph: u32) -> String {
    match Locale::of(lang) {
        Locale::Zh => format!("{section}，第 {paragraph} 段"),
        Locale::En => format!("{section}, paragraph {paragraph}"),
    }
}

/// Names the sources, and whose account they are.
#[must_use]
pub fn source_line(lang: Lang, dataset: &Dataset) -> String {
    let documents = dataset.documents.iter().map(|document| {
        let [title, publisher, published] =
            [&document.title, &document.publisher, &document.published]
                .map(|text| text.get(lang).to_owned());
        list(lang, &[title, publisher, published])
    });
    let account = dataset.notes.account.as_ref();
    let account = account.map_or("", |account| account.get(lang));
    match Locale::of(lang) {
        Locale::Zh => format!(
            "来源：{}。{account}",
            documents.collect::<Vec<_>>().join("；")
        ),
        Locale::En => format!(
            "Source: {}. {account}",
            documents.collect::<Vec<_>>().join("; ")
        ),
    }
}

/// Joins a list.
#[must_use]
pub fn list(lang: Lang, items: &[String]) -> String {
    items.join(match Locale::of(lang) {
        Locale::Zh => "、",
        Locale::En => ", ",
    })
}

/// Joins the first items of a list, and says how many more there are.
#[must_use]
pub fn first_of(lang: Lang, items: &[String], most: usize) -> String {
    if items.len() <= most {
        return list(lang, items);
    }
    let more = items.len() - most;
    let first = list(lang, &items[..most]);
    match Locale::of(lang) {
        Locale::Zh => format!("{first}，{}", and_more(lang, more)),
        Locale::En => format!("{first}, {}", and_more(lang, more)),
    }
}

/// "and 12 more".
#[must_use]
pub fn and_more(lang: Lang, count: usize) -> String {
    match Locale::of(lang) {
        Locale::Zh => format!("另有 {count} 项"),
        Locale::En => format!("and {count} more"),
    }
}

/// Joins parts that hold commas themselves.
#[must_use]
pub fn clauses(lang: Lang, parts: &[String]) -> String {
    parts.join(match Locale::of(lang) {
        Locale::Zh => "；",
        Locale::En => "; ",
    })
}

/// "label: text".
#[must_use]
pub fn labelled(lang: Lang, label: &str, text: &str) -> String {
    match Locale::of(lang) {
        Locale::Zh => format!("{label}：{text}"),
        Locale::En => format!("{label}: {text}"),
    }
}

/// What part of the time axis is shown, as dates in words.
#[must_use]
pub fn shown_time(lang: Lang, from: &str, to: &str) -> String {
    match Locale::of(lang) {
        Locale::Zh => format!("显示部分时间：{from} – {to}"),
        Locale::En => format!("Part of the time axis is shown: {from} – {to}"),
    }
}

/// How often the map is enlarged.
#[must_use]
pub fn shown_map(lang: Lang, times: f64) -> String {
    match Locale::of(lang) {
        Locale::Zh => format!("显示地图局部，放大 {times:.1} 倍"),
        Locale::En => format!("Part of the map is shown, enlarged {times:.1} times"),
    }
}

/// What the numbers of a chart are in: "In CNY billion."
#[must_use]
pub fn chart_in_unit(lang: Lang, unit: &str) -> String {
    match Locale::of(lang) {
        Locale::Zh => format!("单位：{unit}。"),
        Locale::En => format!("In {unit}."),
    }
}
