//! What was found.

use std::fmt;

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    what: &'static str,
    said: String,
    weight: Weight,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Weight {
    Good,
    /// It works, and would be better otherwise.
    Better(String),
    /// It has to be done.
    Bad(String),
}

impl Finding {
    /// Nothing to do.
    pub(crate) fn good(what: &'static str, said: impl Into<String>) -> Self {
        Self::of(what, said, Weight::Good)
    }

    /// It works, and would be better after this.
    pub(crate) fn better(
        what: &'static str,
        said: impl Into<String>,
        to_do: impl Into<String>,
    ) -> Self {
        Self::of(what, said, Weight::Better(to_do.into()))
    }

    /// This has to be done.
    pub(crate) fn bad(
        what: &'static str,
        said: impl Into<String>,
        to_do: impl Into<String>,
    ) -> Self {
        Self::of(what, said, Weight::Bad(to_do.into()))
    }

    fn of(what: &'static str, said: impl Into<String>, weight: Weight) -> Self {
        let said = said.into();
        Self { what, said, weight }
    }

    /// Whether something has to be done.
    pub(crate) const fn is_bad(&self) -> bool {
        matches!(self.weight, Weight::Bad(_))
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, said, weight } = self;
        match weight {
            Weight::Good => write!(f, "good  {what}: {said}"),
            Weight::Better(to_do) => write!(f, "note  {what}: {said}\n      Better: {to_do}."),
            Weight::Bad(to_do) => write!(f, "bad   {what}: {said}\n      To do: {to_do}."),
        }
    }
}
