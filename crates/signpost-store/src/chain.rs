//! The hash that ties a revision to everything before it.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// What stands in the place of the hash before the first revision.
pub(crate) const BEGINNING: &str =
    "0000000000000000000000000000000000000000000000000000000000000000";

/// Hash of a list of texts, each of which may be missing.
///
/// The encoding is canonical: `name`, a line feed, then for each text one byte 0 when it is missing, or one byte 1, its length in bytes as
/// eight bytes (big-endian), and its UTF-8 bytes. So no two different lists have the same encoding.
pub(crate) fn digest(name: &str, texts: &[Option<&str>]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(name);
    hash.update(b"\n");
    for text in texts {
        match text {
            None => hash.update([0]),
            Some(text) => {
                hash.update([1]);
                hash.update((text.len() as u64).to_be_bytes());
                hash.update(text);
            }
        }
    }
    hash.finalize().into()
}

/// Lower-case hexadecimal.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _infallible = write!(text, "{byte:02x}");
        text
    })
}

/// The fields of a revision as they are stored.
pub(crate) struct Link<'a> {
    pub(crate) previous_hash: &'a str,
    pub(crate) sequence: i64,
    pub(crate) at: &'a str,
    pub(crate) author: &'a str,
    /// `None` in the form of releases that kept one sentence for cause and words.
    pub(crate) cause: Option<&'a str>,
    pub(crate) reason: &'a str,
    pub(crate) detail: Option<&'a str>,
    pub(crate) subject: &'a str,
    pub(crate) subject_id: &'a str,
    pub(crate) before: Option<&'a str>,
    pub(crate) after: Option<&'a str>,
}

impl Link<'_> {
    /// The revision's hash, in hexadecimal.
    pub(crate) fn hash(&self) -> String {
        let sequence = self.sequence.to_string();
        let head = [Some(self.previous_hash), Some(&sequence), Some(self.at)];
        let tail = [
            Some(self.subject),
            Some(self.subject_id),
            self.before,
            self.after,
        ];
        // A revision stays in the form it was written in. One that is given a cause later, or loses it, has another hash.
        let author = Some(self.author);
        let reason = Some(self.reason);
        let (form, why) = match (self.cause, self.detail) {
            (None, None) => ("signpost revision 1", vec![author, reason]),
            (cause, detail) => ("signpost revision 2", vec![author, cause, reason, detail]),
        };
        hexadecimal(&digest(form, &[&head, &*why, &tail].concat()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link<'a>() -> Link<'a> {
        Link {
            previous_hash: BEGINNING,
            sequence: 1,
            at: "2026-11-22T18:00:00Z",
            author: "a",
            cause: Some("confirmed"),
            reason: "b",
            detail: None,
            subject: "site",
            subject_id: "nwhu-kenora",
            before: None,
            after: Some("{}"),
        }
    }

    /// Computed apart from this code; when one changes, every stored chain breaks.
    #[test]
    fn the_encodings_stay_what_they_were() {
        let first = Link {
            cause: None,
            ..link()
        };
        assert_eq!(
            first.hash(),
            "7f5e178298e116072bfc16b03cd156fee877a960fe9f5b9abd94d169a7c00274"
        );
        assert_eq!(
            link().hash(),
            "31b61c4e98ec4804a95b02363811006fefa9e2aa70723b257ed365b24cc545ea"
        );
    }

    #[test]
    fn words_cannot_move_from_one_field_to_another_unseen() {
        let moved = Link {
            author: "ab",
            reason: "",
            ..link()
        };
        assert_ne!(link().hash(), moved.hash());
        let missing = Link {
            before: Some(""),
            ..link()
        };
        assert_ne!(link().hash(), missing.hash());
        let detailed = Link {
            detail: Some(""),
            ..link()
        };
        assert_ne!(link().hash(), detailed.hash());
    }
}
