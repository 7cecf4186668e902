//! Colours of the two schemes, for what ECharts draws. The page's own are in
//! `style/`.

use model::{Lang, SectorIx};

/// Colours for one scheme.
#[derive(Debug, PartialEq, Eq)]
pub struct Theme {
    /// Text.
    pub text: &'static str,
    /// Text of less weight.
    pub muted: &'static str,
    /// Lines of axes and borders of areas.
    pub line: &'static str,
    /// What lies behind.
    pub panel: &'static str,
    /// Background of every second plan period.
    pub band: &'static str,
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
    /// One a sector, in the dataset's order.
    sectors: [&'static str; Self::COLORS],
}

/// Symbols of sites, one a sector. Their number and that of the colours have no
/// divisor in common but 6, and each round of colours begins at another symbol,
/// so that 72 sectors look different.
const SYMBOLS: [&str; 6] = ["circle", "rect", "triangle", "diamond", "roundRect", "pin"];

impl Theme {
    /// How many colours sectors have; after them they come again.
    const COLORS: usize = 12;

    /// Dark on light.
    pub const LIGHT: Self = Self {
        text: "#1d2430",
        muted: "#566072",
        line: "#8791a1",
        panel: "#ffffff",
        band: "#eef1f5",
        accent: "#2464b4",
        second: "#9a6a1b",
        no_figure: "#ece9e4",
        land: "#eae7df",
        ramp: ["#d3e3f6", "#a5c6ea", "#6da2d8", "#3a7bbd", "#1a5494"],
        sectors: [
            "#4a5568", "#b7410e", "#3f7d20", "#8a5a00", "#0f7c8a", "#7b3fa0", "#5b6b00", "#c2185b",
            "#1f5fbf", "#00796b", "#a83279", "#6d4c41",
        ],
    };

    /// Light on dark.
    pub const DARK: Self = Self {
        text: "#e8ebf0",
        muted: "#a9b3c2",
        line: "#6b7687",
        panel: "#1a1f27",
        band: "#232a35",
        accent: "#6ea8ff",
        second: "#d9a441",
        no_figure: "#30333a",
        land: "#2a2e36",
        ramp: ["#1d3650", "#24507c", "#2f6fae", "#5495d6", "#93c3f5"],
        sectors: [
            "#a0aec0", "#f08a5d", "#86c166", "#d9a441", "#4fc3d0", "#b78be0", "#b7c84a", "#f06292",
            "#6ea8ff", "#4db6ac", "#e57fc0", "#bcaaa4",
        ],
    };

    /// A sector's colour.
    #[must_use]
    pub const fn sector(&self, sector: SectorIx) -> &'static str {
        self.sectors[sector.at() % self.sectors.len()]
    }
}

/// A sector's symbol.
#[must_use]
pub const fn symbol(sector: SectorIx) -> &'static str {
    SYMBOLS[(sector.at() + sector.at() / Theme::COLORS) % SYMBOLS.len()]
}

/// The fonts of a language, as in `style/base.css`. A browser takes the first
/// font that has a letter, and curly quotes stand in Chinese fonts too, as wide
/// as a Chinese letter: so English text must meet its own fonts first, and
/// Chinese text, whose punctuation is that wide, the Chinese ones. Those after
/// the generic font serve Chinese names within English text. Quotes are single
/// ones: ECharts' SVG puts the list between double ones.
#[must_use]
pub fn font(lang: Lang) -> &'static str {
    if lang.primary() == Lang::ZH {
        "'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', system-ui, sans-serif"
    } else {
        "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Noto Sans', Cantarell, Ubuntu, 'DejaVu Sans', 'Liberation Sans', Arial, sans-serif, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC'"
    }
}
