//! An account as it is stored.

use crate::{
    error::StoreError,
    model::{Account, AccountId, Role},
    rows::Cells,
};

#[derive(sqlx::FromRow)]
pub(super) struct AccountRow {
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

/// What a [`AccountRow`] is made of.
pub(super) const ACCOUNT_COLUMNS: &str = "accounts.id, accounts.name, email, role, accounts.organization, lang, password IS NOT NULL AS has_password, \
     totp IS NOT NULL AS has_totp, accounts.made_at, disabled_at, signed_in_on";

impl TryFrom<AccountRow> for Account {
    type Error = StoreError;

    fn try_from(row: AccountRow) -> Result<Self, StoreError> {
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
