//! Ids: HSDS wants UUIDs, and the same row has the same one in every export.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// The UUID of a row, made of its kind and its name (RFC 9562, version 8, of a SHA-256).
///
/// # Examples
/// ```
/// use signpost_exchange::hsds_id;
/// assert_eq!(hsds_id("location", "birch-hall"), hsds_id("location", "birch-hall"));
/// assert_ne!(hsds_id("location", "birch-hall"), hsds_id("organization", "birch-hall"));
/// ```
#[must_use]
pub fn hsds_id(kind: &str, name: &str) -> String {
    let hash: [u8; 32] = Sha256::digest(format!("signpost/hsds/{kind}/{name}")).into();
    let mut text = String::new();
    for (ix, byte) in hash.iter().take(16).enumerate() {
        let byte = match ix {
            6 => (byte & 0x0f) | 0x80,
            8 => (byte & 0x3f) | 0x80,
            _ => *byte,
        };
        if [4, 6, 8, 10].contains(&ix) {
            text.push('-');
        }
        let _infallible = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_a_uuid_of_version_8() {
        let id = hsds_id("service", "birch-hall/food");
        let parts: Vec<usize> = id.split('-').map(str::len).collect();
        assert_eq!(parts, [8, 4, 4, 4, 12], "{id}");
        assert_eq!(id.chars().nth(14), Some('8'), "{id}");
        assert!(
            id.chars().nth(19).is_some_and(|one| "89ab".contains(one)),
            "{id}"
        );
    }
}
