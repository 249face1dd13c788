//! Parameters that several addresses take: `lang`, `at`, `near`.

use jiff::Timestamp;
use signpost_domain::Lang;

use signpost_web::{ApiError, params::Params};

/// `lang`, English when it is not there.
pub(crate) fn lang(params: &Params) -> Result<Lang, ApiError> {
    Ok(params.value("lang")?.unwrap_or_default())
}

/// Reads an instant, from 2000 through 2099: further away nothing is known, and working it out would only cost.
///
/// # Errors
/// When it is no instant with an offset, or too far away.
pub(crate) fn instant(name: &str, text: &str) -> Result<Timestamp, ApiError> {
    let wanted = "write an instant with its offset, such as 2026-11-22T19:30:00-05:00 (a + is %2B in an address)";
    let at: Timestamp = text
        .parse()
        .map_err(|_not_one| ApiError::parameter(name, wanted))?;
    let (first, after) = (
        Timestamp::constant(946_684_800, 0),
        Timestamp::constant(4_102_444_800, 0),
    );
    if (first..after).contains(&at) {
        Ok(at)
    } else {
        Err(ApiError::parameter(
            name,
            "only instants from 2000 through 2099 are answered",
        ))
    }
}

/// Reads a whole number between two others.
pub(crate) fn count(
    params: &Params,
    name: &str,
    usual: usize,
    most: usize,
) -> Result<usize, ApiError> {
    let Some(text) = params.text(name) else {
        return Ok(usual);
    };
    whole(text, most)
        .ok_or_else(|| ApiError::parameter(name, format!("write a whole number from 1 to {most}")))
}

fn whole(text: &str, most: usize) -> Option<usize> {
    let digits = text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
    let number: usize = text.parse().ok().filter(|_| digits)?;
    (1..=most).contains(&number).then_some(number)
}
