//! Passwords: hashed slowly, a few at a time, so that guessing costs the guesser more than us.

use argon2::{
    Argon2, PasswordHash, PasswordVerifier as _,
    password_hash::{PasswordHasher as _, SaltString, rand_core::OsRng},
};
use tokio::sync::Semaphore;

use crate::ApiError;

/// The shortest password, in characters.
pub(crate) const SHORTEST: usize = 8;
/// The longest, in characters: a passphrase is welcome, a book is not.
pub(crate) const LONGEST: usize = 200;

/// How many are hashed at once. Each takes 19 MiB and some tens of milliseconds; public pages must not wait for them.
static TURNS: Semaphore = Semaphore::const_new(1);

/// What is wrong with a new password: the key of a sentence.
pub(crate) fn fault(password: &str, about: &[&str]) -> Option<&'static str> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Some("password-short");
    }
    if length > LONGEST {
        return Some("password-long");
    }
    // 0 and 1 of 4: common words, names, keyboard rows, what is known about this person.
    (zxcvbn::zxcvbn(password, about).score() < zxcvbn::Score::Two).then_some("password-common")
}

/// The hash to store, as a PHC string of argon2id.
pub(crate) async fn hash(password: String) -> Result<String, ApiError> {
    slowly(move || {
        let salt = SaltString::generate(&mut OsRng);
        Argon2::default()
            .hash_password(password.as_bytes(), &salt)
            .map(|hash| hash.to_string())
            .map_err(ApiError::internal)
    })
    .await?
}

/// Whether the password is the one that was hashed. Without a hash it takes as long, and is not.
pub(crate) async fn is(password: String, stored: Option<String>) -> Result<bool, ApiError> {
    /// The hash of nothing anybody knows, with today's parameters.
    const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$c2lnbnBvc3QtMDAwMDAwMA$3v0sh5X1kP0uHkXoO2cV8xgq8Jt1nGk0qOe7p5w3Y1Y";
    slowly(move || {
        let known = stored.is_some();
        let stored = stored.unwrap_or_else(|| NOBODYS.to_owned());
        let Ok(hash) = PasswordHash::new(&stored) else {
            return false;
        };
        Argon2::default()
            .verify_password(password.as_bytes(), &hash)
            .is_ok()
            && known
    })
    .await
}

async fn slowly<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, ApiError> {
    let _turn = TURNS.acquire().await.map_err(ApiError::internal)?;
    actix_web::rt::task::spawn_blocking(work)
        .await
        .map_err(ApiError::internal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_ones_are_refused_and_passphrases_are_welcome() {
        assert_eq!(fault("short", &[]), Some("password-short"));
        for common in [
            "password",
            "password1",
            "12345678",
            "qwertyuiop",
            "iloveyou",
        ] {
            assert_eq!(fault(common, &[]), Some("password-common"), "{common}");
        }
        assert_eq!(fault("anastasia", &["Anastasia"]), Some("password-common"));
        assert_eq!(fault("four geese over the bay", &[]), None);
        assert_eq!(fault(&"x".repeat(201), &[]), Some("password-long"));
    }

    #[actix_rt::test]
    async fn a_password_is_known_again_and_another_is_not() {
        let stored = hash("four geese over the bay".to_owned()).await.unwrap();
        assert!(stored.starts_with("$argon2id$"));
        let ask = |password: &str, stored: Option<String>| is(password.to_owned(), stored);
        assert!(
            ask("four geese over the bay", Some(stored.clone()))
                .await
                .unwrap()
        );
        assert!(!ask("four geese over the lake", Some(stored)).await.unwrap());
        assert!(!ask("four geese over the bay", None).await.unwrap());
    }
}
