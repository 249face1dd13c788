//! `/steward/plan/posters`: what hangs at old doors, to be printed.

use actix_web::{HttpRequest, HttpResponse, http::header};
use askama::Template;
use jiff::civil::Date;
use signpost_answers::{
    plan::Names,
    poster::{Caution, DoorPoster, Prints, doors, posters_of},
    public_url::PublicAddress,
};
use signpost_domain::SiteSlug;
use signpost_hours::words;
use signpost_plan::Held;
use signpost_poster::{Format, pdf, svg};
use signpost_web::{ApiError, App, SharedApp, params::Params};

use crate::access::{Actor, PortalContext, page};

#[derive(Template)]
#[template(path = "portal/steward/plan/posters.html")]
struct PostersPage {
    f: PortalContext,
    /// The address that the codes hold, when nobody told this server what it is.
    guessed: Option<String>,
    doors: Vec<DoorCard>,
}

/// One old door, and its posters.
struct DoorCard {
    name: String,
    sheets: Vec<SheetCard>,
}

/// One poster, and its files.
struct SheetCard {
    /// From when on it holds, in words.
    when: String,
    /// The sentence on it, in each language.
    says: Vec<(&'static str, String)>,
    cautions: Vec<String>,
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
    let root = root(&app, &request)?;
    let all = printable(&app, &root);
    let snapshot = app.snapshot();
    let names = Names {
        directory: snapshot.directory(),
        speaker: f.speaker(),
    };
    let cards = all.iter().map(|(slug, sheets)| DoorCard {
        name: names.site(slug),
        sheets: sheets
            .iter()
            .map(|one| sheet(&f, &names, slug, one))
            .collect(),
    });
    let guessed = app.hosting().public.is_none();
    let page_of = PostersPage {
        doors: cards.collect(),
        guessed: guessed.then(|| root.as_str().to_owned()),
        f,
    };
    page(&page_of.f, &page_of, true)
}

/// Every old door that has a poster, with its posters.
pub(super) fn printable(app: &App, root: &PublicAddress) -> Vec<(SiteSlug, Vec<DoorPoster>)> {
    let (snapshot, at) = (app.snapshot(), app.now());
    let text_number = app.hosting().text_number_printed();
    let prints = Prints {
        address: root.as_str(),
        text_number: text_number.as_deref(),
    };
    let all = doors(&snapshot, at).into_iter();
    all.map(|slug| {
        let sheets = posters_of(&snapshot, &slug, &prints, at);
        (slug, sheets)
    })
    .filter(|(_, sheets)| !sheets.is_empty())
    .collect()
}

fn sheet(f: &PortalContext, names: &Names<'_>, slug: &SiteSlug, one: &DoorPoster) -> SheetCard {
    SheetCard {
        when: when(f, one.first),
        says: one
            .says
            .sentence
            .iter()
            .map(|(lang, words)| (lang.tag(), words.to_owned()))
            .collect(),
        cautions: one
            .cautions
            .iter()
            .map(|one| caution(f, names, one))
            .collect(),
        files: files(f, slug, one.first),
    }
}

/// "Today", or "From January 1, 2027 on".
pub(super) fn when(f: &PortalContext, first: Option<Date>) -> String {
    first.map_or_else(
        || f.t("sp-posters-today"),
        |first| f.t1("sp-posters-from", "day", words::date(first, f.lang)),
    )
}

fn caution(f: &PortalContext, names: &Names<'_>, caution: &Caution) -> String {
    match caution {
        Caution::Held(Held::NoPlaceLeft) => f.t("sp-posters-held-no-place"),
        Caution::Held(Held::Names { organization, name }) => {
            let who = names.organization(organization);
            f.t2("sp-posters-held-names", ("who", &who), ("name", name))
        }
        Caution::Telling(word) => f.t1("sp-posters-telling", "word", word),
        Caution::TooLong => f.t("sp-posters-too-long"),
        Caution::NoFrench => f.t("sp-posters-no-french"),
        Caution::LongAddress => f.t("sp-posters-long"),
        Caution::TellingAddress => f.t("sp-posters-telling-address"),
    }
}

fn files(f: &PortalContext, slug: &SiteSlug, first: Option<Date>) -> Vec<FileLink> {
    let kinds = [("pdf", "PDF"), ("svg", "SVG")];
    let from = first.map_or_else(String::new, |first| format!("&from={first}"));
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
                    "/steward/plan/posters/{slug}.{kind}?format={}{from}",
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
    let params = Params::read(request.query_string(), &["format", "from"])?;
    let format = match params.text("format") {
        None => Format::Letter,
        Some(word) => Format::of_code(word).ok_or_else(ApiError::not_found)?,
    };
    let first = params.value::<Date>("from")?;
    let name = request.match_info().get("file").unwrap_or_default();
    let (slug, kind) = name.rsplit_once('.').ok_or_else(ApiError::not_found)?;
    let slug: SiteSlug = slug.parse().map_err(|_no_slug| ApiError::not_found())?;
    let root = root(&app, &request)?;
    let text_number = app.hosting().text_number_printed();
    let prints = Prints {
        address: root.as_str(),
        text_number: text_number.as_deref(),
    };
    let all = posters_of(&app.snapshot(), &slug, &prints, app.now());
    let found = all.into_iter().find(|one| one.first == first);
    let found = found.ok_or_else(ApiError::not_found)?;
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

/// The address that the code holds: the one this server was told, else the one this page was asked at, which the page then says.
pub(super) fn root(app: &App, request: &HttpRequest) -> Result<PublicAddress, ApiError> {
    let origin = app.hosting().origin(request).unwrap_or_default();
    origin.parse().map_err(ApiError::internal)
}
