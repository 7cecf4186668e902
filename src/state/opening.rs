//! Which dataset is shown, and what is being opened in its place.

use super::own_story;
use super::{Trouble, address};
use crate::browser::fetch::{self, Ended, Stop};
use crate::browser::reading;
use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::{Dataset, Loaded, Refusal};
use reader::{Opened, Read, Unread};
use view::{Data, Origin};
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

impl Given {
    /// As a link names it.
    fn data(&self) -> Data {
        match self {
            Self::At(data) => data.clone(),
            Self::File(file) => Data::device(&file.name()),
            Self::Text(_) => Data::device(PASTED),
        }
    }

    /// What it is called.
    fn name(&self) -> String {
        match self {
            Self::At(data) => data.name().to_owned(),
            Self::File(file) => file.name(),
            Self::Text(_) => PASTED.to_owned(),
        }
    }
}

/// A file, and how it is to be read.
#[derive(Clone, Debug)]
struct Asked {
    file: Given,
    columns: Option<String>,
    /// The second table, with the points of its places.
    places: Option<Given>,
}

impl Asked {
    fn origin(&self) -> Origin {
        Origin {
            data: Some(self.file.data()),
            columns: self.columns.clone(),
            places: self.places.as_ref().map(Given::data),
            edition: None,
        }
    }
}

/// A dataset, where its text is, and what went wrong on the way. It is there as
/// long as the page: datasets are opened a few times at most.
#[derive(Clone)]
pub struct Shown {
    /// The dataset.
    pub dataset: &'static Dataset,
    /// Its text.
    pub text: &'static reading::Text,
    /// The name of its edition; none of a file of another kind.
    pub edition: Option<&'static str>,
    /// What went wrong.
    pub trouble: Trouble,
    /// The file's name and as what it was read, where it is of another kind.
    pub read: Option<(&'static str, &'static Read)>,
}

impl Shown {
    /// One that was read.
    #[must_use]
    pub fn new(
        mut read: Loaded,
        text: reading::Text,
        edition: Option<&'static str>,
        refused: Option<(String, Refusal)>,
    ) -> Self {
        own_story::add_to(&mut read.dataset);
        Self {
            dataset: Box::leak(Box::new(read.dataset)),
            text: Box::leak(Box::new(text)),
            edition,
            trouble: Trouble {
                refused,
                left_out: read.problems,
                ..Trouble::default()
            },
            read: None,
        }
    }

    /// A file of that name.
    fn of(name: &str, opened: Opened, text: reading::Text) -> Self {
        let edition = opened.edition.map(|name| &*name.leak());
        let mut shown = Self::new(opened.loaded, text, edition, None);
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
    given: StoredValue<Option<Asked>, LocalStorage>,
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
    /// address follows. `places` is a second table, with the points of its places.
    pub fn open(self, file: Given, places: Option<Given>) {
        self.open_as(Asked {
            file,
            columns: None,
            places,
        });
    }

    /// Reads what is shown once more, its columns as `columns` says.
    pub fn read_again(self, columns: String) {
        self.again(|asked| asked.columns = Some(columns));
    }

    /// Reads what is shown once more, with the points of its places from a second
    /// table, or from none.
    pub fn take_places(self, places: Option<Given>) {
        self.again(|asked| asked.places = places);
    }

    fn again(self, change: impl FnOnce(&mut Asked)) {
        if let Some(mut asked) = self.given.get_value() {
            change(&mut asked);
            self.open_as(asked);
        }
    }

    fn open_as(self, asked: Asked) {
        let number = self.begin();
        spawn_local(async move {
            let read = self.read(number, &asked, None).await;
            if self.last.get_value() != number {
                return;
            }
            match read {
                Ok(shown) => {
                    address::open(asked.origin(), shown.dataset);
                    self.given.set_value(Some(asked));
                    self.stage.set(Stage::Idle);
                    self.show(shown);
                }
                Err((_, Ended::Stopped)) => self.stage.set(Stage::Idle),
                Err((file, Ended::Refused(why))) => {
                    self.stage.set(Stage::Failed(file.name().to_owned(), why));
                }
            }
        });
    }

    /// What a link asks for, before anything is shown.
    ///
    /// # Errors
    /// Why it cannot be shown, and the file that is the reason.
    pub async fn asked(
        self,
        data: Data,
        origin: Origin,
        progress: impl Fn(usize) + 'static,
    ) -> Result<Shown, (Data, Refusal)> {
        let number = self.begin();
        let hears: Box<dyn Fn(usize)> = Box::new(progress);
        let asked = Asked {
            file: Given::At(data),
            columns: origin.columns,
            places: origin.places.map(Given::At),
        };
        self.given.set_value(Some(asked.clone()));
        let read = self.read(number, &asked, Some(hears)).await;
        self.stage.set(Stage::Idle);
        read.map_err(|(file, ended)| match ended {
            Ended::Refused(why) => (file, why),
            Ended::Stopped => (file, Refusal::Unreachable(String::new())),
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
        asked: &Asked,
        hears: Option<Box<dyn Fn(usize)>>,
    ) -> Result<Shown, (Data, Ended)> {
        let name = asked.file.name();
        let hears = hears.as_deref();
        let file = self.bytes(number, &asked.file, hears).await?;
        let places = match &asked.places {
            Some(places) => Some((self.bytes(number, places, hears).await?, places.name())),
            None => None,
        };
        if self.last.get_value() != number {
            return Err((asked.file.data(), Ended::Stopped));
        }
        self.stage.set(Stage::Reading(name.clone(), 0.0));
        let told = name.clone();
        let progress = move |share: f64| {
            if self.last.try_get_value() == Some(number) {
                self.stage.set(Stage::Reading(told.clone(), share));
            }
        };
        let columns = asked.columns.as_deref().unwrap_or_default();
        let why = match reading::open((file, &name), columns, places, progress).await {
            // What is shown stays for good: not what was stopped meanwhile.
            Ok(Ok(_)) if self.last.get_value() != number => {
                return Err((asked.file.data(), Ended::Stopped));
            }
            Ok(Ok((opened, text))) => return Ok(Shown::of(&name, opened, text)),
            Ok(Err(Unread::Unsound(problem))) => Refusal::Unsound(problem),
            Ok(Err(Unread::Refused(words))) => Refusal::Unread(words),
            Ok(Err(Unread::Gzip)) => Refusal::Damaged,
            Ok(Err(Unread::Size)) => Refusal::TooLarge(fetch::MOST),
            Err(why) => Refusal::NoReader(why),
        };
        Err((asked.file.data(), Ended::Refused(why)))
    }

    /// A file's bytes; which it is where they cannot be had.
    async fn bytes(
        self,
        number: u32,
        given: &Given,
        hears: Option<&dyn Fn(usize)>,
    ) -> Result<Uint8Array, (Data, Ended)> {
        let name = given.name();
        let heard = |bytes| {
            if let Some(hears) = hears {
                hears(bytes);
            }
            if self.last.get_value() == number {
                self.stage.set(Stage::Fetching(name.clone(), bytes));
            }
        };
        let bytes = self.fetched(number, given, heard).await;
        bytes.map_err(|ended| (given.data(), ended))
    }

    async fn fetched(
        self,
        number: u32,
        given: &Given,
        heard: impl Fn(usize),
    ) -> Result<Uint8Array, Ended> {
        let unreachable = || Ended::Refused(Refusal::Unreachable(String::new()));
        match given {
            Given::At(data) => {
                let address = data.address().ok_or(Ended::Refused(Refusal::OnDevice))?;
                // Something else was asked for while the first file came.
                if self.last.get_value() != number {
                    return Err(Ended::Stopped);
                }
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
