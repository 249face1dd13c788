//! What somebody typed and has not saved.

use jiff::Timestamp;

/// Which draft: each account has at most one for each form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftKey {
    /// Whose.
    pub account: i64,
    /// The slug of the site, or the id of the organization, that the form is about.
    pub subject: String,
    /// Which form of it.
    pub form: String,
}

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The version of the subject when the form was opened.
    pub version: u64,
    /// The fields, by name, in the order of the form.
    pub fields: Vec<(String, String)>,
    /// When it was kept.
    pub at: Timestamp,
}
