//! Words in a body, as they are described; read they are in `values`.

use signpost_domain::{Lang, Prose};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        ObjectBuilder, RefOr, Schema,
        schema::{AdditionalProperties, SchemaType, Type},
    },
};

/// Words by language; null takes a language out.
pub(crate) struct TextPatch;

impl PartialSchema for TextPatch {
    fn schema() -> RefOr<Schema> {
        let words = || {
            ObjectBuilder::new()
                .schema_type(SchemaType::from_iter([Type::String, Type::Null]))
                .max_length(Some(Prose::LONGEST))
        };
        let languages = Lang::ALL.into_iter();
        languages
            .fold(ObjectBuilder::new(), |text, lang| {
                text.property(lang.tag(), words())
            })
            .additional_properties(Some(AdditionalProperties::<Schema>::FreeForm(false)))
            .description(Some("Words by language; null takes a language out"))
            .into()
    }
}

impl ToSchema for TextPatch {}

/// Why words should stay though the language check would have others, by field.
pub(crate) struct Kept;

impl PartialSchema for Kept {
    fn schema() -> RefOr<Schema> {
        let why = ObjectBuilder::new()
            .schema_type(Type::String)
            .min_length(Some(1))
            .max_length(Some(Prose::LONGEST));
        ObjectBuilder::new()
            .additional_properties(Some(Schema::from(why)))
            .description(Some(
                "By field, why its words should stay though the language check would have others",
            ))
            .into()
    }
}

impl ToSchema for Kept {}
