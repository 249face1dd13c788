//! POST `/api/v1/language/check`: words that hurt, and how hard a text is to read. Nothing of it is kept.

use std::ops::Range;

use actix_web::{HttpRequest, HttpResponse, http::header, web};
use serde::{Deserialize, Serialize};
use signpost_domain::{Lang, Prose};
use signpost_wording::{Lexicon, Severity, grade, long_sentences};
use utoipa::ToSchema;

use crate::to_go::expect_json;
use signpost_web::{
    ApiError, body,
    members::{self, written},
    params::Params,
};

/// Fields that hold names: nobody corrects what a body calls itself.
const NAMES: [&str; 2] = ["name", "organization"];

/// A text to be checked.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TextToCheck {
    /// The text.
    #[serde(default, deserialize_with = "written")]
    #[schema(required, nullable = false, max_length = 1000)]
    text: Option<String>,
    /// The language it is written in; en when left out.
    #[serde(default, deserialize_with = "written")]
    lang: Option<Lang>,
    /// Which field it stands in; a name is not corrected.
    #[serde(default, deserialize_with = "written")]
    field: Option<String>,
}

/// What was found.
#[expect(
    clippy::struct_field_names,
    reason = "the member is called findings for readers of the API"
)]
#[derive(Serialize, ToSchema)]
pub(crate) struct Findings {
    /// The language it was read in.
    lang: Lang,
    /// Words that hurt, or for which there is a plainer one.
    findings: Vec<Finding>,
    /// Flesch–Kincaid school grade; `null` when not English.
    #[schema(required)]
    grade: Option<f64>,
    /// Sentences of more than 20 words.
    long_sentences: Vec<LongSentence>,
}

/// A part of a text.
#[derive(Serialize, ToSchema)]
struct Span {
    /// Letters (Unicode scalar values) before it.
    start: usize,
    /// The same of its end.
    end: usize,
}

/// A term of the list.
#[derive(Serialize, ToSchema)]
struct Finding {
    #[serde(flatten)]
    span: Span,
    /// The words as they stand there.
    words: String,
    /// The term of the list.
    term: String,
    /// How much it matters.
    severity: Severity,
    /// Why it hurts, or why a plainer word is better.
    why: String,
    /// What to write instead.
    alternatives: Vec<String>,
    /// Who says so.
    source: String,
}

/// A sentence that is hard to read.
#[derive(Serialize, ToSchema)]
struct LongSentence {
    #[serde(flatten)]
    span: Span,
    /// How many words it has.
    words: usize,
}

/// Words that hurt, what to write instead, and how hard a text is to read
#[utoipa::path(
    post,
    path = "/api/v1/language/check",
    request_body = TextToCheck,
    responses((status = 200, description = "Done", body = Findings))
)]
pub(crate) async fn check(
    request: HttpRequest,
    payload: web::Payload,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    expect_json(&request, &["application/json"])?;
    let body = body::json_object(&body::body(payload).await?)?;
    let given: TextToCheck = members::typed(body)?;
    let Some(text) = given.text else {
        return Err(ApiError::parameter("text", "send the text to check"));
    };
    if text.chars().count() > Prose::LONGEST {
        let detail = format!("a text has at most {} characters", Prose::LONGEST);
        return Err(ApiError::parameter("text", detail));
    }
    let is_a_name = given
        .field
        .is_some_and(|field| NAMES.contains(&field.as_str()));
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(answer(&text, given.lang.unwrap_or_default(), is_a_name)))
}

fn answer(text: &str, lang: Lang, is_a_name: bool) -> Findings {
    let findings = Lexicon::shipped()
        .check(text, lang)
        .into_iter()
        .filter(|_| !is_a_name)
        .map(|one| Finding {
            span: letters(text, &one.span),
            words: one.words,
            term: one.term,
            severity: one.severity,
            why: one.why,
            alternatives: one.alternatives,
            source: one.source,
        });
    let sentences = long_sentences(text).into_iter().map(|one| LongSentence {
        span: letters(text, &one.span),
        words: one.words,
    });
    // The formula is made for English.
    let grade = (lang == Lang::En).then(|| grade(text)).flatten();
    Findings {
        lang,
        findings: findings.collect(),
        grade: grade.map(|grade| (grade * 10.0).round() / 10.0),
        long_sentences: sentences.collect(),
    }
}

/// A span in bytes, counted in letters (Unicode scalar values) instead.
fn letters(text: &str, span: &Range<usize>) -> Span {
    let count = |upto: usize| text.get(..upto).unwrap_or(text).chars().count();
    Span {
        start: count(span.start),
        end: count(span.end),
    }
}
