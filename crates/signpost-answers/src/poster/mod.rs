//! Posters at old doors: what one says, and whether those that hang still say what holds.

mod door;
mod hanging;
mod hanging_line;
mod telling;
mod words;

pub use self::{
    door::{Caution, DoorPoster, Prints, doors, posters_of},
    hanging::{Differs, Hanging, Knows, Standing, hanging},
    hanging_line::{HangingLine, hanging_line},
    words::{Part, Poster, WORDS_MOST, poster},
};
