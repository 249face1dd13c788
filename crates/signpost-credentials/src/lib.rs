#![doc = include_str!("../README.md")]

pub mod hashing;
pub mod password;
pub mod second_step;

/// Something that does not fail in the field failed: random bits, a hash, a picture.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct CredentialError(String);

impl CredentialError {
    fn of(cause: impl std::fmt::Display) -> Self {
        Self(cause.to_string())
    }
}
