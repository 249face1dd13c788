//! Letters, to a mail server of our own: links that let somebody in, and what is due, once a week.

use std::sync::Arc;

use jiff::Timestamp;
use signpost_domain::Lang;
use signpost_mail::{
    Mailer,
    letters::{Mailing, MailingRound, letters_due},
};
use signpost_portal::PortalState;
use signpost_store::{AccountId, NewAccount, Role, Store};
use signpost_web::{App, hosting::Hosting};

use crate::{
    desk::{Desk, editor},
    mail_server::MailServer,
    town::{NOW, Town, clock, snapshot},
};

const ROOT: &str = "https://where.example.org";

fn post(server: &str) -> Mailing {
    let mailer = Mailer::new(server, "Directory desk <desk@example.org>").unwrap();
    Mailing::new(mailer, ROOT.parse().unwrap())
}

/// The same town at another time, with letters.
pub async fn at(town: &Town, now: &str, server: &str) -> Town {
    let now: Timestamp = now.parse().unwrap();
    let url = format!("sqlite:{}", town.database().display());
    let store = Store::open(&url).await.unwrap();
    let app = App::new(snapshot(), Arc::new(move || now), true, Some(store));
    let app = app.with_hosting(Hosting {
        public: Some(ROOT.parse().unwrap()),
        ..Hosting::default()
    });
    Town::with_portal(app, PortalState::new(Some(post(server))))
}

/// A round of weekly letters, as a running server makes it; none without a mail server.
pub async fn send_letters_due(town: &Town) -> MailingRound {
    let Some(post) = &town.shell.portal().post else {
        return MailingRound::default();
    };
    signpost_mail::letters::send_letters_due(town.app.live(), post)
        .await
        .unwrap()
}

/// Somebody who set a password.
pub async fn person(town: &Town, name: &str, role: Role, lang: Lang) -> AccountId {
    let new = NewAccount {
        name: name.to_owned(),
        email: format!("{}@example.org", name.to_lowercase()),
        role,
        lang,
        by: "test".to_owned(),
        at: clock()(),
    };
    let id = town.store().add_account(new).await.unwrap();
    let hash = "$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$AAAA";
    town.store()
        .set_password(id, hash, clock()())
        .await
        .unwrap();
    id
}

async fn invited(kim: &mut Desk<'_>, lang: &str) -> String {
    let fields = [
        ("name", "Ana Bérubé"),
        ("email", "ana@example.org"),
        ("role", "editor"),
        ("organization", "cedar-circle"),
        ("lang", lang),
    ];
    let answer = kim
        .submit("/steward/accounts", "/steward/accounts", &fields)
        .await;
    assert_eq!(answer.status, 200);
    answer.body()
}

#[actix_rt::test]
async fn an_invitation_goes_by_letter_in_the_language_of_who_is_invited_and_lets_them_in() {
    let server = MailServer::start();
    let first = Town::to_edit().await;
    let town = at(&first, NOW, &server.url).await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let page = invited(&mut kim, "fr").await;
    assert!(page.contains("A link was sent to Ana Bérubé, ana@example.org."));
    assert!(!page.contains("/invite/"), "who has the link is Ana alone");

    let letters = server.take();
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].to, "ana@example.org");
    let text = letters[0].text();
    assert!(text.starts_with("Bonjour Ana Bérubé,\n"), "{text}");
    assert!(
        text.contains("26 novembre 2026 à 14\u{a0}h\u{a0}15"),
        "{text}"
    );
    let (_, link) = text.split_once(ROOT).expect("a link of ours");
    let link = link.lines().next().unwrap();
    assert!(link.starts_with("/fr/invite/"), "{link}");
    let mut ana = town.desk();
    let welcome = ana.get(link).await.body();
    assert!(welcome.contains("Ana Bérubé"), "{welcome}");
    let set = ana
        .post(link, &[("password", "four geese over the bay")])
        .await;
    assert_eq!(set.status, 303);

    // Who has a password is told of a new one, not of an invitation.
    let id = town
        .store()
        .account_of("ana@example.org")
        .await
        .unwrap()
        .unwrap()
        .id;
    let to = format!("/steward/accounts/{id}");
    kim.submit("/steward/accounts", &to, &[("do", "link")])
        .await;
    let text = server.take()[0].text();
    assert!(text.contains("Kim a créé un lien pour que vous"), "{text}");
}

#[actix_rt::test]
async fn a_letter_that_cannot_be_sent_leaves_the_link_to_be_given_by_hand() {
    let server = MailServer::start();
    server.refuse(Some("550 no such person"));
    for url in [server.url.as_str(), "smtp://127.0.0.1:9"] {
        let first = Town::to_edit().await;
        let town = at(&first, NOW, url).await;
        let mut kim = town.signed_in("Kim", Role::Steward).await;
        let page = invited(&mut kim, "en").await;
        assert!(page.contains("did not take the letter"), "{page}");
        let (_, link) = page
            .split_once(ROOT)
            .expect("a link, with the public address");
        let link = link.split('"').next().unwrap();
        let welcome = town.desk().get(link).await.body();
        assert!(welcome.contains("Welcome, Ana"), "{welcome}");
    }
    assert!(server.take().is_empty());
}

#[actix_rt::test]
async fn a_request_cannot_say_where_a_link_leads() {
    let server = MailServer::start();
    let first = Town::to_edit().await;
    let town = at(&first, NOW, &server.url).await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    // The desk says "localhost:8080" of itself, as anybody could say anything.
    invited(&mut kim, "en").await;
    let text = server.take()[0].text();
    assert!(
        text.contains("https://where.example.org/invite/") && !text.contains("localhost"),
        "{text}"
    );
}

#[actix_rt::test]
async fn what_is_due_goes_once_a_week_to_those_whom_it_concerns() {
    let server = MailServer::start();
    let first = Town::to_edit().await;
    let town = at(&first, NOW, &server.url).await;
    person(&town, "Rita", editor("riverbend-outreach"), Lang::En).await;
    person(&town, "Bo", editor("granite-street"), Lang::En).await;
    person(&town, "Kim", Role::Steward, Lang::Fr).await;
    let gone = person(&town, "Gone", Role::Steward, Lang::En).await;
    town.store()
        .set_disabled(gone, true, "test", clock()())
        .await
        .unwrap();
    town.account("Invited", Role::Steward).await;

    let round = send_letters_due(&town).await;
    assert_eq!(round, MailingRound { sent: 2, failed: 0 });
    let mut letters = server.take();
    letters.sort_by_key(|letter| letter.to.clone());
    let to: Vec<_> = letters.iter().map(|letter| letter.to.as_str()).collect();
    assert_eq!(to, ["kim@example.org", "rita@example.org"]);
    let rita = letters[1].text();
    for words in [
        "Hello Rita,",
        "Review day was September 30, 2026",
        "https://where.example.org/agency/sites/old-mill-counter\n",
        "about once a week",
    ] {
        assert!(rita.contains(words), "{words}: {rita}");
    }
    let kim = letters[0].text();
    assert!(
        kim.contains("https://where.example.org/fr/agency/sites/old-mill-counter"),
        "{kim}"
    );
    assert!(letters[0].head().contains("Auto-Submitted: auto-generated"));

    // The next day, on Sunday, and on Monday before nine: nothing. On Monday at nine: again.
    for quiet in [
        "2026-11-26T10:00:00-05:00",
        "2026-11-29T12:00:00-05:00",
        "2026-11-30T08:59:00-05:00",
    ] {
        let later = at(&first, quiet, &server.url).await;
        assert_eq!(
            send_letters_due(&later).await,
            MailingRound::default(),
            "{quiet}"
        );
    }
    let monday = at(&first, "2026-11-30T09:00:00-05:00", &server.url).await;
    assert_eq!(send_letters_due(&monday).await.sent, 2);
}

#[actix_rt::test]
async fn a_letter_that_came_late_keeps_its_distance_from_the_next() {
    let server = MailServer::start();
    let first = Town::to_edit().await;
    let town = at(&first, "2026-11-27T16:00:00-05:00", &server.url).await;
    person(&town, "Rita", editor("riverbend-outreach"), Lang::En).await;
    assert_eq!(send_letters_due(&town).await.sent, 1);
    for (when, sent) in [
        ("2026-11-30T09:00:00-05:00", 0),
        ("2026-12-02T09:00:00-05:00", 1),
        ("2026-12-07T09:00:00-05:00", 1),
    ] {
        let later = at(&first, when, &server.url).await;
        assert_eq!(send_letters_due(&later).await.sent, sent, "{when}");
    }
}

#[actix_rt::test]
async fn a_weekly_letter_that_was_refused_is_tried_again_and_is_not_counted() {
    let server = MailServer::start();
    let first = Town::to_edit().await;
    let town = at(&first, NOW, &server.url).await;
    person(&town, "Rita", editor("riverbend-outreach"), Lang::En).await;
    server.refuse(Some("451 come back later"));
    let round = send_letters_due(&town).await;
    assert_eq!(round, MailingRound { sent: 0, failed: 1 });
    server.refuse(None);
    let round = send_letters_due(&town).await;
    assert_eq!(round, MailingRound { sent: 1, failed: 0 });
    assert_eq!(send_letters_due(&town).await, MailingRound::default());
    assert_eq!(server.take().len(), 1);
}

#[actix_rt::test]
async fn an_address_that_is_no_more_is_not_tried_every_ten_minutes() {
    let server = MailServer::start();
    let first = Town::to_edit().await;
    let town = at(&first, NOW, &server.url).await;
    person(&town, "Rita", editor("riverbend-outreach"), Lang::En).await;
    server.refuse(Some("550 no such person"));
    let round = send_letters_due(&town).await;
    assert_eq!(round, MailingRound { sent: 0, failed: 1 });
    assert_eq!(send_letters_due(&town).await, MailingRound::default());
    let monday = at(&first, "2026-11-30T09:00:00-05:00", &server.url).await;
    let round = send_letters_due(&monday).await;
    assert_eq!(round.failed, 1, "next week it is");
}

#[actix_rt::test]
async fn what_would_be_sent_can_be_looked_at_and_without_a_mail_server_nothing_is() {
    let town = Town::to_edit().await;
    person(&town, "Rita", editor("riverbend-outreach"), Lang::En).await;
    for _ in 0..2 {
        let letters = letters_due(town.app.live(), ROOT).await.unwrap();
        assert_eq!(letters.len(), 1, "looking is not sending");
        assert!(letters[0].subject.contains("Directory"));
    }
    assert_eq!(send_letters_due(&town).await, MailingRound::default());
}

#[actix_rt::test]
async fn the_owner_gets_a_letter_each_time_the_power_of_an_account_is_used() {
    let server = MailServer::start();
    let first = Town::to_edit().await;
    let town = at(&first, NOW, &server.url).await;
    let kim = person(&town, "Kim", Role::Steward, Lang::En).await;
    person(&town, "Sam", Role::Steward, Lang::En).await;
    let ana = person(&town, "Ana", editor("cedar-circle"), Lang::Fr).await;
    let begun = town.store().begin_session(kim, None, clock()()).await;
    let begun = begun.unwrap().secret;
    let proven = town.store().prove_session(&begun, clock()()).await;
    let mut desk = Desk {
        town: &town,
        cookies: vec![("__Host-signpost".to_owned(), proven.unwrap().unwrap())],
    };
    let (room, one) = ("/steward/accounts", format!("/steward/accounts/{ana}"));
    let tokens = "/steward/tokens";
    let token = [("organization", "cedar-circle"), ("label", "beds")];
    let own = "/account/second-step";
    for (to, fields, letters) in [
        (
            one.as_str(),
            vec![("do", "link")],
            vec![
                ("ana", "nouveau mot de passe"),
                ("kim", "a link was made for Ana"),
            ],
        ),
        (
            &one,
            vec![("do", "role"), ("role", "subcommittee")],
            vec![
                ("ana", "un autre rôle"),
                ("kim", "Ana was given another role"),
            ],
        ),
        (
            &one,
            vec![
                ("do", "role"),
                ("role", "editor"),
                ("organization", "cedar-circle"),
            ],
            vec![
                ("ana", "un autre rôle"),
                ("kim", "Ana was given another role"),
            ],
        ),
        (
            tokens,
            token.to_vec(),
            vec![("ana", "a créé un jeton"), ("kim", "Kim made a token")],
        ),
        (
            "/steward/tokens/1/end",
            vec![],
            vec![
                ("ana", "a mis fin à un jeton"),
                ("kim", "Kim ended a token"),
            ],
        ),
        (own, vec![("do", "codes")], vec![]),
        (own, vec![("do", "off")], vec![("kim", "switched off")]),
        (
            "/account/sessions",
            vec![],
            vec![("kim", "All other sessions")],
        ),
        (
            &one,
            vec![("do", "disable")],
            vec![
                ("ana", "a arrêté votre accès"),
                ("kim", "the access of Ana was stopped"),
            ],
        ),
        (
            &one,
            vec![("do", "enable")],
            vec![
                ("ana", "vous a redonné accès"),
                ("kim", "Ana was let in again"),
            ],
        ),
    ] {
        let answer = desk.submit(room, to, &fields).await;
        assert!(
            [200, 303].contains(&answer.status),
            "{to}: {}",
            answer.body()
        );
        let mut took = server.take();
        took.sort_by_key(|letter| letter.to.clone());
        let whom: Vec<_> = took.iter().map(|letter| letter.to.as_str()).collect();
        let expected: Vec<_> = letters
            .iter()
            .map(|(who, _)| format!("{who}@example.org"))
            .collect();
        assert_eq!(whom, expected, "{to} {fields:?}");
        for (letter, (_, words)) in took.iter().zip(&letters) {
            let text = letter.text();
            assert!(text.contains(words), "{words}: {text}");
            assert!(text.contains(ROOT), "{text}");
        }
    }
}
