//! How much and how long: bodies, addresses, depth, time. Compressed request bodies are refused rather than inflated.

use std::{fmt, time::Duration};

use actix_web::{
    Error, ResponseError as _,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    error::PayloadError,
    http::header,
    middleware::Next,
    web::{self, Bytes, BytesMut, ServiceConfig},
};
use futures_util::{Stream, StreamExt as _};
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::{Map, Value};

use crate::ApiError;

/// The largest body that is read.
pub(crate) const BODY_BYTES: usize = 64 * 1024;
/// The longest address that is read.
pub(crate) const URI_BYTES: usize = 4 * 1024;
/// How long a body may take to arrive, all of it.
const BODY_TIME: Duration = Duration::from_secs(5);

/// Refuses what no handler should see: compressed bodies and endless addresses.
pub(crate) async fn enforce(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    match refusal(&request) {
        Some(error) => {
            let response = error.error_response();
            let mut response = request.into_response(response);
            *response.response_mut() = actix_web::HttpResponse::from_error(error);
            Ok(response)
        }
        None => Ok(next.call(request).await?.map_into_boxed_body()),
    }
}

fn refusal(request: &ServiceRequest) -> Option<ApiError> {
    let coded = request
        .headers()
        .get(header::CONTENT_ENCODING)
        .is_some_and(|coding| !coding.as_bytes().eq_ignore_ascii_case(b"identity"));
    if coded {
        return Some(ApiError::MediaType {
            detail: "send the body as it is, without Content-Encoding".to_owned(),
        });
    }
    let length = request
        .uri()
        .path_and_query()
        .map_or(0, |address| address.as_str().len());
    (length > URI_BYTES).then_some(ApiError::UriTooLong {
        limit_bytes: URI_BYTES,
    })
}

/// The same words for what the framework's own extractors refuse.
pub(crate) fn extractors(cfg: &mut ServiceConfig) {
    cfg.app_data(
        web::QueryConfig::default()
            .error_handler(|error, _| ApiError::parameter("query", error).into()),
    )
    .app_data(web::PathConfig::default().error_handler(|_, _| ApiError::not_found().into()))
    .app_data(
        web::JsonConfig::default()
            .limit(BODY_BYTES)
            .error_handler(|error, _| ApiError::body(error).into()),
    )
    .app_data(
        web::FormConfig::default()
            .limit(BODY_BYTES)
            .error_handler(|error, _| ApiError::body(error).into()),
    )
    .app_data(web::PayloadConfig::new(BODY_BYTES));
}

/// The whole body, if it is small enough and comes in time.
pub(crate) async fn body(payload: web::Payload) -> Result<Bytes, ApiError> {
    body_within(BODY_TIME, payload).await
}

async fn body_within(
    time: Duration,
    mut payload: impl Stream<Item = Result<Bytes, PayloadError>> + Unpin,
) -> Result<Bytes, ApiError> {
    let read = async {
        let mut body = BytesMut::new();
        while let Some(chunk) = payload.next().await {
            let chunk = chunk.map_err(|error| ApiError::body(error.to_string()))?;
            if body.len() + chunk.len() > BODY_BYTES {
                return Err(ApiError::TooLarge {
                    limit_bytes: BODY_BYTES,
                });
            }
            body.extend_from_slice(&chunk);
        }
        Ok(body.freeze())
    };
    tokio::time::timeout(time, read)
        .await
        .unwrap_or(Err(ApiError::Timeout))
}

/// The deepest nesting of JSON that is read; nothing the API takes needs more than six.
const DEPTH: usize = 32;

/// A JSON object, its nesting counted before it is parsed.
pub(crate) fn json_object(body: &[u8]) -> Result<Map<String, Value>, ApiError> {
    let text = std::str::from_utf8(body)
        .map_err(|error| ApiError::body(format!("the body is not UTF-8: {error}")))?;
    if text.trim().is_empty() {
        return Err(ApiError::body("the body is empty; send a JSON object"));
    }
    if deeper_than(DEPTH, text) {
        return Err(ApiError::body(format!(
            "the JSON is nested more than {DEPTH} levels deep; nothing here needs more than six"
        )));
    }
    if !text.trim_start().starts_with('{') {
        return Err(ApiError::body("the body is not a JSON object: {…}"));
    }
    serde_json::from_str(text)
        .map(|Members(members)| members)
        .map_err(|error| ApiError::body(format!("the body is not JSON that we take: {error}")))
}

/// The members of an object, none of them twice: which of the two was meant?
struct Members(Map<String, Value>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reading;

        impl<'de> Visitor<'de> for Reading {
            type Value = Members;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a JSON object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Members, A::Error> {
                let mut members = Map::new();
                while let Some((name, value)) = access.next_entry::<String, Value>()? {
                    if members.contains_key(&name) {
                        let shown: String = name.chars().take(40).collect();
                        let words = format!("the member {shown} is there twice");
                        return Err(serde::de::Error::custom(words));
                    }
                    members.insert(name, value);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Reading)
    }
}

fn deeper_than(limit: usize, text: &str) -> bool {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => {
                depth += 1;
                if depth > limit {
                    return true;
                }
            }
            b']' | b'}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use futures_util::stream;

    use super::*;

    #[actix_rt::test]
    async fn a_body_that_does_not_come_is_not_waited_for() {
        let never = stream::pending();
        let read = body_within(Duration::from_millis(20), never).await;
        assert_eq!(read, Err(ApiError::Timeout));
    }

    #[actix_rt::test]
    async fn a_body_without_a_length_is_cut_off_when_it_is_too_large() {
        let chunk = Bytes::from(vec![b'x'; 1024]);
        let endless = stream::repeat_with(move || Ok(chunk.clone()));
        let read = body_within(Duration::from_mins(1), endless).await;
        assert!(matches!(read, Err(ApiError::TooLarge { .. })), "{read:?}");
    }

    #[test]
    fn brackets_inside_words_are_not_nesting() {
        let words = format!("{{\"a\": \"{}\\\"[\"}}", "[".repeat(100));
        assert!(!deeper_than(DEPTH, &words));
        assert!(deeper_than(DEPTH, &"[".repeat(33)));
        assert!(!deeper_than(DEPTH, &"[]".repeat(3_000)));
    }

    #[test]
    fn three_thousand_levels_are_refused_in_words() {
        let error = json_object("[".repeat(3_000).as_bytes()).unwrap_err();
        assert!(error.to_string().contains("nested"), "{error}");
    }
}
