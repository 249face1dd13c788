//! Answers held against the document, member by member and both ways.

use std::collections::BTreeMap;

use jsonschema::Validator;
use serde_json::{Map, Value, json};

/// How often a member was there, of how many objects that may have it.
#[derive(Debug, Default, Clone, Copy)]
struct Seen {
    sent: usize,
    objects: usize,
    required: bool,
}

/// The document, and what answers showed of it.
pub struct Described {
    document: Value,
    validators: BTreeMap<String, Validator>,
    seen: BTreeMap<String, Seen>,
    answered: BTreeMap<String, usize>,
}

/// A member of an object: its own name in the record, what it is, and whether it must be there.
type Members<'d> = BTreeMap<&'d str, (String, &'d Value, bool)>;

impl Described {
    pub fn new(document: Value) -> Self {
        Self {
            document,
            validators: BTreeMap::new(),
            seen: BTreeMap::new(),
            answered: BTreeMap::new(),
        }
    }

    /// Every operation that answers with JSON whose members are described.
    fn operations(&self) -> Vec<String> {
        let paths = self.document["paths"].as_object().unwrap();
        let mut all = Vec::new();
        for (path, item) in paths {
            for (method, operation) in item.as_object().unwrap() {
                let responses = operation["responses"].as_object().unwrap();
                let good = responses.iter().find(|(status, _)| status.starts_with('2'));
                let content = good.unwrap().1["content"].as_object();
                let named = content
                    .into_iter()
                    .flatten()
                    .any(|(_, one)| one["schema"].get("$ref").is_some());
                if named {
                    all.push(format!("{method} {path}"));
                }
            }
        }
        all
    }

    /// Holds an answer of an operation against what is described for its status.
    #[track_caller]
    pub fn answer(&mut self, operation: &str, status: u16, media_type: &str, body: &Value) {
        let (method, path) = operation.split_once(' ').unwrap();
        let responses = &self.document["paths"][path][method]["responses"];
        let response = responses.get(status.to_string());
        let response = response.unwrap_or_else(|| panic!("{operation}: no {status} is described"));
        let media_type = media_type.split(';').next().unwrap();
        let schema = response["content"][media_type]["schema"].clone();
        assert!(schema.is_object(), "{operation} {status}: no {media_type}");
        self.validate(&schema, body, operation);
        let mut seen = BTreeMap::new();
        let verdict = walk(&self.document, &mut seen, operation, &schema, body);
        verdict.unwrap_or_else(|fault| panic!("{operation} {status}: {fault}"));
        for (name, new) in seen {
            let all = self.seen.entry(name).or_default();
            all.sent += new.sent;
            all.objects += new.objects;
            all.required = new.required;
        }
        *self.answered.entry(operation.to_owned()).or_default() += 1;
    }

    #[track_caller]
    fn validate(&mut self, schema: &Value, body: &Value, operation: &str) {
        let components = &self.document["components"];
        let validator = self
            .validators
            .entry(schema.to_string())
            .or_insert_with(|| {
                let mut whole = schema.clone();
                whole["components"] = components.clone();
                jsonschema::options()
                    .with_draft(jsonschema::Draft::Draft202012)
                    .should_validate_formats(true)
                    .build(&whole)
                    .unwrap()
            });
        if let Err(error) = validator.validate(body) {
            panic!("{operation}: {error} at {}", error.instance_path());
        }
    }

    /// What no answer showed: operations, members, and members that are said to be optional and are always there.
    pub fn not_shown(&self) -> Vec<String> {
        let unanswered = self
            .operations()
            .into_iter()
            .filter(|operation| !self.answered.contains_key(operation));
        let mut found: Vec<String> = unanswered
            .map(|operation| format!("{operation}: not asked"))
            .collect();
        for (name, seen) in &self.seen {
            if seen.sent == 0 {
                found.push(format!("{name}: described, and never sent"));
            } else if seen.sent == seen.objects && !seen.required {
                found.push(format!("{name}: always sent, and not required"));
            }
        }
        found
    }
}

fn followed<'d>(document: &'d Value, schema: &'d Value) -> Option<(&'d str, &'d Value)> {
    let name = schema["$ref"].as_str()?.rsplit('/').next()?;
    Some((name, &document["components"]["schemas"][name]))
}

/// Everything an object may have, its parts put together.
fn members<'d>(document: &'d Value, place: &str, schema: &'d Value, into: &mut Members<'d>) {
    if let Some((name, named)) = followed(document, schema) {
        return members(document, name, named, into);
    }
    for part in schema["allOf"].as_array().into_iter().flatten() {
        members(document, place, part, into);
    }
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    for (name, member) in schema["properties"].as_object().into_iter().flatten() {
        let must = required.iter().any(|one| one == name);
        into.insert(name, (format!("{place}.{name}"), member, must));
    }
}

fn walk(
    document: &Value,
    seen: &mut BTreeMap<String, Seen>,
    place: &str,
    schema: &Value,
    value: &Value,
) -> Result<(), String> {
    if let Some((name, named)) = followed(document, schema) {
        return walk(document, seen, name, named, value);
    }
    for choice in ["oneOf", "anyOf"] {
        let Some(choices) = schema[choice].as_array() else {
            continue;
        };
        let mut fault = format!("{place}: none of the choices");
        for one in choices {
            if value.is_null() != (one["type"] == "null") {
                continue;
            }
            let mut tried = seen.clone();
            match walk(document, &mut tried, place, one, value) {
                Ok(()) => {
                    *seen = tried;
                    return Ok(());
                }
                Err(why) => fault = why,
            }
        }
        return if value.is_null() { Ok(()) } else { Err(fault) };
    }
    match value {
        Value::Array(values) => values.iter().enumerate().try_for_each(|(ix, one)| {
            let item = schema["prefixItems"].get(ix).unwrap_or(&schema["items"]);
            walk(document, seen, place, item, one)
        }),
        Value::Object(sent) => object(document, seen, place, schema, sent),
        _ => Ok(()),
    }
}

fn object(
    document: &Value,
    seen: &mut BTreeMap<String, Seen>,
    place: &str,
    schema: &Value,
    sent: &Map<String, Value>,
) -> Result<(), String> {
    let mut known = Members::new();
    members(document, place, schema, &mut known);
    let others = &schema["additionalProperties"];
    if known.is_empty() && !others.is_object() {
        let is_free = schema["type"] == "object";
        return is_free
            .then_some(())
            .ok_or_else(|| format!("{place}: no members are described"));
    }
    for (name, (record, _, required)) in &known {
        let seen = seen.entry(record.clone()).or_default();
        seen.objects += 1;
        seen.required = *required;
        seen.sent += usize::from(sent.contains_key(*name));
        if *required && !sent.contains_key(*name) {
            return Err(format!("{record}: required, and not sent"));
        }
    }
    for (name, value) in sent {
        match known.get(name.as_str()) {
            Some((record, member, _)) => walk(document, seen, record, member, value)?,
            None if others.is_object() => walk(document, seen, place, others, value)?,
            None => return Err(format!("{place}.{name}: sent, and not described")),
        }
    }
    Ok(())
}

#[test]
fn what_is_sent_and_not_described_or_described_and_not_sent_is_found() {
    let document = json!({
        "paths": {"/a": {"get": {"responses": {"200": {"content": {"application/json": {
            "schema": {"$ref": "#/components/schemas/A"},
        }}}}}}},
        "components": {"schemas": {
            "A": {"allOf": [
                {"$ref": "#/components/schemas/B"},
                {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}, "c": {"type": "string"}}},
            ]},
            "B": {"type": "object", "properties": {"b": {"oneOf": [{"$ref": "#/components/schemas/C"}, {"type": "null"}]}}},
            "C": {"type": "object", "required": ["d"], "properties": {"d": {"type": "integer"}}},
        }},
    });
    let said = |body: Value| {
        let mut seen = BTreeMap::new();
        let schema = json!({"$ref": "#/components/schemas/A"});
        walk(&document, &mut seen, "", &schema, &body)
    };
    assert_eq!(said(json!({"a": "", "b": null})), Ok(()));
    assert_eq!(said(json!({"a": "", "b": {"d": 1}})), Ok(()));
    for (body, fault) in [
        (json!({"b": null}), "A.a: required, and not sent"),
        (json!({"a": "", "x": 1}), "A.x: sent, and not described"),
        (json!({"a": "", "b": {}}), "C.d: required, and not sent"),
        (
            json!({"a": "", "b": {"d": 1, "e": 2}}),
            "C.e: sent, and not described",
        ),
    ] {
        assert_eq!(said(body), Err(fault.to_owned()));
    }
    let mut described = Described::new(document);
    assert_eq!(described.not_shown(), ["get /a: not asked"]);
    let body = json!({"a": "", "b": null});
    described.answer("get /a", 200, "application/json", &body);
    assert_eq!(
        described.not_shown(),
        [
            "A.c: described, and never sent",
            "B.b: always sent, and not required"
        ]
    );
}
