//! A problem as it is sent (RFC 9457).

use serde::Serialize;
use signpost_editing::{FieldFault, WordingFault};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        RefOr, Schema,
        schema::{AnyOfBuilder, ArrayBuilder, Ref},
    },
};

/// Why a request was not done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Problem {
    /// Its type, an address on this server that explains it: `/api#NAME`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The short words for all problems of its type.
    pub title: String,
    /// The status it is answered with.
    pub status: u16,
    /// What is wrong, and what would be right.
    pub detail: String,
    /// The path that was asked for, without its query.
    pub instance: String,
    /// The parameter or member that cannot be taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub parameter: Option<String>,
    /// The header that cannot be taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub header: Option<&'static str>,
    /// Every fault of an edit.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub errors: Option<MemberFaults>,
    /// Names the line of the log that has the cause.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub request_id: Option<String>,
}

/// The members of an edit that cannot be taken, or whose words hurt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum MemberFaults {
    /// Words that should be others.
    Wording(Vec<WordingFault>),
    /// Values that cannot be taken.
    Fields(Vec<FieldFault>),
}

/// Words have all that values have, and more: both may fit.
impl PartialSchema for MemberFaults {
    fn schema() -> RefOr<Schema> {
        let list = |name: &str| ArrayBuilder::new().items(Ref::from_schema_name(name));
        AnyOfBuilder::new()
            .item(list(&WordingFault::name()))
            .item(list(&FieldFault::name()))
            .into()
    }
}

impl ToSchema for MemberFaults {
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        schemas.push((WordingFault::name().into(), WordingFault::schema()));
        schemas.push((FieldFault::name().into(), FieldFault::schema()));
        WordingFault::schemas(schemas);
    }
}
