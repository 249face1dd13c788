//! `/sitemap.xml` and `/robots.txt`: what search engines may keep. A preview may not be kept, so it lists nothing.

use std::fmt::Write as _;

use actix_web::{HttpRequest, HttpResponse, http::header};
use signpost_answers::locale_path;
use signpost_domain::{Edition, Lang};
use signpost_web::{
    ApiError, SharedApp,
    reply::{digest, tagged},
};

/// Pages that are the same for everybody.
const PAGES: [&str; 8] = [
    "/",
    "/disposal",
    "/map",
    "/plan",
    "/overdose",
    "/found",
    "/about",
    "/privacy",
];

/// GET `/sitemap.xml`
pub(crate) async fn sitemap(
    app: SharedApp,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let snapshot = app.snapshot();
    let origin = app.hosting().origin(&request);
    let live = snapshot.directory().edition == Edition::Live;
    let origin = origin.filter(|_| live).ok_or_else(ApiError::not_found)?;
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    let sites = snapshot
        .directory()
        .sites
        .iter()
        .filter(|site| !site.example);
    let sites = sites.map(|site| format!("/sites/{}", site.slug));
    for path in PAGES.map(str::to_owned).into_iter().chain(sites) {
        let twins = [Lang::En, Lang::Fr].map(|lang| (lang, locale_path::address(lang, &path)));
        for (_, own) in &twins {
            let _infallible = write!(text, "<url><loc>{origin}{own}</loc>");
            for (lang, twin) in &twins {
                let _infallible = write!(
                    text,
                    "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{origin}{twin}\"/>",
                    lang.tag()
                );
            }
            text.push_str("</url>\n");
        }
    }
    text.push_str("</urlset>\n");
    let tag = format!("\"{}\"", digest(text.as_bytes()));
    Ok(tagged(&request, text, "application/xml", &tag))
}

/// GET `/robots.txt`
pub(crate) async fn robots(app: SharedApp, request: HttpRequest) -> HttpResponse {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    let live = app.snapshot().directory().edition == Edition::Live;
    if let Some(origin) = app.hosting().origin(&request).filter(|_| live) {
        let _infallible = writeln!(text, "Sitemap: {origin}/sitemap.xml");
    }
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/plain; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, "public, max-age=60"))
        .body(text)
}
