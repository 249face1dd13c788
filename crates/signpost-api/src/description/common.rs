//! What every address has alike, said once: the problems it may answer with, and what it is called.

use signpost_web::{PROBLEM_JSON, TYPES};
use utoipa::{
    Modify,
    openapi::{
        ContentBuilder, OpenApi, PathItem, Ref, RefOr, Response, ResponseBuilder,
        path::{Operation, ParameterIn},
        security::{Http, HttpAuthScheme, SecurityScheme},
    },
};

/// Statuses of who sends a body.
const WITH_A_BODY: [u16; 3] = [408, 413, 415];
/// Statuses of who edits, in whatever order they are found out.
const EDITS: [u16; 9] = [401, 404, 408, 412, 413, 415, 422, 428, 503];
/// Of who writes the plan, besides.
const PUBLISHED: u16 = 409;

/// Adds what comes from how an address is made, not from what it is for.
pub(super) struct Common;

impl Modify for Common {
    fn modify(&self, document: &mut OpenApi) {
        env!("CARGO_PKG_VERSION").clone_into(&mut document.info.version);
        // Ours, not that of the package.
        document.info.contact = None;
        let bearer = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("token", bearer.clone());
        components.add_security_scheme("steward", bearer);
        for (path, item) in &mut document.paths.paths {
            for (method, operation) in operations_mut(item) {
                operation.tags = None;
                operation.operation_id = Some(operation_id(method, path));
                add_problems(method, operation);
            }
        }
    }
}

/// The operations of an address, with their methods.
pub(super) fn operations(item: &PathItem) -> impl Iterator<Item = (&'static str, &Operation)> {
    [
        ("get", &item.get),
        ("post", &item.post),
        ("put", &item.put),
        ("patch", &item.patch),
        ("delete", &item.delete),
    ]
    .into_iter()
    .filter_map(|(method, operation)| Some((method, operation.as_ref()?)))
}

pub(super) fn operations_mut(
    item: &mut PathItem,
) -> impl Iterator<Item = (&'static str, &mut Operation)> {
    [
        ("get", &mut item.get),
        ("post", &mut item.post),
        ("put", &mut item.put),
        ("patch", &mut item.patch),
        ("delete", &mut item.delete),
    ]
    .into_iter()
    .filter_map(|(method, operation)| Some((method, operation.as_mut()?)))
}

fn add_problems(method: &str, operation: &mut Operation) {
    let names_something = operation.parameters.iter().flatten().any(
        |parameter| matches!(parameter, RefOr::T(one) if one.parameter_in == ParameterIn::Path),
    );
    let mut statuses = vec![400];
    statuses.extend(names_something.then_some(404));
    if operation.request_body.is_some() {
        statuses.extend(WITH_A_BODY);
    }
    if operation.security.is_some() {
        statuses.extend(EDITS);
        statuses.extend((method == "put").then_some(PUBLISHED));
    }
    let responses = &mut operation.responses.responses;
    for status in statuses {
        responses
            .entry(status.to_string())
            .or_insert_with(|| problem(&titles(status)).into());
    }
    responses.insert("default".to_owned(), problem("Another problem").into());
}

/// What the problems of a status are called.
fn titles(status: u16) -> String {
    let titles: Vec<&str> = TYPES
        .iter()
        .filter(|(own, name, _)| *own == status && *name != "refused")
        .map(|(_, _, title)| *title)
        .collect();
    titles.join("; ")
}

fn problem(description: &str) -> Response {
    let schema = Ref::from_schema_name("Problem");
    ResponseBuilder::new()
        .description(format!("{description} (RFC 9457)"))
        .content(
            PROBLEM_JSON,
            ContentBuilder::new().schema(Some(schema)).build(),
        )
        .build()
}

/// `get_sites_slug`
fn operation_id(method: &str, path: &str) -> String {
    let path = path.trim_start_matches("/api/").trim_start_matches("v1/");
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
    format!("{method}_{words}")
}
