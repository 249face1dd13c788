//! What the lists of HSDS take, in its own names.

use std::str::FromStr;

use jiff::{Timestamp, civil::Date};
use serde::Deserialize;
use signpost_domain::Lang;
use signpost_web::members::written;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type},
};

use crate::parameters::{ListLimit, SearchWords};

/// A page, from 1.
#[derive(Clone, Copy)]
pub(crate) struct PageNumber(pub usize);

/// The highest page that is answered.
const LAST_PAGE: usize = 999_999_999;

impl FromStr for PageNumber {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let digits = text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = text.parse().ok().filter(|&number| digits && number > 0);
        number
            .map(Self)
            .ok_or_else(|| format!("write a whole number from 1 to {LAST_PAGE}"))
    }
}

impl PartialSchema for PageNumber {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::Integer)
            .minimum(Some(1))
            .maximum(Some(LAST_PAGE))
            .into()
    }
}

impl ToSchema for PageNumber {}

/// The id of a row.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct RowId(String);

impl RowId {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn is(&self, id: &str) -> bool {
        self.0 == id
    }
}

impl FromStr for RowId {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let lengths: Vec<usize> = text.split('-').map(str::len).collect();
        let digits = text
            .bytes()
            .all(|byte| byte == b'-' || byte.is_ascii_hexdigit());
        if lengths == [8, 4, 4, 4, 12] && digits {
            Ok(Self(text.to_ascii_lowercase()))
        } else {
            Err("write a UUID, such as 6f1c2a7e-3b1d-8a54-9c0e-2f4b5d6a7c8e")
        }
    }
}

impl PartialSchema for RowId {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .pattern(Some(
                "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$",
            ))
            .examples(["6f1c2a7e-3b1d-8a54-9c0e-2f4b5d6a7c8e"])
            .into()
    }
}

impl ToSchema for RowId {}

/// An instant, or a day, which means its beginning.
#[derive(Clone, Copy)]
pub(crate) struct Since(pub Timestamp);

impl FromStr for Since {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let day = || {
            let day: Date = text.parse().ok().filter(|_| text.len() == 10)?;
            let start = day.at(0, 0, 0, 0).in_tz("UTC").ok()?;
            Some(start.timestamp())
        };
        text.parse()
            .ok()
            .or_else(day)
            .map(Self)
            .ok_or("write an instant with its offset, such as 2026-11-22T19:30:00Z, or a day")
    }
}

impl PartialSchema for Since {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some("An instant with its offset, or a day"))
            .pattern(Some(
                "^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])(T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z)?$",
            ))
            .examples(["2026-11-22T19:30:00Z"])
            .into()
    }
}

impl ToSchema for Since {}

/// Yes or no.
#[derive(Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Switch {
    True,
    #[default]
    False,
}

impl FromStr for Switch {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "true" => Ok(Self::True),
            "false" => Ok(Self::False),
            _ => Err("write true or false"),
        }
    }
}

impl Switch {
    pub(crate) const fn is_on(self) -> bool {
        matches!(self, Self::True)
    }
}

/// A list of services.
#[derive(Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ServicesQuery {
    /// Which page; 1 when left out.
    #[serde(default, deserialize_with = "written")]
    pub page: Option<PageNumber>,
    /// How many to a page; 50 when left out.
    #[serde(default, deserialize_with = "written")]
    pub per_page: Option<ListLimit>,
    /// Words that must be in its name, its description or who runs it.
    #[serde(default, deserialize_with = "written")]
    pub search: Option<SearchWords>,
    /// Only what has this term: a need or an item.
    #[serde(default, deserialize_with = "written")]
    pub taxonomy_term_id: Option<RowId>,
    /// Only what has a term of this taxonomy.
    #[serde(default, deserialize_with = "written")]
    pub taxonomy_id: Option<RowId>,
    /// Only those of this organization.
    #[serde(default, deserialize_with = "written")]
    pub organization_id: Option<RowId>,
    /// Only what may be told otherwise than then, and what is gone since, whose status is defunct.
    #[serde(default, deserialize_with = "written")]
    pub modified_after: Option<Since>,
    /// Ids alone.
    #[serde(default, deserialize_with = "written")]
    pub minimal: Option<Switch>,
    /// Everything, as for one by itself.
    #[serde(default, deserialize_with = "written")]
    pub full: Option<Switch>,
    /// Language of words; en when left out.
    #[serde(default, deserialize_with = "written")]
    pub lang: Option<Lang>,
}

/// Rows that are gone.
#[derive(Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct TombstonesQuery {
    /// Which page; 1 when left out.
    #[serde(default, deserialize_with = "written")]
    pub page: Option<PageNumber>,
    /// How many to a page; 50 when left out.
    #[serde(default, deserialize_with = "written")]
    pub per_page: Option<ListLimit>,
    /// Only what went since; all that is kept when left out.
    #[serde(default, deserialize_with = "written")]
    pub modified_after: Option<Since>,
}

/// A list of organizations or locations.
#[derive(Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct RowsQuery {
    /// Which page; 1 when left out.
    #[serde(default, deserialize_with = "written")]
    pub page: Option<PageNumber>,
    /// How many to a page; 50 when left out.
    #[serde(default, deserialize_with = "written")]
    pub per_page: Option<ListLimit>,
    /// Words that must be in its name.
    #[serde(default, deserialize_with = "written")]
    pub search: Option<SearchWords>,
    /// Everything, as for one by itself.
    #[serde(default, deserialize_with = "written")]
    pub full: Option<Switch>,
    /// Language of words; en when left out.
    #[serde(default, deserialize_with = "written")]
    pub lang: Option<Lang>,
}

/// A list of taxonomies or of their terms.
#[derive(Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct TermsQuery {
    /// Which page; 1 when left out.
    #[serde(default, deserialize_with = "written")]
    pub page: Option<PageNumber>,
    /// How many to a page; 50 when left out.
    #[serde(default, deserialize_with = "written")]
    pub per_page: Option<ListLimit>,
    /// Words that must be in its name.
    #[serde(default, deserialize_with = "written")]
    pub search: Option<SearchWords>,
    /// Only terms of this taxonomy.
    #[serde(default, deserialize_with = "written")]
    pub taxonomy_id: Option<RowId>,
    /// Only terms below this one.
    #[serde(default, deserialize_with = "written")]
    pub parent_id: Option<RowId>,
    /// Only terms that are below no other.
    #[serde(default, deserialize_with = "written")]
    pub top_only: Option<Switch>,
    /// Language of words; en when left out.
    #[serde(default, deserialize_with = "written")]
    pub lang: Option<Lang>,
}
