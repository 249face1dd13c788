//! To another page after something was done, so that reloading does not do it again. The one place that builds such an answer.

use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, cookie::Cookie, http::header};
use signpost_answers::locale_path;

/// To an address.
#[must_use]
pub fn redirect(address: &str) -> HttpResponse {
    see_other(address).finish()
}

/// To an address, with a cookie that is set or taken away on the way.
#[must_use]
pub fn redirect_with_cookie(address: &str, cookie: Cookie<'_>) -> HttpResponse {
    see_other(address).cookie(cookie).finish()
}

/// An English address, such as `/login?done=out`, in the language of the page somebody is on.
#[must_use]
pub fn in_same_language(request: &HttpRequest, path: &str) -> String {
    locale_path::address(locale_path::lang_of_path(request.path()), path)
}

fn see_other(address: &str) -> HttpResponseBuilder {
    let mut answer = HttpResponse::SeeOther();
    answer
        .insert_header((header::LOCATION, address))
        .insert_header((header::CACHE_CONTROL, "no-store"));
    answer
}
