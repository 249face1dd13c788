//! The shape of what a reader gets, shared by the JSON and the pages: everything either needs, in the reader's language.

mod confirmed;
mod directory;
mod place;
mod said;
mod site;
mod times;
mod to_go;

pub use confirmed::{ConfirmedView, SourceView};
pub(crate) use directory::items;
pub use directory::{LineView, NeedView, needs};
pub use place::{Links, PlaceView};
pub use said::Said;
pub(crate) use site::in_order;
pub use site::{ExceptionView, ServiceView, SiteView, site};
pub use times::rfc3339;
pub(crate) use to_go::whole_metres;
pub use to_go::{AnswerView, AskedView, PlanView, ReplyView, answer};
