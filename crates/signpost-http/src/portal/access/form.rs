//! A form that was sent: small, from one of our own pages, by who is signed in.

use std::{future::Future, pin::Pin};

use actix_web::{FromRequest, HttpMessage as _, HttpRequest, dev::Payload, http::header, web};

use super::{Actor, kept::Kept};
use crate::{ApiError, limits};

/// The name of the field that proves that a form is ours.
pub(crate) const CSRF: &str = "csrf";

/// The fields of a form, in their order.
#[derive(Debug)]
pub(crate) struct Form(pub Vec<(String, String)>);

impl Form {
    /// The first value of a field, without space around it; empty when it is not there.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// The first value of a field as it was typed.
    pub(crate) fn raw(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(own, _)| own == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    /// Every value of a field that may be there more than once.
    pub(crate) fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        let same = self.0.iter().filter(move |(own, _)| own == name);
        same.map(|(_, value)| value.as_str())
    }

    /// Whether a field is there: a ticked box, the button that was pressed.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(own, _)| own == name)
    }
}

impl FromRequest for Form {
    type Error = ApiError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ApiError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, mut payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let fields = read(&request, &mut payload).await?;
            let proof = fields.iter().find(|(name, _)| name == CSRF);
            let proven = match request.extensions().get::<Actor>() {
                // Nobody is signed in: there is no session in whose name something could be done.
                None => true,
                Some(actor) => proof.is_some_and(|(_, value)| same(&actor.csrf, value)),
            };
            let fields: Vec<(String, String)> = fields
                .into_iter()
                .filter(|(name, _)| name != CSRF)
                .collect();
            if !proven {
                // Most often a page of a session before this one: the gate asks whether to send it again.
                if says_it_is_from_here(&request) {
                    request.extensions_mut().insert(Kept(fields));
                }
                return Err(ApiError::Forbidden);
            }
            Ok(Self(fields))
        })
    }
}

/// The fields of a form of one of our own pages, with what proves it.
pub(super) async fn read(
    request: &HttpRequest,
    payload: &mut Payload,
) -> Result<Vec<(String, String)>, ApiError> {
    if !is_from_here(request) {
        return Err(ApiError::Forbidden);
    }
    let is_form = request
        .content_type()
        .eq_ignore_ascii_case("application/x-www-form-urlencoded");
    if !is_form {
        return Err(ApiError::MediaType {
            detail: "send a form: application/x-www-form-urlencoded".to_owned(),
        });
    }
    let body = limits::body(
        web::Payload::from_request(request, payload)
            .await
            .map_err(ApiError::internal)?,
    )
    .await?;
    let text = std::str::from_utf8(&body).map_err(ApiError::body)?;
    Ok(web::Query::<Vec<(String, String)>>::from_query(text)
        .map_err(ApiError::body)?
        .into_inner())
}

/// Whether the browser says so itself. Old ones say nothing, which is enough only together with what proves the session.
pub(super) fn says_it_is_from_here(request: &HttpRequest) -> bool {
    let speaks = |name: &str| request.headers().contains_key(name);
    is_from_here(request) && (speaks("sec-fetch-site") || speaks(header::ORIGIN.as_str()))
}

/// Whether the browser says that one of our own pages sent this.
fn is_from_here(request: &HttpRequest) -> bool {
    let text = |name: &str| {
        request
            .headers()
            .get(name)
            .map(|value| value.to_str().unwrap_or("not plain"))
    };
    if let Some(site) = text("sec-fetch-site") {
        return site == "same-origin";
    }
    let host = text(header::HOST.as_str()).unwrap_or_default();
    match text(header::ORIGIN.as_str()) {
        None => true,
        Some(origin) => origin
            .split_once("://")
            .is_some_and(|(_scheme, own)| own == host),
    }
}

/// Compares without telling by its duration how much was right.
fn same(expected: &str, given: &str) -> bool {
    expected.len() == given.len()
        && expected
            .bytes()
            .zip(given.bytes())
            .fold(0, |differs, (left, right)| differs | (left ^ right))
            == 0
}
