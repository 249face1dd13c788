//! "Do not list, do not call": hidden everywhere, whatever an import brings; set and lifted with a reason that the history keeps.

use signpost_store::{Cause, Reason, RevisionQuery, Role, SubjectKind};

use crate::{
    desk::{Desk, editor},
    town::{Town, clock, training},
};

const HERE: &str = "/steward/do-not-list";
const SLUG: &str = "cedar-circle-house";
const NAME: &str = "Cedar Circle House";

async fn set(desk: &mut Desk<'_>, reason: &str) -> u16 {
    let fields = [
        ("site", SLUG),
        ("name", NAME),
        ("locality", ""),
        ("phone", ""),
        ("reason", reason),
    ];
    let sent = desk
        .submit(&format!("{HERE}?site={SLUG}"), HERE, &fields)
        .await;
    sent.status
}

/// Everywhere a place may be said.
async fn is_listed(town: &Town) -> bool {
    let mut found = Vec::new();
    for path in [
        "/?need=supplies",
        "/fr?need=supplies",
        "/search?q=cedar+circle",
        "/print?need=supplies",
        "/api/v1/sites",
        "/api/v1/export.geojson",
        "/api/v1/export.csv",
        "/api/v1/bundle",
        "/api/v1/where-to-go?need=supplies",
        "/ogc/collections/sites/items?limit=1000",
        "/sitemap.xml",
        "/plan",
        "/changes.atom",
        "/changes.ics",
    ] {
        let answer = town.get(path).await;
        if answer.status == 404 {
            continue;
        }
        let said = String::from_utf8_lossy(&answer.bytes).into_owned();
        found.push((path, said.contains(SLUG)));
    }
    let page = town.get(&format!("/sites/{SLUG}")).await.status;
    let listed = page == 200;
    let told: Vec<_> = found.iter().filter(|(_, told)| *told).collect();
    if listed {
        assert!(told.len() > 5, "{found:?}");
    } else {
        assert!(told.is_empty(), "{told:?}");
    }
    listed
}

/// Nobody can propose it, nor add it.
async fn nobody_can_propose(town: &Town) {
    for (mut desk, path) in [
        (
            town.signed_in("Ana", editor("cedar-circle")).await,
            "/agency/sites/new",
        ),
        (
            town.signed_in("Sam", Role::Steward).await,
            "/fr/agency/sites/new",
        ),
    ] {
        let fields = [
            ("name.en", "cedar circle HOUSE"),
            ("kind", "building"),
            ("organization", "cedar-circle"),
            ("address", "1 Main Street"),
            ("locality", "East Side"),
            ("point", "49.5561, -94.8950"),
        ];
        let sent = desk.submit(path, path, &fields).await;
        assert_eq!(sent.status, 422, "{}", sent.body());
        let words = if path.starts_with("/fr") {
            "Ce lieu a demandé de ne pas être inscrit"
        } else {
            "This place asked not to be listed"
        };
        assert!(sent.body().contains(words), "{}", sent.body());
    }
}

#[actix_rt::test]
async fn it_is_hidden_everywhere_survives_an_import_and_comes_back_when_lifted() {
    let town = Town::to_edit().await;
    assert!(is_listed(&town).await);
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let page = kim.get(&format!("/agency/sites/{SLUG}")).await.body();
    assert!(page.contains(&format!("{HERE}?site={SLUG}")), "{page}");
    assert_eq!(set(&mut kim, " ").await, 422, "why has to be said");
    assert!(is_listed(&town).await);
    assert_eq!(set(&mut kim, "The house asked by letter.").await, 303);
    assert!(!is_listed(&town).await);
    // An import of the whole folder brings it again, and another of the same name.
    let mut directory = training();
    let mut other = directory
        .sites
        .iter()
        .find(|site| site.slug.as_str() == SLUG)
        .unwrap()
        .clone();
    other.slug = "cedar-circle-house-osm".parse().unwrap();
    directory.sites.push(other);
    let imported = town
        .store()
        .sync(&directory, "import", &Reason::typed("again"), clock()())
        .await;
    imported.unwrap();
    signpost_editing::refresh::follow(town.app.live()).await;
    assert!(town.app.snapshot().sequence() > 0);
    assert!(!is_listed(&town).await);
    let list = kim.get(HERE).await.body();
    assert!(list.contains("The house asked by letter."), "{list}");
    assert_eq!(
        list.matches(&format!("<li>{NAME}</li>")).count(),
        2,
        "what it hides: {list}"
    );
    nobody_can_propose(&town).await;
    // Setting it twice is setting it once; lifting it needs a reason.
    assert_eq!(set(&mut kim, "Again.").await, 303);
    let stones = town.store().tombstones().await.unwrap();
    assert_eq!(stones.len(), 1);
    let lift = format!("{HERE}/{}", stones[0].id);
    assert_eq!(kim.submit(HERE, &lift, &[("reason", "")]).await.status, 422);
    assert!(!is_listed(&town).await);
    let sent = kim
        .submit(HERE, &lift, &[("reason", "They changed their mind.")])
        .await;
    assert_eq!(sent.status, 303, "{}", sent.body());
    assert!(is_listed(&town).await);
    let again = kim.submit(HERE, &lift, &[("reason", "Twice.")]).await;
    assert_eq!(again.status, 404);
    // Both stand in the history, in words, and the chain holds.
    let asked = RevisionQuery {
        subject: Some((SubjectKind::Site, SLUG.to_owned())),
        ..RevisionQuery::default()
    };
    let history = town.store().revisions(&asked).await.unwrap();
    let causes: Vec<(&Cause, &str)> = history
        .iter()
        .map(|one| (&one.reason.cause, one.reason.words.as_str()))
        .filter(|(cause, _)| matches!(cause, Cause::DoNotList | Cause::ListedAgain))
        .collect();
    assert_eq!(
        causes,
        [
            (&Cause::ListedAgain, "They changed their mind."),
            (&Cause::DoNotList, "The house asked by letter."),
        ]
    );
    let page = kim
        .get(&format!("/agency/sites/{SLUG}/history"))
        .await
        .body();
    assert!(
        page.contains("asked not to be listed and not to be called"),
        "{page}"
    );
    town.store().verify().await.unwrap();
    let feed = town.get("/changes.atom").await.body();
    assert!(
        !feed.contains("The house asked"),
        "reasons are not public: {feed}"
    );
}

#[actix_rt::test]
async fn a_place_we_never_had_stays_away_by_its_name_or_number() {
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let fields = [
        ("site", ""),
        ("name", "Hidden Harbour"),
        ("locality", ""),
        ("phone", "807-555-0188"),
        ("reason", "Called on November 20."),
    ];
    let sent = kim.submit(HERE, HERE, &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.body());
    let mut directory = training();
    for (nth, (name, phone)) in [
        ("HIDDEN harbour", None),
        ("Another name", Some("807-555-0188")),
    ]
    .into_iter()
    .enumerate()
    {
        let mut site = directory.sites[0].clone();
        site.slug = format!("hidden-{nth}").parse().unwrap();
        site.name = signpost_domain::Text::en(name);
        site.phone = phone.map(|phone| signpost_domain::Phone::new(phone).unwrap());
        directory.sites.push(site);
    }
    let reason = Reason::typed("again");
    let imported = town.store().sync(&directory, "import", &reason, clock()());
    imported.await.unwrap();
    signpost_editing::refresh::follow(town.app.live()).await;
    for slug in ["hidden-0", "hidden-1"] {
        assert_eq!(
            town.get(&format!("/sites/{slug}")).await.status,
            404,
            "{slug}"
        );
        assert!(
            !town
                .get("/api/v1/sites?limit=500")
                .await
                .body()
                .contains(slug)
        );
    }
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    assert_eq!(ana.get(HERE).await.status, 403);
}
