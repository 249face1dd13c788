//! `/steward/plan/ahead`: what comes within 60 days if nobody does anything.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_answers::{
    plan::{AheadLine, Names, ahead_line, gone_line},
    poster::HangingLine,
};
use signpost_hours::Calendar;
use signpost_plan::{
    ahead::{Ahead, Near, ahead, gone},
    proof::Grounds,
};
use signpost_web::{ApiError, App, SharedApp, params::Params};

use super::hanging;
use crate::access::{Actor, PortalContext, page};

#[derive(Template)]
#[template(path = "portal/steward/plan/ahead.html")]
struct AheadPage {
    f: PortalContext,
    groups: Vec<Group>,
    /// Posters that hang and do not say what holds, today or within 60 days.
    posters: Vec<HangingLine>,
}

/// What comes within so many days.
struct Group {
    title: String,
    lines: Vec<AheadLine>,
}

/// GET
pub(super) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let f = PortalContext::of(&request, &app, &who);
    let found = worked_out(&app).await?;
    let snapshot = app.snapshot();
    let names = Names {
        directory: snapshot.directory(),
        speaker: f.speaker(),
    };
    let groups = Near::ALL.into_iter().filter_map(|near| {
        let lines: Vec<AheadLine> = found
            .iter()
            .filter(|one| one.near == near)
            .map(|one| ahead_line(&names, one))
            .collect();
        let title = f.t(match near {
            Near::Now => "sp-ahead-now",
            Near::Week => "sp-ahead-week",
            Near::Month => "sp-ahead-month",
            Near::Later => "sp-ahead-later",
        });
        (!lines.is_empty()).then_some(Group { title, lines })
    });
    let page_of = AheadPage {
        groups: groups.collect(),
        posters: hanging::to_do(&app, &f).await?,
        f,
    };
    page(&page_of.f, &page_of, true)
}

/// Who is not agreed any more, and how many doors lost a place by it; `None` when nobody is gone.
pub(crate) fn gone_said(app: &App, f: &PortalContext) -> Option<String> {
    let snapshot = app.snapshot();
    let today = snapshot.town_zone().day(app.now());
    let names = Names {
        directory: snapshot.directory(),
        speaker: f.speaker(),
    };
    gone_line(&names, &gone(&snapshot, today))
}

/// What comes, on a thread that answers nobody else.
pub(crate) async fn worked_out(app: &App) -> Result<Vec<Ahead>, ApiError> {
    let snapshot = app.snapshot_to_keep();
    let today = snapshot.town_zone().day(app.now());
    let found = actix_web::web::block(move || {
        let grounds = Grounds::of(&snapshot, Calendar::ontario())?;
        Ok::<_, signpost_locate::BuildError>(ahead(&grounds, today))
    });
    found
        .await
        .map_err(ApiError::internal)?
        .map_err(ApiError::internal)
}
