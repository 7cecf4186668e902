//! Where a view's dataset is, if it is not the built-in one, and how it is read.

use model::{below_app, is_https, is_of_host};

/// What stands before the name of a file that was on a reader's device.
const DEVICE: &str = "device:";
/// No address in a link is longer.
const LONGEST: usize = 4000;

/// Which dataset a view is of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// Where it is; none: the built-in one.
    pub data: Option<Data>,
    /// How its columns are read, where it is a table and a reader has said so: words
    /// of the importers.
    pub columns: Option<String>,
    /// Where the second table is that holds the points of its places.
    pub places: Option<Data>,
    /// Which edition of it: its name, or the beginning of one.
    pub edition: Option<String>,
}

impl Origin {
    /// Whether a file of it is on a reader's device, so that a link cannot carry it.
    #[must_use]
    pub fn is_on_device(&self) -> bool {
        [&self.data, &self.places]
            .into_iter()
            .any(|file| matches!(file, Some(Data::Device(_))))
    }
}

/// Where a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Data {
    /// A file below the app's own folder.
    Below(String),
    /// A file anywhere else: a path of the same host, or an address of any host
    /// that begins with https and lets other sites read it.
    Address(String),
    /// A file that a reader opened from a device, by its name. A link can name it
    /// and not carry it.
    Device(String),
}

impl Data {
    /// Reads what a link or a field says; none where it is nothing that the app
    /// may fetch.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let word = word.trim();
        if word.len() > LONGEST {
            return None;
        }
        if let Some(name) = word.strip_prefix(DEVICE) {
            let name = name.trim();
            return (!name.is_empty()).then(|| Self::Device(name.to_owned()));
        }
        if let Some(file) = below_app(word) {
            return Some(Self::Below(file.to_owned()));
        }
        (is_https(word) || is_of_host(word)).then(|| Self::Address(word.to_owned()))
    }

    /// A file of a device, by a name that a link can hold.
    #[must_use]
    pub fn device(name: &str) -> Self {
        let name: String = name.trim().chars().take(200).collect();
        Self::Device(if name.is_empty() {
            "-".to_owned()
        } else {
            name
        })
    }

    /// As it stands in a link.
    #[must_use]
    pub fn word(&self) -> String {
        match self {
            Self::Below(file) | Self::Address(file) => file.clone(),
            Self::Device(name) => format!("{DEVICE}{name}"),
        }
    }

    /// What can be fetched.
    #[must_use]
    pub fn address(&self) -> Option<&str> {
        match self {
            Self::Below(file) | Self::Address(file) => Some(file),
            Self::Device(_) => None,
        }
    }

    /// What it is called: the file's name, without folders and queries.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Below(file) | Self::Address(file) => {
                let path = file.split(['?', '#']).next().unwrap_or_default();
                let last = path.trim_end_matches('/').rsplit('/').next();
                last.filter(|name| !name.is_empty()).unwrap_or(file)
            }
            Self::Device(name) => name,
        }
    }
}
