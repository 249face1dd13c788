//! HEAD answers where GET does: what looks after links asks so, and takes another answer for a page that is gone.

use actix_web::test as at;
use signpost_store::Role;

use crate::{desk::Desk, policy::paths, town::Town};

/// Addresses that are there, of every path that has a name in it.
fn filled(path: &str) -> String {
    path.replace("{slug}", "cedar-circle-house")
        .replace("{need}", "supplies")
        .replace("{form}", "details")
        .replace("{version}", "1")
}

/// The headers that tell what a body is.
const TELLING: [&str; 5] = [
    "content-type",
    "location",
    "cache-control",
    "content-disposition",
    "allow",
];

async fn same(desk: &mut Desk<'_>, path: &str) {
    let kept = desk.cookies.clone();
    let get = desk.get(path).await;
    desk.cookies.clone_from(&kept);
    let head = desk.head(path).await;
    desk.cookies = kept;
    // What is only sent, such as a form, refuses both.
    assert_eq!(head.status, get.status, "HEAD {path}");
    for name in TELLING {
        assert_eq!(head.header(name), get.header(name), "{name} of HEAD {path}");
    }
}

#[actix_rt::test]
async fn head_answers_where_get_does_at_every_route() {
    let town = Town::to_edit().await;
    let mut people = [
        town.desk(),
        town.signed_in("Kim", Role::Steward).await,
        town.signed_in("Ana", crate::desk::editor("cedar-circle"))
            .await,
    ];
    let mut seen = 0;
    for path in paths(&town).await {
        let path = filled(&path);
        for desk in &mut people {
            same(desk, &path).await;
        }
        seen += 1;
    }
    assert!(seen > 100, "{seen}");
}

#[actix_rt::test]
async fn head_of_a_portal_page_is_a_page() {
    let town = Town::to_edit().await;
    let answer = town.method("HEAD", "/login").await;
    assert_eq!(answer.status, 200);
    let request = at::TestRequest::default().method(actix_web::http::Method::HEAD);
    let answer = town.send(request.uri("/agency")).await;
    assert_eq!(answer.status, 303);
}
