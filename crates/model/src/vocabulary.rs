//! The closed vocabularies of the schema; what a programme names itself (kinds,
//! indicators, units, levels) is data. A name that is not listed is an error of
//! the dataset.

/// Declares a closed vocabulary: an enum whose members have names in files and links.
#[macro_export]
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$item:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$item])* $variant,)+ }

        impl $name {
            /// Every member, in the order of the schema.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The names of all members, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The name in files and in links.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The member of that name.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|member| member.word() == word)
            }
        }
    };
}

/// Packs members of vocabularies by their position: both sides are of one build.
/// Where it is used, `borsh` is a dependency.
#[macro_export]
macro_rules! packed {
    ($($name:ident),+ $(,)?) => {$(
        impl borsh::BorshSerialize for $name {
            fn serialize<W: std::io::Write>(&self, to: &mut W) -> std::io::Result<()> {
                (*self as u8).serialize(to)
            }
        }

        impl borsh::BorshDeserialize for $name {
            fn deserialize_reader<R: std::io::Read>(from: &mut R) -> std::io::Result<Self> {
                let position = u8::deserialize_reader(from)?;
                let member = Self::ALL.get(usize::from(position)).copied();
                member.ok_or_else(|| std::io::ErrorKind::InvalidData.into())
            }
        }
    )+};
}

/// Reads vocabularies from files by their members' names.
macro_rules! in_files {
    ($($name:ident),+ $(,)?) => {$(
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                Self::from_word(&word)
                    .ok_or_else(|| serde::de::Error::unknown_variant(&word, Self::WORDS))
            }
        }

        $crate::packed!($name);

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "enum": Self::WORDS })
            }
        }
    )+};
}

in_files!(
    Basis,
    CopyState,
    Background,
    Element,
    Form,
    Grouping,
    MapRole,
    Order,
    Plural,
    Qualifier,
    RelationKind,
    Role,
    ScaleKind,
);

vocabulary! {
    /// Where IATI has room for the figures of a kind of record.
    Element {
        /// A transaction: money that was put in.
        Transaction = "transaction",
        /// A budget: money that was planned.
        Budget = "budget",
        /// A result of the type output.
        Output = "output",
        /// A result of the type outcome.
        Outcome = "outcome",
        /// A result of another type.
        Other = "other",
    }
}

vocabulary! {
    /// How the source qualifies a number.
    Qualifier {
        /// Stated without qualifier.
        Exact = "exact",
        /// About.
        About = "about",
        /// More than.
        Over = "over",
        /// Nearly: somewhat less than.
        Nearly = "nearly",
        /// That much or more.
        AtLeast = "at_least",
        /// That much or less.
        UpTo = "up_to",
        /// An estimate.
        Estimated = "estimated",
        /// Promised or possible, not achieved: "can gain", "once it operates".
        Expected = "expected",
    }
}

impl Qualifier {
    /// That of a number's negative or inverse: a lower limit becomes an upper one.
    #[must_use]
    pub const fn reversed(self) -> Self {
        match self {
            Self::Over | Self::AtLeast => Self::UpTo,
            Self::Nearly | Self::UpTo => Self::AtLeast,
            same => same,
        }
    }

    /// That of two numbers put together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Expected, _) | (_, Self::Expected) => Self::Expected,
            (Self::Exact, one) | (one, Self::Exact) => one,
            (a, b) if a == b => a,
            (Self::Over, Self::AtLeast) | (Self::AtLeast, Self::Over) => Self::Over,
            (Self::Nearly, Self::UpTo) | (Self::UpTo, Self::Nearly) => Self::UpTo,
            _ => Self::About,
        }
    }
}

vocabulary! {
    /// An organisation's role, after IATI's codes 1 to 4.
    Role {
        /// Gives the money.
        Funding = "funding",
        /// Answers for it.
        Accountable = "accountable",
        /// Passes it on.
        Extending = "extending",
        /// Does the work.
        Implementing = "implementing",
        /// Takes part; the source names no role that fits another code.
        Participating = "participating",
    }
}

vocabulary! {
    /// How two records' numbers are related.
    RelationKind {
        /// Counted within the other.
        PartOf = "part_of",
        /// Counts the other within itself.
        Includes = "includes",
        /// May count some of the same, or is about the same thing.
        Overlaps = "overlaps",
        /// The same thing stated twice.
        SameAs = "same_as",
    }
}

vocabulary! {
    /// Where a relation is from.
    Basis {
        /// The source says so.
        Stated = "stated",
        /// This dataset reads it from the context.
        Inferred = "inferred",
    }
}

vocabulary! {
    /// The state of the copy of a document that was used.
    CopyState {
        /// All of it, in its order.
        Complete = "complete",
        /// It breaks off.
        Truncated = "truncated",
        /// All of it or nearly so, but parts stand elsewhere than they should.
        Displaced = "displaced",
    }
}

vocabulary! {
    /// A plural form, after CLDR.
    Plural {
        /// None of it, where a language has a form for that.
        Zero = "zero",
        /// One.
        One = "one",
        /// Two.
        Two = "two",
        /// A few.
        Few = "few",
        /// Many.
        Many = "many",
        /// Any other number; every unit has this form.
        Other = "other",
    }
}

vocabulary! {
    /// The form of a chart.
    Form {
        /// Blocks on one scale: what lies within what, or overlaps it.
        Nesting = "nesting",
        /// A bar a group: what may be added, added.
        Total = "total",
        /// A bar a figure.
        Each = "each",
        /// Points over time, joined where they are of the same subject.
        Slope = "slope",
        /// A dot for so many of what is counted.
        Units = "units",
        /// A table: for figures of several units.
        Table = "table",
    }
}

vocabulary! {
    /// By what the bars of a chart of totals are grouped.
    Grouping {
        /// By area of the map.
        Place = "place",
        /// By sector.
        Sector = "sector",
        /// By kind of record.
        Kind = "kind",
    }
}

vocabulary! {
    /// The order of single figures in a chart.
    Order {
        /// The largest first.
        Largest = "largest",
        /// The earliest first; figures without a time are left out.
        Time = "time",
    }
}

vocabulary! {
    /// The scale that a file may ask for. All charts are linear: a bar whose length
    /// does not begin at zero cannot be compared.
    ScaleKind {
        /// Twice as much is twice as long.
        Linear = "linear",
        /// Ten times as much is one step longer.
        Logarithmic = "logarithmic",
    }
}

vocabulary! {
    /// What a map is for.
    MapRole {
        /// The area that the records are of.
        Main = "main",
        /// Another area, beside it and at a scale of its own.
        Inset = "inset",
    }
}

vocabulary! {
    /// What lies behind the places of a map.
    Background {
        /// The world's land, without borders.
        Land = "land",
        /// Nothing.
        None = "none",
    }
}
