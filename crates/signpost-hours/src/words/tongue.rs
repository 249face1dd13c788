//! The languages that there are words in.

use signpost_domain::Lang;

/// The languages these words are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tongue {
    English,
    French,
}

impl Tongue {
    /// The first of a reader's languages that these words are in.
    pub(super) fn of(lang: Lang) -> Self {
        match lang {
            Lang::Fr => Self::French,
            Lang::En | Lang::OjLatn | Lang::OjCans => Self::English,
        }
    }
}
