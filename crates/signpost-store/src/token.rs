//! Tokens with which an agency's own system changes its sites.

use std::fmt;

use jiff::{Timestamp, civil::Date};
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
    /// The last day it was used, as far as [`Store::token_used`] was told.
    pub last_used: Option<Date>,
}

/// A token in a list; its secret is known to nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its number, and whose it is.
    pub owner: TokenOwner,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it was ended.
    pub disabled_at: Option<Timestamp>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    organization: String,
    label: String,
    made_at: String,
    disabled_at: Option<String>,
    last_used: Option<String>,
}

impl TryFrom<Row> for Token {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let key = row.id.to_string();
        let cells = Cells {
            table: "tokens",
            row: &key,
        };
        Ok(Self {
            made_at: cells.parsed("made_at", &row.made_at)?,
            disabled_at: cells.maybe("disabled_at", row.disabled_at.as_deref())?,
            owner: TokenOwner {
                organization: cells.parsed("organization", &row.organization)?,
                label: row.label,
                id: row.id,
                last_used: cells.day("last_used", row.last_used.as_deref())?,
            },
        })
    }
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
pub(crate) fn secret(prefix: &str) -> Result<String, StoreError> {
    let mut bits = [0_u8; 32];
    getrandom::fill(&mut bits).map_err(|error| StoreError::Io {
        doing: "asking the system for random bits".to_owned(),
        source: std::io::Error::other(error.to_string()),
    })?;
    Ok(format!("{prefix}{}", hexadecimal(&bits)))
}

/// What is stored of such a secret. `kind` keeps a session from passing for a token.
pub(crate) fn hash(kind: &str, secret: &str) -> String {
    hexadecimal(&digest(&format!("signpost {kind} 1"), &[Some(secret)]))
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
        let secret = secret(PREFIX)?;
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
            .bind(hash("token", &secret))
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
        let found: Option<Row> = sqlx::query_as(
            "SELECT tokens.* FROM tokens JOIN organizations ON organizations.id = organization
             WHERE hash = ? AND disabled_at IS NULL",
        )
        .bind(hash("token", secret))
        .fetch_optional(self.readers())
        .await?;
        let found = found.map(Token::try_from).transpose()?;
        Ok(found.map(|token| token.owner))
    }

    /// Every token ever made, the newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn tokens(&self) -> Result<Vec<Token>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as("SELECT * FROM tokens ORDER BY id DESC")
            .fetch_all(self.readers())
            .await?;
        rows.into_iter().map(Token::try_from).collect()
    }

    /// Notes that a token was used on a day. The day, not the moment: it is there to tell which tokens nobody uses any more.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn token_used(&self, id: i64, day: Date) -> Result<(), StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            sqlx::query("UPDATE tokens SET last_used = ? WHERE id = ?")
                .bind(day.to_string())
                .bind(id)
                .execute(&mut *session)
                .await?;
            Ok(())
        }
        .await;
        self.settle(session, outcome).await
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
