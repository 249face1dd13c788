//! Who is signed in.

use std::future::{Ready, ready};

use actix_web::{FromRequest, HttpMessage as _, HttpRequest, dev::Payload};
use signpost_domain::OrganizationId;

use crate::ApiError;

/// What somebody is to the portal.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    not(test),
    expect(dead_code, reason = "sessions make them, and there are none yet")
)]
pub(crate) enum Role {
    /// Keeps the sites of one organization.
    Editor(OrganizationId),
    /// Of the city's subcommittee on needle waste.
    Subcommittee,
    /// Of the working group.
    Steward,
}

/// Who is signed in. A handler that takes one runs only behind the gate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Actor {
    /// The number of their account.
    pub account: i64,
    /// Their name.
    pub name: String,
    /// What they are.
    pub role: Role,
    /// What their forms prove themselves by.
    pub csrf: String,
}

impl Actor {
    /// How the history names them: "Ana (cedar-circle)".
    pub(crate) fn author(&self) -> String {
        let place = match &self.role {
            Role::Editor(organization) => organization.as_str(),
            Role::Subcommittee => "subcommittee",
            Role::Steward => "steward",
        };
        format!("{} ({place})", self.name)
    }
}

impl FromRequest for Actor {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        let found = request.extensions().get::<Self>().cloned();
        ready(found.ok_or_else(|| ApiError::internal("a page of the portal without its gate")))
    }
}
