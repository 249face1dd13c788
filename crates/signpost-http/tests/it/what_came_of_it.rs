//! What came of what visitors said, month by month; and that nobody is asked right after they wrote.

use std::collections::BTreeMap;

use signpost_domain::{FeedbackDecision, FeedbackKind};
use signpost_figures::{
    Outcome, YearMonth,
    audit::{Statement, leaks},
    report_months,
};
use signpost_mail::letters::letters_due;
use signpost_store::{NewFeedback, Role};

use crate::{
    desk::editor,
    town::{Town, training},
};

const PLACE: &str = "cedar-circle-house";

fn outcome(month: &str, said: FeedbackKind, days: u32, count: u64) -> Outcome {
    Outcome {
        month: month.parse().unwrap(),
        said,
        days,
        count,
    }
}

#[actix_rt::test]
async fn a_decision_is_counted_by_month_kind_and_days_and_no_word_of_it_is_kept() {
    let town = Town::to_edit().await;
    for (day, said) in [
        ("2026-11-23", FeedbackKind::Closed),
        ("2026-11-25", FeedbackKind::Moved),
        ("2026-11-25", FeedbackKind::Right),
    ] {
        let new = NewFeedback {
            site: PLACE.parse().unwrap(),
            need: None,
            said,
            words: "canary words".to_owned(),
            version: 1,
            day: day.parse().unwrap(),
        };
        let since = new.day;
        town.store().add_feedback(&new, since).await.unwrap();
    }
    let site = PLACE.parse().unwrap();
    let today = "2026-11-25".parse().unwrap();
    let decision = FeedbackDecision::Mended;
    let decided = town
        .store()
        .decide_feedback(&site, decision, "Kim", today)
        .await;
    assert_eq!(decided.unwrap().len(), 3);
    let outcomes = town.store().feedback_outcomes().await.unwrap();
    assert_eq!(
        outcomes,
        [
            outcome("2026-11", FeedbackKind::Closed, 2, 1),
            outcome("2026-11", FeedbackKind::Moved, 0, 1),
        ],
        "that it was right is no report"
    );
    // The month is not over: nothing is printed of it.
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let page = kim.get("/steward/feedback").await.body();
    assert!(!page.contains("What came of it"), "{page}");
}

#[actix_rt::test]
async fn a_steward_reads_how_long_it_took_and_what_is_few_is_hidden() {
    let town = Town::to_edit().await;
    let outcomes = [
        outcome("2026-10", FeedbackKind::Closed, 1, 8),
        outcome("2026-10", FeedbackKind::Moved, 2, 1),
        outcome("2026-10", FeedbackKind::Other, 30, 1),
        outcome("2026-09", FeedbackKind::Closed, 4, 9),
        outcome("2026-08", FeedbackKind::Closed, 4, 3),
    ];
    town.store().add_feedback_outcomes(&outcomes).await.unwrap();
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let page = kim.get("/steward/feedback").await.body();
    for said in [
        "9 in 10 reports of visitors were decided within 2 days. The goal of 3 days is met.",
        "9 in 10 reports of visitors were decided within 4 days. The goal is 3 days.",
        "Too few to say how long they took.",
        "<dd>10 (100\u{a0}%)</dd>",
        "<dd>fewer than 5</dd>",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let page = kim.get("/fr/steward/feedback").await.body();
    assert!(
        page.contains("9 signalements sur 10 ont été décidés en 2 jours."),
        "{page}"
    );
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let page = ana.get("/agency/feedback").await.body();
    assert!(
        !page.contains("October 2026"),
        "the town's figures are the stewards': {page}"
    );
}

/// The auditor over all that is said of a month of reports: 1,000 made-up months.
#[test]
fn nothing_below_five_is_told_apart() {
    let mut state: u64 = 23;
    let mut below = |most: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % most
    };
    let kinds = [
        FeedbackKind::Closed,
        FeedbackKind::Moved,
        FeedbackKind::NotDone,
        FeedbackKind::Other,
    ];
    for _month in 0..1_000 {
        let truth: BTreeMap<FeedbackKindCode, u64> = kinds
            .map(|kind| {
                (
                    kind.code(),
                    if below(3) == 0 { below(40) } else { below(6) },
                )
            })
            .into();
        let outcomes: Vec<Outcome> = kinds
            .into_iter()
            .filter(|kind| truth[kind.code()] > 0)
            .map(|kind| outcome("2026-10", kind, 1, truth[kind.code()]))
            .collect();
        let months = report_months(&outcomes, "2026-11-01".parse().unwrap());
        let Some(month) = months.first() else {
            continue;
        };
        assert_eq!(month.month, YearMonth::of("2026-10-05".parse().unwrap()));
        let mut said: Vec<Statement<&str>> = month
            .kinds
            .iter()
            .map(|one| Statement::of([one.said.code()], one.count.range(), "kinds"))
            .collect();
        // That it says within how many days tells that there were 5 at least.
        let all = kinds.map(FeedbackKind::code);
        said.push(match month.nine_in_ten_days {
            Some(_) => Statement::of(all, (5, 1_000_000), "days"),
            None => Statement::of(all, (0, 4), "days"),
        });
        assert_eq!(leaks(&said, &truth), [], "{truth:?}");
        // One true sum is caught whenever something is hidden that it tells of.
        let hidden: u64 = truth.values().filter(|count| **count < 5).sum();
        if hidden > 0 && truth.values().all(|count| *count < 5) && hidden < 4 {
            said.push(Statement::of(all, (hidden, hidden), "a true sum"));
            assert_ne!(leaks(&said, &truth), [], "{truth:?}");
        }
    }
}

type FeedbackKindCode = &'static str;

#[actix_rt::test]
async fn nobody_is_asked_whether_it_is_still_right_after_they_wrote_it() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let page = format!("/agency/sites/{PLACE}");
    let button = "/still-right";
    let asks = async |desk: &mut crate::desk::Desk<'_>| {
        let overview = desk.get(&page).await.body();
        overview.contains("<button class=\"button main\">")
    };
    assert!(asks(&mut ana).await);
    // An agency's own system changes one service: the others are still asked about.
    let site = training()
        .sites
        .into_iter()
        .find(|site| site.slug.as_str() == PLACE)
        .unwrap();
    let offered: Vec<_> = site
        .services
        .iter()
        .filter(|one| one.offer == signpost_domain::Offer::Offered)
        .map(|one| one.need.clone())
        .collect();
    assert!(offered.len() > 1);
    for (nth, need) in offered.iter().enumerate() {
        let (slug, need) = (PLACE.parse().unwrap(), need.clone());
        let snapshot = town.app.snapshot();
        let version = snapshot.version(snapshot.find(&slug).unwrap());
        drop(snapshot);
        let asked = signpost_editing::EditRequest {
            slug,
            owner: None,
            expected: version,
            author: "Kim".to_owned(),
            reason: signpost_store::Cause::HoursChanged.into(),
            key: None,
            kept: vec![],
        };
        signpost_editing::make(town.app.live(), &asked, |site, _context| {
            let mut services = site.services.iter_mut();
            let service = services.find(|one| one.need == need).unwrap();
            service.hours_note = signpost_domain::Text::en("Ring the bell.");
            Ok(())
        })
        .await
        .unwrap();
        let last = nth + 1 == offered.len();
        assert_eq!(
            asks(&mut ana).await,
            !last,
            "after {} of {}",
            nth + 1,
            offered.len()
        );
    }
    let overview = ana.get(&page).await.body();
    assert!(
        overview.contains("You changed this on November 25, 2026."),
        "{overview}"
    );
    let home = ana.get("/fr/agency").await.body();
    assert!(
        home.contains("Vous avez changé ceci le 25 novembre 2026."),
        "{home}"
    );
    assert!(!home.contains(&format!("{PLACE}{button}")), "{home}");
    // Nor does a letter ask before its review day is past.
    let letters = letters_due(town.app.live(), "https://example.org")
        .await
        .unwrap();
    for letter in letters {
        assert!(
            !letter.text.contains(&format!("/agency/sites/{PLACE}\n")),
            "{}",
            letter.text
        );
    }
}
