#![doc = include_str!("../README.md")]

mod cards;
mod disposal;
mod embed;
pub mod errors;
mod go;
mod list;
mod map;
mod offline;
mod plan;
mod prose;
mod respond;
mod site;

use actix_web::web::{self, ServiceConfig};
use signpost_answers::locale_path;
use signpost_domain::Lang;
use signpost_web::assets;

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
    go::routes(cfg);
    map::places::routes(cfg);
    offline::worker::routes(cfg);
    for twin in Lang::ALL.map(locale_path::prefix) {
        if !twin.is_empty() {
            page!(cfg, twin, list::show);
        }
        page!(cfg, format!("{twin}/"), list::show);
        page!(cfg, format!("{twin}/sites/{{slug}}"), site::show);
        page!(cfg, format!("{twin}/disposal"), disposal::show);
        page!(cfg, format!("{twin}/map"), map::page::show);
        page!(cfg, format!("{twin}/embed"), embed::show);
        page!(cfg, format!("{twin}/offline"), offline::page::show);
        page!(cfg, format!("{twin}/plan"), plan::show);
        page!(cfg, format!("{twin}/about"), prose::about);
        page!(cfg, format!("{twin}/privacy"), prose::privacy);
        page!(cfg, format!("{twin}/leave"), prose::leave);
    }
}
