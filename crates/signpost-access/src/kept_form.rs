//! A form that outlived its session, and whose it is.

use serde::{Deserialize, Serialize};
use signpost_store::mark_of;
use subtle::ConstantTimeEq as _;

/// The name of the field that proves that a form is ours.
pub const CSRF: &str = "csrf";

/// The most that goes through a sign-in, in bytes; it must fit in a form beside the password.
const MOST: usize = 24 * 1024;

/// Fields that are never kept, however briefly, nor shown: a form with one of them is typed again.
const SECRET: &[&str] = &[
    "password",
    "current",
    "code",
    "proof-password",
    "proof-code",
];

/// What was typed, and the mark of who typed it.
///
/// Only they can send it. Somebody else who signs in at the same browser neither sees nor sends
/// it, and nobody can put words into another's hands in this way, because nobody knows another's mark.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormToResume {
    by: String,
    fields: Vec<(String, String)>,
}

impl FormToResume {
    /// The fields of a form, with its proof; `None` when it does not say whose it is, when nothing was typed, and when a password was.
    #[must_use]
    pub fn of(fields: Vec<(String, String)>) -> Option<Self> {
        if fields
            .iter()
            .any(|(name, _)| SECRET.contains(&name.as_str()))
        {
            return None;
        }
        let proof = fields.iter().find(|(name, _)| name == CSRF)?;
        let by = mark_of(&proof.1)?.to_owned();
        let own = fields.into_iter().filter(|(name, _)| name != CSRF);
        let fields: Vec<_> = own.collect();
        (!fields.is_empty()).then_some(Self { by, fields })
    }

    /// Whether this is a form of who has this session.
    #[must_use]
    pub fn is_by(&self, csrf: &str) -> bool {
        mark_of(csrf).is_some_and(|mark| mark.as_bytes().ct_eq(self.by.as_bytes()).into())
    }

    /// The fields.
    #[must_use]
    pub fn into_fields(self) -> Vec<(String, String)> {
        self.fields
    }

    /// As it goes through a sign-in; empty when it is too long.
    #[must_use]
    pub fn carried(&self) -> String {
        let text = serde_json::to_string(self).unwrap_or_default();
        if text.len() <= MOST {
            text
        } else {
            String::new()
        }
    }

    /// What a sign-in carried along.
    #[must_use]
    pub fn read(carried: &str) -> Option<Self> {
        let form: Self = serde_json::from_str(carried).ok()?;
        (carried.len() <= MOST && !form.fields.is_empty()).then_some(form)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(proof: &str) -> Option<FormToResume> {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        FormToResume::of(vec![pair(CSRF, proof), pair("door.en", "Red door")])
    }

    #[test]
    fn what_was_kept_is_of_who_typed_it_and_of_nobody_else() {
        let kept = form("old.ana").unwrap().carried();
        let kept = FormToResume::read(&kept).unwrap();
        assert!(kept.is_by("new.ana"));
        for other in ["new.kim", "new.", "new", "", "old"] {
            assert!(!kept.is_by(other), "{other}");
        }
        assert_eq!(kept.into_fields().len(), 1);
        for nobodys in ["", "old", "old."] {
            assert!(form(nobodys).is_none(), "{nobodys}");
        }
        let forged = "{\"by\":\"\",\"fields\":[[\"a\",\"b\"]]}";
        assert!(!FormToResume::read(forged).unwrap().is_by("new."));
        assert!(FormToResume::read("[[\"a\",\"b\"]]").is_none());
    }
}
