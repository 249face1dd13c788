//! `/steward/map`: which street map is installed, how old it is and whose; a new one fetched, and the one before put back.

use std::{sync::Arc, time::SystemTime};

use actix_web::{HttpRequest, HttpResponse, http::header, web::Payload};
use askama::Template;
use jiff::Timestamp;
use signpost_basemap::{Bounds, Desk, Job};
use signpost_domain::LonLat;
use tokio::sync::Mutex;

use crate::access::{Actor, Form, PortalContext, page, redirect, town_time, upload::receive};
use signpost_web::{ApiError, App, SharedApp, params::Params};

/// How far around the middle of the town the map reaches.
///
/// # Units
/// Degrees of longitude and latitude: about 16 and 14 km at 50° north.
const REACH: (f64, f64) = (0.225, 0.125);

/// The closest zoom that is fetched; nearer ones are drawn from it.
const ZOOM: u8 = 15;

/// The largest file that is taken: a whole district is a tenth of it.
const MOST_BYTES: usize = 200 << 20;

/// One file is brought at a time.
static BRINGING: Mutex<()> = Mutex::const_new(());

/// While something is under way the page asks again by itself.
const AGAIN_S: &str = "2";

#[derive(Template)]
#[template(path = "portal/steward/map.html")]
struct MapPage {
    f: PortalContext,
    /// What is installed, a line each; empty without streets.
    installed: Vec<String>,
    /// Who is named beside it: text and links, cleaned when the archive was read.
    attribution: String,
    /// What the job says, and whether it is a fault.
    said: Option<(String, bool)>,
    /// Whether there is something to fetch now.
    found: bool,
    running: bool,
    /// Whom a look-up asks.
    hosts: String,
    /// When the one before was put there; `None` without one.
    before: Option<String>,
    /// Whether there is a file to look after.
    kept: bool,
}

/// GET
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["brought"])?;
    let f = PortalContext::of(&request, &app, &who);
    let desk = desk(&app);
    let job = desk.map_or(Job::None, |desk| desk.job());
    if job == Job::Done
        && let Some(basemaps) = app.basemaps()
    {
        // It is in its place: this page is the first to show it.
        basemaps.refresh().await;
    }
    let (installed, attribution) = installed(&app, &f);
    let told = |at: Option<SystemTime>| Some(when(&app, &f, at?));
    let map = MapPage {
        installed,
        attribution,
        said: match params.text("brought") {
            Some("none") => Some((f.t("st-map-brought-none"), true)),
            Some("busy") => Some((f.t("st-map-brought-busy"), true)),
            _ => said(&f, &job),
        },
        found: matches!(job, Job::Found { .. }),
        running: job.is_running(),
        hosts: desk.map(|desk| desk.hosts().join(", ")).unwrap_or_default(),
        before: told(desk.and_then(|desk| desk.changed_before())),
        kept: desk.is_some(),
        f,
    };
    let mut answer = page(&map.f, &map, true)?;
    if map.running {
        let again = header::HeaderValue::from_static(AGAIN_S);
        answer.headers_mut().insert(header::REFRESH, again);
    }
    Ok(answer)
}

/// POST: a file of one's own.
pub(crate) async fn bring(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, ApiError> {
    let f = PortalContext::of(&request, &app, &who);
    let desk = kept(&app)?;
    let here = f.link("/steward/map");
    if desk.job().is_running() {
        return Ok(redirect(&format!("{here}?brought=busy")));
    }
    // Two at once would write one file.
    let Ok(_alone) = BRINGING.try_lock() else {
        return Ok(redirect(&format!("{here}?brought=busy")));
    };
    let bytes = receive(&request, payload, &who, (&desk.brought(), MOST_BYTES)).await?;
    if bytes == 0 {
        return Ok(redirect(&format!("{here}?brought=none")));
    }
    let centre = app.snapshot().directory().centre;
    let _begun = desk.install_brought([centre.lon(), centre.lat()]);
    Ok(redirect(&here))
}

/// POST: one of the buttons.
pub(crate) async fn act(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let f = PortalContext::of(&request, &app, &who);
    let desk = kept(&app)?;
    match form.text("act") {
        // Whoever presses twice finds the job already running.
        "look" => {
            let around = around(app.snapshot().directory().centre);
            let _begun = desk.look(around.map_err(ApiError::internal)?, ZOOM);
        }
        "fetch" => {
            let _begun = desk.fetch();
        }
        "back" => {
            let _changed = desk.roll_back().map_err(ApiError::internal)?;
            if let Some(basemaps) = app.basemaps() {
                basemaps.refresh().await;
            }
        }
        _ => return Err(ApiError::parameter("act", "look, fetch or back")),
    }
    Ok(redirect(&f.link("/steward/map")))
}

fn desk(app: &App) -> Option<&Arc<Desk>> {
    app.basemaps()?.desk()
}

fn kept(app: &App) -> Result<&Arc<Desk>, ApiError> {
    desk(app).ok_or_else(|| ApiError::NotFound {
        detail: "no street map is looked after on this server".to_owned(),
    })
}

fn around(centre: LonLat) -> Result<Bounds, signpost_basemap::BoundsError> {
    let (lon, lat) = (centre.lon(), centre.lat());
    Bounds::new(lon - REACH.0, lat - REACH.1, lon + REACH.0, lat + REACH.1)
}

/// What is installed, in words, and who made it.
fn installed(app: &App, f: &PortalContext) -> (Vec<String>, String) {
    let town = app.basemaps().map(signpost_basemap::Basemaps::town);
    let Some(town) = town.as_ref().and_then(|town| town.as_ref()) else {
        return (Vec::new(), String::new());
    };
    let about = town.about();
    let tiles = about.tiles.to_string();
    let bytes = size(f, about.bytes);
    let mut lines = vec![
        f.say("st-map-size", &[("tiles", &tiles), ("size", &bytes)]),
        f.say("st-map-box", &[("box", &about.bounds.to_string())]),
        f.say("st-map-hash", &[("hash", &about.hash)]),
    ];
    // A map that came with the data has no day of its own here.
    if let Some(at) = desk(app).and_then(|desk| desk.changed()) {
        lines.push(f.say("st-map-since", &[("when", &when(app, f, at))]));
    }
    (lines, about.attribution.clone())
}

/// What the job says, and whether it went wrong.
fn said(f: &PortalContext, job: &Job) -> Option<(String, bool)> {
    let words = match job {
        Job::None => return None,
        Job::Looking => f.t("st-map-looking"),
        Job::Found {
            source,
            tiles,
            bytes,
        } => {
            let words = [
                ("source", source.as_str()),
                ("tiles", &tiles.to_string()),
                ("size", &size(f, *bytes)),
            ];
            f.say("st-map-found", &words)
        }
        Job::Fetching { done, total } => {
            let words = [("done", size(f, *done)), ("total", size(f, *total))];
            let words: Vec<_> = words
                .iter()
                .map(|(name, text)| (*name, text.as_str()))
                .collect();
            f.say("st-map-fetching", &words)
        }
        Job::Writing => f.t("st-map-writing"),
        Job::Done => f.t("st-map-done"),
        Job::Failed { reason } => f.say("st-map-failed", &[("reason", reason.as_str())]),
    };
    Some((words, matches!(job, Job::Failed { .. })))
}

/// "4.2 MB".
fn size(f: &PortalContext, bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    let (whole, tenth) = ((tenths / 10).to_string(), (tenths % 10).to_string());
    f.say("st-map-mb", &[("whole", &whole), ("tenth", &tenth)])
}

fn when(app: &App, f: &PortalContext, at: SystemTime) -> String {
    let at = Timestamp::try_from(at).unwrap_or_else(|_| app.now());
    town_time(f, &app.snapshot(), at)
}
