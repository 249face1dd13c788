//! Names for readers: rows know who answers for something by the number of an account.

use std::collections::BTreeMap;

use signpost_store::{AccountId, Store, account_in};
use signpost_web::ApiError;

/// The name of every account, read once for a page.
#[derive(Default)]
pub struct Authors(BTreeMap<AccountId, String>);

impl Authors {
    /// As they are called now.
    pub async fn read(store: &Store) -> Result<Self, ApiError> {
        let accounts = store.accounts().await?.into_iter();
        Ok(Self(accounts.map(|one| (one.id, one.name)).collect()))
    }

    /// Who that is: "Ana (cedar-circle)". What names no account of ours stays as it is: a token, a command, a name of an earlier release.
    #[must_use]
    pub fn named(&self, author: &str) -> String {
        let known = account_in(author).and_then(|(id, part)| Some((self.0.get(&id)?, part)));
        known.map_or_else(
            || author.to_owned(),
            |(name, part)| format!("{name} ({part})"),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_named_and_anybody_else_stays_who_they_are() {
        let authors = Authors([(AccountId(7), "Ana".to_owned())].into());
        for (row, read) in [
            ("account 7 (cedar-circle)", "Ana (cedar-circle)"),
            ("account 8 (steward)", "account 8 (steward)"),
            ("Ana (cedar-circle)", "Ana (cedar-circle)"),
            (
                "cedar-circle (beds, token 7)",
                "cedar-circle (beds, token 7)",
            ),
        ] {
            assert_eq!(authors.named(row), read);
        }
    }
}
