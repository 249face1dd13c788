//! Tokens with which an agency's own system changes its sites.

use std::fmt;

use jiff::Timestamp;
use signpost_domain::OrganizationId;

use crate::{
    Store, StoreError,
    chain::{digest, hexadecimal},
    rows::{self, Cells},
};

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

/// Never shows the secret, so that no log can.
impl fmt::Debug for NewToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewToken")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// What a token begins with, so that tools that look for lost secrets know it.
const PREFIX: &str = "signpost_";

/// 256 bits from the operating system. Nothing slower than one round of SHA-256 is needed to keep such a secret.
fn secret() -> Result<String, StoreError> {
    let mut bits = [0_u8; 32];
    getrandom::fill(&mut bits).map_err(|error| StoreError::Io {
        doing: "asking the system for random bits".to_owned(),
        source: std::io::Error::other(error.to_string()),
    })?;
    Ok(format!("{PREFIX}{}", hexadecimal(&bits)))
}

fn hash(secret: &str) -> String {
    hexadecimal(&digest("signpost token 1", &[Some(secret)]))
}

impl Store {
    /// Makes a token for one organization. The secret is in the answer and nowhere else: only its SHA-256 is stored.
    ///
    /// # Errors
    /// [`StoreError::NoSuchOrganization`], and when the database cannot be written.
    pub async fn add_token(
        &self,
        organization: &OrganizationId,
        label: &str,
        at: Timestamp,
    ) -> Result<NewToken, StoreError> {
        let secret = secret()?;
        let mut session = self.writing().await?;
        let outcome = async {
            if rows::organization(&mut session, organization)
                .await?
                .is_none()
            {
                return Err(StoreError::NoSuchOrganization {
                    id: organization.clone(),
                });
            }
            let done = sqlx::query(
                "INSERT INTO tokens (organization, label, hash, made_at) VALUES (?, ?, ?, ?)",
            )
            .bind(organization.as_str())
            .bind(label)
            .bind(hash(&secret))
            .bind(at.to_string())
            .execute(&mut *session)
            .await?;
            Ok(done.last_insert_rowid())
        }
        .await;
        let id = self.settle(session, outcome).await?;
        Ok(NewToken { id, secret })
    }

    /// Whose token this is; `None` when it is none of ours, is disabled, or its organization is gone.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn token_owner(&self, secret: &str) -> Result<Option<TokenOwner>, StoreError> {
        let found: Option<(i64, String, String)> = sqlx::query_as(
            "SELECT tokens.id, organization, label FROM tokens JOIN organizations ON organizations.id = organization
             WHERE hash = ? AND disabled_at IS NULL",
        )
        .bind(hash(secret))
        .fetch_optional(self.readers())
        .await?;
        found
            .map(|(id, organization, label)| {
                let key = id.to_string();
                let cells = Cells {
                    table: "tokens",
                    row: &key,
                };
                Ok(TokenOwner {
                    organization: cells.parsed("organization", &organization)?,
                    label,
                    id,
                })
            })
            .transpose()
    }

    /// Ends a token at once.
    ///
    /// # Errors
    /// [`StoreError::NoSuchToken`] when there is none that could be disabled, and when the database cannot be written.
    pub async fn disable_token(&self, id: i64, at: Timestamp) -> Result<(), StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            let done = sqlx::query(
                "UPDATE tokens SET disabled_at = ? WHERE id = ? AND disabled_at IS NULL",
            )
            .bind(at.to_string())
            .bind(id)
            .execute(&mut *session)
            .await?;
            if done.rows_affected() == 0 {
                return Err(StoreError::NoSuchToken { id });
            }
            Ok(())
        }
        .await;
        self.settle(session, outcome).await
    }
}
