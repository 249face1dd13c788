//! `/disposal/service/labels`: a sheet of labels to print, one a box, with the code that leads to "This box is full".

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use qrcode::{EcLevel, QrCode, render::svg};
use signpost_answers::LocalizedText;
use signpost_domain::{Lang, NeedCode, Offer, PointKind, Site};
use signpost_web::{ApiError, SharedApp, params::Params};

use crate::access::{Actor, PortalContext, page};

#[derive(Template)]
#[template(path = "portal/disposal/labels.html")]
struct LabelsPage {
    f: PortalContext,
    labels: Vec<Label>,
}

struct Label {
    name: LocalizedText,
    asset: String,
    address: String,
    picture: String,
}

/// GET
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let f = PortalContext::of(&request, &app, &who);
    let snapshot = app.snapshot();
    let disposal = NeedCode::disposal();
    // The address that the world knows; else the one this page was asked by, to try it.
    let root = f.public.absolute("");
    let labels: Result<Vec<Label>, ApiError> = snapshot
        .directory()
        .sites
        .iter()
        .filter(|site| {
            let service = site.service(&disposal);
            service.is_some_and(|service| service.offer != Offer::NotOffered) && is_a_box(site)
        })
        .map(|site| label(site, &root, f.lang))
        .collect();
    let labels = LabelsPage { labels: labels?, f };
    page(&labels.f, &labels, true)
}

/// What nobody stands behind.
fn is_a_box(site: &Site) -> bool {
    let kind = site.disposal_point.as_ref().and_then(|point| point.kind);
    match kind {
        Some(kind) => matches!(
            kind,
            PointKind::OutdoorBox | PointKind::IndoorBox | PointKind::Kiosk
        ),
        None => site.kind == signpost_domain::SiteKind::Box,
    }
}

fn label(site: &Site, root: &str, lang: Lang) -> Result<Label, ApiError> {
    let address = format!("{root}/full/{}", site.slug);
    // A quarter of it may be scratched.
    let code = QrCode::with_error_correction_level(address.as_bytes(), EcLevel::Q)
        .map_err(ApiError::internal)?;
    let picture = code
        .render::<svg::Color<'_>>()
        .min_dimensions(180, 180)
        .build();
    // Without the XML declaration it can stand in a page.
    let start = picture.find("<svg").unwrap_or_default();
    Ok(Label {
        name: LocalizedText::of(&site.name, lang),
        asset: site
            .disposal_point
            .as_ref()
            .map(|point| point.asset.clone())
            .unwrap_or_default(),
        address,
        picture: picture.get(start..).unwrap_or_default().to_owned(),
    })
}
