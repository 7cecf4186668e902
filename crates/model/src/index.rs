//! Positions in the dataset's lists.

/// Declares index types: a position in one of the dataset's lists.
macro_rules! index {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(u32);

        impl $name {
            /// The position in its list.
            #[must_use]
            pub const fn at(self) -> usize {
                self.0 as usize
            }

            /// The index of a position in its list.
            #[must_use]
            pub fn of(position: usize) -> Self {
                Self(u32::try_from(position).unwrap_or(u32::MAX))
            }
        }
    )+};
}

index! {
    /// A record.
    RecordIx
    /// A derived figure.
    DerivedIx
    /// A place.
    PlaceIx
    /// A family of sectors.
    FamilyIx
    /// A sector.
    SectorIx
    /// An organisation.
    OrganisationIx
    /// A document.
    DocumentIx
    /// A period that records name.
    PlanIx
    /// A kind of record.
    KindIx
    /// An indicator.
    IndicatorIx
    /// A unit.
    UnitIx
    /// A currency.
    CurrencyIx
    /// A level of places.
    LevelIx
    /// A measure of the map.
    MeasureIx
    /// A chart.
    ChartIx
    /// A story.
    StoryIx
}
