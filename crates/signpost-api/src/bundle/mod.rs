//! `/api/v1/directory.json`: everything a phone needs to answer without a network, for 14 days.

mod ground;
mod plans;
mod site;
mod span;
mod spoken;
mod tracks;
mod whole;

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
    time::SystemTime,
};

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, HttpDate, TryIntoHeaderValue as _},
    web::{self, Bytes},
};
use jiff::Timestamp;
use signpost_domain::Lang;

use self::whole::Whole;
use crate::parameters::{EntityTag, OnlyLang};
use signpost_web::reply::{JSON, digest, tagged, text};
use signpost_web::{ApiError, App, SharedApp, params::Params};

/// Bundles are made for the start of a quarter of an hour, so that many phones share one, and none tells when its owner came by.
const EVERY_S: i64 = 15 * 60;

/// The last bundle of each language.
#[derive(Debug, Default)]
pub struct Bundles(Mutex<BTreeMap<Lang, Arc<Bundle>>>);

#[derive(Debug)]
struct Bundle {
    /// Which snapshot, and for which instant.
    of: (u64, Timestamp, Timestamp),
    tag: String,
    body: Bytes,
}

/// Everything for a phone without a network: all sites, good for 14 days
#[utoipa::path(
    get,
    path = "/api/v1/directory.json",
    params(OnlyLang),
    responses(
        (status = 200, description = "Done", body = Whole,
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
    let bundle = ready(&app, &bundles, lang).await?;
    let mut response = tagged(&request, bundle.body.clone(), JSON, &bundle.tag);
    // Tells the age of a saved copy without reading all of it.
    let made_at = HttpDate::from(SystemTime::from(bundle.of.2));
    response.headers_mut().insert(
        header::LAST_MODIFIED,
        made_at.try_into_value().map_err(ApiError::internal)?,
    );
    Ok(response)
}

async fn ready(app: &App, bundles: &Bundles, lang: Lang) -> Result<Arc<Bundle>, ApiError> {
    let snapshot = app.snapshot_to_keep();
    let made_at = quarter(app.now());
    let of = (snapshot.sequence(), snapshot.built_at(), made_at);
    let kept = bundles.get(lang);
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
    bundles.keep(lang, Arc::clone(&bundle));
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
