//! `/agency`: one's own sites, how each stands now, and "Still right" in one tap.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use jiff::civil::Date;
use signpost_disposal::Upkeep;
use signpost_domain::{Offer, PointStatus, Site, Trust};
use signpost_editing::all_changed_lately;
use signpost_locate::{SiteIx, Snapshot};
use signpost_store::Cause;

use super::{
    confirm,
    form::{
        fields::Fields,
        key,
        save::{Saved, Saving, Waits},
    },
};
use crate::access::{address::slug, redirect};
use crate::{
    access::{Actor, Form, PortalContext, Role, page},
    disposal::upkeep::upkeep_of,
    feedback,
    proposals::own,
};
use signpost_answers::{
    LocalizedText,
    due::{self, Due, Standing, What},
    due_line,
    site_words::state_class,
};
use signpost_hours::words;
use signpost_web::{ApiError, App, SharedApp, params::Params};

/// How many places the list holds; only a steward of a whole province has more.
const MOST: usize = 400;

#[derive(Template)]
#[template(path = "portal/agency/home.html")]
struct HomePage {
    f: PortalContext,
    news: Vec<String>,
    shows_organizations: bool,
    /// What a steward says to what was asked for, or has not said yet.
    asked: Option<String>,
    /// What visitors said, when something waits.
    feedback: Option<String>,
    sites: Vec<SiteCard>,
    /// Boxes that are only proposed: slug and name.
    proposed: Vec<(String, LocalizedText)>,
}

/// A site in the list.
struct SiteCard {
    slug: String,
    name: LocalizedText,
    organization: LocalizedText,
    version: u64,
    key: String,
    lines: Vec<StateLine>,
    review: String,
    /// What is past the day on which somebody wanted to look again: where it is answered, and what it is.
    unanswered: Vec<(String, String)>,
    /// That nobody is asked whether it is still right, because all of it was changed lately.
    not_asked: Option<String>,
    /// Whether somebody said that the box is full, and nobody looked since.
    may_be_full: bool,
    /// That its service was due.
    overdue: Option<String>,
    /// What is said where it offers nothing.
    nothing: String,
}

/// How services of a site stand now; those that stand alike share a line.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct StateLine {
    pub needs: String,
    pub class: &'static str,
    pub sentence: String,
}

/// GET
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["done"])?;
    let f = PortalContext::of(&request, &app, &who);
    let snapshot = app.snapshot_to_keep();
    let today = snapshot.town_zone().day(app.now());
    let upkeep = upkeep_of(app.database()?, &snapshot, today).await?;
    let sites = snapshot
        .sites()
        .filter(|ix| match &who.role {
            Role::Editor(own) => snapshot.organization(*ix).id == *own,
            _ => true,
        })
        .take(MOST)
        .map(|ix| SiteCard {
            overdue: overdue(&f, &upkeep, snapshot.site(ix), today),
            ..card(&app, &f, &snapshot, ix)
        })
        .collect();
    let news = match params.text("done") {
        Some("still-right") => vec![f.t("done-still-right")],
        Some("still-right-but") => vec![f.t("done-still-right-but")],
        Some("still-right-part") => vec![f.t("done-still-right-part")],
        Some("look-again") => vec![f.t("done-look-again")],
        _ => vec![],
    };
    let page_of = HomePage {
        asked: asked(&app, &f).await?,
        feedback: Some(feedback::in_words(&app, &f).await?)
            .filter(|(_, waits)| *waits)
            .map(|(words, _)| words),
        shows_organizations: !matches!(who.role, Role::Editor(_)),
        news,
        sites,
        proposed: proposed(&f, &snapshot),
        f,
    };
    page(&page_of.f, &page_of, true)
}

/// That a steward sent something back, or that something still waits; stewards have a list of their own.
async fn asked(app: &App, f: &PortalContext) -> Result<Option<String>, ApiError> {
    if !matches!(f.who.role, Role::Editor(_)) {
        return Ok(None);
    }
    let asked = own::own_proposals(app, f, None).await?;
    let (key, of) = if asked.sent_back.is_empty() {
        ("home-waiting", asked.waiting)
    } else {
        ("home-sent-back", asked.sent_back)
    };
    let number = i64::try_from(of.len()).unwrap_or(i64::MAX);
    Ok((number > 0).then(|| f.t_number(key, number)))
}

/// Boxes of theirs that are only proposed, which no public list has.
fn proposed(f: &PortalContext, snapshot: &Snapshot) -> Vec<(String, LocalizedText)> {
    let own = |site: &&Site| match &f.who.role {
        Role::Editor(own) => site.organization == *own,
        _ => true,
    };
    snapshot
        .proposed()
        .iter()
        .filter(own)
        .map(|site| (site.slug.to_string(), LocalizedText::of(&site.name, f.lang)))
        .collect()
}

fn card(app: &App, f: &PortalContext, snapshot: &Snapshot, ix: SiteIx) -> SiteCard {
    let (site, at) = (snapshot.site(ix), app.now());
    SiteCard {
        slug: site.slug.to_string(),
        name: LocalizedText::of(&site.name, f.lang),
        organization: LocalizedText::of(&snapshot.organization(ix).name, f.lang),
        version: snapshot.version(ix),
        key: key::fresh(),
        not_asked: not_asked(app, f, site, snapshot.running_day(ix, at)),
        lines: lines(f, snapshot, ix, at),
        review: review(f, snapshot, ix, snapshot.running_day(ix, at)),
        unanswered: unanswered(snapshot, ix, snapshot.running_day(ix, at))
            .iter()
            .map(|due| due_line::line(snapshot, due, f.lang))
            .map(|line| (f.link(&line.page), line.what))
            .collect(),
        may_be_full: snapshot.reported_full(&site.slug).is_some(),
        overdue: None,
        nothing: nothing(f, site, snapshot.zone(ix).day(at)),
    }
}

/// That the service of a box that stands was due.
fn overdue(f: &PortalContext, upkeep: &Upkeep, site: &Site, today: Date) -> Option<String> {
    let point = site.disposal_point.as_ref();
    let stands = point.is_some_and(|point| point.stands_on(today));
    let standing = upkeep.of(&site.slug, point.filter(|_| stands));
    let due = standing.due.filter(|_| standing.overdue)?;
    Some(f.t1("log-overdue", "day", words::date(due, f.lang)))
}

/// What is said of a place that offers nothing: of a box that was taken away nobody is asked what it offers.
pub(crate) fn nothing(f: &PortalContext, site: &Site, today: Date) -> String {
    let point = site.disposal_point.as_ref();
    let is_gone = point.is_some_and(|point| {
        point.status == PointStatus::Closed || point.stands_past_its_end(today)
    });
    if is_gone {
        f.t("overview-gone")
    } else {
        f.t("overview-nothing")
    }
}

/// Why nobody is asked whether all that a place offers is still right: it was changed within 30 days, and holds.
pub(crate) fn not_asked(app: &App, f: &PortalContext, site: &Site, today: Date) -> Option<String> {
    let offered = site.services.iter();
    let mut offered = offered.filter(|service| service.offer == Offer::Offered);
    if offered.any(|service| service.trust(today) == Trust::Unknown) {
        return None;
    }
    let changed = all_changed_lately(app.live(), site)?;
    let day = app.snapshot().town_zone().day(changed);
    Some(f.t1("still-right-not-asked", "day", words::date(day, f.lang)))
}

/// How each service that may be offered stands now.
pub(crate) fn lines(
    f: &PortalContext,
    snapshot: &Snapshot,
    ix: SiteIx,
    at: jiff::Timestamp,
) -> Vec<StateLine> {
    let services = signpost_answers::site(snapshot, ix, at, f.lang).services;
    let mut lines: Vec<StateLine> = Vec::new();
    for service in services {
        if service.offer != Offer::NotOffered {
            let class = service.state.map_or("unknown", state_class);
            let short = [service.sentence, service.short_of];
            let said = short.iter().filter(|words| !words.is_empty());
            let said: Vec<&str> = said.map(String::as_str).collect();
            add_line(&mut lines, &service.name, (class, said.join(". ")));
        }
    }
    lines
}

/// What the week of each service that may be offered says of a day.
pub(crate) fn lines_of_day(
    f: &PortalContext,
    snapshot: &Snapshot,
    ix: SiteIx,
    day: Date,
) -> Vec<StateLine> {
    let mut lines: Vec<StateLine> = Vec::new();
    for service in signpost_answers::in_order(snapshot, ix) {
        let row = snapshot.service(service);
        if row.offer == Offer::NotOffered {
            continue;
        }
        let schedule = snapshot.schedule(service);
        let relied = snapshot.relied_until(service);
        let relied = relied.unwrap_or(jiff::Timestamp::MIN);
        let line = words::week_relied(schedule, relied, day, f.lang)
            .into_iter()
            .next();
        let need = snapshot.need(&row.need);
        let name = need.map(|need| LocalizedText::of(&need.name, f.lang));
        let hours = line.map(|line| line.hours).unwrap_or_default();
        add_line(&mut lines, &name.unwrap_or_default(), ("", hours));
    }
    lines
}

fn add_line(
    lines: &mut Vec<StateLine>,
    name: &LocalizedText,
    (class, sentence): (&'static str, String),
) {
    let same = lines
        .iter_mut()
        .find(|line| (line.class, &line.sentence) == (class, &sentence));
    match same {
        Some(line) => line.needs = format!("{}, {name}", line.needs),
        None => lines.push(StateLine {
            needs: name.to_string(),
            sentence,
            class,
        }),
    }
}

/// Days that are different of which nobody said, when they should have, whether they are still so.
fn unanswered(snapshot: &Snapshot, ix: SiteIx, today: Date) -> Vec<Due> {
    let mut due = due::of_site(snapshot, ix, today);
    due.retain(|due| due.standing == Standing::Past && matches!(due.what, What::Exception(_)));
    due
}

/// What needs somebody's eye; empty when nothing does. The day is the first on which something lapses, not the last.
fn review(f: &PortalContext, snapshot: &Snapshot, ix: SiteIx, today: Date) -> String {
    let offered = snapshot.site(ix).services.iter();
    let trusts: Vec<Trust> = offered
        .filter(|service| service.offer == Offer::Offered)
        .map(|service| service.trust(today))
        .collect();
    if !unanswered(snapshot, ix, today).is_empty() {
        return f.t("review-closing-past");
    }
    let due = due::of_site(snapshot, ix, today);
    if trusts.contains(&Trust::Unknown) {
        return f.t("review-lapsed");
    }
    if trusts.contains(&Trust::Sourced) {
        return f.t("review-unconfirmed");
    }
    let first = due.iter().filter_map(|due| due.day).min();
    first.map_or_else(String::new, |day| {
        f.t1("review-soon", "day", words::date(day, f.lang))
    })
}

/// POST: confirms all that is offered.
pub(crate) async fn still_right(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let fields = Fields::sent(form.0);
    let slug = slug(&request)?;
    let saving = Saving {
        app: &app,
        who: &who,
        slug: &slug,
        fields: &fields,
        reason: Cause::Confirmed,
    };
    let saved = saving
        .save(|site, around| {
            // A steward answers for the working group, never for an agency.
            let by = match &who.role {
                Role::Steward => confirm::WORKING_GROUP.to_owned(),
                _ => around.organization_name(site),
            };
            confirm::still_right(site, &by, around.today);
            Ok(())
        })
        .await?;
    let home = PortalContext::of(&request, &app, &who).link("/agency");
    let snapshot = app.snapshot();
    let waits_for_answer = snapshot.find(&slug).is_some_and(|ix| {
        let today = snapshot.running_day(ix, app.now());
        !unanswered(&snapshot, ix, today).is_empty()
    });
    let done = match saved {
        Saved::Done(Waits::Nothing) if waits_for_answer => "still-right-but",
        Saved::Done(Waits::Nothing) => "still-right",
        Saved::Done(_) => "still-right-part",
        Saved::Refused(_) | Saved::StaleEdit(_) => "look-again",
    };
    Ok(redirect(&format!("{home}?done={done}")))
}
