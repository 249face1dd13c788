//! What a report of a visitor is called.

use signpost_domain::FeedbackKind;

/// The key of a kind's words.
pub(crate) const fn kind_key(said: FeedbackKind) -> &'static str {
    match said {
        FeedbackKind::Right => "fb-right",
        FeedbackKind::Closed => "fb-closed",
        FeedbackKind::Moved => "fb-moved",
        FeedbackKind::NotDone => "fb-not-done",
        FeedbackKind::Other => "fb-other",
    }
}
