//! The types of the saved list in TypeScript, written from the description of the API, which comes from the Rust types. When a type changed
//! on purpose, write the file anew: `SIGNPOST_WRITE_TYPES=1 cargo test -p signpost-http --test it typescript`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use serde_json::Value;

use crate::town::Town;

const HEAD: &str = "// What the server's `/api/v1/directory.json` holds. Written from the server's own types by\n\
    // `SIGNPOST_WRITE_TYPES=1 cargo test -p signpost-http --test it typescript`; a test fails when it is out of date.\n\
    // Minutes are minutes since 1970 in UTC.\n";

/// Every schema that is reached from one.
fn reached<'d>(schemas: &'d Value, name: &'d str, found: &mut BTreeSet<&'d str>) {
    if found.insert(name) {
        references(schemas, &schemas[name], found);
    }
}

fn references<'d>(schemas: &'d Value, schema: &'d Value, found: &mut BTreeSet<&'d str>) {
    match schema {
        Value::Object(members) => {
            if let Some(name) = members.get("$ref").and_then(Value::as_str) {
                reached(schemas, bare(name), found);
            }
            for member in members.values() {
                references(schemas, member, found);
            }
        }
        Value::Array(parts) => parts
            .iter()
            .for_each(|part| references(schemas, part, found)),
        _ => {}
    }
}

fn bare(reference: &str) -> &str {
    reference.rsplit('/').next().unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn joined(parts: impl IntoIterator<Item = String>, with: &str) -> String {
    parts.into_iter().collect::<Vec<_>>().join(with)
}

/// A schema as a type; what it does not know, it refuses.
fn typed(schema: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str() {
        return bare(name).to_owned();
    }
    for choice in ["oneOf", "anyOf"] {
        if schema[choice].is_array() {
            return joined(list(&schema[choice]).iter().map(typed), " | ");
        }
    }
    if schema["enum"].is_array() {
        return joined(list(&schema["enum"]).iter().map(Value::to_string), " | ");
    }
    if schema["allOf"].is_array() {
        return joined(list(&schema["allOf"]).iter().map(typed), " & ");
    }
    match &schema["type"] {
        Value::Array(kinds) => joined(
            kinds.iter().map(|kind| {
                let mut one = schema.clone();
                one["type"] = kind.clone();
                typed(&one)
            }),
            " | ",
        ),
        Value::String(kind) => match kind.as_str() {
            "string" => "string".to_owned(),
            "integer" | "number" => "number".to_owned(),
            "boolean" => "boolean".to_owned(),
            "null" => "null".to_owned(),
            "array" => array(schema),
            "object" if schema["properties"].is_object() => format!("{{\n{}}}", members(schema)),
            "object" => format!(
                "Readonly<Record<string, {}>>",
                typed(&schema["additionalProperties"])
            ),
            other => panic!("no type for {other}"),
        },
        _ => panic!("no type for {schema}"),
    }
}

fn array(schema: &Value) -> String {
    let of = |item: &Value| {
        let item = typed(item);
        if item.contains([' ', '|']) && !item.starts_with("Readonly") {
            format!("({item})")
        } else {
            item
        }
    };
    if schema["prefixItems"].is_array() {
        let items = list(&schema["prefixItems"]).iter().map(typed);
        return format!("readonly [{}]", joined(items, ", "));
    }
    let item = of(&schema["items"]);
    match (schema["minItems"].as_u64(), schema["maxItems"].as_u64()) {
        (Some(least), Some(most)) if least == most => {
            let items = (0..most).map(|_| item.clone());
            format!("readonly [{}]", joined(items, ", "))
        }
        _ => format!("readonly {item}[]"),
    }
}

fn comment(schema: &Value, indent: &str) -> String {
    let Some(words) = schema["description"].as_str() else {
        return String::new();
    };
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{indent}/** {words} */\n")
}

fn members(schema: &Value) -> String {
    let required: BTreeSet<&str> = list(&schema["required"])
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let members = schema["properties"].as_object().unwrap();
    joined(
        members.iter().map(|(name, member)| {
            let may = if required.contains(name.as_str()) {
                ""
            } else {
                "?"
            };
            // A description may stand in the choice that is not null.
            let said = [member, &member["oneOf"][0]]
                .iter()
                .map(|one| comment(one, "  "))
                .find(|said| !said.is_empty())
                .unwrap_or_default();
            format!("{said}  readonly {name}{may}: {};\n", typed(member))
        }),
        "",
    )
}

fn file(document: &Value) -> String {
    let schemas = &document["components"]["schemas"];
    let mut names = BTreeSet::new();
    reached(schemas, "Bundle", &mut names);
    let types: BTreeMap<&str, String> = names
        .into_iter()
        .map(|name| (name, declared(name, &schemas[name])))
        .collect();
    format!("{HEAD}\n{}", joined(types.into_values(), "\n"))
}

fn declared(name: &str, schema: &Value) -> String {
    let said = comment(schema, "");
    if schema["properties"].is_object() {
        return format!("{said}export interface {name} {{\n{}}}\n", members(schema));
    }
    let parts = list(&schema["allOf"]);
    let own = parts.iter().find(|part| part["properties"].is_object());
    let others = parts.iter().filter_map(|part| part["$ref"].as_str());
    let others = joined(others.map(|name| bare(name).to_owned()), ", ");
    match own {
        Some(own) => format!(
            "{said}export interface {name} extends {others} {{\n{}}}\n",
            members(own)
        ),
        None => format!("{said}export type {name} = {};\n", typed(schema)),
    }
}

#[actix_rt::test]
async fn the_types_of_the_phone_are_those_of_the_server() {
    let document = Town::to_read().get("/api/openapi.json").await.json();
    let found = file(&document);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/src/api/bundle.ts");
    if std::env::var_os("SIGNPOST_WRITE_TYPES").is_some() {
        fs::write(&path, &found).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let new = found.lines().filter(|line| !kept.contains(line));
    assert!(
        kept == found,
        "web/src/api/bundle.ts is out of date; write it anew with SIGNPOST_WRITE_TYPES=1. New in it:\n{}",
        new.collect::<Vec<_>>().join("\n")
    );
}
