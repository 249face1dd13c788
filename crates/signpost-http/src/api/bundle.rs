//! `/api/v1/directory.json`: everything a phone needs to answer without a network, for 14 days.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use actix_web::{HttpRequest, HttpResponse, web::Bytes};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde_json::{Value, json};
use signpost_domain::{Lang, Offer};
use signpost_hours::{HoursText, OpenState, Span, words};
use signpost_locate::{SiteIx, Snapshot};

use super::{
    question::lang,
    reply::{JSON, digest, tagged, text},
};
use crate::{
    ApiError, App, SharedApp,
    answers::{
        self, ConfirmedView, ExceptionView, LineView, PlaceView, Said, ServiceView, SourceView,
    },
    params::Params,
};

/// Bundles are made for the start of a quarter of an hour, so that many phones share one.
const EVERY_S: i64 = 15 * 60;
/// How far ahead the intervals go.
const AHEAD: SignedDuration = SignedDuration::from_hours(14 * 24);

/// The last bundle of each language.
#[derive(Debug, Default)]
pub(crate) struct Bundles(Mutex<BTreeMap<Lang, Arc<Bundle>>>);

#[derive(Debug)]
struct Bundle {
    /// Which snapshot, and for which instant.
    of: (u64, Timestamp, Timestamp),
    tag: String,
    body: Bytes,
}

/// GET
pub(super) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let lang = lang(&Params::read(request.query_string(), &["lang"])?)?;
    let bundle = ready(&app, lang).await?;
    Ok(tagged(&request, bundle.body.clone(), JSON, &bundle.tag))
}

async fn ready(app: &App, lang: Lang) -> Result<Arc<Bundle>, ApiError> {
    let snapshot = app.snapshot_to_keep();
    let made_at = quarter(app.now());
    let of = (snapshot.sequence(), snapshot.built_at(), made_at);
    let kept = app.bundles.get(lang);
    if let Some(kept) = kept.filter(|kept| kept.of == of) {
        return Ok(kept);
    }
    // Thousands of sites take their time: not on a thread that answers others.
    let body =
        actix_web::rt::task::spawn_blocking(move || text(&Whole::of(&snapshot, made_at, lang)))
            .await
            .map_err(ApiError::internal)??;
    let bundle = Arc::new(Bundle {
        of,
        tag: format!("\"{}-{}\"", of.0, digest(body.as_bytes())),
        body: body.into(),
    });
    app.bundles.keep(lang, Arc::clone(&bundle));
    Ok(bundle)
}

impl Bundles {
    fn get(&self, lang: Lang) -> Option<Arc<Bundle>> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(&lang).cloned()
    }

    fn keep(&self, lang: Lang, bundle: Arc<Bundle>) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(lang, bundle);
    }
}

fn quarter(now: Timestamp) -> Timestamp {
    let second = now.as_second();
    Timestamp::from_second(second - second.rem_euclid(EVERY_S)).unwrap_or(now)
}

#[derive(Serialize)]
struct Whole {
    edition: signpost_domain::Edition,
    title: Said,
    banner: Said,
    lang: Lang,
    zone: String,
    tzdb: &'static str,
    sequence: u64,
    made_at: String,
    /// The intervals go no further.
    good_until: String,
    needs: Vec<answers::NeedView>,
    lines: Vec<LineView>,
    landmarks: Vec<Value>,
    sites: Vec<BundledSite>,
}

#[derive(Serialize)]
struct BundledSite {
    slug: String,
    organization: String,
    version: u64,
    #[serde(flatten)]
    place: PlaceView,
    description: Said,
    languages: Vec<String>,
    zone: String,
    indigenous_led: bool,
    services: Vec<BundledService>,
    exceptions: Vec<ExceptionView>,
    source: SourceView,
}

/// A service without its state: whoever reads this reads it later, and works the state out from the intervals.
#[derive(Serialize)]
struct BundledService {
    need: String,
    name: Said,
    offer: Offer,
    hours: Option<String>,
    /// Simple hours in words.
    hours_in_words: Option<String>,
    hours_note: Said,
    description: Said,
    bring: Said,
    items: Vec<Said>,
    confirmed: Option<ConfirmedView>,
    source: Option<SourceView>,
    example: bool,
    /// `[start, end, state]`: minutes since 1970 in UTC, and `open` or `unknown`; what lies between is closed.
    intervals: Vec<(i64, i64, OpenState)>,
}

impl Whole {
    fn of(snapshot: &Snapshot, made_at: Timestamp, lang: Lang) -> Self {
        let directory = snapshot.directory();
        let zone = snapshot.town_zone();
        let end = made_at.saturating_add(AHEAD).unwrap_or(Timestamp::MAX);
        let mut lines: Vec<_> = directory.lines.iter().collect();
        lines.sort_by_key(|line| line.order);
        Self {
            edition: directory.edition,
            title: Said::of(&directory.title, lang),
            banner: Said::of(&directory.banner, lang),
            lang,
            zone: directory.zone.clone(),
            tzdb: signpost_hours::tzdb_version(),
            sequence: snapshot.sequence(),
            made_at: answers::rfc3339(made_at, zone),
            good_until: answers::rfc3339(end, zone),
            needs: answers::needs(snapshot, lang),
            lines: lines
                .into_iter()
                .map(|line| LineView::of(line, lang))
                .collect(),
            landmarks: directory
                .landmarks
                .iter()
                .map(|mark| {
                    json!({"id": mark.id, "name": Said::of(&mark.name, lang), "point": mark.point})
                })
                .collect(),
            sites: snapshot
                .sites()
                .map(|ix| bundled(snapshot, ix, (made_at, end), lang))
                .collect(),
        }
    }
}

fn bundled(
    snapshot: &Snapshot,
    ix: SiteIx,
    (from, to): (Timestamp, Timestamp),
    lang: Lang,
) -> BundledSite {
    let row = snapshot.site(ix);
    let site = answers::site(snapshot, ix, from, lang);
    let services = answers::in_order(snapshot, ix);
    BundledSite {
        slug: row.slug.to_string(),
        organization: row.organization.to_string(),
        version: snapshot.version(ix),
        place: site.place,
        description: site.description,
        languages: site.languages,
        zone: site.zone,
        indigenous_led: site.indigenous_led,
        services: services
            .into_iter()
            .zip(site.services)
            .map(|(service, view)| {
                let intervals = snapshot.spans(service, from, to);
                bundled_service(view, &intervals, lang)
            })
            .collect(),
        exceptions: site.exceptions,
        source: site.source,
    }
}

fn bundled_service(view: ServiceView, intervals: &[Span], lang: Lang) -> BundledService {
    let hours = view
        .hours
        .as_deref()
        .and_then(|text| HoursText::parse(text).ok());
    BundledService {
        need: view.need,
        name: view.name,
        offer: view.offer,
        hours_in_words: hours.and_then(|hours| words::text_in_words(&hours, lang)),
        hours: view.hours,
        hours_note: view.hours_note,
        description: view.description,
        bring: view.bring,
        items: view.items,
        confirmed: view.confirmed,
        source: view.source,
        example: view.example,
        intervals: intervals
            .iter()
            .map(|span| (minute(span.start), minute(span.end), span.state))
            .collect(),
    }
}

fn minute(at: Timestamp) -> i64 {
    at.as_second().div_euclid(60)
}
