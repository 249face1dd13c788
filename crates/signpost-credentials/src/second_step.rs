//! The optional second step: six digits from an app, or a recovery code; each good once.

use jiff::Timestamp;
use totp_rs::{Algorithm, Secret, TOTP};

use crate::CredentialError;

/// How long a code lasts, in seconds (RFC 6238).
const STEP: u64 = 30;

/// A new secret, in base32.
///
/// # Errors
/// Without random bits.
pub fn new_secret() -> Result<String, CredentialError> {
    let mut bits = [0_u8; 20];
    getrandom::fill(&mut bits).map_err(CredentialError::of)?;
    let secret = Secret::Raw(bits.to_vec()).to_encoded();
    Ok(secret.to_string())
}

fn totp(secret: &str, email: &str) -> Result<TOTP, CredentialError> {
    let bits = Secret::Encoded(secret.to_owned())
        .to_bytes()
        .map_err(|error| CredentialError::of(format!("{error:?}")))?;
    TOTP::new(
        Algorithm::SHA1,
        6,
        1,
        STEP,
        bits,
        Some("Signpost".to_owned()),
        email.to_owned(),
    )
    .map_err(CredentialError::of)
}

/// The step of a code that is right now, or was or will be half a minute away; `None` when it is wrong or was used.
///
/// # Errors
/// When the secret is none.
pub fn step_of(
    secret: &str,
    code: &str,
    after: u64,
    at: Timestamp,
) -> Result<Option<u64>, CredentialError> {
    let totp = totp(secret, "nobody")?;
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let now = at.as_second().unsigned_abs() / STEP;
    Ok((now.saturating_sub(1)..=now + 1)
        .filter(|step| *step > after)
        .find(|step| totp.generate(step * STEP) == digits))
}

/// How many recovery codes are given out.
const RECOVERY_CODES: usize = 8;
/// 32 letters and digits, without those that look like others.
const ALPHABET: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";
/// Letters of a recovery code: 120 bits, so that one round of SHA-256 keeps it (ASVS 6.5.2 asks for 112).
const RECOVERY_LENGTH: usize = 24;
/// Letters of those an earlier release gave out. They are good until they are used.
const EARLIER_LENGTH: usize = 10;
/// Letters that stand together where a code is shown.
const GROUP: usize = 4;

/// New recovery codes, each good once in place of a code from the phone.
///
/// # Errors
/// Without random bits.
pub fn recovery_codes() -> Result<Vec<String>, CredentialError> {
    (0..RECOVERY_CODES)
        .map(|_| {
            let mut bits = [0_u8; RECOVERY_LENGTH];
            getrandom::fill(&mut bits).map_err(CredentialError::of)?;
            let letter = |bits: &u8| ALPHABET.get(usize::from(bits % 32));
            Ok(bits
                .iter()
                .filter_map(letter)
                .copied()
                .map(char::from)
                .collect())
        })
        .collect()
}

/// A recovery code in groups, which are easier to copy.
#[must_use]
pub fn in_groups(code: &str) -> String {
    let mut shown = String::with_capacity(code.len() + code.len() / GROUP);
    for (place, letter) in code.chars().enumerate() {
        if place > 0 && place.is_multiple_of(GROUP) {
            shown.push('-');
        }
        shown.push(letter);
    }
    shown
}

/// What was typed as a second step.
#[derive(Debug, PartialEq, Eq)]
pub enum Typed {
    /// Nothing.
    Nothing,
    /// What could be a code from a phone, or is a mistake.
    Digits,
    /// What could be a recovery code, as it was given out.
    Recovery(String),
}

/// What this is: blanks, dashes and capitals do not matter.
#[must_use]
pub fn typed(text: &str) -> Typed {
    let code: String = text
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    match code.len() {
        0 => Typed::Nothing,
        RECOVERY_LENGTH | EARLIER_LENGTH => Typed::Recovery(code),
        _ => Typed::Digits,
    }
}

/// The address an app reads, and the picture of it as SVG.
///
/// # Errors
/// When the secret is none.
pub fn picture(secret: &str, email: &str) -> Result<(String, String), CredentialError> {
    let address = totp(secret, email)?.get_url();
    let code = qrcode::QrCode::new(address.as_bytes()).map_err(CredentialError::of)?;
    let picture = code
        .render::<qrcode::render::svg::Color<'_>>()
        .min_dimensions(180, 180)
        .build();
    // Without the XML declaration it can stand in a page.
    let start = picture.find("<svg").unwrap_or_default();
    Ok((address, picture.get(start..).unwrap_or_default().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_good_half_a_minute_around_and_never_twice() {
        let secret = new_secret().unwrap();
        let at: Timestamp = "2026-11-25T19:15:10Z".parse().unwrap();
        let step = at.as_second().unsigned_abs() / STEP;
        let code = totp(&secret, "a@example.org")
            .unwrap()
            .generate(step * STEP);
        assert_eq!(step_of(&secret, &code, 0, at).unwrap(), Some(step));
        assert_eq!(step_of(&secret, &code, step, at).unwrap(), None);
        let later = at + jiff::SignedDuration::from_secs(61);
        assert_eq!(step_of(&secret, &code, 0, later).unwrap(), None);
        assert_eq!(step_of(&secret, "000", 0, at).unwrap(), None);
    }

    #[test]
    fn a_recovery_code_is_the_one_that_was_given_out_however_it_is_typed() {
        let codes = recovery_codes().unwrap();
        assert_eq!(codes.len(), RECOVERY_CODES);
        for code in codes {
            let shown = in_groups(&code);
            assert_eq!(shown.len(), RECOVERY_LENGTH + 5, "{shown}");
            assert_eq!(
                typed(&format!(" {} ", shown.to_uppercase())),
                Typed::Recovery(code)
            );
        }
        assert_eq!(typed("123 456"), Typed::Digits);
        let earlier = "abcde-fghjk";
        assert_eq!(typed(earlier), Typed::Recovery("abcdefghjk".to_owned()));
        assert_eq!(typed("  "), Typed::Nothing);
    }

    #[test]
    fn an_app_can_read_the_secret() {
        let secret = new_secret().unwrap();
        let (address, picture) = picture(&secret, "ana@example.org").unwrap();
        assert!(
            address.starts_with("otpauth://totp/Signpost:ana") && address.contains(&secret),
            "{address}"
        );
        assert!(picture.starts_with("<svg"));
    }
}
