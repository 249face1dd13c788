//! An answer worked out and counted, as every look-up is.

use actix_web::{HttpRequest, HttpResponse, http::header};
use signpost_domain::Lang;
use signpost_text::Reply;
use signpost_web::{App, counts::LookUp};

/// The reply to a text, counted.
pub(crate) fn answered(app: &App, request: &HttpRequest, text: &str, lang: Lang) -> Reply {
    let reply = signpost_text::reply(&app.snapshot(), text, app.now(), lang);
    count(app, request, &reply);
    reply
}

/// Whether a text is answered however much came before it: a life is at stake.
pub(crate) fn is_urgent(app: &App, text: &str) -> bool {
    signpost_text::is_urgent(&app.snapshot(), text, app.now())
}

/// Counts what was looked up; nothing of who asked is there to be counted.
pub(crate) fn count(app: &App, request: &HttpRequest, reply: &Reply) {
    for one in &reply.looked_up {
        app.count_look_up(
            request,
            &LookUp {
                need: &one.need,
                from: one.from.as_ref(),
                open: one.open,
                shown: one.shown.iter().map(|(site, need)| (site, need)).collect(),
            },
        );
    }
}

/// A reply as a gateway takes it.
pub(crate) fn plain(reply: &Reply) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/plain; charset=utf-8"))
        .body(reply.text())
}
