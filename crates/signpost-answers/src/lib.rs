#![doc = include_str!("../README.md")]

mod confirmed;
mod directory;
pub mod due;
pub mod due_line;
pub mod holidays;
pub mod locale_path;
pub mod marks;
pub mod messages;
mod place;
pub mod public_url;
mod said;
mod site;
pub mod site_words;
pub mod source_words;
mod speaker;
mod times;
mod to_go;

pub use self::{
    confirmed::{ConfirmedView, SourceView},
    directory::{ItemView, LineView, NeedView, items, needs},
    place::{Links, PlaceView},
    said::Said,
    site::{ExceptionView, ServiceView, SiteView, in_order, site},
    speaker::Speaker,
    times::rfc3339,
    to_go::{AnswerView, AskedView, PlanView, ReplyView, answer, whole_metres},
};
