//! To another page after something was done, so that reloading does not do it again.

use actix_web::{HttpRequest, HttpResponse, cookie::Cookie};
use signpost_answers::locale_path;
use signpost_web::reply::see_other;

/// To an address.
#[must_use]
pub fn redirect(address: &str) -> HttpResponse {
    see_other(address)
}

/// To an address, with a cookie that is set or taken away on the way.
#[must_use]
pub fn redirect_with_cookie(address: &str, cookie: &Cookie<'_>) -> HttpResponse {
    let mut answer = see_other(address);
    // A cookie of ours is always one that fits a header.
    let _fits = answer.add_cookie(cookie);
    answer
}

/// An English address, such as `/login?done=out`, in the language of the page somebody is on.
#[must_use]
pub fn in_same_language(request: &HttpRequest, path: &str) -> String {
    locale_path::address(locale_path::lang_of_path(request.path()), path)
}
