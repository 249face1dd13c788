//! The whole address of a page, for those who do not stand on it: search engines, link previews, other websites.

use actix_web::HttpRequest;

use crate::app::hosting_of;

/// Where this server is for others, and the page on it.
#[derive(Default)]
pub struct CanonicalAddress {
    /// Scheme and host, such as `https://example.org`; empty when nobody says it.
    origin: String,
    /// The page's own address; empty when nobody else should keep it, because it tells what somebody looked for.
    pub canonical: String,
}

impl CanonicalAddress {
    /// As the settings say; see [`crate::hosting::Hosting::origin`].
    #[must_use]
    pub fn of(request: &HttpRequest) -> Self {
        let Some(origin) = hosting_of(request).origin(request) else {
            return Self::default();
        };
        let asked = !request.query_string().is_empty();
        let canonical = if asked || is_for_programs(request.path()) {
            String::new()
        } else {
            format!("{origin}{}", request.path())
        };
        Self { origin, canonical }
    }

    /// An address of ours as a whole one.
    #[must_use]
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

/// Pages that are parts of something else.
fn is_for_programs(path: &str) -> bool {
    ["/embed", "/offline"].contains(&signpost_answers::locale_path::bare(path).as_str())
}
