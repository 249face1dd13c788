//! The key of a form: a form that is sent twice, because the answer was lost, changes once.

use signpost_web::request_id::request_id;

/// A key for a form that is about to be shown.
pub(crate) fn fresh() -> String {
    format!("{}{}", request_id(), request_id())
}

/// The key as it came back; `None` when it is none of ours.
pub(crate) fn sent(text: &str) -> Option<String> {
    let fine = (16..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    fine.then(|| text.to_owned())
}

/// The key of a form that is put onto a newer version than it shows.
pub(crate) fn onto(key: &str, version: u64) -> String {
    format!("{key}{version:x}")
}
