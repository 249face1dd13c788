//! Versions of a site and of the plan, and a client's own keys, as they are described; read they are where they are used.

use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type},
};

/// The longest idempotency key, in bytes.
pub(crate) const LONGEST_KEY: usize = 128;

/// `"17-preview-5c3a90f2"`, with its quotes; a proxy may have weakened it.
pub(crate) struct EntityTag;

impl PartialSchema for EntityTag {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .pattern(Some(r#"^(W/)?"[!#-~]*"$"#))
            .examples([r#""17-preview-5c3a90f2""#])
            .into()
    }
}

impl ToSchema for EntityTag {}

/// Letters, digits and signs, without spaces.
pub(crate) struct IdempotencyKey;

impl PartialSchema for IdempotencyKey {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .pattern(Some("^[!-~]+$"))
            .min_length(Some(1))
            .max_length(Some(LONGEST_KEY))
            .into()
    }
}

impl ToSchema for IdempotencyKey {}

/// The number of a version of the plan.
pub(crate) struct PlanVersion;

impl PartialSchema for PlanVersion {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::Integer)
            .minimum(Some(0))
            .maximum(Some(u32::MAX))
            .into()
    }
}

impl ToSchema for PlanVersion {
    fn name() -> std::borrow::Cow<'static, str> {
        "Version".into()
    }
}
