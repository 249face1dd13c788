//! PATCH `/api/v1/sites/{slug}`, and what every edit by an agency's own system reads and answers.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, http::header, web};
use serde::Serialize;
use serde_json::{Map, Value};
use signpost_domain::{Edition, Site, SiteSlug};
use signpost_store::Cause;
use utoipa::ToSchema;

use super::{
    patch::{self, Patch},
    token::{EditHeaders, Writer},
    values::kept,
};
use crate::{
    parameters::EntityTag,
    site::{no_such_site, slug, tag_words},
    to_go::expect_json,
};
use signpost_editing::{Committed, EditContext, FieldFault, FieldWarning, WordingOverride};
use signpost_web::{ApiError, App, SharedApp, body, params::Params};

/// An edit as it came in: whose, and of what.
pub(crate) struct EditCall<'a> {
    app: &'a App,
    edit: signpost_editing::EditRequest,
}

/// Changes details of your own site (JSON merge patch, RFC 7386)
#[utoipa::path(
    patch,
    path = "/api/v1/sites/{slug}",
    params(("slug" = SiteSlug, Path, description = "The site."), EditHeaders),
    request_body(content = Patch, content_type = "application/merge-patch+json"),
    responses(
        (status = 200, description = "Done", body = Acknowledged,
            headers(("ETag" = EntityTag, description = "The new version"))),
    ),
    security(("token" = []))
)]
pub(crate) async fn change(
    app: SharedApp,
    request: HttpRequest,
    payload: web::Payload,
) -> Result<HttpResponse, ApiError> {
    let mut asked = EditCall::read(&app, &request, Cause::DetailsChanged).await?;
    expect_json(
        &request,
        &["application/merge-patch+json", "application/json"],
    )?;
    let mut body = body::json_object(&body::body(payload).await?)?;
    asked.take_kept(&mut body)?;
    let done = asked
        .make(|site, around| patch::apply(site, &body, around))
        .await?;
    Ok(acknowledged(asked.slug(), &done, StatusCode::OK))
}

impl<'a> EditCall<'a> {
    /// Reads the headers. The order of refusals: token, site, precondition.
    pub(crate) async fn read(
        app: &'a App,
        request: &HttpRequest,
        cause: Cause,
    ) -> Result<Self, ApiError> {
        let writer = Writer::of(app, request).await?;
        Params::read(request.query_string(), &[])?;
        let slug = slug(request)?;
        let own = {
            let snapshot = app.snapshot();
            snapshot
                .find(&slug)
                .is_some_and(|ix| snapshot.organization(ix).id == writer.owner.organization)
        };
        if !own {
            return Err(no_such_site(&slug));
        }
        let headers = EditHeaders::of(request)?;
        Ok(Self {
            edit: signpost_editing::EditRequest {
                slug,
                expected: headers.version,
                author: writer.author(),
                reason: cause.into(),
                key: headers.key,
                kept: vec![],
                owner: Some(writer.owner.organization),
            },
            app,
        })
    }

    /// Takes the member `keep` out of a body: by field, why its words should stay.
    pub(crate) fn take_kept(&mut self, body: &mut Map<String, Value>) -> Result<(), ApiError> {
        let reasons: Vec<WordingOverride> = match body.remove("keep") {
            None => vec![],
            Some(value) => kept(&value).map_err(|faults| ApiError::Fields { faults })?,
        };
        self.edit.kept = reasons;
        Ok(())
    }

    /// Makes the edit, the one way every edit goes.
    pub(crate) async fn make(
        &self,
        change: impl FnOnce(&mut Site, &EditContext<'_>) -> Result<(), Vec<FieldFault>>,
    ) -> Result<Committed, ApiError> {
        Ok(signpost_editing::make(self.app.live(), &self.edit, change).await?)
    }

    /// Of which site.
    pub(crate) fn slug(&self) -> &SiteSlug {
        &self.edit.slug
    }
}

/// An edit that is stored for good.
#[derive(Serialize, ToSchema)]
pub(crate) struct Acknowledged<'a> {
    /// Of which site.
    site: &'a SiteSlug,
    /// Its new version.
    version: u64,
    /// The new `ETag`.
    etag: &'a str,
    /// Preview or live.
    edition: Edition,
    /// The members that wait for a steward; everything else is public.
    waiting: Vec<String>,
    /// What was taken and may not be meant: hours, and closings beside which something else still counts.
    warnings: &'a [FieldWarning],
}

/// The answer to an edit; the same again when it is asked for again.
pub(crate) fn acknowledged(slug: &SiteSlug, done: &Committed, status: StatusCode) -> HttpResponse {
    let (version, edition) = (done.edited.sequence, done.edition);
    let tag = format!("\"{}\"", tag_words(version, edition));
    let waiting: Vec<String> = done
        .waits
        .iter()
        .map(|difference| difference.part.to_string())
        .collect();
    HttpResponse::build(status)
        .insert_header((header::ETAG, tag.as_str()))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(Acknowledged {
            site: slug,
            version,
            etag: &tag,
            edition,
            waiting,
            warnings: &done.warnings,
        })
}
