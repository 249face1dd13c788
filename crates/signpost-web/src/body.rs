//! The body of a request: how much of it, how deep, and how long it may take.

use std::{fmt, time::Duration};

use actix_web::{
    error::PayloadError,
    web::{self, Bytes, BytesMut},
};
use futures_util::{Stream, StreamExt as _};
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::{Map, Value};

use crate::ApiError;

/// The largest body that is read.
pub const BODY_BYTES: usize = 64 * 1024;
/// How long a body may take to arrive, all of it.
const BODY_TIME: Duration = Duration::from_secs(5);

/// The whole body, if it is small enough and comes in time.
pub async fn body(payload: web::Payload) -> Result<Bytes, ApiError> {
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
pub fn json_object(body: &[u8]) -> Result<Map<String, Value>, ApiError> {
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
