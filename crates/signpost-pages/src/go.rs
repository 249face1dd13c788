//! `/go/{slug}`: what the code at an old door holds. It answers from the snapshot alone, and never sends anyone off this server.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{self, ServiceConfig},
};
use jiff::Timestamp;
use signpost_domain::{NeedCode, SiteSlug};
use signpost_hours::Zone;
use signpost_locate::Snapshot;

use signpost_answers::locale_path;
use signpost_web::{ApiError, SharedApp};

/// The address in every language.
pub(crate) fn routes(cfg: &mut ServiceConfig) {
    for path in locale_path::everywhere("/go/{slug}") {
        cfg.service(
            web::resource(path)
                .route(web::get().to(send_on))
                .route(web::head().to(send_on)),
        );
    }
}

/// 303 to the list, for the need asked for, else the plan's, else supplies. Parameters we do not know are left alone: an address that was
/// shared may have grown some.
async fn send_on(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let snapshot = app.snapshot();
    let slug: SiteSlug = request
        .match_info()
        .get("slug")
        .and_then(|text| text.parse().ok())
        .filter(|slug| snapshot.find(slug).is_some())
        .ok_or_else(unknown_door)?;
    let need = need_asked_for(request.query_string(), &snapshot)
        .or_else(|| need_of_the_plan(&snapshot, &slug, app.now()))
        .unwrap_or_else(NeedCode::supplies);
    let home = locale_path::address(locale_path::lang_of_path(request.path()), "/");
    Ok(HttpResponse::SeeOther()
        .insert_header((header::LOCATION, format!("{home}?need={need}&from={slug}")))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .finish())
}

fn unknown_door() -> ApiError {
    ApiError::NotFound {
        detail: "this code is not one of ours; the first page says where to go".to_owned(),
    }
}

fn need_asked_for(query: &str, snapshot: &Snapshot) -> Option<NeedCode> {
    web::Query::<Vec<(String, String)>>::from_query(query)
        .ok()?
        .into_inner()
        .into_iter()
        .find(|(name, _)| name == "need")
        .and_then(|(_, value)| value.parse().ok())
        .filter(|need| snapshot.need(need).is_some())
}

/// The need of the rule in force for this door; supplies first when there are several.
fn need_of_the_plan(snapshot: &Snapshot, door: &SiteSlug, now: Timestamp) -> Option<NeedCode> {
    let plan = signpost_plan::in_force(snapshot, now)?;
    let today = Zone::named(&plan.zone).map_or_else(
        |_unknown| snapshot.town_zone().day(now),
        |zone| zone.day(now),
    );
    let usual = NeedCode::supplies();
    plan.rules
        .iter()
        .filter(|rule| &rule.from == door && rule.covers(today))
        .map(|rule| &rule.need)
        .min_by_key(|need| **need != usual)
        .cloned()
}
