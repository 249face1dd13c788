//! An error as a page, with links onward.

use signpost_domain::Lang;

use crate::{ApiError, App};

/// The page for an error, as HTML.
#[must_use]
pub fn page(_app: &App, _error: &ApiError, _lang: Lang) -> String {
    String::new()
}
