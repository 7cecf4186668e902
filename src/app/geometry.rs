//! Outlines of the maps, fetched once.

use super::chart::bridge;
use super::store::Store;
use gloo_net::http::Request;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Where the outlines are.
#[derive(Clone, Debug, PartialEq)]
pub enum Geometry {
    /// On their way.
    Loading,
    /// There: an inner point of each area by place id, in degrees.
    Ready(BTreeMap<String, (f64, f64)>),
    /// Not to be had.
    Failed,
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

/// Fetches all maps of the dataset and hands them to ECharts.
pub fn load(store: Store) {
    store.geometry.set(Geometry::Loading);
    spawn_local(async move {
        let mut points = BTreeMap::new();
        for map in &store.dataset.maps {
            match fetch(&map.id, &map.file).await {
                Some(found) => points.extend(found),
                None => {
                    store.geometry.set(Geometry::Failed);
                    return;
                }
            }
        }
        store.geometry.set(Geometry::Ready(points));
    });
}

async fn fetch(name: &str, file: &str) -> Option<Vec<(String, (f64, f64))>> {
    let response = Request::get(file)
        .send()
        .await
        .ok()
        .filter(gloo_net::http::Response::ok)?;
    let text = response.text().await.ok()?;
    let collection: Collection = serde_json::from_str(&text).ok()?;
    bridge::add_map(name, &text).ok()?;
    Some(
        collection
            .features
            .into_iter()
            .map(|f| (f.properties.id, f.properties.cp))
            .collect(),
    )
}
