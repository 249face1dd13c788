//! Which needs may be asked for: those of the directory that is served, named one by one.

use signpost_domain::Need;
use utoipa::openapi::{
    ObjectBuilder, OpenApi, Ref, RefOr, Schema,
    path::ParameterIn,
    schema::{SchemaType, Type},
};

use super::common::operations_mut;

/// The type of a need that may be asked for. Answers may name others: a plan that is over knows needs that are gone.
const KNOWN: &str = "KnownNeed";

/// The description with the needs that are known where one is asked for.
pub(super) fn named(document: &OpenApi, needs: &[Need]) -> OpenApi {
    let mut document = document.clone();
    for item in document.paths.paths.values_mut() {
        for (_method, operation) in operations_mut(item) {
            let asked = operation.parameters.iter_mut().flatten();
            for parameter in asked {
                if let RefOr::T(parameter) = parameter
                    && parameter.name == "need"
                    && parameter.parameter_in == ParameterIn::Query
                {
                    parameter.schema = Some(known());
                }
            }
        }
    }
    let schemas = &mut document.components.get_or_insert_default().schemas;
    if let Some(RefOr::T(Schema::Object(question))) = schemas.get_mut("Question") {
        question.properties.insert("need".to_owned(), known());
    }
    let codes = needs.iter().map(|need| need.code.as_str().to_owned());
    let one = ObjectBuilder::new()
        .schema_type(SchemaType::Type(Type::String))
        .description(Some("A need of the directory that is served."))
        .enum_values(Some(codes.collect::<Vec<_>>()))
        .build();
    schemas.insert(KNOWN.to_owned(), RefOr::T(Schema::Object(one)));
    document
}

fn known() -> RefOr<Schema> {
    RefOr::Ref(Ref::from_schema_name(KNOWN))
}
