//! The whole address of a page, for those who do not stand on it: search engines, link previews, other websites.

use actix_web::HttpRequest;

use crate::{app::hosting_of, qr::picture};

/// Where this server is for others, and the page on it.
#[derive(Default)]
pub struct CanonicalAddress {
    /// Scheme and host, such as `https://example.org`; empty when nobody says it.
    origin: String,
    /// The page's own address; empty when nobody else should keep it, because it tells what somebody looked for.
    pub canonical: String,
    /// The address as it stands on a printed page: that of the page itself; empty for what nobody prints to hand on.
    pub printed: String,
}

impl CanonicalAddress {
    /// As the settings say; see [`crate::hosting::Hosting::origin`].
    #[must_use]
    pub fn of(request: &HttpRequest) -> Self {
        let Some(origin) = hosting_of(request).origin(request) else {
            return Self::default();
        };
        let asked = !request.query_string().is_empty();
        let whole = format!("{origin}{}", request.path());
        let [canonical, printed] = [
            asked || is_for_programs(request.path()),
            is_for_programs(request.path()) || is_a_form(request.path()),
        ]
        .map(|without| {
            if without {
                String::new()
            } else {
                whole.clone()
            }
        });
        Self {
            origin,
            canonical,
            printed,
        }
    }

    /// The printed address as a picture for a phone's camera.
    #[must_use]
    pub fn picture(&self) -> String {
        picture(&self.printed)
    }

    /// An address of ours as a whole one.
    #[must_use]
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

/// Pages on which one says something: on paper they are of no use.
fn is_a_form(path: &str) -> bool {
    let bare = signpost_answers::locale_path::bare(path);
    bare.ends_with("/feedback") || bare.starts_with("/full/")
}

/// Pages that are parts of something else.
fn is_for_programs(path: &str) -> bool {
    ["/embed", "/offline"].contains(&signpost_answers::locale_path::bare(path).as_str())
}
