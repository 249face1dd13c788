//! A form that was sent: small, from one of our own pages, by who is signed in.

use std::{future::Future, pin::Pin};

use actix_web::{FromRequest, HttpMessage as _, HttpRequest, dev::Payload};
use signpost_web::{
    ApiError,
    form::{form_fields, says_it_is_from_here},
};
use subtle::ConstantTimeEq as _;

use crate::{
    Actor,
    kept_form::{CSRF, FormToResume},
};

/// The fields of a form, in their order.
#[derive(Debug)]
pub struct Form(pub Vec<(String, String)>);

impl Form {
    /// The first value of a field, without space around it; empty when it is not there.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// The first value of a field as it was typed.
    #[must_use]
    pub fn raw(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(own, _)| own == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    /// Every value of a field that may be there more than once.
    pub fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        let same = self.0.iter().filter(move |(own, _)| own == name);
        same.map(|(_, value)| value.as_str())
    }

    /// Whether a field is there: a ticked box, the button that was pressed.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(own, _)| own == name)
    }
}

impl FromRequest for Form {
    type Error = ApiError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ApiError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, mut payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let read = request.extensions_mut().remove::<ReadForm>();
            let fields = match read {
                Some(ReadForm(fields)) => fields,
                None => form_fields(&request, &mut payload).await?,
            };
            let who = request.extensions().get::<Actor>().cloned();
            // Nobody is signed in: there is no session in whose name something could be done.
            let proven = who.as_ref().is_none_or(|who| is_proven(who, &fields));
            if let Some(who) = who.filter(|_| !proven) {
                // Most often a page of a session before this one: the gate asks whether to send it again, when the same person typed it.
                if says_it_is_from_here(&request)
                    && let Some(form) = FormToResume::of(fields)
                    && form.is_by(&who.csrf)
                {
                    request.extensions_mut().insert(form);
                }
                return Err(ApiError::Forbidden);
            }
            let own = fields.into_iter().filter(|(name, _)| name != CSRF);
            Ok(Self(own.collect()))
        })
    }
}

/// A form that was read before its handler took it.
pub struct ReadForm(pub Vec<(String, String)>);

/// Whether a form proves to be of the session of who is signed in.
pub fn is_proven(who: &Actor, fields: &[(String, String)]) -> bool {
    let proof = fields.iter().find(|(name, _)| name == CSRF);
    proof.is_some_and(|(_, value)| same(&who.csrf, value))
}

/// Compares without telling by its duration how much was right.
fn same(expected: &str, given: &str) -> bool {
    expected.as_bytes().ct_eq(given.as_bytes()).into()
}
