//! What a gateway proves itself with.

use std::{fmt, str::FromStr};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;
use signpost_web::ApiError;
use subtle::ConstantTimeEq as _;

/// The shortest that is taken: 16 letters cannot be tried out.
const SHORTEST: usize = 16;

/// A secret of a gateway; it is never shown.
#[derive(Clone)]
pub struct Secret(String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(hidden)")
    }
}

/// A secret that is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TooShort;

impl fmt::Display for TooShort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "a secret has at least {SHORTEST} letters, digits, - or _: openssl rand -hex 16 makes one"
        )
    }
}

impl FromStr for Secret {
    type Err = TooShort;

    /// Letters, digits, `-` and `_`, since one stands in an address.
    fn from_str(text: &str) -> Result<Self, TooShort> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        let text = text.trim();
        (text.len() >= SHORTEST && text.bytes().all(plain))
            .then(|| Self(text.to_owned()))
            .ok_or(TooShort)
    }
}

impl Secret {
    /// Whether this is it.
    ///
    /// # Errors
    /// [`ApiError::Forbidden`] when it is not.
    pub(crate) fn expect(&self, said: Option<&str>) -> Result<(), ApiError> {
        let said = said.unwrap_or_default();
        if bool::from(self.0.as_bytes().ct_eq(said.as_bytes())) {
            Ok(())
        } else {
            Err(ApiError::Forbidden)
        }
    }

    /// Whether somebody who has it signed this address and these fields: HMAC-SHA1 over the address and each name with its value, by name.
    ///
    /// # Errors
    /// [`ApiError::Forbidden`] when not.
    pub(crate) fn expect_signed(
        &self,
        signature: Option<&str>,
        address: &str,
        fields: &[(String, String)],
    ) -> Result<(), ApiError> {
        let signed = signature.and_then(|text| BASE64_STANDARD.decode(text).ok());
        let signed = signed.ok_or(ApiError::Forbidden)?;
        let mut mac = Hmac::<Sha1>::new_from_slice(self.0.as_bytes())
            .map_err(|_any_length_is_fine| ApiError::Forbidden)?;
        mac.update(address.as_bytes());
        let mut fields: Vec<&(String, String)> = fields.iter().collect();
        fields.sort();
        for (name, value) in fields {
            mac.update(name.as_bytes());
            mac.update(value.as_bytes());
        }
        // In a time that does not tell how much was right.
        mac.verify_slice(&signed)
            .map_err(|_other_mac| ApiError::Forbidden)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_long_plain_and_never_shown() {
        let secret: Secret = "0123456789abcdef".parse().unwrap();
        assert_eq!(format!("{secret:?}"), "(hidden)");
        assert!(secret.expect(Some("0123456789abcdef")).is_ok());
        for other in [
            None,
            Some(""),
            Some("0123456789abcdeg"),
            Some("0123456789abcde"),
        ] {
            assert_eq!(secret.expect(other), Err(ApiError::Forbidden));
        }
        for none in ["", "short", "with a blank in it", "0123456789abcde&f"] {
            assert!(none.parse::<Secret>().is_err(), "{none}");
        }
    }

    #[test]
    fn a_signature_is_that_of_the_published_recipe() {
        // The worked example of RFC 2202, case 2, through the same door: no fields, the text as the address.
        let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let secret: Secret = "12345678901234567890".parse().unwrap();
        let fields = [field("To", "+18005551212"), field("Digits", "1234")];
        let mut mac = Hmac::<Sha1>::new_from_slice(b"12345678901234567890").unwrap();
        mac.update(b"https://example.org/voice?lang=frDigits1234To+18005551212");
        let good = BASE64_STANDARD.encode(mac.finalize().into_bytes());
        let address = "https://example.org/voice?lang=fr";
        assert!(secret.expect_signed(Some(&good), address, &fields).is_ok());
        for (signature, address) in [
            (Some(good.as_str()), "https://example.org/voice"),
            (Some("AAAA"), address),
            (Some("not base64!"), address),
            (None, address),
        ] {
            let refused = secret.expect_signed(signature, address, &fields);
            assert_eq!(refused, Err(ApiError::Forbidden));
        }
        let changed = [field("To", "+18005551212"), field("Digits", "1235")];
        assert!(
            secret
                .expect_signed(Some(&good), address, &changed)
                .is_err()
        );
    }
}
