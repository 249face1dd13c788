//! Ids: short, readable, safe in an address and in a file name.

use std::{borrow::Borrow, fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type},
};

/// Why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{text:?} is not an id: use 1 to 64 lower-case letters, digits and single hyphens, starting with a letter or digit"
)]
pub struct IdError {
    /// What was given, cut to 80 characters.
    pub text: String,
}

/// The longest id, in bytes.
const LONGEST: usize = 64;

fn check(text: &str) -> Result<(), IdError> {
    let fine = (1..=LONGEST).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--");
    if fine {
        Ok(())
    } else {
        Err(IdError {
            text: text.chars().take(80).collect(),
        })
    }
}

/// An id as the API describes it.
fn described(what: &str) -> RefOr<Schema> {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .description(Some(what.trim()))
        .pattern(Some("^[a-z0-9]+(-[a-z0-9]+)*$"))
        .max_length(Some(LONGEST))
        .into()
}

macro_rules! id {
    ($(#[doc = $doc:literal])* $name:ident) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(into = "String", try_from = "String")]
        pub struct $name(Box<str>);

        impl $name {
            /// Checks and keeps the text.
            ///
            /// # Errors
            /// When it is not 1 to 64 lower-case letters, digits and single hyphens.
            pub fn new(text: &str) -> Result<Self, IdError> {
                check(text)?;
                Ok(Self(text.into()))
            }

            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;

            fn try_from(text: String) -> Result<Self, IdError> {
                Self::new(&text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0.into()
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                described(concat!($($doc),*))
            }
        }

        impl ToSchema for $name {}

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// An organization, such as `nwhu`.
    OrganizationId
);
id!(
    /// A site, as it stands in its address: `/sites/nwhu-kenora`.
    SiteSlug
);
id!(
    /// A need, such as `supplies`; the list is `data/needs.toml`.
    NeedCode
);
id!(
    /// What a service hands out or takes within its need, such as `needles` or `loose`.
    ItemCode
);
id!(
    /// A dated exception to the hours of a site.
    ExceptionId
);
id!(
    /// A holiday, the same every year, such as `family-day`; the days are in `data/holidays.csv`.
    HolidayCode
);
id!(
    /// A staffed phone line.
    LineId
);
id!(
    /// A place people know, to sort the list by without telling where one is.
    LandmarkId
);
id!(
    /// A rule of the redirection plan.
    RuleId
);

impl NeedCode {
    /// New needles and gear, what an old door is asked for most.
    #[must_use]
    pub fn supplies() -> Self {
        Self("supplies".into())
    }

    /// A place to leave used needles.
    #[must_use]
    pub fn disposal() -> Self {
        Self("disposal".into())
    }

    /// Whether people come to leave something rather than to get it: such a place is full, never out of stock.
    #[must_use]
    pub fn is_for_leaving(&self) -> bool {
        *self == Self::disposal()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_needs_that_have_pages_of_their_own_are_ids() {
        for need in [NeedCode::supplies(), NeedCode::disposal()] {
            assert_eq!(NeedCode::new(need.as_str()), Ok(need));
        }
    }

    #[test]
    fn an_id_is_safe_in_an_address() {
        assert_eq!(
            SiteSlug::new("nwhu-kenora").unwrap().as_str(),
            "nwhu-kenora"
        );
        for bad in [
            "",
            "-a",
            "a-",
            "a--b",
            "Kenora",
            "a b",
            "a/b",
            "é",
            "../x",
            &"a".repeat(65),
        ] {
            assert!(SiteSlug::new(bad).is_err(), "{bad:?}");
        }
    }
}
