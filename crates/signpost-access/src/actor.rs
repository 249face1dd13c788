//! Who is signed in.

use std::future::{Ready, ready};

use actix_web::{FromRequest, HttpMessage as _, HttpRequest, dev::Payload};
use jiff::Timestamp;
use signpost_domain::OrganizationId;
pub use signpost_store::Role;
use signpost_store::{AccountId, author_of};

use signpost_web::ApiError;

/// Who is signed in and was let in here. A handler that takes one runs only behind the gate.
#[derive(Clone, PartialEq, Eq)]
pub struct Actor {
    /// The number of their account.
    pub account: i64,
    /// Their name.
    pub name: String,
    /// What they sign in with.
    pub email: String,
    /// What they are.
    pub role: Role,
    /// Whether a second step is asked of them.
    pub has_totp: bool,
    /// What their forms prove themselves by.
    pub csrf: String,
    /// What the cookie of their session holds.
    pub session: String,
    /// When they last showed a password or a code again.
    pub proven_at: Option<Timestamp>,
}

impl Actor {
    /// How rows name them: "account 7 (cedar-circle)", "account 2 (steward)". Readers see a name instead, see [`crate::Authors`].
    pub fn author(&self) -> String {
        let part = self
            .role
            .organization()
            .map_or(self.role.word(), OrganizationId::as_str);
        author_of(AccountId(self.account), part)
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
