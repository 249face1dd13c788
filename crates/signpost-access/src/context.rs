//! What stands around every page of the portal.

use std::ops::Deref;

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, http::header};
use askama::Template;
use jiff::civil::Date;

use crate::{Act, Actor, Owner, Verdict, may};
use signpost_answers::Speaker;
use signpost_web::{ApiError, App, Outage, PageContext};

/// The context of a public page, and who is signed in.
pub struct PortalContext {
    frame: PageContext,
    /// Who is signed in.
    pub who: Actor,
    /// The civil day in town.
    pub day: Date,
    path: String,
    /// What is wrong with the database, for those who can have it mended.
    outage: Option<Outage>,
}

impl PortalContext {
    /// The context of the page that was asked for.
    pub fn of(request: &HttpRequest, app: &App, who: &Actor) -> Self {
        Self {
            frame: PageContext::of(request, &app.snapshot(), app.now()),
            who: who.clone(),
            day: app.snapshot().town_zone().day(app.now()),
            path: request.path().to_owned(),
            outage: app
                .live()
                .outage()
                .filter(|_| may(&who.role, Act::Review, Owner::Nobody) == Verdict::Yes),
        }
    }
}

impl PortalContext {
    /// How it speaks, for what is worded elsewhere.
    #[must_use]
    pub fn speaker(&self) -> Speaker {
        *self.frame
    }

    /// What is wrong with the database and what to do, for stewards; `None` when nothing is, and for others.
    #[must_use]
    pub fn trouble(&self) -> Option<String> {
        let outage = self.outage?;
        Some(self.t(&format!("outage-{}", outage.code())))
    }

    /// Whether who reads this may do what stewards do.
    #[must_use]
    pub fn is_steward(&self) -> bool {
        may(&self.who.role, Act::Review, Owner::Nobody) == Verdict::Yes
    }

    /// The sections they may enter: address, word, whether this page is in it.
    #[must_use]
    pub fn sections(&self) -> Vec<(String, String, bool)> {
        [
            (Act::SeeOwn, "/agency", "portal-agency"),
            (Act::Review, "/steward", "portal-steward"),
            (Act::SeeServicing, "/disposal/service", "portal-servicing"),
            (Act::OwnAccount, "/account", "portal-account"),
        ]
        .into_iter()
        .filter(|(act, ..)| may(&self.who.role, *act, Owner::Nobody) == Verdict::Yes)
        .map(|(_, path, key)| {
            let path = self.link(path);
            let here = self.path.starts_with(&path);
            (path, self.t(key), here)
        })
        .collect()
    }
}

/// A page for who is not signed in.
pub fn signed_out_page(
    f: &PageContext,
    page: &impl Template,
    status: StatusCode,
) -> Result<HttpResponse, ApiError> {
    let body = page.render().map_err(ApiError::internal)?;
    Ok(HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_LANGUAGE, f.lang.tag()))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::REFERRER_POLICY, "same-origin"))
        .body(body))
}

impl Deref for PortalContext {
    type Target = PageContext;

    fn deref(&self) -> &PageContext {
        &self.frame
    }
}

/// A page as an answer: 200, or 422 for a form that came back.
pub fn page(f: &PortalContext, page: &impl Template, fine: bool) -> Result<HttpResponse, ApiError> {
    let body = page.render().map_err(ApiError::internal)?;
    let status = if fine {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok(HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_LANGUAGE, f.lang.tag()))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        // With "no-referrer" a browser would not tell us that a form is from here.
        .insert_header((header::REFERRER_POLICY, "same-origin"))
        .body(body))
}
