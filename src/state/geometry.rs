//! Outlines of the maps, fetched once.

use super::Store;
use crate::browser::{chart, fetch};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Where the outlines are.
#[derive(Clone, Debug, PartialEq)]
pub enum Geometry {
    /// On their way.
    Loading,
    /// There, as far as they could be had: those of the main map at least.
    Ready(Outlines),
    /// The main map's are not to be had.
    Failed,
    /// The dataset has no map.
    None,
}

/// What ECharts has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlines {
    /// An inner point of each area by place id, in degrees.
    pub points: BTreeMap<String, (f64, f64)>,
    /// The maps beside the main one whose outlines are there, by id.
    pub insets: Vec<String>,
}

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Properties,
}

#[derive(Deserialize)]
struct Properties {
    id: String,
    cp: (f64, f64),
}

impl Store {
    /// Fetches all maps of the dataset and hands them to ECharts.
    pub fn load_outlines(self) {
        let Some(main) = self.dataset.main_map() else {
            self.geometry.set(Geometry::None);
            return;
        };
        self.geometry.set(Geometry::Loading);
        spawn_local(fetch_all(self, &main.id));
    }
}

async fn fetch_all(store: Store, main: &str) {
    let mut outlines = Outlines::default();
    let mut has_main = false;
    for map in &store.dataset.maps {
        let is_main = map.id == main;
        let found = match &map.file {
            Some(file) => outlines_of(&map.id, file).await,
            None => None,
        };
        match found {
            Some(found) => {
                outlines.points.extend(found);
                if !is_main {
                    outlines.insets.push(map.id.clone());
                }
                has_main |= is_main;
            }
            None if is_main => {
                store.geometry.set(Geometry::Failed);
                return;
            }
            None => {}
        }
        // The map does not wait for what stands beside it.
        if has_main {
            store.geometry.set(Geometry::Ready(outlines.clone()));
        }
    }
}

async fn outlines_of(name: &str, file: &str) -> Option<Vec<(String, (f64, f64))>> {
    let text = fetch::text(file, |_| ()).await.ok()?;
    let collection: Collection = serde_json::from_str(&text).ok()?;
    chart::add_map(name, &text).ok()?;
    Some(
        collection
            .features
            .into_iter()
            .map(|f| (f.properties.id, f.properties.cp))
            .collect(),
    )
}
