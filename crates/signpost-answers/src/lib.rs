#![doc = include_str!("../README.md")]

mod ages;
mod confirmed;
mod directory;
pub mod disposal_point;
pub mod dispose;
pub mod due;
pub mod due_line;
mod gone;
pub mod holidays;
pub mod language_spans;
mod local_time;
pub mod locale_path;
mod localized_text;
pub mod messages;
mod metres;
mod phone_sheet;
mod place;
pub mod plan;
pub mod poster;
pub mod public_url;
pub mod reach;
pub mod search;
mod short_of;
mod site;
pub mod site_words;
pub mod source_words;
mod speaker;
mod state_sentence;
mod to_go;

pub use self::{
    ages::ages,
    confirmed::{ConfirmedView, SourceView},
    directory::{ItemView, LineView, NeedView, items, landmarks, lines_for, needs},
    disposal_point::PointView,
    dispose::{DisposeView, nearest_disposal, takes_from_anybody},
    gone::{Gone, Moved, gone},
    local_time::{LocalTime, rfc3339},
    localized_text::LocalizedText,
    metres::whole_metres,
    phone_sheet::{PhoneSheetLine, phone_sheet_line},
    place::{Links, PlaceView},
    short_of::{ShortOf, short_items_at, short_of, short_of_at},
    site::{ExceptionView, ServiceView, SiteView, exceptions_of, in_order, site},
    speaker::Speaker,
    state_sentence::{find_out, instead_of_calling, state_sentence},
    to_go::{AnswerView, AskedView, PlanView, ReplyView, answer},
};
