//! POST `/api/v1/language/check`: words that hurt, and how hard a text is to read. Nothing of it is kept.

use std::ops::Range;

use actix_web::{HttpRequest, HttpResponse, http::header, web};
use serde_json::{Map, Value, json};
use signpost_domain::{Lang, Prose};
use signpost_wording::{Lexicon, grade, long_sentences};

use crate::to_go::expect_json;
use signpost_web::{ApiError, body, params::Params};

const MEMBERS: [&str; 3] = ["text", "lang", "field"];

/// Fields that hold names: nobody corrects what a body calls itself.
const NAMES: [&str; 2] = ["name", "organization"];

/// Checks a text.
pub(crate) async fn check(
    request: HttpRequest,
    payload: web::Payload,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    expect_json(&request, &["application/json"])?;
    let body = body::json_object(&body::body(payload).await?)?;
    if let Some(other) = body.keys().find(|name| !MEMBERS.contains(&name.as_str())) {
        let shown: String = other.chars().take(40).collect();
        let detail = "there is no such member; send text, lang and field";
        return Err(ApiError::parameter(&shown, detail));
    }
    let Some(text) = member(&body, "text")? else {
        return Err(ApiError::parameter("text", "send the text to check"));
    };
    if text.chars().count() > Prose::LONGEST {
        let detail = format!("a text has at most {} characters", Prose::LONGEST);
        return Err(ApiError::parameter("text", detail));
    }
    let lang: Lang = member(&body, "lang")?
        .map(|lang| {
            lang.parse()
                .map_err(|error| ApiError::parameter("lang", error))
        })
        .transpose()?
        .unwrap_or_default();
    let is_a_name = member(&body, "field")?.is_some_and(|field| NAMES.contains(&field));
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(answer(text, lang, is_a_name)))
}

fn answer(text: &str, lang: Lang, is_a_name: bool) -> Value {
    let findings: Vec<Value> = Lexicon::shipped()
        .check(text, lang)
        .into_iter()
        .filter(|_| !is_a_name)
        .map(|one| {
            let (start, end) = letters(text, &one.span);
            json!({
                "start": start, "end": end, "words": one.words, "term": one.term, "severity": one.severity,
                "why": one.why, "alternatives": one.alternatives, "source": one.source,
            })
        })
        .collect();
    let sentences: Vec<Value> = long_sentences(text)
        .into_iter()
        .map(|one| {
            let (start, end) = letters(text, &one.span);
            json!({"start": start, "end": end, "words": one.words})
        })
        .collect();
    // The formula is made for English.
    let grade = (lang == Lang::En).then(|| grade(text)).flatten();
    json!({
        "lang": lang,
        "findings": findings,
        "grade": grade.map(|grade| (grade * 10.0).round() / 10.0),
        "long_sentences": sentences,
    })
}

/// A span in bytes, counted in letters (Unicode scalar values) instead.
fn letters(text: &str, span: &Range<usize>) -> (usize, usize) {
    let count = |upto: usize| text.get(..upto).unwrap_or(text).chars().count();
    (count(span.start), count(span.end))
}

fn member<'b>(body: &'b Map<String, Value>, name: &str) -> Result<Option<&'b str>, ApiError> {
    match body.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(ApiError::parameter(name, "write it as a text in quotes")),
    }
}
