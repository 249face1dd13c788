//! `/api/openapi.json`: the catalogue as OpenAPI 3.1.

use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Map, Value, json};

use super::{
    catalogue::endpoints,
    endpoint::{Endpoint, Param},
    schemas::schemas,
};
use signpost_web::reply::{Cache, JSON, json as reply};
use signpost_web::{ApiError, params::Params};

/// GET
pub(crate) async fn show(request: HttpRequest) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    reply(&document(), JSON, Cache::Minute)
}

fn document() -> Value {
    let mut paths: Map<String, Value> = Map::new();
    for endpoint in endpoints() {
        let path = paths
            .entry(endpoint.path)
            .or_insert_with(|| Value::Object(Map::new()));
        if let Some(methods) = path.as_object_mut() {
            methods.insert(endpoint.method.to_owned(), operation(endpoint));
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Signpost",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Where to go now. Reading needs no key; edits need a token of the organization that runs the site. \
                Errors are RFC 9457 problems. Unknown or malformed parameters are errors.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {
            "schemas": schemas(),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    })
}

fn operation(endpoint: &Endpoint) -> Value {
    let (status, media_type, schema) = endpoint.gives;
    let mut responses: Map<String, Value> = Map::new();
    responses.insert(
        status.to_string(),
        json!({"description": "Done", "content": {media_type: {"schema": reference(schema)}}}),
    );
    for status in endpoint.problems {
        let response = if *status == 304 {
            json!({"description": "Not changed since the ETag in If-None-Match"})
        } else {
            problem()
        };
        responses.insert(status.to_string(), response);
    }
    responses.insert("default".to_owned(), problem());
    let parameters: Vec<Value> = endpoint.takes.iter().map(parameter).collect();
    let mut operation = json!({
        "summary": endpoint.summary,
        "operationId": operation_id(endpoint),
        "parameters": parameters,
        "responses": responses,
    });
    let mut add = |name: &str, value: Value| {
        if let Some(members) = operation.as_object_mut() {
            members.insert(name.to_owned(), value);
        }
    };
    if let Some(body) = endpoint.body {
        let media_type = if endpoint.method == "patch" {
            "application/merge-patch+json"
        } else {
            JSON
        };
        add(
            "requestBody",
            json!({"required": true, "content": {media_type: {"schema": reference(body)}}}),
        );
    }
    if endpoint.problems.contains(&401) {
        add("security", json!([{"token": []}]));
    }
    operation
}

fn problem() -> Value {
    json!({
        "description": "A problem (RFC 9457)",
        "content": {"application/problem+json": {"schema": reference("Problem")}},
    })
}

fn parameter(param: &Param) -> Value {
    json!({
        "name": param.name,
        "in": param.place,
        "required": param.required,
        "description": param.says,
        "schema": reference(param.schema),
    })
}

fn reference(schema: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{schema}")})
}

/// `get_sites_slug`
fn operation_id(endpoint: &Endpoint) -> String {
    let path = endpoint
        .path
        .trim_start_matches("/api/")
        .trim_start_matches("v1/");
    let words: String = path
        .chars()
        .filter(|letter| !"{}".contains(*letter))
        .map(|letter| {
            if letter.is_ascii_alphanumeric() {
                letter
            } else {
                '_'
            }
        })
        .collect();
    format!("{}_{words}", endpoint.method)
}
