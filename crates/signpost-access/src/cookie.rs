//! The two cookies of the portal: the session, and the browser in which somebody signed in before. Public pages read and set none.

use actix_web::{
    HttpRequest,
    cookie::{Cookie, SameSite, time::Duration},
};
use jiff::SignedDuration;
use signpost_store::SessionTimes;
use signpost_web::hosting_of;

/// How long a session lasts.
pub const SESSION_TIMES: SessionTimes = SessionTimes {
    idle: SignedDuration::from_mins(30),
    absolute: SignedDuration::from_hours(12),
};

/// The names of the cookies. `__Host-` needs https; on a developer's own machine, without it, the plain name does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PortalCookies {
    secure: bool,
}

impl PortalCookies {
    /// As the settings say, see [`signpost_web::hosting::Hosting::cookies_are_secure`].
    #[must_use]
    pub fn of(request: &HttpRequest) -> Self {
        Self {
            secure: hosting_of(request).cookies_are_secure(request),
        }
    }

    /// The name of the session's cookie.
    #[must_use]
    pub const fn session(self) -> &'static str {
        if self.secure {
            "__Host-signpost"
        } else {
            "signpost"
        }
    }

    /// The name of the browser's cookie.
    #[must_use]
    pub const fn browser(self) -> &'static str {
        if self.secure {
            "__Host-signpost-browser"
        } else {
            "signpost-browser"
        }
    }

    /// What a cookie of this name holds.
    #[must_use]
    pub fn value(request: &HttpRequest, name: &str) -> Option<String> {
        request
            .cookie(name)
            .map(|cookie| cookie.value().to_owned())
            .filter(|value| (1..=128).contains(&value.len()))
    }

    /// The cookie of a session; it ends with the browser.
    #[must_use]
    pub fn begin_session(self, secret: String) -> Cookie<'static> {
        self.cookie(self.session(), secret)
    }

    /// Takes the session's cookie away.
    #[must_use]
    pub fn end_session(self) -> Cookie<'static> {
        let mut cookie = self.cookie(self.session(), String::new());
        cookie.make_removal();
        cookie
    }

    /// The cookie of a browser in which somebody signed in, for a year.
    #[must_use]
    pub fn know_browser(self, secret: String) -> Cookie<'static> {
        let mut cookie = self.cookie(self.browser(), secret);
        cookie.set_max_age(Duration::days(365));
        cookie
    }

    fn cookie(self, name: &'static str, value: String) -> Cookie<'static> {
        Cookie::build(name, value)
            .path("/")
            .http_only(true)
            .secure(self.secure)
            .same_site(SameSite::Lax)
            .finish()
    }
}
