//! `/go/{slug}`: what the code at an old site holds. It answers from the snapshot alone, and never sends anyone off this server.

use actix_web::{HttpRequest, HttpResponse};
use jiff::Timestamp;
use signpost_domain::{Lang, NeedCode, PlanStatus, Rule, SiteSlug};
use signpost_hours::Zone;
use signpost_locate::Snapshot;

use signpost_answers::locale_path;
use signpost_web::{
    ApiError, AsOf, SharedApp, on_paper, params::Params, preferred, reply::see_other,
};

/// 303 to the list, for the need asked for, else the plan's, else supplies. Parameters we do not know are left alone: an address that was
/// shared may have grown some.
pub(crate) async fn send_on(
    app: SharedApp,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let snapshot = app.snapshot();
    let as_of = AsOf::of(&request, &app, &snapshot);
    let slug: SiteSlug = request
        .match_info()
        .get("slug")
        .and_then(|text| text.parse().ok())
        .filter(|slug| snapshot.find(slug).is_some())
        .ok_or_else(unknown_code)?;
    if !as_of.is_preview() {
        app.count_scan(&request, &slug);
    }
    let need = need_asked_for(request.query_string(), &snapshot)
        .or_else(|| need_of_the_plan(&snapshot, &slug, as_of.at()))
        .unwrap_or_else(NeedCode::supplies);
    let lang = if preferred::sends_to_french(&request) {
        Lang::Fr
    } else {
        locale_path::lang_of_path(request.path())
    };
    let home = locale_path::address(lang, "/");
    let mut answer = see_other(&as_of.handed_on(&format!("{home}?need={need}&from={slug}")));
    preferred::depends(&mut answer);
    Ok(answer)
}

fn unknown_code() -> ApiError {
    ApiError::NotFound {
        detail: "this code is not one of ours; the first page says where to go".to_owned(),
    }
}

fn need_asked_for(query: &str, snapshot: &Snapshot) -> Option<NeedCode> {
    let params = Params::leniently(query);
    let need: NeedCode = on_paper::without_marks(params.text("need")?).parse().ok()?;
    Some(need).filter(|need| snapshot.need(need).is_some())
}

/// The need of the rule in force for this old site; supplies first when there are several. While none is in force, that of one that is approved
/// for other days: who stands at a food hall has not come for needles.
fn need_of_the_plan(snapshot: &Snapshot, from: &SiteSlug, now: Timestamp) -> Option<NeedCode> {
    let first = |rules: &mut dyn Iterator<Item = &Rule>| {
        let usual = NeedCode::supplies();
        let own = rules
            .filter(|rule| &rule.from == from)
            .map(|rule| &rule.need);
        own.min_by_key(|need| **need != usual).cloned()
    };
    let in_force = signpost_plan::in_force(snapshot, now).and_then(|plan| {
        let today = Zone::named(&plan.zone).map_or_else(
            |_unknown| snapshot.town_zone().day(now),
            |zone| zone.day(now),
        );
        first(&mut plan.rules.iter().filter(|rule| rule.covers(today)))
    });
    in_force.or_else(|| {
        let plans = snapshot.directory().plans.iter();
        let approved = plans.filter(|plan| plan.status == PlanStatus::Approved);
        first(&mut approved.flat_map(|plan| &plan.rules))
    })
}
