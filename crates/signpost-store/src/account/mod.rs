//! People who sign in: who they are, what they may do, and what happened to their accounts.

mod change;
mod event;
mod link;
mod second_step;
mod session;
mod sign_in;

use std::fmt;

use jiff::{Timestamp, civil::Date};
use serde::Serialize;
use signpost_domain::{Lang, OrganizationId};
use sqlx::SqliteConnection;

pub use self::{
    event::{AccountEvent, EventKind},
    link::OneTimeLink,
    second_step::SecondStep,
    session::{NewSession, OpenSession, SessionOwner, SessionTimes},
    sign_in::{Attempt, Attempts, Credentials, KnownBrowser, Standing},
};
use crate::{Store, StoreError, rows::Cells};

/// The number of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct AccountId(pub i64);

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What somebody is here for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// Keeps the sites of one organization true.
    Editor(OrganizationId),
    /// Looks after used needles for the city.
    Subcommittee,
    /// The working group: review, accounts, the plan.
    Steward,
}

impl Role {
    /// As it is stored.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Editor(_) => "editor",
            Self::Subcommittee => "subcommittee",
            Self::Steward => "steward",
        }
    }

    /// The organization of an editor.
    #[must_use]
    pub const fn organization(&self) -> Option<&OrganizationId> {
        match self {
            Self::Editor(organization) => Some(organization),
            Self::Subcommittee | Self::Steward => None,
        }
    }
}

/// Somebody who may sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its number.
    pub id: AccountId,
    /// As it stands in the history.
    pub name: String,
    /// In lower case; also what is typed to sign in.
    pub email: String,
    /// What they may do.
    pub role: Role,
    /// In which language to write to them.
    pub lang: Lang,
    /// Whether a password was set; before that only a one-time link opens the account.
    pub has_password: bool,
    /// Whether a second step is asked for.
    pub has_totp: bool,
    /// When it was made.
    pub made_at: Timestamp,
    /// Since when nobody may sign in with it.
    pub disabled_at: Option<Timestamp>,
    /// The last day its owner signed in.
    pub signed_in_on: Option<Date>,
}

/// An account to make.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// As it shall stand in the history.
    pub name: String,
    /// An e-mail address; kept in lower case.
    pub email: String,
    /// What they may do.
    pub role: Role,
    /// In which language to write to them.
    pub lang: Lang,
    /// Who makes it.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    id: i64,
    name: String,
    email: String,
    role: String,
    organization: Option<String>,
    lang: String,
    has_password: bool,
    has_totp: bool,
    made_at: String,
    disabled_at: Option<String>,
    signed_in_on: Option<String>,
}

/// What a [`Row`] is made of.
pub(crate) const COLUMNS: &str = "accounts.id, accounts.name, email, role, accounts.organization, lang, password IS NOT NULL AS has_password, \
     totp IS NOT NULL AS has_totp, accounts.made_at, disabled_at, signed_in_on";

impl TryFrom<Row> for Account {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let key = row.id.to_string();
        let cells = Cells {
            table: "accounts",
            row: &key,
        };
        let role = match (row.role.as_str(), row.organization) {
            ("editor", Some(organization)) => {
                Role::Editor(cells.parsed("organization", &organization)?)
            }
            ("subcommittee", None) => Role::Subcommittee,
            ("steward", None) => Role::Steward,
            _ => return Err(cells.fault("role")),
        };
        Ok(Self {
            id: AccountId(row.id),
            name: row.name,
            email: row.email,
            role,
            lang: cells.parsed("lang", &row.lang)?,
            has_password: row.has_password,
            has_totp: row.has_totp,
            made_at: cells.parsed("made_at", &row.made_at)?,
            disabled_at: cells.maybe("disabled_at", row.disabled_at.as_deref())?,
            signed_in_on: cells.day("signed_in_on", row.signed_in_on.as_deref())?,
        })
    }
}

impl Store {
    /// Makes an account without a password; a one-time link lets its owner set one.
    ///
    /// # Errors
    /// [`StoreError::EmailTaken`], [`StoreError::NoSuchOrganization`], and when the database cannot be written.
    pub async fn add_account(&self, new: NewAccount) -> Result<AccountId, StoreError> {
        let email = new.email.trim().to_lowercase();
        let mut session = self.writing().await?;
        let outcome = async {
            if let Some(organization) = new.role.organization()
                && crate::rows::organization(&mut session, organization).await?.is_none()
            {
                return Err(StoreError::NoSuchOrganization {
                    id: organization.clone(),
                });
            }
            let taken: Option<i64> = sqlx::query_scalar("SELECT id FROM accounts WHERE email = ?")
                .bind(&email)
                .fetch_optional(&mut *session)
                .await?;
            if taken.is_some() {
                return Err(StoreError::EmailTaken);
            }
            let made = sqlx::query(
                "INSERT INTO accounts (name, email, role, organization, lang, made_at) VALUES (?, ?, ?, ?, ?, ?)",
            )
            .bind(&new.name)
            .bind(&email)
            .bind(new.role.word())
            .bind(new.role.organization().map(OrganizationId::as_str))
            .bind(new.lang.tag())
            .bind(new.at.to_string())
            .execute(&mut *session)
            .await?;
            let id = AccountId(made.last_insert_rowid());
            event::note(&mut session, id, &new.by, EventKind::Invited, new.at).await?;
            Ok(id)
        }
        .await;
        self.settle(session, outcome).await
    }

    /// Every account, by name.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
            "SELECT {COLUMNS} FROM accounts ORDER BY name, id"
        )))
        .fetch_all(self.readers())
        .await?;
        rows.into_iter().map(Account::try_from).collect()
    }

    /// One account.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn account(&self, id: AccountId) -> Result<Option<Account>, StoreError> {
        self.find_account("accounts.id = ?", &id.0.to_string())
            .await
    }

    /// The account that signs in with this address.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn account_of(&self, email: &str) -> Result<Option<Account>, StoreError> {
        self.find_account("email = ?", &email.trim().to_lowercase())
            .await
    }

    /// `condition` is one of the two above, never what somebody typed.
    async fn find_account(
        &self,
        condition: &'static str,
        value: &str,
    ) -> Result<Option<Account>, StoreError> {
        let row: Option<Row> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
            "SELECT {COLUMNS} FROM accounts WHERE {condition}"
        )))
        .bind(value)
        .fetch_optional(self.readers())
        .await?;
        row.map(Account::try_from).transpose()
    }
}

/// Ends every session and every open link of an account.
async fn end_access(db: &mut SqliteConnection, id: AccountId) -> Result<(), StoreError> {
    for table in [
        "DELETE FROM sessions WHERE account = ?",
        "DELETE FROM one_time_links WHERE account = ?",
    ] {
        sqlx::query(table).bind(id.0).execute(&mut *db).await?;
    }
    Ok(())
}
