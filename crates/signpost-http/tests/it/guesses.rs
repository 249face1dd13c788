//! A thousand guesses: in a row, at once, at names that nobody has; and the owner, who gets in all the same.

use futures_util::future::join_all;

use crate::{
    desk::editor,
    sign_in::PASSPHRASE,
    town::{Town, clock},
};

/// An account with a password; the cookie of the browser in which it was set comes back.
async fn ana(town: &Town) -> Vec<(String, String)> {
    let id = town.account("Ana", editor("cedar-circle")).await;
    let link = town.store().one_time_link(id, "test", clock()()).await;
    let path = format!("/invite/{}", link.unwrap().secret);
    let mut browser = town.desk();
    let set = browser.post(&path, &[("password", PASSPHRASE)]).await;
    assert_eq!(set.status, 303);
    browser.cookies
}

#[actix_rt::test]
async fn guesses_wait_longer_and_longer_but_the_owner_gets_in() {
    let town = Town::to_edit().await;
    let id = town.account("Ana", editor("cedar-circle")).await;
    let link = town
        .store()
        .one_time_link(id, "test", clock()())
        .await
        .unwrap();
    let mut ana = town.desk();
    let path = format!("/invite/{}", link.secret);
    ana.post(&path, &[("password", PASSPHRASE)]).await;
    let right = [("email", "ana@example.org"), ("password", PASSPHRASE)];
    assert_eq!(ana.post("/login", &right).await.status, 303);

    let mut guesser = town.desk();
    let mut answers = Vec::new();
    for guess in 0..1_000 {
        let password = format!("guess number {guess}");
        let tried = [
            ("email", "ana@example.org"),
            ("password", password.as_str()),
        ];
        answers.push(guesser.post("/login", &tried).await.status);
    }
    assert_eq!(
        answers.iter().filter(|status| **status == 401).count(),
        5,
        "five are looked at"
    );
    assert_eq!(answers.iter().filter(|status| **status == 429).count(), 995);
    // The clock of this town stands still, so the guesser waits for ever. The owner, in her own browser, does not.
    assert_eq!(guesser.post("/login", &right).await.status, 429);
    ana.cookies.retain(|(name, _)| name == "signpost-browser");
    assert_eq!(ana.post("/login", &right).await.status, 303);
    // In any browser, a link of a steward lets her in.
    let link = town
        .store()
        .one_time_link(id, "test", clock()())
        .await
        .unwrap();
    let mut elsewhere = town.desk();
    let path = format!("/invite/{}", link.secret);
    elsewhere
        .post(&path, &[("password", "five loons under the pier")])
        .await;
    let right = [
        ("email", "ana@example.org"),
        ("password", "five loons under the pier"),
    ];
    assert_eq!(elsewhere.post("/login", &right).await.status, 303);
}

#[actix_rt::test]
async fn a_hundred_guesses_at_once_are_counted_like_a_hundred_in_a_row() {
    let town = Town::to_edit().await;
    ana(&town).await;
    let guesses = (0..100).map(|guess| {
        let mut guesser = town.desk();
        async move {
            let password = format!("guess number {guess}");
            let tried = [("email", "ana@example.org"), ("password", &password)];
            guesser.post("/login", &tried).await.status
        }
    });
    let answers = join_all(guesses).await;
    let count = |status| answers.iter().filter(|own| **own == status).count();
    assert_eq!(count(401), 5, "five are looked at: {answers:?}");
    assert_eq!(count(401) + count(429) + count(503), 100, "{answers:?}");
}

#[actix_rt::test]
async fn a_name_that_nobody_has_is_answered_like_one_that_somebody_has() {
    let town = Town::to_edit().await;
    ana(&town).await;
    let mut all = Vec::new();
    for email in ["ana@example.org", "nobody@example.org"] {
        let mut guesser = town.desk();
        let mut answers = Vec::new();
        for _ in 0..7 {
            let tried = [("email", email), ("password", "four geese, perhaps")];
            let answer = guesser.post("/login", &tried).await;
            let page = answer.body().replace(email, "");
            answers.push((answer.status, answer.header("retry-after").to_owned(), page));
        }
        all.push(answers);
    }
    assert_eq!(all[0][6].0, 429);
    assert!(
        all[0] == all[1],
        "somebody who tries learns who has an account"
    );
}

#[actix_rt::test]
async fn whoever_used_a_link_is_not_held_up_by_what_others_try() {
    let town = Town::to_edit().await;
    let cookies = ana(&town).await;
    let mut guesser = town.desk();
    for _ in 0..10 {
        let tried = [("email", "ana@example.org"), ("password", "guess")];
        guesser.post("/login", &tried).await;
    }
    let right = [("email", "ana@example.org"), ("password", PASSPHRASE)];
    assert_eq!(town.desk().post("/login", &right).await.status, 429);
    let mut own = town.desk();
    own.cookies = cookies;
    assert_eq!(own.post("/login", &right).await.status, 303);
    // Nor does her getting in give the guesser five more.
    assert_eq!(guesser.post("/login", &right).await.status, 429);
}

#[actix_rt::test]
async fn a_session_that_was_left_open_is_no_place_to_guess_the_password_from() {
    let town = Town::to_edit().await;
    ana(&town).await;
    let right = [("email", "ana@example.org"), ("password", PASSPHRASE)];
    let mut left_open = town.desk();
    assert_eq!(left_open.post("/login", &right).await.status, 303);
    let csrf = left_open.csrf("/account").await;
    let change = |current: &'static str| {
        let csrf = csrf.clone();
        [
            ("csrf".to_owned(), csrf),
            ("current".to_owned(), current.to_owned()),
            ("password".to_owned(), "six otters in a canoe".to_owned()),
        ]
    };
    for guess in 1..=5 {
        let fields = change("guess");
        let fields: Vec<_> = fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let answer = left_open.post("/account/password", &fields).await;
        if guess < 5 {
            assert!(answer.body().contains("is not right"));
        } else {
            assert_eq!(answer.header("location"), "/login?done=ended");
        }
    }
    // It is over, and this browser waits as after guesses at the sign-in.
    assert_eq!(left_open.get("/account").await.status, 303);
    let answer = left_open.post("/login", &right).await;
    assert_eq!(answer.status, 429, "{}", answer.body());
}
