//! The colours of the two schemes and the fonts, of the page as well as of what
//! ECharts draws: `cargo xtask tokens` makes the page's custom properties of them.

use model::{Dataset, Lang, SectorIx};
use std::borrow::Cow;

/// Colours for one scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Text.
    pub text: &'static str,
    /// Text of less weight.
    pub muted: &'static str,
    /// Text that steps back while another stands out.
    pub faint: &'static str,
    /// Lines of axes, borders of areas and of what can be pressed.
    pub line: &'static str,
    /// Lines that part what stands side by side.
    pub hairline: &'static str,
    /// What lies behind all.
    pub panel: &'static str,
    /// Background of every second plan period, and of what the pointer is over.
    pub band: &'static str,
    /// Background of what is lit.
    pub lit: &'static str,
    /// Background of what is told of it.
    pub lit_soft: &'static str,
    /// Its edge.
    pub lit_edge: &'static str,
    /// Words on what went wrong.
    pub bad: &'static str,
    /// Their background.
    pub bad_soft: &'static str,
    /// The shadow of what lies above the page.
    pub shade: &'static str,
    /// The first colour of amounts.
    pub accent: &'static str,
    /// The second: amounts of another nature.
    pub second: &'static str,
    /// An area without a figure.
    pub no_figure: &'static str,
    /// The land behind places.
    pub land: &'static str,
    /// From little to much.
    pub ramp: [&'static str; 5],
    /// One a family of sectors, in the dataset's order.
    pub families: [&'static str; 5],
    /// One a sector, in the dataset's order; after them they come again.
    pub sectors: Cow<'static, [&'static str]>,
    /// Symbols, one a sector.
    symbols: Cow<'static, [&'static str]>,
}

/// Symbols of sectors. Their number and that of the twelve colours have no
/// divisor in common but 6, and each round of colours begins at another symbol,
/// so that 72 sectors look different. Of families, whose colours are five, 30 do.
const SYMBOLS: [&str; 6] = ["circle", "rect", "triangle", "diamond", "roundRect", "pin"];

impl Theme {
    /// How many colours sectors without families have.
    const COLORS: usize = 12;

    /// Dark on light.
    pub const LIGHT: Self = Self {
        text: "#1b1c20",
        muted: "#4b4d55",
        faint: "#66686f",
        line: "#8c8981",
        hairline: "#dedbd3",
        panel: "#fcfbf8",
        band: "#f1eee6",
        lit: "#ffedb0",
        lit_soft: "#fdf6e0",
        lit_edge: "#9a6a00",
        bad: "#8f2d1c",
        bad_soft: "#fdeeea",
        shade: "rgb(27 28 32 / 8%)",
        accent: "#2f3743",
        second: "#0d7d5b",
        no_figure: "#ebe7dd",
        land: "#efece4",
        ramp: ["#d3e2ee", "#a6c6df", "#6fa3cb", "#3a7bb0", "#07589c"],
        families: ["#2f3743", "#c04a08", "#0d7d5b", "#07589c", "#ab4d92"],
        sectors: Cow::Borrowed(&[
            "#4a5568", "#b7410e", "#3f7d20", "#8a5a00", "#0f7c8a", "#7b3fa0", "#5b6b00", "#c2185b",
            "#1f5fbf", "#00796b", "#a83279", "#6d4c41",
        ]),
        symbols: Cow::Borrowed(&[]),
    };

    /// Light on dark.
    pub const DARK: Self = Self {
        text: "#eeece7",
        muted: "#bdbcb8",
        faint: "#a5a6a2",
        line: "#6e7179",
        hairline: "#2f323a",
        panel: "#14161a",
        band: "#1f2228",
        lit: "#43380f",
        lit_soft: "#231f14",
        lit_edge: "#f2c14e",
        bad: "#ffb4a3",
        bad_soft: "#3a211c",
        shade: "rgb(0 0 0 / 30%)",
        accent: "#d3dae3",
        second: "#52cfa6",
        no_figure: "#2a2d34",
        land: "#1f2228",
        ramp: ["#1b3046", "#234c70", "#2f6ca3", "#4f9fe0", "#9ccaf2"],
        families: ["#d3dae3", "#f09350", "#52cfa6", "#4f9fe0", "#cf78b6"],
        sectors: Cow::Borrowed(&[
            "#a0aec0", "#f08a5d", "#86c166", "#d9a441", "#4fc3d0", "#b78be0", "#b7c84a", "#f06292",
            "#6ea8ff", "#4db6ac", "#e57fc0", "#bcaaa4",
        ]),
        symbols: Cow::Borrowed(&[]),
    };

    /// The colours for a dataset: where it has families of sectors, those of one
    /// share a colour and a symbol, and those of none have that of lesser text.
    #[must_use]
    pub fn of(&self, dataset: &Dataset) -> Self {
        if dataset.families.is_empty() {
            return self.clone();
        }
        let families = || dataset.sectors.iter().map(|sector| sector.family);
        let color = |at: usize| self.families[at % self.families.len()];
        Self {
            sectors: families()
                .map(|family| family.map_or(self.muted, |family| color(family.at())))
                .collect(),
            symbols: families()
                .map(|family| SYMBOLS[family.map_or(0, model::FamilyIx::at) % SYMBOLS.len()])
                .collect(),
            ..self.clone()
        }
    }

    /// A sector's colour.
    #[must_use]
    pub fn sector(&self, sector: SectorIx) -> &'static str {
        self.sectors[sector.at() % self.sectors.len()]
    }

    /// A sector's symbol.
    #[must_use]
    pub fn symbol(&self, sector: SectorIx) -> &'static str {
        let own = self.symbols.get(sector.at());
        own.copied().unwrap_or_else(|| symbol(sector))
    }

    /// The page's custom properties, by their names in style sheets.
    #[must_use]
    pub const fn tokens(&self) -> [(&'static str, &'static str); 21] {
        let [programme, relief, production, services, exchange] = self.families;
        [
            ("page", self.panel),
            ("panel", self.panel),
            ("text", self.text),
            ("muted", self.muted),
            ("faint", self.faint),
            ("line", self.hairline),
            ("strong-line", self.line),
            ("accent", self.text),
            ("accent-soft", self.band),
            ("lit", self.lit),
            ("lit-soft", self.lit_soft),
            ("lit-edge", self.lit_edge),
            ("bad", self.bad),
            ("bad-soft", self.bad_soft),
            ("shade", self.shade),
            ("land", self.no_figure),
            ("family-1", programme),
            ("family-2", relief),
            ("family-3", production),
            ("family-4", services),
            ("family-5", exchange),
        ]
    }
}

/// The symbol of a sector without a family.
const fn symbol(sector: SectorIx) -> &'static str {
    SYMBOLS[(sector.at() + sector.at() / Theme::COLORS) % SYMBOLS.len()]
}

/// The fonts of a language. First come letters that the page brings along, then
/// those of systems, at their size while they are on the way; then each system's
/// own. A browser takes the first font that has a letter, and curly quotes stand
/// in Chinese fonts too, as wide as a Chinese letter: so English text must meet
/// its own fonts first, and Chinese text, whose punctuation is that wide, takes
/// Latin letters and digits alone from ours. Those after the generic font serve
/// Chinese names within English text. Quotes are single ones: ECharts' SVG puts
/// the list between double ones.
#[must_use]
pub fn font(lang: Lang) -> &'static str {
    if lang.primary() == Lang::ZH {
        "'Atlas Sans zh', 'Atlas Sans Arial', 'Atlas Sans Roboto', 'Atlas Sans DejaVu', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', system-ui, sans-serif"
    } else {
        "'Atlas Sans', 'Atlas Sans Arial', 'Atlas Sans Roboto', 'Atlas Sans DejaVu', -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Noto Sans', Cantarell, Ubuntu, 'DejaVu Sans', 'Liberation Sans', Arial, sans-serif, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC'"
    }
}

/// The fonts of titles and of figures that stand alone, in the same order.
#[must_use]
pub fn serif(lang: Lang) -> &'static str {
    if lang.primary() == Lang::ZH {
        "'Atlas Serif zh', 'Atlas Serif Georgia', 'Atlas Serif Times', 'Atlas Serif Noto', 'Atlas Serif DejaVu', 'Songti SC', 'Noto Serif CJK SC', 'Noto Serif SC', 'Source Han Serif SC', SimSun, serif"
    } else {
        "'Atlas Serif', 'Atlas Serif Georgia', 'Atlas Serif Times', 'Atlas Serif Noto', 'Atlas Serif DejaVu', Charter, Georgia, serif, 'Songti SC', 'Noto Serif CJK SC', 'Noto Serif SC', SimSun"
    }
}
