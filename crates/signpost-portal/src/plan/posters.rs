//! `/steward/plan/posters`: what hangs at old doors, to be printed.

use actix_web::{HttpRequest, HttpResponse, http::header};
use askama::Template;
use signpost_answers::{plan::Names, public_url::PublicAddress};
use signpost_domain::SiteSlug;
use signpost_poster::{Door, Format, door, doors, pdf, svg};
use signpost_web::{ApiError, App, SharedApp, params::Params};

use crate::access::{Actor, PortalContext, page};

#[derive(Template)]
#[template(path = "portal/steward/plan/posters.html")]
struct PostersPage {
    f: PortalContext,
    doors: Vec<DoorCard>,
}

/// One old door, and its files.
struct DoorCard {
    name: String,
    /// What its poster says, in the reader's language.
    says: String,
    without_sentence: bool,
    long_address: bool,
    files: Vec<FileLink>,
}

struct FileLink {
    link: String,
    words: String,
}

/// GET
pub(super) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let f = PortalContext::of(&request, &app, &who);
    let snapshot = app.snapshot();
    let root = root(&app, &request)?;
    let names = Names {
        directory: snapshot.directory(),
        speaker: f.speaker(),
    };
    let all = doors(&snapshot, app.now());
    let cards = all.iter().filter_map(|slug| {
        let found = door(&snapshot, slug, &root, app.now())?;
        Some(DoorCard {
            name: names.site(slug),
            says: said(&found, &f),
            without_sentence: found.without_sentence,
            long_address: found.long_address,
            files: files(&f, slug),
        })
    });
    let page_of = PostersPage {
        doors: cards.collect(),
        f,
    };
    page(&page_of.f, &page_of, true)
}

/// The sentence that is read, in the language of the page.
fn said(found: &Door, f: &PortalContext) -> String {
    let mut parts = found.poster.parts.iter();
    let own = parts.find(|part| part.lang == f.lang);
    own.map_or_else(String::new, |part| part.sentence.clone())
}

fn files(f: &PortalContext, slug: &SiteSlug) -> Vec<FileLink> {
    let kinds = [("pdf", "PDF"), ("svg", "SVG")];
    let formats = Format::ALL.into_iter();
    formats
        .flat_map(|format| kinds.map(|(kind, name)| (format, kind, name)))
        .map(|(format, kind, name)| {
            let size = f.t(match format {
                Format::Letter => "sp-posters-letter",
                Format::Half => "sp-posters-half",
                Format::Card => "sp-posters-card",
            });
            FileLink {
                link: f.link(&format!(
                    "/steward/plan/posters/{slug}.{kind}?format={}",
                    format.code()
                )),
                words: f.t2("sp-posters-file", ("size", &size), ("kind", name)),
            }
        })
        .collect()
}

/// GET: one file.
pub(super) async fn download(
    app: SharedApp,
    _who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["format"])?;
    let format = match params.text("format") {
        None => Format::Letter,
        Some(word) => Format::of_code(word).ok_or_else(ApiError::not_found)?,
    };
    let name = request.match_info().get("door").unwrap_or_default();
    let (slug, kind) = name.rsplit_once('.').ok_or_else(ApiError::not_found)?;
    let slug: SiteSlug = slug.parse().map_err(|_no_slug| ApiError::not_found())?;
    let root = root(&app, &request)?;
    let found = door(&app.snapshot(), &slug, &root, app.now()).ok_or_else(ApiError::not_found)?;
    let (kind_of, bytes) = match kind {
        "pdf" => ("application/pdf", pdf(&found.poster, format)),
        "svg" => (
            "image/svg+xml",
            svg(&found.poster, format).map(String::into_bytes),
        ),
        _ => return Err(ApiError::not_found()),
    };
    let bytes = bytes.map_err(|fault| ApiError::Fields {
        faults: vec![signpost_editing::FieldFault {
            field: "message".to_owned(),
            detail: fault.to_string(),
        }],
    })?;
    Ok(HttpResponse::Ok()
        .content_type(kind_of)
        .insert_header((
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{slug}-{}.{kind}\"", format.code()),
        ))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(bytes))
}

/// The address that the code holds: the world's, else the one this page was asked at.
fn root(app: &App, request: &HttpRequest) -> Result<PublicAddress, ApiError> {
    let origin = app.hosting().origin(request).unwrap_or_default();
    origin.parse().map_err(ApiError::internal)
}
