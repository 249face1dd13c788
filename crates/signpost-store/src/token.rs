//! Tokens with which an agency's own system changes its sites.

use jiff::Timestamp;
use signpost_domain::OrganizationId;

use crate::{Store, StoreError};

/// A token that was just made.
#[derive(Clone, PartialEq, Eq)]
pub struct NewToken {
    /// Its number, for disabling it.
    pub id: i64,
    /// The token itself; it cannot be read again.
    pub secret: String,
}

/// Whose token it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenOwner {
    /// Whose sites it may change.
    pub organization: OrganizationId,
    /// What it is for.
    pub label: String,
    /// Its number.
    pub id: i64,
}

impl Store {
    /// Makes a token for one organization.
    pub async fn add_token(
        &self,
        organization: &OrganizationId,
        label: &str,
        at: Timestamp,
    ) -> Result<NewToken, StoreError> {
        let _ = (label, at);
        Err(StoreError::NoSuchOrganization {
            id: organization.clone(),
        })
    }

    /// Whose token this is; `None` when it is none of ours or disabled.
    pub async fn token_owner(&self, secret: &str) -> Result<Option<TokenOwner>, StoreError> {
        let _ = secret;
        Ok(None)
    }

    /// Ends a token at once.
    pub async fn disable_token(&self, id: i64, at: Timestamp) -> Result<(), StoreError> {
        let _ = at;
        Err(StoreError::NoSuchToken { id })
    }
}
