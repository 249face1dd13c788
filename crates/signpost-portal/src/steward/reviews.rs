//! `/steward/reviews`: listings near and past their review day, by organization.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::access::{Actor, PortalContext, page};
use signpost_answers::{
    Said,
    due::{SOON_DAYS, due},
    due_line::{Line, line},
};
use signpost_web::{ApiError, SharedApp, params::Params};

#[derive(Template)]
#[template(path = "portal/steward/reviews.html")]
struct ReviewsPage {
    f: PortalContext,
    days: String,
    organizations: Vec<Group>,
}

/// What is due at one organization.
struct Group {
    name: Said,
    lines: Vec<Line>,
}

pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let f = PortalContext::of(&request, &app, &who);
    let snapshot = app.snapshot();
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for due in due(&snapshot, app.now(), None) {
        let organization = snapshot.organization(due.site);
        let name = Said::of(&organization.name, f.lang);
        let group = groups.entry(name.to_string()).or_insert_with(|| Group {
            name,
            lines: Vec::new(),
        });
        group.lines.push(line(&snapshot, &due, f.lang));
    }
    let reviews = ReviewsPage {
        days: SOON_DAYS.to_string(),
        organizations: groups.into_values().collect(),
        f,
    };
    page(&reviews.f, &reviews, true)
}
