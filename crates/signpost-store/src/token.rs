//! Tokens with which an agency's own system changes its sites.

use jiff::{Timestamp, ToSpan as _, civil::Date, tz::TimeZone};
use signpost_domain::OrganizationId;

use crate::{
    error::StoreError,
    model::{NewToken, Token, TokenOwner, TokenRequest},
    rows::{self, Cells},
    secret::{hash, secret},
    store::Store,
};

#[derive(sqlx::FromRow)]
struct TokenRow {
    id: i64,
    organization: String,
    label: String,
    made_at: String,
    disabled_at: Option<String>,
    last_used: Option<String>,
    last_day: Option<String>,
    made_by: Option<String>,
}

impl TryFrom<TokenRow> for Token {
    type Error = StoreError;

    fn try_from(row: TokenRow) -> Result<Self, StoreError> {
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
                last_day: cells.day("last_day", row.last_day.as_deref())?,
            },
            made_by: row.made_by,
        })
    }
}

/// What a token begins with, so that tools that look for lost secrets know it.
const PREFIX: &str = "signpost_";

impl Store {
    /// Makes a token for one organization that is good for a year. The secret is in the answer and nowhere else: only its SHA-256 is stored.
    ///
    /// # Errors
    /// As [`Store::make_token`].
    pub async fn add_token(
        &self,
        organization: &OrganizationId,
        label: &str,
        at: Timestamp,
    ) -> Result<NewToken, StoreError> {
        let today = at.to_zoned(TimeZone::UTC).date();
        self.make_token(TokenRequest {
            organization: organization.clone(),
            label: label.to_owned(),
            last_day: today.saturating_add(1.year()),
            by: None,
            at,
        })
        .await
    }

    /// Makes a token for one organization. The secret is in the answer and nowhere else: only its SHA-256 is stored.
    ///
    /// # Errors
    /// [`StoreError::NoSuchOrganization`], and when the database cannot be written.
    pub async fn make_token(&self, wanted: TokenRequest) -> Result<NewToken, StoreError> {
        let organization = &wanted.organization;
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
                "INSERT INTO tokens (organization, label, hash, made_at, last_day, made_by) VALUES (?, ?, ?, ?, ?, ?)",
            )
            .bind(organization.as_str())
            .bind(&wanted.label)
            .bind(hash("token", &secret))
            .bind(wanted.at.to_string())
            .bind(wanted.last_day.to_string())
            .bind(&wanted.by)
            .execute(&mut *session)
            .await?;
            Ok(done.last_insert_rowid())
        }
        .await;
        let id = self.settle(session, outcome).await?;
        Ok(NewToken { id, secret })
    }

    /// Whose token this is; `None` when it is none of ours, is disabled, its last day is over, or its organization is gone.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn token_owner(
        &self,
        secret: &str,
        today: Date,
    ) -> Result<Option<TokenOwner>, StoreError> {
        let found: Option<TokenRow> = sqlx::query_as(
            "SELECT tokens.* FROM tokens JOIN organizations ON organizations.id = organization
             WHERE hash = ? AND disabled_at IS NULL AND (last_day IS NULL OR last_day >= ?)",
        )
        .bind(hash("token", secret))
        .bind(today.to_string())
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
        let rows: Vec<TokenRow> = sqlx::query_as("SELECT * FROM tokens ORDER BY id DESC")
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
