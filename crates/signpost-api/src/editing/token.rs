//! Who edits, which version, and under which key: the headers of an edit.

use actix_web::{
    HttpRequest,
    http::header::{self, HeaderName},
};
use signpost_store::{StewardToken, Store, TokenOwner};

use crate::parameters::{EntityTag, IdempotencyKey, LONGEST_KEY};
use signpost_web::{ApiError, App};

/// Which version is edited, and under which key.
#[derive(utoipa::IntoParams)]
#[into_params(parameter_in = Header)]
pub(crate) struct EditHeaders {
    /// The `ETag` of the version you read. 428 without, 412 when the site was changed since.
    #[param(rename = "If-Match", value_type = EntityTag)]
    pub version: u64,
    /// Your own key for this request. The same key again gives the same answer and changes nothing twice; kept for 30 days.
    #[param(rename = "Idempotency-Key", value_type = IdempotencyKey, required = false)]
    pub key: Option<String>,
}

impl EditHeaders {
    /// Reads them.
    ///
    /// # Errors
    /// As [`expected_version`] and [`idempotency_key`] say.
    pub(crate) fn of(request: &HttpRequest) -> Result<Self, ApiError> {
        Ok(Self {
            version: expected_version(request)?,
            key: idempotency_key(request)?,
        })
    }
}

/// The headers of an edit, checked.
pub(crate) struct Writer {
    pub owner: TokenOwner,
}

impl Writer {
    /// Whose token it is.
    ///
    /// # Errors
    /// [`ApiError::Unauthorized`] without a token of ours; [`ApiError::StoreDown`] when nobody can say.
    pub(crate) async fn of(app: &App, request: &HttpRequest) -> Result<Self, ApiError> {
        let secret = bearer(request).ok_or(ApiError::Unauthorized)?;
        let store = app.database()?;
        let today = app.snapshot().town_zone().day(app.now());
        let owner = store.token_owner(secret, today).await;
        let owner = owner.map_err(ApiError::from);
        if let Err(ApiError::StoreDown { outage, .. }) = &owner {
            app.live().database_was(Some(*outage));
        }
        let owner = owner?.ok_or(ApiError::Unauthorized)?;
        note_use(app, store, &owner).await;
        Ok(Self { owner })
    }

    /// How revisions name them.
    pub(crate) fn author(&self) -> String {
        format!(
            "{} ({}, token {})",
            self.owner.organization, self.owner.label, self.owner.id
        )
    }
}

/// Notes the day a token was used, once a day. That it could not be noted is no reason to refuse an edit.
async fn note_use(app: &App, store: &Store, owner: &TokenOwner) {
    let today = app.snapshot().town_zone().day(app.now());
    if owner.last_used == Some(today) {
        return;
    }
    if let Err(error) = store.token_used(owner.id, today).await {
        tracing::warn!(cause = %error, "the last use of a token could not be noted");
    }
}

/// The secret that a request brings; `None` when it brings none.
fn bearer(request: &HttpRequest) -> Option<&str> {
    text(request, &header::AUTHORIZATION)
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, secret)| secret.trim())
        .filter(|secret| !secret.is_empty())
}

/// A tool of the working group, which reads and writes drafts of the plan.
pub(crate) struct StewardTool(StewardToken);

impl StewardTool {
    /// Whose token it is.
    ///
    /// # Errors
    /// [`ApiError::Unauthorized`] without a token of a steward; [`ApiError::StoreDown`] when nobody can say.
    pub(crate) async fn of(app: &App, request: &HttpRequest) -> Result<Self, ApiError> {
        let secret = bearer(request).ok_or(ApiError::Unauthorized)?;
        let store = app.database()?;
        let today = app.snapshot().town_zone().day(app.now());
        let token = store.steward_token(secret, today).await?;
        let token = token.ok_or(ApiError::Unauthorized)?;
        if token.last_used != Some(today)
            && let Err(error) = store.steward_token_used(token.id, today).await
        {
            tracing::warn!(cause = %error, "the last use of a token could not be noted");
        }
        Ok(Self(token))
    }

    /// The same of an address that everybody may read: who brings no token of a steward reads what everybody reads, whatever else they bring.
    pub(crate) async fn if_any(app: &App, request: &HttpRequest) -> Option<Self> {
        Self::of(app, request).await.ok()
    }

    /// How revisions name it.
    pub(crate) fn author(&self) -> String {
        format!("stewards ({}, token {})", self.0.label, self.0.id)
    }
}

fn text<'r>(request: &'r HttpRequest, name: &HeaderName) -> Option<&'r str> {
    request.headers().get(name)?.to_str().ok()
}

/// The version an edit is an edit of: the number an entity tag of ours starts with.
///
/// # Errors
/// Without `If-Match`, with `*`, or with what cannot be one tag. A tag that is none of ours matches no version.
pub(crate) fn expected_version(request: &HttpRequest) -> Result<u64, ApiError> {
    if !request.headers().contains_key(header::IF_MATCH) {
        return Err(ApiError::PreconditionRequired);
    }
    let tag = text(request, &header::IF_MATCH).unwrap_or_default().trim();
    let inside = tag
        .trim_start_matches("W/")
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .filter(|inside| !inside.contains('"'))
        .ok_or_else(|| ApiError::Header {
            name: "If-Match",
            detail: "If-Match: send one ETag, with its quotes, as it came with the site".to_owned(),
        })?;
    let digits = inside.split('-').next().unwrap_or_default();
    // Version 0 is never stored, so a foreign tag is stale.
    Ok(digits.parse().unwrap_or_default())
}

/// The client's own key for this request.
///
/// # Errors
/// When it is empty, too long, or not plain characters.
fn idempotency_key(request: &HttpRequest) -> Result<Option<String>, ApiError> {
    let name = HeaderName::from_static("idempotency-key");
    if !request.headers().contains_key(&name) {
        return Ok(None);
    }
    text(request, &name)
        .map(str::trim)
        .filter(|key| (1..=LONGEST_KEY).contains(&key.len()))
        .filter(|key| key.bytes().all(|byte| byte.is_ascii_graphic()))
        .map(|key| Some(key.to_owned()))
        .ok_or_else(|| ApiError::Header {
            name: "Idempotency-Key",
            detail: format!(
                "Idempotency-Key: write 1 to {LONGEST_KEY} letters, digits and signs, without spaces"
            ),
        })
}
