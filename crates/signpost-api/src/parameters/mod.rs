//! What addresses and bodies may hold: each type reads its text, says in its own words what is wrong, and describes itself.

mod count;
mod cursor;
mod lang;
mod moment;
mod place;
mod search_words;
mod version;

pub(crate) use self::{
    count::{AnswerLimit, ListLimit},
    cursor::Cursor,
    lang::{LangAt, OnlyLang},
    moment::{DayOfWeek, OpenAt, When},
    place::{BoxOfPlaces, LatLon, Near, Within, near},
    search_words::SearchWords,
    version::{EntityTag, IdempotencyKey, LONGEST_KEY, PlanVersion},
};
