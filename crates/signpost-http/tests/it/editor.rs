//! An agency's own system, with its token, its tags and its keys.

use actix_web::test::TestRequest;
use serde_json::Value;

use crate::town::{Answer, Town};

/// A site of `cedar-circle`.
pub const PATH: &str = "/api/v1/sites/cedar-circle-house";

/// One edit to be.
pub struct Edit<'a> {
    pub path: &'a str,
    pub token: Option<&'a str>,
    pub tag: Option<&'a str>,
    pub key: Option<&'a str>,
    pub body: Value,
}

impl Edit<'_> {
    pub async fn send(&self, town: &Town, mut request: TestRequest) -> Answer {
        request = request
            .uri(self.path)
            .insert_header(("content-type", "application/json"));
        if let Some(token) = self.token {
            request = request.insert_header(("authorization", format!("Bearer {token}")));
        }
        if let Some(tag) = self.tag {
            request = request.insert_header(("if-match", tag));
        }
        if let Some(key) = self.key {
            request = request.insert_header(("idempotency-key", key));
        }
        town.send(request.set_payload(self.body.to_string())).await
    }

    pub async fn patch(&self, town: &Town) -> Answer {
        self.send(town, TestRequest::patch()).await
    }
}

pub async fn tag(town: &Town) -> String {
    tag_of(town, PATH).await
}

pub async fn tag_of(town: &Town, path: &str) -> String {
    town.get(path).await.header("etag").to_owned()
}

pub async fn revisions(town: &Town) -> u64 {
    town.store().sequence().await.unwrap()
}
