//! PATCH `/api/v1/sites/{slug}`, and the one way every edit goes: check, commit, swap, answer.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, http::header, web};
use serde_json::json;
use signpost_domain::{Directory, Site, SiteSlug};
use signpost_locate::{Inputs, Snapshot};
use signpost_store::{Edited, Loaded, RevisionsAsked, SiteEdit, Store, SubjectKind};

use super::{
    patch,
    site::{no_such_site, slug, tag_words},
    to_go::expect_json,
    token::{Writer, expected_version, idempotency_key},
};
use crate::{ApiError, App, FieldFault, SharedApp, limits, params::Params, refresh};

/// What is known about the surroundings of an edit.
pub(super) struct Surroundings<'a> {
    pub directory: &'a Directory,
    pub today: jiff::civil::Date,
}

/// An edit as it came in: who, which site, which version.
pub(super) struct Asked<'a> {
    writer: Writer<'a>,
    app: &'a App,
    slug: SiteSlug,
    expected: u64,
    key: Option<String>,
    reason: &'static str,
}

/// PATCH
pub(super) async fn change(
    app: SharedApp,
    request: HttpRequest,
    payload: web::Payload,
) -> Result<HttpResponse, ApiError> {
    let asked = Asked::read(&app, &request, "details changed").await?;
    expect_json(
        &request,
        &["application/merge-patch+json", "application/json"],
    )?;
    let body = limits::json_object(&limits::body(payload).await?)?;
    let (edited, edition) = asked
        .make(|site, around| patch::apply(site, &body, around))
        .await?;
    Ok(acknowledged(&asked, edited, edition, StatusCode::OK))
}

impl<'a> Asked<'a> {
    /// Reads the headers. The order of refusals: token, site, precondition.
    pub(super) async fn read(
        app: &'a App,
        request: &HttpRequest,
        reason: &'static str,
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
        Ok(Self {
            expected: expected_version(request)?,
            key: idempotency_key(request)?,
            writer,
            app,
            slug,
            reason,
        })
    }

    /// Makes the edit: `change` gets the version of the site that the editor saw, and its surroundings.
    ///
    /// One at a time: whoever holds the turn reads, commits and swaps before the next one reads.
    pub(super) async fn make(
        &self,
        change: impl FnOnce(&mut Site, &Surroundings) -> Result<(), Vec<FieldFault>>,
    ) -> Result<(Edited, signpost_domain::Edition), ApiError> {
        let _turn = self.app.writing.lock().await;
        let outcome = self.in_turn(change).await;
        self.app
            .database_was(!matches!(outcome, Err(ApiError::StoreDown { .. })));
        outcome
    }

    async fn in_turn(
        &self,
        change: impl FnOnce(&mut Site, &Surroundings) -> Result<(), Vec<FieldFault>>,
    ) -> Result<(Edited, signpost_domain::Edition), ApiError> {
        let store = self.writer.store;
        let loaded = store.load().await?;
        let directory = loaded.directory.ok_or_else(|| ApiError::StoreDown {
            cause: "the database is empty".to_owned(),
        })?;
        let edition = directory.edition;
        let current = loaded.versions.get(&self.slug).copied().unwrap_or_default();
        let (mut site, place) = self.seen(store, &directory, current).await?;
        let around = Surroundings {
            today: day_at(&site, &directory, self.app),
            directory: &directory,
        };
        change(&mut site, &around).map_err(|faults| ApiError::Fields { faults })?;
        // The next snapshot is built before anything is stored: what cannot be served is never acknowledged.
        let next = if self.expected == current {
            let inputs = Loaded {
                directory: Some(directory),
                ..loaded
            };
            Some(self.next(inputs, place, &site).await?)
        } else {
            None
        };
        let edited = store.edit_site(self.edit(site)).await?;
        self.put_in_place(store, next, edited).await?;
        Ok((edited, edition))
    }

    /// The site as the editor saw it, and its place in the directory.
    ///
    /// Who asks again with the same key saw a version that is no longer the current one; it is in the history, so that the same
    /// request makes the same site and the store knows it again.
    async fn seen(
        &self,
        store: &Store,
        directory: &Directory,
        current: u64,
    ) -> Result<(Site, usize), ApiError> {
        let found = directory
            .sites
            .iter()
            .enumerate()
            .find(|(_, site)| site.slug == self.slug)
            .filter(|(_, site)| site.organization == self.writer.owner.organization);
        let Some((place, site)) = found else {
            return Err(no_such_site(&self.slug));
        };
        if self.expected == current {
            return Ok((site.clone(), place));
        }
        if self.key.is_none() {
            return Err(ApiError::Stale { current });
        }
        let asked = RevisionsAsked {
            subject: Some((SubjectKind::Site, self.slug.to_string())),
            before: Some(self.expected.saturating_add(1)),
            limit: 1,
        };
        let revision = store.revisions(&asked).await?.into_iter().next();
        revision
            .filter(|revision| revision.sequence == self.expected)
            .and_then(|revision| revision.after)
            .and_then(|after| serde_json::from_str(&after).ok())
            .map(|site| (site, place))
            .ok_or(ApiError::Stale { current })
    }

    async fn next(&self, loaded: Loaded, place: usize, site: &Site) -> Result<Snapshot, ApiError> {
        let sequence = loaded.sequence + 1;
        let mut versions = loaded.versions;
        versions.insert(self.slug.clone(), sequence);
        let Some(mut directory) = loaded.directory else {
            return Err(ApiError::internal("the directory went missing"));
        };
        if let Some(row) = directory.sites.get_mut(place) {
            *row = site.clone();
        }
        let inputs = Inputs {
            directory,
            versions,
            sequence,
        };
        refresh::build(self.app, inputs).await
    }

    fn edit(&self, site: Site) -> SiteEdit {
        SiteEdit {
            slug: self.slug.clone(),
            expected: self.expected,
            site,
            author: self.writer.author(),
            reason: self.reason.to_owned(),
            idempotency: self.key.clone(),
            at: self.app.now(),
        }
    }

    /// Swaps the snapshot that was built ahead, when it is the one that came true.
    async fn put_in_place(
        &self,
        store: &Store,
        next: Option<Snapshot>,
        edited: Edited,
    ) -> Result<(), ApiError> {
        let served = self.app.snapshot().sequence();
        match next {
            _ if edited.replayed || edited.sequence <= served => Ok(()),
            Some(next) if next.sequence() == edited.sequence => {
                self.app.swap(next);
                Ok(())
            }
            _ => {
                // Another process wrote in between. The edit is stored; that reading it back fails must not deny it.
                if let Err(error) = refresh::reload(self.app, store).await {
                    tracing::error!(
                        cause = error.cause().unwrap_or_default(),
                        "the snapshot is behind"
                    );
                }
                Ok(())
            }
        }
    }
}

fn day_at(site: &Site, directory: &Directory, app: &App) -> jiff::civil::Date {
    let now = app.now();
    signpost_hours::Zone::named(&site.zone)
        .or_else(|_unknown| signpost_hours::Zone::named(&directory.zone))
        .map_or_else(
            |_unknown| app.snapshot().town_zone().day(now),
            |zone| zone.day(now),
        )
}

/// The answer to an edit; the same again when it is asked for again.
pub(super) fn acknowledged(
    asked: &Asked<'_>,
    edited: Edited,
    edition: signpost_domain::Edition,
    status: StatusCode,
) -> HttpResponse {
    let tag = format!("\"{}\"", tag_words(edited.sequence, edition));
    HttpResponse::build(status)
        .insert_header((header::ETAG, tag.as_str()))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(json!({
            "site": asked.slug,
            "version": edited.sequence,
            "etag": tag,
            "edition": edition,
        }))
}
