//! Making accounts, and finding them.

use signpost_domain::OrganizationId;

use super::{
    event::note,
    row::{ACCOUNT_COLUMNS, AccountRow},
};
use crate::{
    chain::hexadecimal,
    error::StoreError,
    model::{Account, AccountId, EventKind, NewAccount},
    rows::organization,
    secret::random,
    store::Store,
};

impl Store {
    /// Makes an account without a password; a one-time link lets its owner set one.
    ///
    /// # Errors
    /// [`StoreError::EmailTaken`], [`StoreError::NoSuchOrganization`], and when the database cannot be written.
    pub async fn add_account(&self, new: NewAccount) -> Result<AccountId, StoreError> {
        let email = new.email.trim().to_lowercase();
        let mark = hexadecimal(&random::<16>()?);
        let mut session = self.writing_whatever_is_lost().await?;
        let outcome = async {
            if let Some(of) = new.role.organization()
                && organization(&mut session, of).await?.is_none()
            {
                return Err(StoreError::NoSuchOrganization {
                    id: of.clone(),
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
                "INSERT INTO accounts (name, email, role, organization, lang, made_at, mark) VALUES (?, ?, ?, ?, ?, ?, ?)",
            )
            .bind(&new.name)
            .bind(&email)
            .bind(new.role.word())
            .bind(new.role.organization().map(OrganizationId::as_str))
            .bind(new.lang.tag())
            .bind(new.at.to_string())
            .bind(&mark)
            .execute(&mut *session)
            .await?;
            let id = AccountId(made.last_insert_rowid());
            note(&mut session, id, &new.by, EventKind::Invited, new.at).await?;
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
        let rows: Vec<AccountRow> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
            "SELECT {ACCOUNT_COLUMNS} FROM accounts ORDER BY name, id"
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
        let row: Option<AccountRow> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
            "SELECT {ACCOUNT_COLUMNS} FROM accounts WHERE {condition}"
        )))
        .bind(value)
        .fetch_optional(self.readers())
        .await?;
        row.map(Account::try_from).transpose()
    }
}
