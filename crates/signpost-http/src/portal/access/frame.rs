//! What stands around every page of the portal.

use std::ops::Deref;

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, http::header};
use askama::Template;

use super::Actor;
use crate::{ApiError, App, pages::Frame};

/// The frame of a public page, and who is signed in.
pub(crate) struct PortalFrame {
    frame: Frame,
    /// Who is signed in.
    pub who: Actor,
}

impl PortalFrame {
    /// The frame of the page that was asked for.
    pub(crate) fn of(request: &HttpRequest, app: &App, who: &Actor) -> Self {
        Self {
            frame: Frame::of(request, &app.snapshot(), app.now()),
            who: who.clone(),
        }
    }
}

impl Deref for PortalFrame {
    type Target = Frame;

    fn deref(&self) -> &Frame {
        &self.frame
    }
}

/// A page as an answer: 200, or 422 for a form that came back.
pub(crate) fn page(
    f: &PortalFrame,
    page: &impl Template,
    fine: bool,
) -> Result<HttpResponse, ApiError> {
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
        .body(body))
}
