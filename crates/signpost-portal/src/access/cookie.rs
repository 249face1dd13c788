//! The two cookies of the portal: the session, and the browser in which somebody signed in before. Public pages read and set none.

use actix_web::{
    HttpRequest,
    cookie::{Cookie, SameSite, time::Duration},
    http::header,
};
use jiff::SignedDuration;
use signpost_store::SessionTimes;

/// How long a session lasts.
pub(crate) const SESSION_TIMES: SessionTimes = SessionTimes {
    idle: SignedDuration::from_mins(30),
    absolute: SignedDuration::from_hours(12),
};

/// The names of the cookies on this connection. `__Host-` needs https; on this machine itself, without it, the plain name does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PortalCookies {
    secure: bool,
}

impl PortalCookies {
    /// Of the connection this request came over.
    pub(crate) fn of(request: &HttpRequest) -> Self {
        let host = request
            .headers()
            .get(header::HOST)
            .and_then(|host| host.to_str().ok())
            .unwrap_or_default();
        let host = host.rsplit_once(':').map_or(host, |(name, port)| {
            if port.bytes().all(|byte| byte.is_ascii_digit()) {
                name
            } else {
                host
            }
        });
        Self {
            secure: !["localhost", "127.0.0.1", "[::1]"].contains(&host),
        }
    }

    /// The name of the session's cookie.
    pub(crate) const fn session(self) -> &'static str {
        if self.secure {
            "__Host-signpost"
        } else {
            "signpost"
        }
    }

    /// The name of the browser's cookie.
    pub(crate) const fn browser(self) -> &'static str {
        if self.secure {
            "__Host-signpost-browser"
        } else {
            "signpost-browser"
        }
    }

    /// What a cookie of this name holds.
    pub(crate) fn value(request: &HttpRequest, name: &str) -> Option<String> {
        request
            .cookie(name)
            .map(|cookie| cookie.value().to_owned())
            .filter(|value| (1..=128).contains(&value.len()))
    }

    /// The cookie of a session; it ends with the browser.
    pub(crate) fn begin_session(self, secret: String) -> Cookie<'static> {
        self.cookie(self.session(), secret)
    }

    /// Takes the session's cookie away.
    pub(crate) fn end_session(self) -> Cookie<'static> {
        let mut cookie = self.cookie(self.session(), String::new());
        cookie.make_removal();
        cookie
    }

    /// The cookie of a browser in which somebody signed in, for a year.
    pub(crate) fn know_browser(self, secret: String) -> Cookie<'static> {
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
