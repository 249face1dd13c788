//! How rows name who answers for something.

use super::AccountId;

/// How rows name somebody who signs in: by the number of the account, never by their name.
///
/// A name may change, may be somebody else's too, and would stay for good. `part` is what they were then: an organization's id, or the word of a role.
///
/// # Examples
/// ```
/// use signpost_store::{AccountId, account_in, author_of};
/// let author = author_of(AccountId(12), "cedar-circle");
/// assert_eq!(author, "account 12 (cedar-circle)");
/// assert_eq!(account_in(&author), Some((AccountId(12), "cedar-circle")));
/// ```
#[must_use]
pub fn author_of(account: AccountId, part: &str) -> String {
    format!("account {account} ({part})")
}

/// The account that such words name, and what its owner was then; `None` for all others: a token, a command, a name of an earlier release.
#[must_use]
pub fn account_in(author: &str) -> Option<(AccountId, &str)> {
    let (number, part) = author.strip_prefix("account ")?.split_once(" (")?;
    let digits = number.bytes().all(|byte| byte.is_ascii_digit());
    let id = number.parse().ok().filter(|_| digits)?;
    Some((AccountId(id), part.strip_suffix(')')?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_written_so_names_an_account() {
        for other in [
            "Ana (cedar-circle)",
            "account (steward)",
            "account +1 (steward)",
            "account 1",
            "account 1 (steward",
            "cedar-circle (account 1 (steward), token 3)",
            "command line",
        ] {
            assert_eq!(account_in(other), None, "{other}");
        }
    }
}
