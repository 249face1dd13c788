//! `/steward/reviews`: listings near and past their review day, by organization.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_domain::Lang;
use signpost_hours::words;
use signpost_locate::Snapshot;

use super::due::{Due, SOON_DAYS, Standing, What, due};
use crate::{
    ApiError, SharedApp,
    answers::Said,
    fluent_words::Words,
    params::Params,
    portal::access::{Actor, PortalFrame, page},
};

#[derive(Template)]
#[template(path = "portal/steward/reviews.html")]
struct ReviewsPage {
    f: PortalFrame,
    days: String,
    organizations: Vec<Group>,
}

/// What is due at one organization.
struct Group {
    name: Said,
    lines: Vec<Line>,
}

/// One thing that is due.
pub(in crate::portal) struct Line {
    pub slug: String,
    pub site: Said,
    pub what: String,
    pub past: bool,
    pub standing: String,
}

pub(super) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let f = PortalFrame::of(&request, &app, &who);
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

/// Something that is due, in words.
pub(in crate::portal) fn line(snapshot: &Snapshot, due: &Due, lang: Lang) -> Line {
    let site = snapshot.site(due.site);
    let say = |key: &str, day: &str| Words::of(lang).say(key, &[("day", day)]);
    let day = due
        .day
        .map(|day| words::date(day, lang))
        .unwrap_or_default();
    let standing = match (due.standing, &due.what, due.day) {
        (_, _, None) => "st-due-never",
        (Standing::Past, What::Offer(_), _) => "st-due-past",
        (Standing::Soon, What::Offer(_), _) => "st-due-soon",
        (Standing::Past, What::Exception(_), _) => "st-due-closure-past",
        (Standing::Soon, What::Exception(_), _) => "st-due-closure-soon",
    };
    Line {
        slug: site.slug.to_string(),
        site: Said::of(&site.name, lang),
        what: match &due.what {
            What::Offer(need) => snapshot
                .need(need)
                .map_or_else(|| need.to_string(), |need| need.name.words(lang).to_owned()),
            What::Exception(first) => say("st-due-closure", &words::date(*first, lang)),
        },
        past: due.standing == Standing::Past,
        standing: say(standing, &day),
    }
}
