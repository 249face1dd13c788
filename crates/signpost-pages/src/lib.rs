#![doc = include_str!("../README.md")]

mod cards;
mod carried;
mod choices;
mod closing;
mod directions;
mod disposal;
mod dispose;
mod distance;
mod embed;
pub mod errors;
mod feedback;
mod found;
mod full;
mod go;
mod handout;
mod licences;
mod lines_first;
mod linked_data;
mod list;
mod list_query;
mod map;
mod offline;
mod paper;
mod picture;
mod plan;
mod prose;
mod rank;
mod repeats;
mod report;
mod respond;
mod search;
mod site;
mod site_groups;
mod sitemap;
mod when;
mod wish_choice;
mod wishes;

use actix_web::web::{self, ServiceConfig};
use signpost_answers::locale_path;
use signpost_domain::Lang;
use signpost_web::{assets, reading};

pub use feedback::Feedback;

/// The routes of the pages; called last, before the default service.
pub fn routes(cfg: &mut ServiceConfig) {
    assets::routes(cfg);
    reading(cfg, "/sw.js", offline::worker::worker);
    reading(cfg, "/sitemap.xml", sitemap::sitemap);
    reading(cfg, "/robots.txt", sitemap::robots);
    for lang in Lang::ALL {
        let bare = locale_path::prefix(lang);
        if !bare.is_empty() {
            reading(cfg, bare, list::show);
        }
        let page = |path: &str| locale_path::address(lang, path);
        reading(cfg, &page("/"), list::show);
        reading(cfg, &page("/sites/{slug}"), site::show);
        cfg.service(
            web::resource(page("/sites/{slug}/feedback"))
                .route(web::get().to(feedback::show))
                .route(web::head().to(feedback::show))
                .route(web::post().to(feedback::sent)),
        );
        reading(cfg, &page("/disposal"), disposal::show);
        cfg.service(
            web::resource(page("/full/{slug}"))
                .route(web::get().to(full::ask))
                .route(web::head().to(full::ask))
                .route(web::post().to(full::say)),
        );
        reading(cfg, &page("/map"), map::page::show);
        reading(cfg, &page("/map/places.geojson"), map::places::show);
        reading(cfg, &page("/map/sketch.json"), map::sketch::show);
        reading(cfg, &page("/static/{subject}/{size}.png"), picture::show);
        reading(cfg, &page("/embed"), embed::show);
        reading(cfg, &page("/offline"), offline::page::show);
        reading(
            cfg,
            &page("/manifest.webmanifest"),
            offline::worker::manifest,
        );
        reading(cfg, &page("/plan"), plan::show);
        reading(cfg, &page("/go/{slug}"), go::send_on);
        reading(cfg, &page("/overdose"), prose::overdose);
        reading(cfg, &page("/found"), found::show);
        reading(cfg, &page("/search"), search::show);
        reading(cfg, &page("/print"), handout::show);
        reading(cfg, &page("/about"), prose::about);
        reading(cfg, &page("/report"), report::show);
        reading(cfg, &page("/report.csv"), report::csv);
        reading(cfg, &page("/report.json"), report::json);
        reading(cfg, &page("/about/licences"), licences::show);
        reading(cfg, &page("/privacy"), prose::privacy);
        reading(cfg, &page("/leave"), prose::leave);
    }
}
