//! Stories of a reader's own: the one that a link holds, and the one that is being made.

use super::query;
use crate::browser::{keys, tools};
use js_sys::{Array, JSON};
use leptos::prelude::*;
use model::{Dataset, Lang, Step, Story, Text};
use std::cell::RefCell;
use view::{own_story, own_story_id};
use wasm_bindgen::{JsCast, JsValue};

/// Where the browser keeps what is being made, as long as its tab is open.
const KEPT: &str = "aid-atlas-story";

thread_local! {
    /// The story of the page's link.
    static TOLD: RefCell<Option<Story>> = const { RefCell::new(None) };
}

/// Whether the page's link holds a story.
#[must_use]
pub fn is_in_link() -> bool {
    own_story(&query()).is_some()
}

/// Unpacks the story of the page's link. One that cannot be read is none: the link's
/// notices name it.
pub async fn unpack() {
    let Some(letters) = own_story(&query()) else {
        return;
    };
    let read = match tools::load().await {
        Ok(()) => tools::unpacked(&letters).await,
        Err(error) => Err(error),
    };
    let written = read.ok().and_then(|json| Written::of(&json.as_string()?));
    TOLD.set(written.and_then(|written| written.told(own_story_id(&letters))));
}

/// Adds the story of the page's link to a dataset: to the first, which the link names.
pub(super) fn add_to(dataset: &mut Dataset) {
    dataset.stories.extend(TOLD.take());
}

/// A story as it is being made, or was packed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Written {
    /// The language of its words.
    pub lang: String,
    /// Its title.
    pub title: String,
    /// Its steps.
    pub steps: Vec<WrittenStep>,
}

/// A step of it: a title, a text, and what is shown, as a link's query.
pub type WrittenStep = [String; 3];

impl Written {
    /// What is being made of a dataset in this tab.
    fn kept(key: &str) -> Self {
        let text = keys::session().and_then(|it| it.get_item(key).ok().flatten());
        text.and_then(|text| Self::of(&text)).unwrap_or_default()
    }

    /// Keeps it; where a browser keeps nothing it is there until the page goes.
    fn keep(&self, key: &str) {
        if let Some(session) = keys::session() {
            let _ = session.set_item(key, &self.json());
        }
    }

    /// As JSON: language, title, steps.
    #[must_use]
    pub fn json(&self) -> String {
        let line = |texts: &[String]| texts.iter().map(JsValue::from).collect::<Array>();
        let steps: Array = self.steps.iter().map(|step| line(step)).collect();
        let all = line(&[self.lang.clone(), self.title.clone()]);
        all.push(&steps);
        JSON::stringify(&all).map(String::from).unwrap_or_default()
    }

    fn of(json: &str) -> Option<Self> {
        // What is no list makes `Array::from` throw, or tells of a length of its own.
        let list = |value: JsValue| value.dyn_into::<Array>().ok();
        let all = list(JSON::parse(json).ok()?)?;
        let step = |step: JsValue| {
            let step = list(step)?;
            Some([0, 1, 2].map(|at| step.get(at).as_string().unwrap_or_default()))
        };
        Some(Self {
            lang: all.get(0).as_string()?,
            title: all.get(1).as_string()?,
            steps: list(all.get(2))?.iter().map(step).collect::<Option<_>>()?,
        })
    }

    /// The story, if it has any steps.
    fn told(self, id: String) -> Option<Story> {
        let lang = Lang::parse(&self.lang)?;
        let said = |words: String| Text::of(lang, words);
        let step = |[title, text, view]: WrittenStep| Step {
            title: said(title),
            text: (!text.trim().is_empty()).then(|| said(text)),
            view,
        };
        let steps: Vec<Step> = self.steps.into_iter().map(step).collect();
        (!steps.is_empty()).then(|| Story {
            id,
            title: said(self.title),
            steps,
        })
    }
}

/// What is being made, for all that can change it.
#[derive(Clone, Copy)]
pub struct Draft {
    written: RwSignal<Written>,
    key: StoredValue<String>,
}

impl Draft {
    /// What this tab has kept of a dataset.
    #[must_use]
    pub fn of(dataset: &Dataset) -> Self {
        let key = format!("{KEPT}:{}", dataset.id);
        Self {
            written: RwSignal::new(Written::kept(&key)),
            key: StoredValue::new(key),
        }
    }

    /// What is written.
    #[must_use]
    pub fn written(self) -> ReadSignal<Written> {
        self.written.read_only()
    }

    /// The page's.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// Changes it, and keeps it.
    pub fn change(self, change: impl FnOnce(&mut Written)) {
        self.written.update(|written| {
            change(written);
            self.key.with_value(|key| written.keep(key));
        });
    }
}
