//! `/sw.js`, which keeps the saved list on a phone, and the web app manifests. What is saved and for how long: `docs/OFFLINE.md`.

use actix_web::{HttpRequest, HttpResponse, http::header};
use serde_json::{Value, json};
use signpost_domain::Lang;

use super::page;
use signpost_answers::{locale_path, messages::words_of};
use signpost_web::{ApiError, SharedApp, assets, reply::digest};

/// Pages that are the same every day. They are saved too: the saved list can be removed without a network, and help in an overdose or
/// with a found needle waits for none.
const PAGES: [&str; 4] = ["/privacy", "/leave", "/overdose", "/found"];
/// The ground of the pages, in the light and in the dark.
const PAPER: &str = "#f8f5ee";

/// The worker's script, behind what it is to save. It changes with any of that, and browsers then put the new one in place of the old.
pub(crate) async fn worker(app: SharedApp) -> Result<HttpResponse, ApiError> {
    let script =
        assets::file_named(assets::name(assets::worker_js())).ok_or_else(ApiError::not_found)?;
    let shell = shell(&app)?;
    let mut body = format!("self.shell={shell};\n").into_bytes();
    body.extend_from_slice(&script);
    Ok(HttpResponse::Ok()
        .content_type("text/javascript; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .insert_header(("service-worker-allowed", "/"))
        .body(body))
}

fn shell(app: &SharedApp) -> Result<Value, ApiError> {
    let files = [
        assets::js(),
        assets::offline_js(),
        assets::icons(),
        assets::icon(),
        assets::worker_js(),
    ];
    // The page without its query and clock: the same until its words or the directory's own change.
    let mut saved = files.concat();
    for lang in [Lang::En, Lang::Fr] {
        saved += &page::saved(app, lang)?;
    }
    let language = |lang: Lang| {
        json!({
            "offline": locale_path::address(lang, "/offline"),
            "pages": PAGES.map(|page| locale_path::address(lang, page)),
            "list": format!("/api/v1/directory.json?lang={}", lang.tag()),
        })
    };
    Ok(json!({
        "version": digest(saved.as_bytes()),
        // The worker itself is kept by the browser.
        "files": files.iter().filter(|file| **file != assets::worker_js()).collect::<Vec<_>>(),
        "languages": {Lang::En.tag(): language(Lang::En), Lang::Fr.tag(): language(Lang::Fr)},
    }))
}

/// A neutral name and icon. It says nothing of what the pages are for.
pub(crate) async fn manifest(request: HttpRequest) -> HttpResponse {
    let lang = locale_path::lang_of_path(request.path());
    let words = words_of(lang);
    let home = locale_path::address(lang, "/");
    let icon = |address: &str, sizes: &str, purpose: &str| {
        let kind = if sizes == "any" {
            "image/svg+xml"
        } else {
            "image/png"
        };
        json!({"src": address, "sizes": sizes, "type": kind, "purpose": purpose})
    };
    let manifest = json!({
        "id": home,
        "start_url": home,
        "scope": "/",
        "lang": lang.tag(),
        "name": words.say("title", &[]),
        "short_name": words.say("title-short", &[]),
        // With a Back button, and the address in reach: nobody should be caught in it.
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [
            icon(assets::icon_192(), "192x192", "any"),
            icon(assets::icon_512(), "512x512", "any"),
            icon(assets::icon_maskable(), "512x512", "maskable"),
            icon(assets::icon(), "any", "any"),
        ],
    });
    HttpResponse::Ok()
        .content_type("application/manifest+json")
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .body(manifest.to_string())
}
