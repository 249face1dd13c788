//! Hashing passwords: slowly, a few at a time, so that guessing costs the guesser more than us.

use std::sync::Arc;

use argon2::{
    Argon2, PasswordHash, PasswordVerifier as _,
    password_hash::{PasswordHasher as _, SaltString, rand_core::OsRng},
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use unicode_normalization::UnicodeNormalization as _;

use crate::CredentialError;

/// Who asks to have a password hashed.
///
/// Each takes 19 MiB and some tens of milliseconds, and public pages must not wait for them; so
/// there is one at a time for anybody, and one for people we have met, whom the guesses of others then do not hold up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// A browser that never signed in here.
    Anybody,
    /// A browser in which the owner of the account signed in before, a one-time link, or who is signed in.
    Known,
}

/// How many may wait in a lane; whoever comes then is asked to try again.
const WAITING: usize = 24;

/// The slots of one server, a queue for each lane.
#[derive(Debug, Default)]
pub struct HashingSlots {
    anybody: Queue,
    known: Queue,
}

#[derive(Debug)]
struct Queue {
    places: Arc<Semaphore>,
    slots: Arc<Semaphore>,
}

impl Default for Queue {
    fn default() -> Self {
        Self {
            places: Arc::new(Semaphore::new(WAITING)),
            slots: Arc::new(Semaphore::new(1)),
        }
    }
}

/// A slot: what is hashed is hashed in it, also when nobody waits for the answer any more.
pub struct HashingSlot {
    _place: OwnedSemaphorePermit,
    _slot: OwnedSemaphorePermit,
}

impl HashingSlots {
    /// Waits for a slot; `None` when too many wait already.
    pub async fn slot(&self, lane: Lane) -> Option<HashingSlot> {
        let queue = match lane {
            Lane::Anybody => &self.anybody,
            Lane::Known => &self.known,
        };
        Some(HashingSlot {
            _place: Arc::clone(&queue.places).try_acquire_owned().ok()?,
            _slot: Arc::clone(&queue.slots).acquire_owned().await.ok()?,
        })
    }
}

/// The password with every accent on its letter: keyboards differ in how they write "é", and nobody sees which.
fn composed(password: &str) -> String {
    password.nfc().collect()
}

/// The hash of nothing anybody knows, with today's parameters.
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$c2lnbnBvc3QtMDAwMDAwMA$3v0sh5X1kP0uHkXoO2cV8xgq8Jt1nGk0qOe7p5w3Y1Y";

impl HashingSlot {
    /// The hash to store, as a PHC string of argon2id.
    ///
    /// # Errors
    /// When it cannot be made, which does not happen in the field.
    pub async fn hash(self, password: String) -> Result<String, CredentialError> {
        self.slowly(move || {
            let salt = SaltString::generate(&mut OsRng);
            Argon2::default()
                .hash_password(composed(&password).as_bytes(), &salt)
                .map(|hash| hash.to_string())
                .map_err(CredentialError::of)
        })
        .await?
    }

    /// Whether the password is the one that was hashed. Without a hash it takes as long, and is not.
    ///
    /// # Errors
    /// When the work was cut off.
    pub async fn is(
        self,
        password: String,
        stored: Option<String>,
    ) -> Result<bool, CredentialError> {
        self.slowly(move || {
            let known = stored.is_some();
            let stored = stored.unwrap_or_else(|| NOBODYS.to_owned());
            let Ok(hash) = PasswordHash::new(&stored) else {
                return false;
            };
            let is = |typed: &str| {
                Argon2::default()
                    .verify_password(typed.as_bytes(), &hash)
                    .is_ok()
            };
            let whole = composed(&password);
            // Hashes of before may be of letters with their accents apart, as they were typed then.
            (is(&whole) || whole != password && is(&password)) && known
        })
        .await
    }

    async fn slowly<T: Send + 'static>(
        self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, CredentialError> {
        tokio::task::spawn_blocking(move || {
            let done = work();
            drop(self);
            done
        })
        .await
        .map_err(CredentialError::of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_again_and_another_is_not() {
        let slots = HashingSlots::default();
        let slot = || async { slots.slot(Lane::Known).await.unwrap() };
        let geese = || "four geese over the bay".to_owned();
        let stored = slot().await.hash(geese()).await.unwrap();
        assert!(stored.starts_with("$argon2id$"));
        let again = slot().await.is(geese(), Some(stored.clone())).await;
        assert!(again.unwrap());
        let loons = "four loons over the bay".to_owned();
        assert!(!slot().await.is(loons, Some(stored)).await.unwrap());
        assert!(!slot().await.is(geese(), None).await.unwrap());
    }

    #[test]
    fn a_name_that_nobody_has_costs_the_guesser_what_a_real_one_does() {
        let nobodys = PasswordHash::new(NOBODYS).unwrap();
        let hasher = Argon2::default();
        let salt = SaltString::generate(&mut OsRng);
        let real = hasher.hash_password(b"anything", &salt).unwrap();
        assert_eq!(nobodys.algorithm, real.algorithm);
        assert_eq!(nobodys.version, real.version);
        assert_eq!(nobodys.params, real.params);
        let length = |hash: &PasswordHash<'_>| hash.hash.unwrap().as_bytes().len();
        assert_eq!(length(&nobodys), length(&real));
    }

    #[tokio::test]
    async fn a_crowd_at_the_door_is_sent_away_and_people_we_have_met_still_get_their_slot() {
        let slots = HashingSlots::default();
        let _crowd: Vec<_> = (0..WAITING)
            .map(|_| slots.anybody.places.try_acquire().unwrap())
            .collect();
        assert!(slots.slot(Lane::Anybody).await.is_none());
        assert!(slots.slot(Lane::Known).await.is_some());
    }
}
