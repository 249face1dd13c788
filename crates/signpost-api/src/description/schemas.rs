//! The shapes of the catalogue, as JSON Schema. Members may be added to answers at any time; those named here stay.

use serde_json::{Value, json};

/// Every shape, by name.
pub(crate) fn schemas() -> Value {
    let mut all = values();
    for more in [
        questions(),
        answers(),
        places(),
        plans(),
        edits(),
        service(),
        language(),
    ] {
        if let (Some(all), Value::Object(more)) = (all.as_object_mut(), more) {
            all.extend(more);
        }
    }
    all
}

fn of(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

fn list(name: &str) -> Value {
    json!({"type": "array", "items": of(name)})
}

fn values() -> Value {
    json!({
        "Anything": {},
        "Words": {"type": "string"},
        "Id": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64},
        "Lang": {"type": "string", "enum": ["en", "fr", "oj-Latn", "oj-Cans"], "default": "en"},
        "Instant": {"type": "string", "format": "date-time", "examples": ["2026-11-22T19:30:00-05:00"]},
        "OpenAt": {"anyOf": [{"const": "now"}, of("Instant")]},
        "LatLon": {"type": "string", "examples": ["49.7696,-94.4882"]},
        "BBox": {"type": "string", "examples": ["-94.6,49.7,-94.4,49.8"]},
        "Metres": {"type": "number", "minimum": 1, "maximum": 20_037_508},
        "Limit50": {"type": "integer", "minimum": 1, "maximum": 50, "default": 10},
        "Limit1000": {"type": "integer", "minimum": 1, "maximum": 1000, "default": 50},
        "Version": {"type": "integer", "minimum": 0},
        "Zoom": {"type": "integer", "minimum": 0, "maximum": 22},
        "TileNumber": {"type": "integer", "minimum": 0},
        "Scheme": {"type": "string", "enum": ["light", "dark"], "default": "light"},
        "NamesIn": {"type": "string", "enum": ["en", "fr"], "default": "en"},
        "Style": {"type": "object", "required": ["version", "sources", "layers"]},
        "Bytes": {"type": "string", "format": "binary"},
        "Edition": {"type": "string", "enum": ["preview", "live"]},
        "State": {"type": "string", "enum": ["open", "closed", "unknown"]},
        "Offer": {"type": "string", "enum": ["offered", "not_offered", "unknown"]},
        "Point": {
            "type": ["array", "null"], "description": "Longitude, latitude", "items": {"type": "number"},
            "minItems": 2, "maxItems": 2,
        },
    })
}

fn questions() -> Value {
    json!({
        "Question": {
            "type": "object", "required": ["need"], "additionalProperties": false,
            "properties": {
                "need": of("Id"),
                "near": {"anyOf": [
                    of("LatLon"),
                    {"type": "array", "description": "Latitude, longitude", "items": {"type": "number"}},
                    {"type": "object", "properties": {"lat": {"type": "number"}, "lon": {"type": "number"}}},
                ]},
                "from": of("Id"), "at": of("Instant"), "limit": of("Limit50"), "lang": of("Lang"),
            },
        },
    })
}

fn answers() -> Value {
    json!({
        "Reply": {
            "type": "object", "required": ["asked", "edition", "plan", "answers", "otherwise"],
            "properties": {
                "asked": {"type": "object", "required": ["need", "at"]},
                "edition": of("Edition"),
                "banner": of("Words"),
                "plan": {"type": ["object", "null"], "required": ["version", "rule", "in_force_from", "message"]},
                "answers": list("Answer"),
                "otherwise": list("Line"),
            },
        },
        "Answer": {
            "type": "object",
            "required": ["site", "name", "service", "point", "state", "until", "sentence", "served_at", "distance_m",
                "crosses_water", "why", "why_text", "confirmed", "links"],
            "properties": {
                "site": of("Id"), "name": of("Words"), "service": of("Id"), "point": of("Point"),
                "address": of("Words"), "phone": {"type": ["string", "null"]},
                "state": of("State"), "until": {"type": ["string", "null"]}, "sentence": of("Words"),
                "served_at": {"type": ["string", "null"]}, "distance_m": {"type": ["integer", "null"]},
                "crosses_water": {"type": "boolean"}, "over": list("Words"),
                "why": list("Why"), "why_text": of("Words"), "confirmed": of("Confirmed"),
                "example": {"type": "boolean"},
                "links": {"type": "object", "required": ["page", "directions", "call"]},
            },
        },
        "Why": {"type": "string", "enum": ["plan_target", "open_now", "open_all_day", "closing_soon", "opens_at",
            "call_first", "unconfirmed", "nearest", "crosses_water", "no_way_on_foot", "place_not_known"]},
        "Confirmed": {"type": ["object", "null"], "required": ["on", "by", "review_by"]},
        "Line": {"type": "object", "required": ["name", "phone", "call", "sentence"],
            "properties": {"text": {"type": ["string", "null"]}, "website": {"type": ["string", "null"]}}},
    })
}

fn places() -> Value {
    let feature = |properties: Value| {
        json!({
            "type": "object", "required": ["type", "id", "geometry", "properties"],
            "properties": {
                "type": {"const": "Feature"}, "id": of("Id"),
                "geometry": {"type": ["object", "null"]}, "properties": properties,
            },
        })
    };
    json!({
        "Sites": {
            "type": "object", "required": ["type", "edition", "features", "next"],
            "properties": {
                "type": {"const": "FeatureCollection"}, "edition": of("Edition"), "banner": of("Words"),
                "features": {"type": "array", "items": feature(json!({
                    "type": "object", "required": ["slug", "organization", "name", "distance_m", "services"],
                }))},
                "next": {"type": ["string", "null"]},
            },
        },
        "Site": feature(json!({
            "type": "object", "required": ["slug", "organization", "version", "name", "services", "exceptions", "editable"],
        })),
        "Needs": {"type": "object", "required": ["edition", "needs"]},
        "Bundle": {
            "type": "object",
            "required": ["edition", "zone", "tzdb", "made_at", "good_until", "needs", "lines", "landmarks", "ground", "plans",
                "sites", "tracks", "words"],
            "description": "intervals of each service: [start, end, state], minutes since 1970 in UTC; state is open or \
                unknown, what lies between is closed. Its track: sentences [minute, word] and days [minute, word, word], words \
                by their place in words. plans: periods from a minute until the next one.",
        },
    })
}

fn plans() -> Value {
    json!({
        "Plans": {"type": "object", "required": ["edition", "in_force", "drafts", "versions"]},
        "Plan": {"type": "object", "required": ["version", "status", "title", "from", "until", "rules", "consents"]},
        "PlanFaults": {"type": "object", "required": ["edition", "plans"]},
    })
}

fn edits() -> Value {
    let texts = json!({"type": ["object", "null"], "description": "Words by language; null takes a language out"});
    json!({
        "Patch": {
            "type": "object", "additionalProperties": false,
            "properties": {
                "keep": of("Kept"),
                "name": texts, "address": of("Words"), "locality": of("Words"),
                "point": {"type": ["array", "null"], "description": "Longitude, latitude"},
                "phone": {"type": ["string", "null"]}, "website": {"type": ["string", "null"]},
                "door": texts, "access": texts, "description": texts, "languages": list("Words"),
                "services": {
                    "type": "object", "description": "By need; a need the site said nothing of before is new",
                    "additionalProperties": {
                        "type": "object", "additionalProperties": false,
                        "properties": {
                            "offer": of("Offer"), "hours": {"type": ["string", "null"]}, "hours_note": texts,
                            "description": texts, "bring": texts, "items": list("Id"),
                            "confirmation": {"type": ["object", "null"], "properties": {
                                "by": of("Words"), "on": {"type": "string", "format": "date"},
                                "review_by": {"type": "string", "format": "date"},
                            }},
                        },
                    },
                },
            },
        },
        "Exception": {
            "type": "object", "required": ["kind", "first", "last"], "additionalProperties": false,
            "properties": {
                "keep": of("Kept"),
                "id": of("Id"), "need": {"type": ["string", "null"]},
                "kind": {
                    "type": "string", "enum": ["closed", "open", "unknown", "out_of_stock"],
                    "description": "out_of_stock needs the code of a need; it is over by itself after its last day",
                },
                "first": {"type": "string", "format": "date"}, "last": {"type": "string", "format": "date"},
                "hours": {"type": ["string", "null"]}, "reason": texts,
                "review_by": {"type": ["string", "null"], "format": "date"},
            },
        },
        "Kept": {
            "type": "object", "description": "By field, why its words should stay though the language check would have others",
            "additionalProperties": of("Words"),
        },
        "Acknowledged": {
            "type": "object", "required": ["site", "version", "etag", "edition", "waiting"],
            "properties": {"waiting": {
                "type": "array", "items": of("Words"),
                "description": "The members that wait for a steward; everything else is public",
            }},
        },
    })
}

fn service() -> Value {
    json!({
        "Health": {"type": "object", "required": ["status", "edition", "snapshot", "database", "tzdb", "clock", "clock_fixed"]},
        "Problem": {
            "type": "object", "required": ["type", "title", "status", "detail", "instance"],
            "properties": {
                "type": of("Words"), "title": of("Words"), "status": {"type": "integer"}, "detail": of("Words"),
                "instance": of("Words"), "parameter": of("Words"), "header": of("Words"), "request_id": of("Words"),
                "errors": {"type": "array", "items": {"type": "object", "required": ["field", "detail"]}},
            },
        },
    })
}

fn language() -> Value {
    json!({
        "TextToCheck": {
            "type": "object", "required": ["text"], "additionalProperties": false,
            "properties": {
                "text": {"type": "string", "maxLength": 1000},
                "lang": of("Lang"),
                "field": {"type": "string", "description": "Which field it stands in; a name is not corrected."},
            },
        },
        "Span": {
            "type": "object", "required": ["start", "end"],
            "properties": {
                "start": {"type": "integer", "description": "Letters (Unicode scalar values) before it."},
                "end": {"type": "integer"},
            },
        },
        "Finding": {
            "allOf": [of("Span")], "type": "object", "required": ["words", "term", "severity", "why", "alternatives"],
            "properties": {
                "words": of("Words"), "term": of("Words"), "why": of("Words"), "source": of("Words"),
                "severity": {"type": "string", "enum": ["info", "warn", "block"]},
                "alternatives": {"type": "array", "items": of("Words")},
            },
        },
        "Findings": {
            "type": "object", "required": ["findings", "grade", "long_sentences"],
            "properties": {
                "lang": of("Lang"), "findings": list("Finding"), "long_sentences": list("Span"),
                "grade": {"type": ["number", "null"], "description": "Flesch–Kincaid school grade; null when not English."},
            },
        },
    })
}
