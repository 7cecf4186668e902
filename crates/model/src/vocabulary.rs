//! The closed vocabularies of the schema. Names in JSON are the variants in
//! snake or kebab case; a name that is not listed is an error of the dataset.

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

/// Reads vocabularies from files by their members' names.
macro_rules! in_files {
    ($($name:ty),+) => {$(
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                Self::from_word(&word)
                    .ok_or_else(|| serde::de::Error::unknown_variant(&word, Self::WORDS))
            }
        }
    )+};
}

in_files!(
    Kind,
    Indicator,
    Unit,
    Qualifier,
    Role,
    RelationKind,
    Level,
    CopyState
);

vocabulary! {
    /// What a record is, after IATI's elements.
    Kind {
        /// Something done: a project, a facility, a class.
        Activity = "activity",
        /// Money that was put in.
        Transaction = "transaction",
        /// Money that was planned.
        Budget = "budget",
        /// A result, with its indicator.
        Result = "result",
        /// People sent to work.
        Personnel = "personnel",
        /// Decisions, offices, plans, appraisals.
        Governance = "governance",
        /// Visits, training and agreements between the two sides.
        Exchange = "exchange",
    }
}

vocabulary! {
    /// What a value measures.
    Indicator {
        /// Aid money.
        Funds = "funds",
        /// A project's cost, whoever pays it.
        Investment = "investment",
        /// Income or a gain of income.
        Income = "income",
        /// People reached.
        People = "people",
        /// Households reached.
        Households = "households",
        /// People sent to work.
        Personnel = "personnel",
        /// Projects.
        Projects = "projects",
        /// Exchange activities.
        Exchange = "exchange",
        /// A share of a whole.
        Rate = "rate",
        /// A growth.
        Growth = "growth",
        /// A place in an order.
        Rank = "rank",
        /// Anything else that is counted.
        Count = "count",
    }
}

vocabulary! {
    /// The unit of a value.
    Unit {
        /// Renminbi yuan.
        Yuan = "yuan",
        /// Yuan for each person.
        YuanPerPerson = "yuan-per-person",
        /// Yuan for each person and day.
        YuanPerPersonDay = "yuan-per-person-day",
        /// Yuan for each household.
        YuanPerHousehold = "yuan-per-household",
        /// Yuan for each household and year.
        YuanPerHouseholdYear = "yuan-per-household-year",
        /// Yuan for each job.
        YuanPerJob = "yuan-per-job",
        /// Yuan for each project.
        YuanPerProject = "yuan-per-project",
        /// Different people.
        Persons = "persons",
        /// People, counted each time.
        PersonTimes = "person-times",
        /// People in one household.
        PersonsPerHousehold = "persons-per-household",
        /// Pupils in one school class.
        PersonsPerClass = "persons-per-class",
        /// Households.
        Households = "households",
        /// Projects.
        Projects = "projects",
        /// Hundredths.
        Percent = "percent",
        /// A factor.
        Times = "times",
        /// Administrative areas.
        Areas = "areas",
        /// Hospitals.
        Hospitals = "hospitals",
        /// Departments of a hospital.
        Departments = "departments",
        /// School classes.
        Classes = "classes",
        /// Training courses.
        Courses = "courses",
        /// Performances and meetings.
        Events = "events",
        /// Signed agreements.
        Agreements = "agreements",
        /// Documents.
        Documents = "documents",
        /// Member units of a body.
        Units = "units",
        /// Years.
        Years = "years",
        /// Items of a list.
        Items = "items",
        /// First, second, ...
        Rank = "rank",
        /// Last, second to last, ...
        RankFromLast = "rank-from-last",
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
    /// The level of a place.
    Level {
        /// A prefecture-level or provincial city.
        City = "city",
        /// A district: county-level in Lhasa.
        District = "district",
        /// A county.
        County = "county",
        /// A township or town.
        Township = "township",
        /// A village.
        Village = "village",
        /// A building, a company, a spot.
        Site = "site",
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

impl Level {
    /// Whether places of this level are drawn as areas.
    #[must_use]
    pub const fn is_division(self) -> bool {
        matches!(self, Self::District | Self::County)
    }
}

impl Unit {
    /// Whether the unit is an amount of money, or one for each of something.
    #[must_use]
    pub const fn is_money(self) -> bool {
        matches!(
            self,
            Self::Yuan
                | Self::YuanPerPerson
                | Self::YuanPerPersonDay
                | Self::YuanPerHousehold
                | Self::YuanPerHouseholdYear
                | Self::YuanPerProject
                | Self::YuanPerJob
        )
    }
}
