//! `/api/v1/directory.json`: everything a phone needs to answer without a network, for 14 days.

mod ground;
mod plans;
mod site;
mod span;
mod text_languages;
mod timelines;
mod view;

use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, SystemTime},
};

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        StatusCode,
        header::{self, HttpDate, TryIntoHeaderValue as _},
    },
    web,
};
use jiff::Timestamp;
use signpost_domain::Lang;
use signpost_locate::Snapshot;

use self::view::BundleView;
use crate::parameters::{EntityTag, OnlyLang};
use signpost_web::reply::{JSON, digest, tagged, text};
use signpost_web::{ApiError, App, SharedApp, params::Params, precompressed::Precompressed};

/// Bundles are made for the start of a quarter of an hour, so that many phones share one, and none tells when its owner came by.
const EVERY_S: i64 = 15 * 60;

/// How long somebody waits for the newest bundle when an older one is there. In a small town it is made sooner than that.
const PATIENT: Duration = Duration::from_millis(500);

/// The last bundle of each language. Each is made once, however many ask for it, and on a thread that answers nobody else.
#[derive(Debug, Default)]
pub struct Bundles(Mutex<BTreeMap<Lang, CachedBundle>>);

/// One language's.
#[derive(Debug, Default, Clone)]
struct CachedBundle {
    last: Option<Arc<Bundle>>,
    /// Held by whoever makes the next one.
    making: Arc<tokio::sync::Mutex<()>>,
}

#[derive(Debug)]
struct Bundle {
    of: Moment,
    /// Where it sends people, as one number.
    sends: u64,
    tag: String,
    body: Precompressed,
}

/// Which snapshot, and for which instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Moment {
    sequence: u64,
    built_at: Timestamp,
    made_at: Timestamp,
}

/// Everything for a phone without a network: all sites, good for 14 days
#[utoipa::path(
    get,
    path = "/api/v1/directory.json",
    params(OnlyLang),
    responses(
        (status = 200, description = "Done", body = BundleView,
            headers(("ETag" = EntityTag, description = "Changes with the list"))),
        (status = 304, description = "Not changed since the ETag in If-None-Match"),
    )
)]
pub(crate) async fn show(
    app: SharedApp,
    bundles: web::Data<Bundles>,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let lang = Params::typed::<OnlyLang>(request.query_string())?.lang();
    let bundle = ready(app, bundles, lang).await?;
    let mut response = tagged(&request, (), JSON, &bundle.tag);
    if response.status() == StatusCode::OK {
        response = bundle.body.send(&request, response);
    }
    // Tells the age of a saved copy without reading all of it.
    let made_at = HttpDate::from(SystemTime::from(bundle.of.made_at));
    response.headers_mut().insert(
        header::LAST_MODIFIED,
        made_at.try_into_value().map_err(ApiError::internal)?,
    );
    Ok(response)
}

/// The bundle of this moment; the one before it when this one is long in the making.
async fn ready(
    app: SharedApp,
    bundles: web::Data<Bundles>,
    lang: Lang,
) -> Result<Arc<Bundle>, ApiError> {
    let CachedBundle { last, .. } = bundles.kept(lang);
    let now = moment(&app);
    if let Some(last) = last.as_ref().filter(|last| last.of == now) {
        return Ok(Arc::clone(last));
    }
    let snapshot = app.snapshot_to_keep();
    // Goes on when whoever asked first has left: the others wait for it.
    let newest = actix_web::rt::spawn(newest(app, bundles, lang));
    let newest = match last {
        None => newest.await,
        // Whom people may not be sent to any more stands in no list from that moment on, however long the next one takes.
        Some(last) if last.sends != sends(&snapshot) => newest.await,
        Some(last) => match actix_web::rt::time::timeout(PATIENT, newest).await {
            Ok(newest) => newest,
            Err(_late) => return Ok(last),
        },
    };
    newest.map_err(ApiError::internal)?
}

/// Makes it, unless somebody else just did.
async fn newest(
    app: SharedApp,
    bundles: web::Data<Bundles>,
    lang: Lang,
) -> Result<Arc<Bundle>, ApiError> {
    let making = bundles.kept(lang).making;
    let _alone = making.lock().await;
    let snapshot = app.snapshot_to_keep();
    let of = moment(&app);
    if let Some(last) = bundles.kept(lang).last.filter(|last| last.of == of) {
        return Ok(last);
    }
    let made = actix_web::rt::task::spawn_blocking(move || {
        let of = Moment {
            sequence: snapshot.sequence(),
            built_at: snapshot.built_at(),
            ..of
        };
        let body = text(&BundleView::of(&snapshot, of.made_at, lang))?;
        let tag = format!("\"{}-{}\"", of.sequence, digest(body.as_bytes()));
        let body = Precompressed::of(body).map_err(ApiError::internal)?;
        let sends = sends(&snapshot);
        Ok::<_, ApiError>(Arc::new(Bundle {
            of,
            sends,
            tag,
            body,
        }))
    });
    let made = made.await.map_err(ApiError::internal)??;
    bundles.keep(lang, Arc::clone(&made));
    Ok(made)
}

/// The versions of the plan and what organizations said to being sent people, as one number.
fn sends(snapshot: &Snapshot) -> u64 {
    let directory = snapshot.directory();
    let mut hasher = DefaultHasher::new();
    // Plain rows of ours, which serialize.
    for plan in &directory.plans {
        let row = serde_json::to_string(plan).unwrap_or_default();
        row.hash(&mut hasher);
    }
    let organizations = directory.organizations.iter();
    for own in organizations.filter(|own| !own.consents.is_empty()) {
        let row = serde_json::to_string(own).unwrap_or_default();
        row.hash(&mut hasher);
    }
    hasher.finish()
}

fn moment(app: &App) -> Moment {
    let snapshot = app.snapshot();
    Moment {
        sequence: snapshot.sequence(),
        built_at: snapshot.built_at(),
        made_at: quarter(app.now()),
    }
}

impl Bundles {
    fn kept(&self, lang: Lang) -> CachedBundle {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.entry(lang).or_default().clone()
    }

    fn keep(&self, lang: Lang, bundle: Arc<Bundle>) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.entry(lang).or_default().last = Some(bundle);
    }
}

fn quarter(now: Timestamp) -> Timestamp {
    let second = now.as_second();
    Timestamp::from_second(second - second.rem_euclid(EVERY_S)).unwrap_or(now)
}
