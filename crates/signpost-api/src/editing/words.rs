//! Words in a body, as they are described; read they are in `values`.

use signpost_domain::{Lang, Line, Prose};
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
        by_language("Words by language; null takes a language out", |_| words())
    }
}

impl ToSchema for TextPatch {}

/// A name by language; there is always one in English.
pub(crate) struct NamePatch;

impl PartialSchema for NamePatch {
    fn schema() -> RefOr<Schema> {
        let name = |lang| match lang {
            Lang::En => ObjectBuilder::new()
                .schema_type(Type::String)
                .min_length(Some(1)),
            _ => words(),
        };
        by_language(
            "A name by language; null takes a language out, but English stays",
            |lang| name(lang).max_length(Some(Line::LONGEST)),
        )
    }
}

impl ToSchema for NamePatch {}

fn words() -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(SchemaType::from_iter([Type::String, Type::Null]))
        .max_length(Some(Prose::LONGEST))
}

fn by_language(what: &str, words: impl Fn(Lang) -> ObjectBuilder) -> RefOr<Schema> {
    let languages = Lang::ALL.into_iter();
    languages
        .fold(ObjectBuilder::new(), |text, lang| {
            text.property(lang.tag(), words(lang))
        })
        .additional_properties(Some(AdditionalProperties::<Schema>::FreeForm(false)))
        .description(Some(what))
        .into()
}

/// Why words should stay though the language check would have others, by field.
pub(crate) struct KeepWords;

impl PartialSchema for KeepWords {
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

impl ToSchema for KeepWords {}
