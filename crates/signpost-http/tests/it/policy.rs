//! Every route of the portal, as everybody, about their own, another's, one that only waits, and one that is not there; held against
//! `policy.txt`, which people can read. A route that is not in the table, or an answer that changed, fails here.
//!
//! Forms are sent without the proof of the session, so that nothing is done while this asks what could be.

use std::{collections::BTreeSet, fmt::Write as _, fs, path::PathBuf};

use actix_web::test as at;
use signpost_portal::{PortalRoute, portal_routes};
use signpost_store::{NewSite, ProposalQuery, Reason, Role};

use crate::{
    desk::{Desk, editor},
    town::{Town, clock},
};

/// What stands for a name in an address: the editor's own, another agency's, one that is only proposed, one that is not there.
const SLUGS: [(&str, &str); 4] = [
    ("own", "cedar-circle-house"),
    ("another's", "lantern-rest-shelter"),
    ("draft", "cedar-circle-annex"),
    ("missing", "no-such-place"),
];

/// Addresses to try, with whose they are.
fn addresses(path: &str, waiting: &str) -> Vec<(&'static str, String)> {
    let fill = |slug: &str| {
        path.replace("{slug}", slug)
            .replace("{need}", "supplies")
            .replace("{form}", "details")
            .replace("{code}", "0000")
            .replace("{id}", "999999")
            .replace("{sequence}", "999999")
            .replace("{version}", "3")
            .replace("{rule}", "new")
            .replace("{file}", "old-mill-counter.pdf")
            .replace("{poster}", "999999")
    };
    if path.contains("{slug}") {
        SLUGS.map(|(whose, slug)| (whose, fill(slug))).to_vec()
    } else if path.contains("/waiting/{id}") || path.contains("/review/{id}") {
        let filled = |id: &str| path.replace("{id}", id);
        vec![("draft", filled(waiting)), ("missing", fill(""))]
    } else {
        vec![("", fill(""))]
    }
}

/// What an answer means.
fn verdict(status: u16, location: &str, body: &str) -> &'static str {
    match status {
        303 if location.contains("/login?next=") => "sign in",
        401 if body.contains("were signed out") || body.contains("session est terminée") => {
            "sign in"
        }
        // The form arrived where it was sent to, and lacked its proof.
        403 if body.contains("name=\"csrf\"") => "yes",
        403 => "no",
        404 | 410 => "hidden",
        // Also a sign-in or a link without what it needs.
        200 | 303 | 400 | 401 | 422 | 429 => "yes",
        other => panic!("{other} at a route of the portal: {body}"),
    }
}

async fn ask(desk: &mut Desk<'_>, method: &str, path: &str) -> &'static str {
    let kept = desk.cookies.clone();
    let answer = if method == "GET" {
        desk.get(path).await
    } else {
        // A form of another session of the same person: it arrives where it is sent to, and proves nothing.
        let own = desk.csrf("/account").await;
        let mark = own.split_once('.').map_or("", |(_, mark)| mark);
        let stale = format!("0000.{mark}");
        desk.post(path, &[("csrf", &stale), ("anything", "at all")])
            .await
    };
    desk.cookies = kept;
    // A poster is no text.
    let body = String::from_utf8_lossy(&answer.bytes);
    verdict(answer.status, answer.header("location"), &body)
}

/// The site that only waits; the number of what waits.
async fn propose(town: &Town) -> String {
    let mut site = {
        let snapshot = town.app.snapshot();
        let found = snapshot.find(&SLUGS[0].1.parse().unwrap()).unwrap();
        snapshot.site(found).clone()
    };
    site.slug = SLUGS[2].1.parse().unwrap();
    let new = NewSite {
        site,
        author: "Ana (cedar-circle)".to_owned(),
        reason: Reason::default(),
        idempotency: None,
        at: clock()(),
    };
    town.store().propose_site(new).await.unwrap();
    let asked = ProposalQuery::default();
    let waiting = town.store().proposals(&asked).await.unwrap();
    waiting[0].id.to_string()
}

/// Every path the application answers at, out of the framework's own map of them.
pub async fn paths(town: &Town) -> BTreeSet<String> {
    let service = at::init_service(signpost_http::application(&town.shell)).await;
    let answer = at::call_service(&service, at::TestRequest::get().uri("/").to_request()).await;
    let map = format!("{:?}", answer.request().resource_map());
    map.split("Single(\"")
        .skip(1)
        .map(|part| part.split('"').next().unwrap().to_owned())
        .filter(|path| !path.is_empty())
        .collect()
}

/// A path without the language in front.
fn bare(path: &str) -> String {
    let prefixes = ["/fr", "/oj-latn", "/oj-cans"];
    let twin = prefixes.iter().find_map(|prefix| {
        let rest = path.strip_prefix(prefix)?;
        (rest.is_empty() || rest.starts_with('/')).then_some(rest)
    });
    match twin {
        Some("") => "/".to_owned(),
        Some(rest) => rest.to_owned(),
        None => path.to_owned(),
    }
}

/// Who asks, and the head of their column.
async fn people(town: &Town) -> Vec<(&'static str, Desk<'_>)> {
    let (own, other) = (editor("cedar-circle"), editor("northwind-clinic"));
    vec![
        ("nobody", town.desk()),
        ("editor", town.signed_in("Ana", own).await),
        ("another", town.signed_in("Bo", other).await),
        ("city", town.signed_in("Sam", Role::Subcommittee).await),
        ("steward", town.signed_in("Kim", Role::Steward).await),
    ]
}

const HEAD: &str = "\
# What each route of the portal answers to whom. \"hidden\" is what is not there, or not theirs: both look alike.
# editor: of the agency whose site is \"own\"; another: of an agency with none of these; city: the subcommittee.
# \"proven again\": who may is asked for the password or a code first, unless they showed it within five minutes.
# A token opens none of them, and a form without the proof of its session does nothing; the test sees to both.

";

async fn rendered(town: &Town) -> String {
    let waiting = propose(town).await;
    let token = town.token("cedar-circle").await;
    let mut people = people(town).await;
    let mut text = HEAD.to_owned();
    let heads: Vec<_> = people.iter().map(|(who, _)| format!("{who:8}")).collect();
    writeln!(text, "{:12}{}", "", heads.concat().trim_end()).unwrap();
    let mut table = BTreeSet::new();
    for route in portal_routes() {
        table.insert(route.path.to_owned());
        let power = if route.is_power { ", proven again" } else { "" };
        let PortalRoute {
            method, path, act, ..
        } = &route;
        writeln!(text, "{method} {path} ({act}{power})").unwrap();
        for (whose, address) in addresses(route.path, &waiting) {
            let mut line = format!("  {whose:10}");
            for (who, desk) in &mut people {
                let found = ask(desk, &route.method, &address).await;
                let twin = ask(desk, &route.method, &format!("/fr{address}")).await;
                assert_eq!(found, twin, "{who}: {} /fr{address}", route.method);
                write!(line, "{found:8}").unwrap();
            }
            writeln!(text, "{}", line.trim_end()).unwrap();
            if route.method == "GET" && route.act != "SignIn" {
                let bearer = ("authorization", format!("Bearer {token}"));
                let request = at::TestRequest::get().uri(&address);
                let answer = town.send(request.insert_header(bearer)).await;
                let found = verdict(answer.status, answer.header("location"), &answer.body());
                assert_eq!(found, "sign in", "a token opens no page: {address}");
            }
        }
    }
    text.push_str(
        "\n# Everything else that answers. Public, but edits of the API ask for a token.\n",
    );
    let others: BTreeSet<_> = paths(town).await.iter().map(|path| bare(path)).collect();
    for path in others.difference(&table) {
        writeln!(text, "{path}").unwrap();
    }
    text
}

#[actix_rt::test]
async fn every_route_answers_everybody_as_the_policy_says() {
    let town = Town::to_edit().await;
    let found = rendered(&town).await;
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/policy.txt");
    if std::env::var_os("SIGNPOST_WRITE_POLICY").is_some() {
        fs::write(&file, &found).unwrap();
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (found, expected) = (lines(&found), lines(&expected));
    let only = |left: &[String], right: &[String]| {
        let new = left.iter().filter(|line| !right.contains(line));
        new.cloned().collect::<Vec<_>>().join("\n")
    };
    assert!(
        found == expected,
        "policy.txt says otherwise. Look at each line; when it is meant, write the file again with SIGNPOST_WRITE_POLICY=1.\n\
         now:\n{}\nin the file:\n{}",
        only(&found, &expected),
        only(&expected, &found)
    );
}
