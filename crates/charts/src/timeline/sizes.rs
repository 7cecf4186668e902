//! How large the parts of the timeline are.

/// Sizes in pixels: of a row, its letters, and the columns beside the time: the
/// lane's name, the title, the figure.
pub(super) struct Sizes {
    pub(super) row: usize,
    pub(super) letters: usize,
    pub(super) lane: usize,
    pub(super) title: usize,
    pub(super) figure: usize,
}

const USUAL: Sizes = Sizes {
    row: 13,
    letters: 12,
    lane: 98,
    title: 150,
    figure: 142,
};
/// Beside a map on a narrow screen: figures are in the tooltip and in what is told
/// of a record.
const NARROW: Sizes = Sizes {
    row: 15,
    letters: 12,
    lane: 98,
    title: 150,
    figure: 0,
};
/// Beside a map in a frame: a lane is known by its colour, and titles run on over
/// empty time.
const TIGHT: Sizes = Sizes {
    row: 14,
    letters: 12,
    lane: 0,
    title: 146,
    figure: 0,
};
const WIDE: Sizes = Sizes {
    row: 16,
    letters: 13,
    lane: 120,
    title: 176,
    figure: 160,
};
/// In a picture of a few rows, whose families are told apart by colour alone.
const PICTURE: Sizes = Sizes {
    row: 17,
    letters: 12,
    lane: 0,
    title: 190,
    figure: 0,
};
/// On a narrow page title and figure stand above the mark.
pub(super) const COMPACT: Sizes = Sizes {
    row: 40,
    letters: 12,
    lane: 0,
    title: 0,
    figure: 0,
};
/// Without columns: half a year's number, so that the outermost are whole.
const EDGE: usize = 14;

/// How much room the rows have, where it is not a phone's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Room {
    /// That of half a small frame: few rows, lanes without names.
    Tight,
    /// Not enough for figures.
    Narrow,
    /// A common screen's.
    #[default]
    Usual,
    /// Enough for larger rows.
    Wide,
    /// Enough for so many rows in all, which are then those with the weightiest
    /// figures, without their lanes' names: a picture to be seen small.
    Picture(usize),
}

/// For so much room.
pub(super) const fn sizes(compact: bool, room: Room) -> Sizes {
    match (compact, room) {
        (true, _) => COMPACT,
        (false, Room::Tight) => TIGHT,
        (false, Room::Narrow) => NARROW,
        (false, Room::Usual) => USUAL,
        (false, Room::Wide) => WIDE,
        (false, Room::Picture(_)) => PICTURE,
    }
}

/// How wide what stands left and right of the time is.
pub(super) const fn columns(sizes: &Sizes) -> (usize, usize) {
    match sizes.lane + sizes.title {
        0 => (EDGE, EDGE),
        left if sizes.figure == 0 => (left, EDGE),
        left => (left, sizes.figure),
    }
}
