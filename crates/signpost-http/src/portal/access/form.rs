//! A form that was sent: small, from one of our own pages, by who is signed in.

use std::{future::Future, pin::Pin};

use actix_web::{FromRequest, HttpMessage as _, HttpRequest, dev::Payload, http::header, web};

use super::Actor;
use crate::{ApiError, limits};

/// The name of the field that proves that a form is ours.
pub(crate) const CSRF: &str = "csrf";

/// The fields of a form, in their order.
#[derive(Debug)]
pub(crate) struct Form(pub Vec<(String, String)>);

impl FromRequest for Form {
    type Error = ApiError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ApiError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, mut payload) = (request.clone(), payload.take());
        Box::pin(async move {
            if !is_from_here(&request) {
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
                web::Payload::from_request(&request, &mut payload)
                    .await
                    .map_err(ApiError::internal)?,
            )
            .await?;
            let text = std::str::from_utf8(&body).map_err(ApiError::body)?;
            let fields = web::Query::<Vec<(String, String)>>::from_query(text)
                .map_err(ApiError::body)?
                .into_inner();
            let proof = fields.iter().find(|(name, _)| name == CSRF);
            let proven = request.extensions().get::<Actor>().is_some_and(|actor| {
                proof.is_some_and(|(_, value)| *value == actor.csrf) && !actor.csrf.is_empty()
            });
            if !proven {
                return Err(ApiError::Forbidden);
            }
            Ok(Self(
                fields
                    .into_iter()
                    .filter(|(name, _)| name != CSRF)
                    .collect(),
            ))
        })
    }
}

/// Whether a browser says that the form stood on a page of ours.
fn is_from_here(request: &HttpRequest) -> bool {
    let text = |name: &str| {
        let value = request.headers().get(name)?;
        value.to_str().ok()
    };
    let site = text("sec-fetch-site").unwrap_or("same-origin");
    let own = text(header::HOST.as_str()).unwrap_or_default();
    let from = text(header::ORIGIN.as_str())
        .and_then(|origin| origin.split_once("://"))
        .map_or(own, |(_, host)| host);
    site == "same-origin" && from == own
}
