//! Where the places of the maps are: outlines and land are fetched once.

use super::Store;
use crate::browser::{chart, fetch};
use charts::{MapView, Seen, map, not_outlined, outlines_problem, sheet};
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::{Background, Map, MapRole, Problem, Refusal};
use outlines::{Shape, Sheet};
use query::Measure;
use std::collections::BTreeMap;
use view::Panel;

/// The file of the land, below the app.
const LAND_FILE: &str = "geometry/land.json";

/// Where the places are.
#[derive(Clone, Debug, PartialEq)]
pub enum Geometry {
    /// Not known yet.
    Loading,
    /// As far as outlines could be had and coordinates are known.
    Ready(Sheets),
    /// There are outlines, which are not to be had, and no coordinates.
    Failed,
    /// The dataset has no map, or names neither outlines nor coordinates.
    None,
}

/// The maps that ECharts has.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheets {
    /// The main map.
    pub main: Sheet,
    /// Those beside it, by id.
    pub insets: BTreeMap<String, Sheet>,
}

/// What of a map is not to be had.
#[derive(Clone, Debug, PartialEq)]
pub enum Missing {
    /// A file.
    File(String, Refusal),
    /// Something in it.
    Outlines(Problem),
}

impl Geometry {
    /// The main map's sheet.
    #[must_use]
    pub fn main(&self) -> Option<&Sheet> {
        match self {
            Self::Ready(sheets) => Some(&sheets.main),
            Self::Loading | Self::Failed | Self::None => None,
        }
    }

    /// The sheet of a map beside it.
    #[must_use]
    pub fn inset(&self, id: &str) -> Option<&Sheet> {
        match self {
            Self::Ready(sheets) => sheets.insets.get(id),
            Self::Loading | Self::Failed | Self::None => None,
        }
    }
}

impl Store {
    /// Fetches what the maps of the dataset need and hands it to ECharts.
    pub fn load_outlines(self) {
        self.missing.set(Vec::new());
        let Some(main) = self.dataset.main_map() else {
            self.geometry.set(Geometry::None);
            return;
        };
        self.geometry.set(Geometry::Loading);
        spawn_local(fetch_all(self, main));
    }

    /// The main map of the selected records that lie within the period, enlarged
    /// `zoom` times.
    #[must_use]
    pub fn map(self, measure: Measure, zoom: f64) -> MapView {
        let setting = self.setting();
        let wide = !setting.compact && !self.shows(Panel::Timeline);
        self.geometry.with(|geometry| {
            let sheet = geometry.main();
            self.reaching().with(|reaching| {
                let seen = Seen {
                    sheet,
                    reaching,
                    zoom,
                    wide,
                };
                self.filter.with(|filter| {
                    self.within()
                        .with(|records| map(setting, records, filter, measure, seen))
                })
            })
        })
    }
}

async fn fetch_all(store: Store, main: &'static Map) {
    let dataset = store.dataset;
    let insets = dataset.maps.iter().filter(|map| map.role == MapRole::Inset);
    let has_land = |map: &Map| map.background == Background::Land;
    let land = if dataset.maps.iter().any(has_land) {
        shapes(store, LAND_FILE, main).await.unwrap_or_default()
    } else {
        Vec::new()
    };
    let Some(sheet) = drawn(store, main, &land).await else {
        let failed = store.missing.with(|missing| !missing.is_empty());
        store.geometry.set(if failed {
            Geometry::Failed
        } else {
            Geometry::None
        });
        return;
    };
    let mut sheets = Sheets {
        main: sheet,
        insets: BTreeMap::new(),
    };
    // The map does not wait for what stands beside it.
    store.geometry.set(Geometry::Ready(sheets.clone()));
    for map in insets {
        if let Some(sheet) = drawn(store, map, &land).await {
            sheets.insets.insert(map.id.clone(), sheet);
            store.geometry.set(Geometry::Ready(sheets.clone()));
        }
    }
}

/// A map's sheet, which ECharts has then too.
async fn drawn(store: Store, map: &Map, land: &[Shape]) -> Option<Sheet> {
    let outlines = match &map.file {
        Some(file) => shapes(store, file, map).await,
        None => None,
    };
    if let Some(problem) = outlines
        .as_ref()
        .and_then(|shapes| not_outlined(store.dataset, map, shapes))
    {
        store.lacks(Missing::Outlines(problem));
    }
    let behind = match map.background {
        Background::Land => land,
        Background::None => &[],
    };
    let shapes = outlines.unwrap_or_default();
    let (sheet, geojson) = sheet(store.dataset, map, &shapes, behind)?;
    chart::add_map(&map.id, &geojson).ok()?;
    Some(sheet)
}

/// The shapes in a file that a map needs.
async fn shapes(store: Store, file: &str, map: &Map) -> Option<Vec<Shape>> {
    match fetch::text(file).await {
        Ok(text) => outlines::read(&text)
            .map_err(|fault| {
                let problem = outlines_problem(store.dataset, map, fault);
                store.lacks(Missing::Outlines(problem));
            })
            .ok(),
        Err(refusal) => {
            store.lacks(Missing::File(file.to_owned(), refusal));
            None
        }
    }
}

impl Store {
    fn lacks(self, what: Missing) {
        self.missing.update(|missing| missing.push(what));
    }
}
