//! Secrets that are handed out once, and what is stored of them.

use crate::{
    chain::{digest, hexadecimal},
    error::StoreError,
};

/// 256 bits from the operating system. Nothing slower than one round of SHA-256 is needed to keep such a secret.
pub(crate) fn secret(prefix: &str) -> Result<String, StoreError> {
    Ok(format!("{prefix}{}", hexadecimal(&random::<32>()?)))
}

/// Random bytes from the operating system.
pub(crate) fn random<const BYTES: usize>() -> Result<[u8; BYTES], StoreError> {
    let mut bits = [0_u8; BYTES];
    getrandom::fill(&mut bits).map_err(|error| StoreError::Io {
        doing: "asking the system for random bits".to_owned(),
        source: std::io::Error::other(error.to_string()),
    })?;
    Ok(bits)
}

/// What is stored of such a secret. `kind` keeps a session from passing for a token.
pub(crate) fn hash(kind: &str, secret: &str) -> String {
    hexadecimal(&digest(&format!("signpost {kind} 1"), &[Some(secret)]))
}
