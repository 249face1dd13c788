//! Sealing and opening (XChaCha20-Poly1305).

use chacha20poly1305::{
    KeyInit as _, XChaCha20Poly1305, XNonce,
    aead::{Aead as _, Payload},
};

use crate::{chain::hexadecimal, error::StoreError, model::AccountId, secret::random};

/// What a sealed text begins with.
const SEALED: &str = "sealed1:";
/// How long a nonce is, in bytes: so long that random ones never meet.
const NONCE: usize = 24;

/// A key of 256 bits.
#[derive(Clone)]
pub(crate) struct Key([u8; 32]);

impl Key {
    /// A new one.
    pub(crate) fn new() -> Result<Self, StoreError> {
        Ok(Self(random()?))
    }

    /// As a key file holds it.
    pub(crate) fn written(&self) -> String {
        hexadecimal(&self.0)
    }

    /// Out of a key file; `None` when there is something else in it.
    pub(crate) fn read(text: &str) -> Option<Self> {
        Some(Self(bytes(text.trim())?.try_into().ok()?))
    }

    /// Seals a secret of an account: what comes out can be opened for that account only.
    pub(crate) fn seal(&self, account: AccountId, secret: &str) -> Result<String, StoreError> {
        let nonce: [u8; NONCE] = random()?;
        let context = context(account);
        let payload = Payload {
            msg: secret.as_bytes(),
            aad: context.as_bytes(),
        };
        let sealed = XChaCha20Poly1305::new(&self.0.into())
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_too_long| StoreError::Io {
                doing: "sealing a secret".to_owned(),
                source: std::io::ErrorKind::InvalidInput.into(),
            })?;
        Ok(format!(
            "{SEALED}{}{}",
            hexadecimal(&nonce),
            hexadecimal(&sealed)
        ))
    }

    /// Opens what was sealed; `None` when this is not its key, not its account, or not what was sealed.
    pub(crate) fn open(&self, account: AccountId, sealed: &str) -> Option<String> {
        let sealed = bytes(sealed.strip_prefix(SEALED)?)?;
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
        let context = context(account);
        let payload = Payload {
            msg: sealed,
            aad: context.as_bytes(),
        };
        let cipher = XChaCha20Poly1305::new(&self.0.into());
        let opened = cipher.decrypt(&XNonce::from(*nonce), payload).ok()?;
        String::from_utf8(opened).ok()
    }
}

/// Whether a text is sealed, under whatever key.
pub(crate) fn is_sealed(text: &str) -> bool {
    text.starts_with(SEALED)
}

fn context(account: AccountId) -> String {
    format!("signpost second step of account {account}")
}

fn bytes(hexadecimal: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = hexadecimal
        .chars()
        .map(|digit| digit.to_digit(16).and_then(|value| value.try_into().ok()))
        .collect();
    let digits = digits?;
    let (pairs, rest) = digits.as_chunks::<2>();
    rest.is_empty()
        .then(|| pairs.iter().map(|[high, low]| high << 4 | low).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "JBSWY3DPEHPK3PXP";

    #[test]
    fn what_is_sealed_opens_for_its_account_under_its_key_and_not_otherwise() {
        let key = Key::new().unwrap();
        let sealed = key.seal(AccountId(7), SECRET).unwrap();
        assert!(is_sealed(&sealed) && !sealed.contains(SECRET));
        assert_eq!(key.open(AccountId(7), &sealed).as_deref(), Some(SECRET));
        assert_eq!(key.open(AccountId(8), &sealed), None);
        assert_eq!(Key::new().unwrap().open(AccountId(7), &sealed), None);
        let again = key.seal(AccountId(7), SECRET).unwrap();
        assert_ne!(sealed, again, "never the same twice");
        let mut changed = sealed.clone();
        let last = changed.pop().unwrap();
        changed.push(if last == '0' { '1' } else { '0' });
        for other in [
            changed.as_str(),
            "",
            SECRET,
            "sealed1:",
            "sealed1:zz",
            "sealed1:0",
        ] {
            assert_eq!(key.open(AccountId(7), other), None, "{other}");
        }
    }

    #[test]
    fn a_key_is_read_as_it_was_written_and_nothing_else_is_one() {
        let key = Key::new().unwrap();
        assert_eq!(Key::read(&format!("{}\n", key.written())).unwrap().0, key.0);
        let long = format!("{}00", key.written());
        for other in ["", "00", "zz", long.as_str()] {
            assert!(Key::read(other).is_none(), "{other}");
        }
    }
}
