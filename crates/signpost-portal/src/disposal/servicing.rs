//! `/disposal/service`: every place for used needles as those see it who empty and plan them; and the same as a table to take along.

use actix_web::{HttpRequest, HttpResponse, http::header};
use askama::Template;
use jiff::{Timestamp, civil::Date};
use signpost_disposal::{Standing, Upkeep};
use signpost_domain::{Lang, LonLat, NeedCode, Offer, PointMember};
use signpost_hours::words;
use signpost_locate::{ServiceIx, Snapshot};
use signpost_store::{RevisionQuery, SubjectKind};

use super::upkeep::upkeep_of;
use crate::access::{Actor, Authors, PortalContext, page};
use crate::history::entry::{Entry, entry};
use signpost_answers::{
    LocalizedText,
    disposal_point::kind_in_words,
    site_words::{state_class, whereabouts},
    state_sentence,
};
use signpost_web::{ApiError, App, SharedApp, params::Params};

#[derive(Template)]
#[template(path = "portal/steward/servicing.html")]
struct ServicingPage {
    f: PortalContext,
    rows: Vec<ServicingRow>,
    proposed: Vec<(String, LocalizedText)>,
    changes: Vec<Entry>,
}

impl ServicingPage {
    /// Those that somebody said are full.
    fn full(&self) -> Vec<&ServicingRow> {
        let rows = self.rows.iter();
        rows.filter(|row| !row.full_since.is_empty()).collect()
    }

    /// Those that were to be emptied before today.
    fn overdue(&self) -> Vec<&ServicingRow> {
        self.rows.iter().filter(|row| row.upkeep.overdue).collect()
    }
}

/// How many recent changes are shown, and how many revisions are looked through for them.
const CHANGES: (usize, u32) = (12, 200);

/// The heads of the table, in English and in French.
const HEADS: [(&str, &str); 18] = [
    ("slug", "identifiant"),
    ("name", "nom"),
    ("organization", "organisme"),
    ("where", "où"),
    ("lat", "latitude"),
    ("lon", "longitude"),
    ("takes", "accepte"),
    ("offer", "offre"),
    ("state", "état"),
    ("confirmed_on", "confirmé_le"),
    ("confirmed_by", "confirmé_par"),
    ("review_by", "à_revoir_le"),
    ("kind", "genre"),
    ("owner", "propriétaire"),
    ("asset", "numéro"),
    ("last_emptied", "vidé_le"),
    ("next_due", "à_vider_le"),
    ("said_full_since", "dit_plein_depuis"),
];

/// One place.
struct ServicingRow {
    slug: String,
    name: LocalizedText,
    organization: LocalizedText,
    whereabouts: String,
    point: Option<LonLat>,
    takes: Vec<String>,
    offer: Offer,
    class: &'static str,
    state: String,
    confirmed: String,
    confirmed_on: String,
    confirmed_by: String,
    review: String,
    review_by: String,
    kind: String,
    owner: String,
    asset: String,
    upkeep: Standing,
    last_emptied: String,
    due: String,
    /// Since when somebody says that it is full; empty when nobody does.
    full_since: String,
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
    let upkeep = upkeep(&app, &snapshot).await?;
    let rows = rows(&snapshot, app.now(), &f, &upkeep);
    let proposed = snapshot.proposed().iter();
    let servicing = ServicingPage {
        proposed: proposed
            .map(|site| (site.slug.to_string(), LocalizedText::of(&site.name, f.lang)))
            .collect(),
        changes: changes(&app, &f, &rows).await?,
        rows,
        f,
    };
    page(&servicing.f, &servicing, true)
}

/// GET: the table as CSV.
pub(crate) async fn download(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let f = PortalContext::of(&request, &app, &who);
    let header: Vec<String> = HEADS
        .iter()
        .map(|(english, french)| match f.lang {
            Lang::Fr => (*french).to_owned(),
            _ => (*english).to_owned(),
        })
        .collect();
    let snapshot = app.snapshot();
    let upkeep = upkeep(&app, &snapshot).await?;
    let rows: Vec<Vec<String>> = rows(&snapshot, app.now(), &f, &upkeep)
        .into_iter()
        .map(ServicingRow::cells)
        .collect();
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"disposal.csv\"",
        ))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(signpost_exchange::write_table(&header, &rows)))
}

/// What changed at these places lately.
async fn changes(
    app: &App,
    f: &PortalContext,
    rows: &[ServicingRow],
) -> Result<Vec<Entry>, ApiError> {
    let store = app.database()?;
    let asked = RevisionQuery {
        limit: CHANGES.1,
        ..RevisionQuery::default()
    };
    let snapshot = app.snapshot();
    let authors = Authors::read(store).await?;
    Ok(store
        .revisions(&asked)
        .await?
        .iter()
        // That a place was added with the whole directory is no news.
        .filter(|one| one.before.is_some())
        .filter(|one| one.kind == SubjectKind::Site && rows.iter().any(|row| row.slug == one.id))
        .take(CHANGES.0)
        .map(|one| entry(f, &authors, &snapshot, one))
        .collect())
}

async fn upkeep(app: &App, snapshot: &Snapshot) -> Result<Upkeep, ApiError> {
    let today = snapshot.town_zone().day(app.now());
    upkeep_of(app.database()?, snapshot, today).await
}

fn rows(
    snapshot: &Snapshot,
    at: Timestamp,
    f: &PortalContext,
    upkeep: &Upkeep,
) -> Vec<ServicingRow> {
    let need = NeedCode::disposal();
    let mut rows: Vec<ServicingRow> = snapshot
        .sites()
        .flat_map(|site| snapshot.services_at(site))
        .filter(|&ix| snapshot.service(ix).need == need)
        .map(|ix| row(snapshot, ix, at, f, upkeep))
        .collect();
    // What is offered first, then what nobody knows.
    rows.sort_by_key(|row| {
        let rank = match row.offer {
            Offer::Offered => 0,
            Offer::Unknown => 1,
            Offer::NotOffered => 2,
        };
        (rank, row.name.to_string())
    });
    rows
}

fn row(
    snapshot: &Snapshot,
    ix: ServiceIx,
    at: Timestamp,
    f: &PortalContext,
    upkeep: &Upkeep,
) -> ServicingRow {
    let (service, site_ix) = (snapshot.service(ix), snapshot.site_of(ix));
    let site = snapshot.site(site_ix);
    let moment = snapshot.moment(ix, at);
    let offer = snapshot.offer(ix, at);
    let today = snapshot.zone(site_ix).day(at);
    let confirmation = service.confirmation.as_ref();
    let day = |day| words::date(day, f.lang);
    let point = site.disposal_point.as_ref();
    let upkeep = upkeep.of(&site.slug, point);
    ServicingRow {
        kind: point
            .and_then(|point| point.kind)
            .map(|kind| kind_in_words(f, kind))
            .unwrap_or_default(),
        owner: site.point_member(PointMember::Owner),
        asset: site.point_member(PointMember::Asset),
        last_emptied: upkeep.last_emptied.map(day).unwrap_or_default(),
        due: upkeep.due.map(day).unwrap_or_default(),
        full_since: upkeep.reported.map(day).unwrap_or_default(),
        upkeep,
        slug: site.slug.to_string(),
        name: LocalizedText::of(&site.name, f.lang),
        organization: LocalizedText::of(&snapshot.organization(site_ix).name, f.lang),
        whereabouts: whereabouts(&site.address, &site.locality),
        point: site.point,
        takes: signpost_answers::items(snapshot, &service.need, &service.items, f.lang)
            .iter()
            .map(ToString::to_string)
            .collect(),
        offer,
        class: match offer {
            Offer::NotOffered => "closed",
            Offer::Offered | Offer::Unknown => state_class(moment.state),
        },
        state: match offer {
            Offer::NotOffered => f.t("st-not-offered"),
            Offer::Offered | Offer::Unknown => state_sentence(snapshot, ix, &moment, at, f.lang),
        },
        confirmed: confirmation.map_or_else(
            || f.t("st-never-confirmed"),
            |one| f.t2("confirmed", ("day", &day(one.on)), ("who", &one.by)),
        ),
        confirmed_on: confirmation
            .map(|one| one.on.to_string())
            .unwrap_or_default(),
        confirmed_by: confirmation.map(|one| one.by.clone()).unwrap_or_default(),
        review: confirmation.map_or_else(String::new, |one| {
            let key = if one.review_by < today {
                "st-review-was"
            } else {
                "st-review-by"
            };
            f.t1(key, "day", day(one.review_by))
        }),
        review_by: confirmation
            .map(|one| one.review_by.to_string())
            .unwrap_or_default(),
    }
}

impl ServicingRow {
    fn cells(self) -> Vec<String> {
        let iso = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let number = |part: Option<f64>| part.map(|part| part.to_string()).unwrap_or_default();
        vec![
            self.slug,
            self.name.to_string(),
            self.organization.to_string(),
            self.whereabouts,
            number(self.point.map(LonLat::lat)),
            number(self.point.map(LonLat::lon)),
            self.takes.join("; "),
            self.offer.code().to_owned(),
            self.state,
            self.confirmed_on,
            self.confirmed_by,
            self.review_by,
            self.kind,
            self.owner,
            self.asset,
            iso(self.upkeep.last_emptied),
            iso(self.upkeep.due),
            iso(self.upkeep.reported),
        ]
    }
}
