//! Where the next page of a list starts.

use std::{fmt, str::FromStr};

use signpost_domain::SiteSlug;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type},
};

/// After so many with `near`, after a slug without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cursor {
    Skip(usize),
    After(SiteSlug),
}

/// What a cursor that cannot be taken is answered with.
pub(crate) const WANTED: &str =
    "send the next of the page before, with the other parameters as they were";

impl Cursor {
    /// How many to skip, or after which slug to go on, in a list with or without `near`.
    pub(crate) fn place(
        cursor: Option<Self>,
        near: bool,
    ) -> Result<(usize, Option<SiteSlug>), &'static str> {
        match cursor {
            None => Ok((0, None)),
            Some(Self::Skip(skip)) if near => Ok((skip, None)),
            Some(Self::After(slug)) if !near => Ok((0, Some(slug))),
            Some(_) => Err(WANTED),
        }
    }
}

impl FromStr for Cursor {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let skip = |digits: &str| {
            let digits = Some(digits).filter(|digits| digits.len() <= 9)?;
            let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.parse().ok().filter(|_| plain).map(Self::Skip)
        };
        let after = |slug: &str| slug.parse().ok().map(Self::After);
        match (text.strip_prefix("s-"), text.strip_prefix('n')) {
            (Some(slug), _) => after(slug),
            (None, Some(digits)) => skip(digits),
            (None, None) => None,
        }
        .ok_or(WANTED)
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Skip(count) => write!(f, "n{count}"),
            Self::After(slug) => write!(f, "s-{slug}"),
        }
    }
}

impl PartialSchema for Cursor {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some("With near it starts with n, without with s-"))
            .pattern(Some("^(n[0-9]{1,9}|s-[a-z0-9]+(-[a-z0-9]+)*)$"))
            .max_length(Some(66))
            .into()
    }
}

impl ToSchema for Cursor {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_what_it_was_written_as() {
        for text in ["n0", "n50", "s-birch-hall"] {
            assert_eq!(text.parse::<Cursor>().unwrap().to_string(), text);
        }
        for text in ["", "n", "n+5", "n1234567890", "s-", "s-A", "x"] {
            assert_eq!(text.parse::<Cursor>(), Err(WANTED), "{text}");
        }
    }
}
