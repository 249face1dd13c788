//! `/api/v1/health` and `/api/v1/metrics`: for whoever runs the server.

use std::path::Path;

use actix_web::{HttpRequest, HttpResponse, http::header, web};
use serde::Serialize;
use signpost_domain::Edition;
use signpost_editing::Outage;
use signpost_store::ProvenBackup;
use utoipa::ToSchema;

use signpost_web::reply::{Cache, JSON, json as reply};
use signpost_web::{ApiError, App, SharedApp, metrics::MetricsPlace, params::Params};

/// How the server stands.
#[derive(Serialize, ToSchema)]
pub(crate) struct Health {
    /// `ok`, or `degraded` when the database cannot be used as it should.
    status: &'static str,
    /// Preview or live.
    edition: Edition,
    /// What is served.
    snapshot: SnapshotHealth,
    /// `ok`, `failing` or `none`.
    database: &'static str,
    /// When a backup was last restored and asked, and answered as the live database did.
    backup: BackupHealth,
    /// What is wrong with it: `closed` (it could not be opened, and what is served is a copy), `lost` (changes are missing), `damaged`,
    /// `no-room`, or `passing`; null when nothing is.
    #[schema(required)]
    outage: Option<&'static str>,
    /// The version of the zone rules.
    tzdb: &'static str,
    /// IANA name of the town's zone.
    zone: String,
    /// This moment, by the server's clock.
    #[schema(format = DateTime)]
    clock: String,
    /// Whether the clock was fixed for a test or a preview.
    clock_fixed: bool,
}

/// The directory in memory.
#[derive(Serialize, ToSchema)]
struct SnapshotHealth {
    /// The last revision in it.
    sequence: u64,
    /// When it was put together.
    #[schema(format = DateTime)]
    built_at: String,
    /// How long ago that was, in seconds.
    age_s: i64,
    /// When the copy was kept that is served because the database cannot be used; null when what is served is what is stored.
    #[schema(required, format = DateTime)]
    copy_of: Option<String>,
    /// How many sites there are.
    sites: usize,
}

/// What is known of backups.
#[derive(Serialize, ToSchema)]
struct BackupHealth {
    /// The same in words, such as `last proven backup: 3 days`.
    said: String,
    /// When that was.
    #[schema(required, format = DateTime)]
    proven_at: Option<String>,
    /// How long ago, in seconds.
    #[schema(required)]
    age_s: Option<i64>,
}

/// How the server stands
///
/// 200 as long as questions are answered, whatever the database does.
#[utoipa::path(
    get,
    path = "/api/v1/health",
    responses((status = 200, description = "Done", body = Health))
)]
pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let (snapshot, now) = (app.snapshot(), app.now());
    let zone = snapshot.town_zone();
    let database = app.live().database_state();
    let body = Health {
        status: if database == "failing" || snapshot.kept_at().is_some() {
            "degraded"
        } else {
            "ok"
        },
        edition: snapshot.directory().edition,
        snapshot: SnapshotHealth {
            sequence: snapshot.sequence(),
            built_at: signpost_answers::rfc3339(snapshot.built_at(), zone),
            age_s: now.duration_since(snapshot.built_at()).as_secs(),
            copy_of: snapshot
                .kept_at()
                .map(|kept| signpost_answers::rfc3339(kept, zone)),
            sites: snapshot.sites().len(),
        },
        database,
        backup: backup(&app).await,
        outage: app.live().outage().map(Outage::code),
        tzdb: signpost_hours::tzdb_version(),
        zone: zone.name().to_owned(),
        clock: signpost_answers::rfc3339(now, zone),
        clock_fixed: app.clock_is_fixed(),
    };
    reply(&body, JSON, Cache::Never)
}

/// The proof is a small file beside the backups; another process writes it.
async fn backup(app: &App) -> BackupHealth {
    let none = |said: &str| BackupHealth {
        said: said.to_owned(),
        proven_at: None,
        age_s: None,
    };
    let Some(folder) = app.backups().map(Path::to_owned) else {
        return none("no folder of backups is set");
    };
    let proven = web::block(move || ProvenBackup::of(&folder)).await;
    let Some(proven) = proven.ok().flatten() else {
        return none("no backup was proven yet");
    };
    let age = app.now().duration_since(proven.proven).as_secs().max(0);
    BackupHealth {
        said: format!("last proven backup: {}", in_words(age)),
        proven_at: Some(signpost_answers::rfc3339(
            proven.proven,
            app.snapshot().town_zone(),
        )),
        age_s: Some(age),
    }
}

/// `3 days`, `1 day`, `5 hours`, `less than an hour`.
fn in_words(seconds: i64) -> String {
    let (hours, days) = (seconds / 3_600, seconds / 86_400);
    match (days, hours) {
        (0, 0) => "less than an hour".to_owned(),
        (0, 1) => "1 hour".to_owned(),
        (0, hours) => format!("{hours} hours"),
        (1, _) => "1 day".to_owned(),
        (days, _) => format!("{days} days"),
    }
}

/// Counts in Prometheus' text form
///
/// Only where the settings say so: a server that keeps them at an address of their own, or nowhere, answers 404 here.
#[utoipa::path(
    get,
    path = "/api/v1/metrics",
    responses((status = 200, description = "Done", body = String, content_type = "text/plain"))
)]
pub(crate) async fn metrics(
    app: SharedApp,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    if app.metrics.place() != MetricsPlace::Public {
        return Err(ApiError::not_found());
    }
    Ok(counts(&app))
}

/// The same at an address of its own.
pub(crate) async fn metrics_apart(app: SharedApp) -> HttpResponse {
    counts(&app)
}

fn counts(app: &App) -> HttpResponse {
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
    HttpResponse::Ok()
        .insert_header((
            header::CONTENT_TYPE,
            "text/plain; version=0.0.4; charset=utf-8",
        ))
        .body(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_said_as_people_say_it() {
        for (seconds, words) in [
            (0, "less than an hour"),
            (3_599, "less than an hour"),
            (3_600, "1 hour"),
            (86_399, "23 hours"),
            (86_400, "1 day"),
            (3 * 86_400 + 5, "3 days"),
        ] {
            assert_eq!(in_words(seconds), words);
        }
    }
}
