//! `/api/v1/health` and `/api/v1/metrics`: for whoever runs the server.

use actix_web::{HttpRequest, HttpResponse, http::header};
use serde_json::json;

use signpost_web::reply::{Cache, JSON, json as reply};
use signpost_web::{ApiError, SharedApp, params::Params};

/// How it stands. 200 as long as questions are answered, whatever the database does.
pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let (snapshot, now) = (app.snapshot(), app.now());
    let zone = snapshot.town_zone();
    let database = app.live().database_state();
    let body = json!({
        "status": if database == "failing" { "degraded" } else { "ok" },
        "edition": snapshot.directory().edition,
        "snapshot": {
            "sequence": snapshot.sequence(),
            "built_at": signpost_answers::rfc3339(snapshot.built_at(), zone),
            "age_s": now.duration_since(snapshot.built_at()).as_secs(),
            "sites": snapshot.sites().len(),
        },
        "database": database,
        "tzdb": signpost_hours::tzdb_version(),
        "zone": zone.name(),
        "clock": signpost_answers::rfc3339(now, zone),
        "clock_fixed": app.clock_is_fixed(),
    });
    reply(&body, JSON, Cache::Never)
}

/// Counts, in Prometheus' text form.
pub(crate) async fn metrics(
    app: SharedApp,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let snapshot = app.snapshot();
    let text = format!(
        "# HELP signpost_snapshot_sequence Sequence of the last revision that is served.\n\
         # TYPE signpost_snapshot_sequence gauge\nsignpost_snapshot_sequence {}\n\
         # HELP signpost_sites Sites that are served.\n# TYPE signpost_sites gauge\nsignpost_sites {}\n\
         # HELP signpost_database_well Whether the last use of the database succeeded.\n\
         # TYPE signpost_database_well gauge\nsignpost_database_well {}\n{}",
        snapshot.sequence(),
        snapshot.sites().len(),
        u8::from(app.live().database_state() == "ok"),
        app.metrics.text(),
    );
    Ok(HttpResponse::Ok()
        .insert_header((
            header::CONTENT_TYPE,
            "text/plain; version=0.0.4; charset=utf-8",
        ))
        .body(text))
}
