//! The pages people read, each in every language (see `tongues`). Every one is whole without script.

mod cards;
mod disposal;
mod embed;
pub mod errors;
mod frame;
mod holidays;
mod list;
mod map;
mod map_box;
mod marks;
pub(crate) mod offline;
mod plan;
mod prose;
mod public_address;
mod site;
pub(crate) mod site_words;
pub(crate) mod source_words;

use actix_web::{
    HttpResponse,
    http::header,
    web::{self, ServiceConfig},
};
use askama::Template;
use signpost_domain::Lang;

pub(crate) use self::cards::{state_class, whereabouts};
pub(crate) use self::{frame::Frame, holidays::holidays_soon};
use crate::{ApiError, assets, tongues};

/// Reading a page: GET and HEAD at one address, handled alike.
macro_rules! page {
    ($cfg:expr, $path:expr, $handler:path) => {
        $cfg.service(
            web::resource($path)
                .route(web::get().to($handler))
                .route(web::head().to($handler)),
        )
    };
}

/// The routes of the pages; called last, before the default service.
pub fn routes(cfg: &mut ServiceConfig) {
    assets::routes(cfg);
    for twin in Lang::ALL.map(tongues::prefix) {
        if !twin.is_empty() {
            page!(cfg, twin, list::show);
        }
        page!(cfg, format!("{twin}/"), list::show);
        page!(cfg, format!("{twin}/sites/{{slug}}"), site::show);
        page!(cfg, format!("{twin}/disposal"), disposal::show);
        page!(cfg, format!("{twin}/map"), map::show);
        page!(cfg, format!("{twin}/embed"), embed::show);
        page!(cfg, format!("{twin}/offline"), offline::show);
        page!(cfg, format!("{twin}/plan"), plan::show);
        page!(cfg, format!("{twin}/about"), prose::about);
        page!(cfg, format!("{twin}/privacy"), prose::privacy);
        page!(cfg, format!("{twin}/leave"), prose::leave);
    }
}

/// A page as an answer. Nobody keeps it: it is true for this minute, and a phone may be shared.
fn html(frame: &Frame, page: &impl Template) -> Result<HttpResponse, ApiError> {
    let body = page.render().map_err(ApiError::internal)?;
    Ok(respond(frame, &body))
}

fn respond(frame: &Frame, body: &str) -> HttpResponse {
    let mut answer = HttpResponse::Ok();
    if !frame.is_for_search() {
        answer.insert_header(("x-robots-tag", "noindex"));
    }
    answer
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_LANGUAGE, frame.lang.tag()))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(marks::told(body))
}
