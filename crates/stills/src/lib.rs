//! The plain view of a dataset, as data for the build to draw: the page before
//! the app runs, previews of links, pictures as files.
//!
//! Owns which parts of the view are drawn and at what room; all that is drawn and
//! said is made by the functions that the page's components use. No browser; the
//! program beside it reads files and prints.
//!
//! - Options are built once and in no scheme: each colour is a
//!   sign (`colors`), which whoever draws replaces by that of a scheme or by a variable.

pub mod colors;

use charts::{
    Hidden, Pictured, Room, Seen, Setting, Shown, Theme, UNDATED, frame, inset, map, map_height,
    moments, not_outlined, overview, sheet, sure, timeline, undated, untied_title,
};
use model::{Background, Dataset, Form, Lang, Map, RecordIx};
use outlines::{Shape, Sheet};
use query::{Index, Measure, Period, Selection};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use text::key_figures::Reckoned;
use text::{names, preview};
use view::{Embed, Panel, Scheme, ViewState};

/// How many rows a timeline has in a picture that is seen small.
const ROWS: usize = 10;
/// How many records a phone lists at first.
const LISTED: usize = 12;

/// The maps of a dataset: each one's sheet, and what ECharts draws of it.
pub type Sheets = BTreeMap<String, (Sheet, String)>;

/// Reads the maps, as far as their files can be read: `read` gives a file's text.
#[must_use]
pub fn sheets(dataset: &Dataset, read: impl Fn(&str) -> Option<String>) -> Sheets {
    let shapes = |file: &str| outlines::read(&read(file)?).ok();
    let land = || shapes("geometry/land.json").unwrap_or_default();
    let drawn = |map: &Map| {
        let own: Option<Vec<Shape>> = map.file.as_deref().and_then(shapes);
        let own = own.unwrap_or_default();
        if !own.is_empty() && not_outlined(dataset, map, &own).is_some() {
            return None;
        }
        let behind = match map.background {
            Background::Land => land(),
            Background::None => Vec::new(),
        };
        sheet(dataset, map, &own, &behind)
    };
    let maps = dataset.maps.iter();
    maps.filter_map(|map| Some((map.id.clone(), drawn(map)?)))
        .collect()
}

/// What is drawn of a dataset, in each language that the page has words in.
/// `site` is where the app stands.
#[must_use]
pub fn stills(dataset: &Dataset, sheets: &Sheets, site: &str) -> Value {
    let (theme, colors) = colors::signs(dataset);
    let all: Vec<Lang> = text::languages(None);
    let views: Vec<Value> = all
        .into_iter()
        .map(|lang| view(dataset, lang, theme, sheets, site))
        .collect();
    let maps: BTreeMap<&String, &String> =
        sheets.iter().map(|(id, (_, text))| (id, text)).collect();
    json!({ "colors": colors, "maps": maps, "views": views })
}

/// The same in one language, and in a theme.
#[must_use]
pub fn view(
    dataset: &Dataset,
    lang: Lang,
    theme: &'static Theme,
    sheets: &Sheets,
    site: &str,
) -> Value {
    let state = ViewState::of(dataset);
    let index = Index::new(dataset, |record| text::said(dataset, record));
    let plain = Plain {
        setting: Setting {
            dataset,
            lang,
            theme,
            compact: false,
            period: Period::default(),
        },
        selected: index.selection(&state.filter),
        state,
        sheets,
        site,
    };
    plain.told()
}

/// The plain view in one language.
struct Plain<'a> {
    setting: Setting<'a>,
    state: ViewState,
    selected: Selection,
    sheets: &'a Sheets,
    site: &'a str,
}

impl Plain<'_> {
    fn told(&self) -> Value {
        let Setting { dataset, lang, .. } = self.setting;
        let figures = dataset.key_figures.iter().map(|figure| {
            let figure = Reckoned::new(figure, dataset);
            json!({
                "amount": figure.amount(lang, dataset).text(lang),
                "meaning": figure.meaning(lang, dataset).text(lang),
            })
        });
        json!({
            "lang": lang.to_string(),
            "tag": text::tag(lang),
            "rtl": lang.is_right_to_left(),
            "title": dataset.title.get(lang),
            "summary": dataset.summary.get(lang),
            "finding": text::finding(lang, dataset),
            "stories": dataset
                .story_indices()
                .map(|story| text::story_name(lang, story, dataset))
                .collect::<Vec<_>>(),
            "figures": figures.collect::<Vec<_>>(),
            "families": self.families(),
            "font": charts::font(lang),
            "serif": charts::serif(lang),
            "words": {
                "map": text::map(lang),
                "timeline": text::when(lang),
                "loading": text::still_loading(lang),
                "elsewhere": text::still_plain(lang),
                "filters": text::filters_title(lang),
                "search": text::search_hint(lang),
                "from": text::from(lang),
                "to": text::to(lang),
                "any": text::any_time(lang),
                "count": text::count_of(lang, dataset.records.len(), dataset.records.len()),
                "share": text::share(lang),
                "about": text::about(lang),
                "open": text::open_data(lang),
                "language": text::endonym(text::language_after(dataset, lang)),
                "scheme": text::scheme_label(lang),
                "system": names::scheme(lang, Scheme::System),
                "place": text::place(lang),
                "sector": text::sector(lang),
                "kind": text::kind(lang),
                "organisation": text::organisation(lang),
                "source": text::source_line(lang, dataset),
            },
            "tabs": Panel::ALL.iter().map(|panel| names::panel(lang, *panel)).collect::<Vec<_>>(),
            "map": self.map(),
            "insets": self.insets(),
            "timeline": self.timeline(),
            "rows": self.rows(),
            "narrow": self.narrow(),
            "undated": self.undated(),
            "moments": self.moments(),
            "overview": self.overview(),
            "charts": self.charts(),
            "live": self.live(),
        })
    }

    fn families(&self) -> Vec<Value> {
        let Setting {
            dataset,
            lang,
            theme,
            ..
        } = self.setting;
        let family = |ix| {
            let color = dataset
                .sectors_of(ix)
                .next()
                .map(|first| theme.sector(first));
            json!({ "name": dataset.family(ix).name.get(lang), "color": color })
        };
        dataset.family_indices().map(family).collect()
    }

    /// The words around a picture of a part.
    fn frame(&self, embed: Embed, map: Option<&charts::MapView>) -> Value {
        frame(
            self.setting,
            &Pictured {
                embed,
                view: &self.state,
                selected: &self.selected,
                shown: &[],
                map,
                link: self.site,
            },
        )
    }

    /// The main map, in the room that a screen has, if it has an outline.
    fn drawn_map(&self, compact: bool) -> Option<charts::MapView> {
        let main = self.setting.dataset.main_map()?;
        let (sheet, _) = self.sheets.get(&main.id)?;
        let seen = Seen {
            sheet: Some(sheet),
            reaching: &[],
            zoom: 1.0,
            wide: false,
        };
        Some(map(
            Setting {
                compact,
                ..self.setting
            },
            self.selected.within(),
            &self.state.filter,
            self.state.measure,
            seen,
        ))
    }

    fn map(&self) -> Value {
        let Setting { dataset, lang, .. } = self.setting;
        let Some(drawn) = self.drawn_map(false) else {
            return Value::Null;
        };
        json!({
            "option": drawn.option,
            "height": map_height(false, true),
            "frame": self.frame(Embed::Map, Some(&drawn)),
            "measure": names::measure(lang, self.state.measure, dataset),
            "untied": untied_title(lang, dataset, &drawn),
            "side": self.side(&drawn),
        })
    }

    /// What stands beside the map, or below it: amounts that are tied to no one area,
    /// and what its signs mean. Circles have a size for a screen and one for a phone.
    fn side(&self, drawn: &charts::MapView) -> Value {
        let Setting {
            dataset,
            lang,
            theme,
            ..
        } = self.setting;
        let phone = self.drawn_map(true);
        let small = |group: usize, coin: usize| {
            let group = phone.as_ref().and_then(|phone| phone.untied.get(group));
            group.and_then(|group| group.coins.get(coin))
        };
        let is_count = self.state.measure == Measure::Records;
        let groups = drawn.untied.iter().enumerate().map(|(nth, group)| {
            let coins = group.coins.iter().enumerate().map(|(at, coin)| {
                json!({
                    "look": coin.look.class(),
                    "color": coin.color,
                    "text": coin.text,
                    "size": coin.diameter.round(),
                    "small": small(nth, at).map_or(coin.diameter, |coin| coin.diameter).round(),
                })
            });
            json!({
                "name": group.name,
                "count": (!is_count).then(|| text::records(lang, group.records.len())),
                "figure": group.coins.is_empty().then_some(&group.figure),
                "coins": coins.collect::<Vec<_>>(),
            })
        });
        let sizes = drawn.sizes.iter().enumerate().map(|(nth, item)| {
            let small = phone.as_ref().and_then(|phone| phone.sizes.get(nth));
            json!({
                "look": item.look.class(),
                "color": theme.muted,
                "text": item.text,
                "size": item.diameter.round(),
                "small": small.map_or(item.diameter, |item| item.diameter).round(),
            })
        });
        let areas = drawn
            .legend
            .iter()
            .map(|item| json!({ "color": item.color, "dashed": item.dashed, "text": item.text }));
        let symbols = drawn.symbols(dataset).into_iter().map(
            |(name, color, symbol)| json!({ "text": name.get(lang), "color": color, "symbol": symbol }),
        );
        let certainties = drawn.certainties.iter().map(|certainty| {
            let (look, text) = sure(lang, *certainty);
            json!({ "look": look, "text": text })
        });
        json!({
            "groups": groups.collect::<Vec<_>>(),
            "circles": text::circles(lang),
            "sizes": sizes.collect::<Vec<_>>(),
            "areas": areas.collect::<Vec<_>>(),
            "sites": text::sites(lang),
            "symbols": symbols.collect::<Vec<_>>(),
            "position": text::position(lang),
            "certainties": certainties.collect::<Vec<_>>(),
            "figures": text::data_of_chart(lang),
        })
    }

    fn insets(&self) -> Vec<Value> {
        let inset = |of: &Map| {
            let (sheet, _) = self.sheets.get(&of.id)?;
            let records = self.selected.within();
            let (option, _) = inset(of, self.setting, records, &self.state.filter, Some(sheet));
            Some(json!({ "id": of.id, "option": option }))
        };
        self.setting.dataset.insets().filter_map(inset).collect()
    }

    fn timeline(&self) -> Value {
        let drawn = timeline(self.setting, self.selected.all(), &Shown::default());
        if drawn.strip.is_none() {
            return Value::Null;
        }
        json!({
            "option": drawn.option,
            "height": drawn.height,
            "said": text::on_axis(self.setting.lang, drawn.dated, drawn.before),
            "frame": self.frame(Embed::Timeline, None),
        })
    }

    /// A few rows of it, for a picture that is seen small.
    fn rows(&self) -> Value {
        let shown = Shown {
            room: Room::Picture(ROWS),
            ..Shown::default()
        };
        let drawn = timeline(self.setting, self.selected.all(), &shown);
        if drawn.is_empty {
            return Value::Null;
        }
        let lang = self.setting.lang;
        let [all, shown] = [drawn.dated, drawn.order.len()].map(|count| text::grouped(lang, count));
        let said = text::some_of(lang, &all, &shown);
        json!({ "option": drawn.option, "height": drawn.height, "said": said })
    }

    /// The same as beside a map on a small screen.
    fn narrow(&self) -> Value {
        let shown = Shown {
            room: Room::Narrow,
            ..Shown::default()
        };
        let drawn = timeline(self.setting, self.selected.all(), &shown);
        json!({ "option": drawn.option, "height": drawn.height })
    }

    /// What the app draws first, letter for letter, in each room that it has: what
    /// draws it before the app is there has nothing to draw anew when it comes.
    fn live(&self) -> Vec<Value> {
        let drawing = |id: &str, room: &str, option: &Value, height: usize| json!({ "id": id, "room": room, "option": option.to_string(), "height": height });
        let maps = [("usual", false), ("phone", true)].map(|(room, compact)| {
            let drawn = self.drawn_map(compact)?;
            Some(drawing(
                "map",
                room,
                &drawn.option,
                map_height(compact, true),
            ))
        });
        let rooms = [
            ("usual", Room::Usual),
            ("narrow", Room::Narrow),
            ("wide", Room::Wide),
        ];
        let timelines = rooms.map(|(room, of)| {
            let shown = Shown {
                room: of,
                ..Shown::default()
            };
            let drawn = timeline(self.setting, self.selected.all(), &shown);
            drawn.strip?;
            Some(drawing("timeline", room, &drawn.option, drawn.height))
        });
        let phone = self.drawn_overview();
        let phone = phone
            .strip
            .map(|_| drawing("timeline", "phone", &phone.option, phone.height));
        maps.into_iter()
            .chain(timelines)
            .chain([phone])
            .flatten()
            .collect()
    }

    /// A record as a row of a list.
    fn row(&self, ix: RecordIx) -> Value {
        let Setting {
            dataset,
            lang,
            theme,
            ..
        } = self.setting;
        let record = dataset.record(ix);
        let value = record.values.first();
        json!({
            "title": record.row_title(lang),
            "figure": value.map(|value| text::qualified(lang, value, dataset)),
            "about": names::about(lang, record, dataset).text(lang),
            "color": theme.sector(record.sector),
        })
    }

    /// The records without a stated time, by family.
    fn undated(&self) -> Value {
        let Setting { dataset, lang, .. } = self.setting;
        let records = timeline(self.setting, self.selected.all(), &Shown::default()).undated;
        let group = |group: charts::Group| {
            let name = group.family.map_or_else(
                || &dataset.sector(group.sector).name,
                |family| &dataset.family(family).name,
            );
            let rows = |of: &[RecordIx]| of.iter().map(|ix| self.row(*ix)).collect::<Vec<_>>();
            let rest: Vec<RecordIx> = group
                .all
                .iter()
                .copied()
                .filter(|ix| !group.shown.contains(ix))
                .collect();
            json!({
                "name": name.get(lang),
                "rows": rows(&group.shown),
                "rest": rows(&rest),
                "more": match group.hidden {
                    Hidden::WithoutFigure(count) => text::without_figure(lang, count),
                    Hidden::Some(count) => text::more_records(lang, count),
                    Hidden::None => String::new(),
                },
            })
        };
        let groups = undated(dataset, &records, UNDATED).into_iter();
        json!({
            "title": text::undated(lang),
            "count": text::count_of(lang, records.len(), dataset.records.len()),
            "groups": groups.map(group).collect::<Vec<_>>(),
        })
    }

    /// The first records that state a time, as a phone lists them.
    fn moments(&self) -> Vec<Value> {
        let Setting { dataset, lang, .. } = self.setting;
        let (all, _) = moments(dataset, self.selected.all(), LISTED);
        let moment = |moment: charts::Moment| {
            let rows: Vec<Value> = moment.records.iter().map(|ix| self.row(*ix)).collect();
            json!({
                "time": text::time(lang, moment.time, dataset),
                "form": moment.span.form(),
                "rows": rows,
            })
        };
        all.into_iter().map(moment).collect()
    }

    /// The whole span alone, as a phone has it.
    fn drawn_overview(&self) -> charts::TimelineView {
        let setting = Setting {
            compact: true,
            ..self.setting
        };
        overview(setting, self.selected.all(), &Shown::default())
    }

    fn overview(&self) -> Value {
        let drawn = self.drawn_overview();
        if drawn.strip.is_none() {
            return Value::Null;
        }
        json!({ "option": drawn.option, "height": drawn.height })
    }

    fn charts(&self) -> Vec<Value> {
        let Setting { dataset, lang, .. } = self.setting;
        let chart = |id| {
            let drawn = charts::chart(id, self.setting, self.selected.within(), &[]);
            let embed = Embed::Chart(id);
            let titled = ViewState {
                embed: Some(embed),
                ..self.state.clone()
            };
            let rows = drawn.bars(self.setting, &[]).map(|bar| {
                json!({
                    "name": bar.name,
                    "text": bar.text,
                    "remark": bar.remark,
                    "share": bar.share,
                    "color": bar.segments.first().map(|of| of.color),
                })
            });
            let is_table = drawn.drawn.form == Form::Table;
            json!({
                "id": dataset.chart(id).id,
                "title": preview::title(lang, &titled, dataset),
                "option": drawn.option,
                "height": drawn.height,
                "table": is_table.then(|| rows.collect::<Vec<_>>()),
                "frame": self.frame(embed, None),
            })
        };
        dataset.chart_indices().map(chart).collect()
    }
}
