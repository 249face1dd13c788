//! Rows that are gone, so that who keeps a copy takes them out.

use actix_web::{HttpRequest, HttpResponse};
use jiff::Timestamp;
use serde_json::{Map, json};
use signpost_web::{ApiError, SharedApp, params::Params};

use super::{
    answer::Paging,
    query::{Since, TombstonesQuery},
    since::{Changed, Gone},
};

/// Rows that are gone, oldest first
#[utoipa::path(
    get,
    path = "/hsds/v3/tombstones",
    params(TombstonesQuery),
    responses((status = 200, description = "Done", body = Object))
)]
pub(crate) async fn list(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let query: TombstonesQuery = Params::typed(request.query_string())?;
    let snapshot = app.snapshot();
    let past = app.live().past();
    let since = query
        .modified_after
        .map_or(Timestamp::MIN, |Since(since)| since);
    let changed = Changed::since(since, &snapshot, &past, app.now());
    let mut more = Map::new();
    // A copy that is older than this has to be taken anew.
    more.insert("complete".into(), json!(changed.whole));
    more.insert(
        "kept_since".into(),
        json!(past.reaches().map(|at| at.to_string())),
    );
    Paging::of(query.page, query.per_page).with(more).answer(
        &request,
        changed.gone(),
        |Gone { kind, id, at }| json!({"id": id, "kind": kind.word(), "gone_at": at.to_string()}),
    )
}
