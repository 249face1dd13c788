//! The languages that there are words in.

use signpost_domain::Lang;

/// The languages these words are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tongue {
    English,
    French,
}

impl Tongue {
    pub(super) const fn of(lang: Lang) -> Self {
        match lang {
            Lang::Fr => Self::French,
            Lang::En | Lang::OjLatn | Lang::OjCans => Self::English,
        }
    }

    /// The first for an English reader, the second for a French one.
    pub(super) const fn of_two(self, english: &'static str, french: &'static str) -> &'static str {
        match self {
            Self::English => english,
            Self::French => french,
        }
    }
}
