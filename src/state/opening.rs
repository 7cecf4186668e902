//! Which dataset is shown, and what is being opened in its place.

use super::{Trouble, address};
use crate::browser::fetch::{self, Ended, Stop};
use crate::browser::reading;
use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::{Dataset, Loaded, Refusal};
use reader::{Opened, Read, Unread};
use view::Data;
use wasm_bindgen_futures::JsFuture;

/// What stands for the name of text that was pasted.
const PASTED: &str = "text";

/// What a reader gives to be opened.
#[derive(Clone, Debug)]
pub enum Given {
    /// A file elsewhere.
    At(Data),
    /// A file of the device.
    File(web_sys::File),
    /// Text that was pasted.
    Text(String),
}

/// A dataset, where its text is, and what went wrong on the way. It is there as
/// long as the page: datasets are opened a few times at most.
#[derive(Clone)]
pub struct Shown {
    /// The dataset.
    pub dataset: &'static Dataset,
    /// Its text.
    pub text: &'static reading::Text,
    /// What went wrong.
    pub trouble: Trouble,
    /// The file's name and as what it was read, where it is of another kind.
    pub read: Option<(&'static str, &'static Read)>,
}

impl Shown {
    /// One that was read.
    #[must_use]
    pub fn new(read: Loaded, text: reading::Text, refused: Option<(String, Refusal)>) -> Self {
        Self {
            dataset: Box::leak(Box::new(read.dataset)),
            text: Box::leak(Box::new(text)),
            trouble: Trouble {
                refused,
                left_out: read.problems,
                read: None,
            },
            read: None,
        }
    }

    /// A file of that name.
    fn of(name: &str, opened: Opened, text: reading::Text) -> Self {
        let mut shown = Self::new(opened.loaded, text, None);
        let leaked = |read| -> (&'static str, &'static Read) {
            (name.to_owned().leak(), Box::leak(Box::new(read)))
        };
        shown.read = opened.read.map(leaked);
        shown.trouble.read = shown.read;
        shown
    }
}

/// How far what is being opened has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Stage {
    /// Nothing is being opened.
    #[default]
    Idle,
    /// Its bytes come: so many are there.
    Fetching(String, usize),
    /// It is being read: so much of it is, from 0 to 1.
    Reading(String, f64),
    /// It could not be opened.
    Failed(String, Refusal),
}

/// The opening of datasets, for the page. What is on screen stays until another
/// one is there.
#[derive(Clone, Copy)]
pub struct Opening {
    stage: RwSignal<Stage>,
    shown: RwSignal<Option<Shown>>,
    /// What ends the request that is under way.
    stop: StoredValue<Option<Stop>, LocalStorage>,
    /// What is shown, or was the last to be given: to be read again otherwise.
    given: StoredValue<Option<Given>, LocalStorage>,
    /// The number of the last thing that was given: what comes of others is late.
    last: StoredValue<u32>,
}

impl Opening {
    /// Nothing is shown and nothing opened yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            stage: RwSignal::default(),
            shown: RwSignal::default(),
            stop: StoredValue::new_local(None),
            given: StoredValue::new_local(None),
            last: StoredValue::new(0),
        }
    }

    /// The page's.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// How far what is being opened has come.
    #[must_use]
    pub fn stage(self) -> ReadSignal<Stage> {
        self.stage.read_only()
    }

    /// What is shown.
    #[must_use]
    pub fn shown(self) -> ReadSignal<Option<Shown>> {
        self.shown.read_only()
    }

    /// Shows a dataset.
    pub fn show(self, shown: Shown) {
        self.shown.set(Some(shown));
    }

    /// Opens something in place of what is shown, when it could be read; the
    /// address follows.
    pub fn open(self, given: Given) {
        self.open_as(given, None);
    }

    /// Reads what is shown once more, its columns as `columns` says.
    pub fn read_again(self, columns: String) {
        if let Some(given) = self.given.get_value() {
            self.open_as(given, Some(columns));
        }
    }

    fn open_as(self, given: Given, columns: Option<String>) {
        let number = self.begin();
        spawn_local(async move {
            let (name, data) = match &given {
                Given::At(data) => (data.name().to_owned(), data.clone()),
                Given::File(file) => (file.name(), Data::device(&file.name())),
                Given::Text(_) => (PASTED.to_owned(), Data::device(PASTED)),
            };
            let again = given.clone();
            let said = columns.as_deref().unwrap_or_default();
            let read = self.read(number, (&name, said), given, None).await;
            if self.last.get_value() != number {
                return;
            }
            match read {
                Ok(shown) => {
                    self.given.set_value(Some(again));
                    address::open(Some(&data), columns.as_deref(), shown.dataset);
                    self.stage.set(Stage::Idle);
                    self.show(shown);
                }
                Err(Ended::Stopped) => self.stage.set(Stage::Idle),
                Err(Ended::Refused(why)) => self.stage.set(Stage::Failed(name.clone(), why)),
            }
        });
    }

    /// What a link asks for, before anything is shown.
    ///
    /// # Errors
    /// Why it cannot be shown.
    pub async fn asked(
        self,
        data: Data,
        columns: Option<String>,
        progress: impl Fn(usize) + 'static,
    ) -> Result<Shown, Refusal> {
        let number = self.begin();
        let name = data.name().to_owned();
        let hears: Box<dyn Fn(usize)> = Box::new(progress);
        let given = Given::At(data);
        self.given.set_value(Some(given.clone()));
        let said = columns.as_deref().unwrap_or_default();
        let read = self.read(number, (&name, said), given, Some(hears)).await;
        self.stage.set(Stage::Idle);
        read.map_err(|ended| match ended {
            Ended::Refused(why) => why,
            Ended::Stopped => Refusal::Unreachable(String::new()),
        })
    }

    /// Gives up what is being opened.
    pub fn stop(self) {
        self.begin();
        self.stage.set(Stage::Idle);
        spawn_local(reading::stop());
    }

    /// The reader has seen why something could not be opened.
    pub fn dismiss(self) {
        if self
            .stage
            .with_untracked(|s| matches!(s, Stage::Failed(..)))
        {
            self.stage.set(Stage::Idle);
        }
    }

    /// The number of what is opened from now on; what was under way is given up.
    fn begin(self) -> u32 {
        self.stop.update_value(|stop| {
            if let Some(stop) = stop.take() {
                stop.stop();
            }
        });
        let number = self.last.get_value().wrapping_add(1);
        self.last.set_value(number);
        number
    }

    async fn read(
        self,
        number: u32,
        (name, columns): (&str, &str),
        given: Given,
        hears: Option<Box<dyn Fn(usize)>>,
    ) -> Result<Shown, Ended> {
        let told = name.to_owned();
        let heard = move |bytes| {
            if let Some(hears) = &hears {
                hears(bytes);
            }
            if self.last.get_value() == number {
                self.stage.set(Stage::Fetching(told.clone(), bytes));
            }
        };
        let bytes = self.bytes(given, heard).await?;
        if self.last.get_value() != number {
            return Err(Ended::Stopped);
        }
        self.stage.set(Stage::Reading(name.to_owned(), 0.0));
        let told = name.to_owned();
        let progress = move |share: f64| {
            if self.last.try_get_value() == Some(number) {
                self.stage.set(Stage::Reading(told.clone(), share));
            }
        };
        let why = match reading::open(bytes, name, columns, progress).await {
            Ok(Ok((opened, text))) => return Ok(Shown::of(name, opened, text)),
            Ok(Err(Unread::Unsound(problem))) => Refusal::Unsound(problem),
            Ok(Err(Unread::Refused(words))) => Refusal::Unread(words),
            Ok(Err(Unread::Gzip)) => Refusal::Damaged,
            Ok(Err(Unread::Size)) => Refusal::TooLarge(fetch::MOST),
            Err(why) => Refusal::NoReader(why),
        };
        Err(Ended::Refused(why))
    }

    async fn bytes(self, given: Given, heard: impl Fn(usize)) -> Result<Uint8Array, Ended> {
        let unreachable = || Ended::Refused(Refusal::Unreachable(String::new()));
        match given {
            Given::At(data) => {
                let address = data.address().ok_or(Ended::Refused(Refusal::OnDevice))?;
                heard(0);
                let stop = Stop::new().map_err(|_| unreachable())?;
                self.stop.set_value(Some(stop.clone()));
                fetch::bytes(address, &stop, heard).await
            }
            Given::File(file) => {
                if file.size() > fetch::most_bytes() as f64 {
                    return Err(Ended::Refused(Refusal::TooLarge(fetch::MOST)));
                }
                let buffer = JsFuture::from(file.array_buffer()).await;
                Ok(Uint8Array::new(&buffer.map_err(|_| unreachable())?))
            }
            Given::Text(text) => Ok(text.as_bytes().into()),
        }
    }
}

impl Default for Opening {
    fn default() -> Self {
        Self::new()
    }
}
