//! Who serves soonest, and what is said about it.

use signpost_domain::{Bank, Crossing, Lang, Offer, PhoneLine, Source, Text};
use signpost_hours::OpenState;
use signpost_plan::{Question, QuestionError, Why, where_to_go, words};

use crate::sample::{
    HERE, WEDNESDAY_10, ask, day, instant, line, need, north, place, plan, question, rule, service,
    site, slug, snapshot, source, town, unconfirmed,
};

#[test]
fn a_target_that_closes_before_one_could_walk_there_comes_after_one_that_stays_open() {
    let mut directory = town(vec![
        site("near", Some(north(1500.0)), "Mo-Su 09:00-17:00"),
        site("far", Some(north(2000.0)), "Mo-Su 09:00-21:00"),
        site("old-door", Some(north(0.0)), "24/7"),
    ]);
    directory.plans = vec![plan(vec![rule("old-door", &["near"])])];
    // The walk to `near` takes 29 minutes and 15 seconds.
    let at = "2026-11-25T16:20:00-05:00";
    let asked = ask(directory.clone(), &question(at, Some("old-door")));
    assert_eq!(asked.slugs(), ["near", "far"], "ten minutes are left");
    let at = "2026-11-25T16:22:00-05:00";
    let asked = ask(directory, &question(at, Some("old-door")));
    assert_eq!(asked.slugs(), ["far", "near"]);
    let near = &asked.reply.answers[1];
    assert_eq!(
        near.why,
        [
            Why::PlanTarget,
            Why::ClosingSoon,
            Why::OpensAt,
            Why::Nearest
        ]
    );
    assert_eq!(near.moment.state, OpenState::Open);
    assert_eq!(near.served_at, Some(instant("2026-11-26T09:00:00-05:00")));
}

#[test]
fn on_a_friday_night_a_night_shelter_answers_until_saturday_morning() {
    let directory = || {
        town(vec![
            site("night", Some(north(400.0)), "Fr 20:00-08:00"),
            site(
                "counter",
                Some(north(100.0)),
                "Mo-Fr 09:00-17:00, Sa 07:55-12:00",
            ),
        ])
    };
    for (at, first, state) in [
        ("2026-11-27T19:00:00-05:00", "night", OpenState::Closed),
        ("2026-11-27T23:50:00-05:00", "night", OpenState::Open),
        ("2026-11-28T00:10:00-05:00", "night", OpenState::Open),
        ("2026-11-28T07:30:00-05:00", "counter", OpenState::Closed),
        ("2026-11-28T08:00:00-05:00", "counter", OpenState::Open),
    ] {
        let asked = ask(directory(), &question(at, None));
        assert_eq!(asked.slugs()[0], first, "{at}");
        assert_eq!(asked.reply.answers[0].moment.state, state, "{at}");
    }
}

#[test]
fn within_one_half_hour_confirmed_comes_before_unconfirmed_however_near() {
    let at = |metres| {
        ask(
            town(vec![
                unconfirmed(site("near", Some(north(10.0)), "24/7")),
                site("far", Some(north(metres)), "24/7"),
            ]),
            &question(WEDNESDAY_10, None),
        )
    };
    let asked = at(1500.0);
    assert_eq!(asked.slugs(), ["far", "near"]);
    assert_eq!(
        asked.reply.answers[1].why,
        [
            Why::OpenNow,
            Why::OpenAllDay,
            Why::Unconfirmed,
            Why::Nearest
        ]
    );
    assert_eq!(
        at(1560.0).slugs(),
        ["near", "far"],
        "half an hour later is later"
    );
}

#[test]
fn unknown_hours_count_as_two_hours_and_say_call_first() {
    let mut directory = town(vec![
        site("unknown", Some(north(10.0)), "24/7"),
        site("noon", Some(north(10.0)), "Mo-Su 11:45-17:00"),
        site("later", Some(north(10.0)), "Mo-Su 12:30-17:00"),
        site("not-here", Some(north(10.0)), "24/7"),
    ]);
    directory.sites[0].services[0].hours = None;
    directory.sites[0].phone = Some("807-555-0101".parse().unwrap());
    directory.sites[3].services[0].offer = Offer::NotOffered;
    let asked = ask(directory, &question(WEDNESDAY_10, None));
    assert_eq!(asked.slugs(), ["noon", "unknown", "later"]);
    let unknown = &asked.reply.answers[1];
    assert_eq!(
        (unknown.served_at, unknown.moment.state),
        (None, OpenState::Unknown)
    );
    assert_eq!(unknown.why, [Why::CallFirst, Why::Nearest]);
    assert_eq!(asked.reply.answers[0].why, [Why::OpensAt, Why::Nearest]);
}

#[test]
fn what_opens_while_one_walks_is_served_on_arrival_and_the_words_say_when_it_opens() {
    let directory = town(vec![site(
        "nearly",
        Some(north(1000.0)),
        "Mo-Su 10:05-17:00",
    )]);
    let question = question(WEDNESDAY_10, None);
    let asked = ask(directory, &question);
    let answer = &asked.reply.answers[0];
    let served = answer.served_at.unwrap();
    assert!(
        (instant("2026-11-25T10:19:20-05:00")..instant("2026-11-25T10:19:40-05:00"))
            .contains(&served)
    );
    assert_eq!(answer.why, [Why::OpensAt, Why::Nearest]);
    let said = words::why_of(&asked.snapshot, answer, &question, Lang::En);
    let opens = signpost_hours::words::day_and_clock(
        instant("2026-11-25T10:05:00-05:00"),
        question.at,
        asked.snapshot.town_zone(),
        Lang::En,
    );
    assert_eq!(said, format!("Opens {opens}. It is the nearest place."));
}

/// Two banks with a bridge between; `HERE` is on the east bank.
fn river(open: bool) -> signpost_domain::Ground {
    let bank = |id: &str, west: f64, east: f64| Bank {
        id: id.into(),
        name: Text::en(id),
        ring: [
            (west, 49.7),
            (east, 49.7),
            (east, 49.9),
            (west, 49.9),
            (west, 49.7),
        ]
        .map(|(lon, lat)| place(lon, lat))
        .to_vec(),
    };
    signpost_domain::Ground {
        banks: vec![bank("west", -94.6, -94.501), bank("east", -94.5, -94.4)],
        crossings: vec![Crossing {
            id: "bridge".into(),
            name: Text::en_fr("Old bridge", "Vieux pont"),
            joins: ["west".into(), "east".into()],
            ends: [place(-94.5011, 49.775), place(-94.4999, 49.775)],
            open,
            source: source(),
        }],
        neighbourhoods: vec![],
    }
}

#[test]
fn over_the_water_is_as_far_as_the_bridge_makes_it_and_the_bridge_is_named() {
    let over = place(-94.502, HERE.1);
    let mut directory = town(vec![
        site("over", Some(over), "24/7"),
        site("here", Some(north(1200.0)), "24/7"),
    ]);
    directory.ground = river(true);
    let question = question(WEDNESDAY_10, None);
    let asked = ask(directory.clone(), &question);
    assert_eq!(
        asked.slugs(),
        ["here", "over"],
        "866 m straight, but more over the bridge"
    );
    let answer = &asked.reply.answers[1];
    assert!(answer.crosses_water && answer.metres.unwrap().0 > 1400.0);
    assert_eq!(answer.over, ["bridge"]);
    assert_eq!(
        answer.why,
        [Why::OpenNow, Why::OpenAllDay, Why::CrossesWater]
    );
    assert!(
        words::why_of(&asked.snapshot, answer, &question, Lang::Fr)
            .ends_with("Il faut traverser l’eau pour y aller\u{a0}: Vieux pont.")
    );

    directory.ground = river(false);
    directory.sites[1] = site("here", Some(north(1200.0)), "2030 Jan 01 10:00-11:00");
    let asked = ask(directory, &question);
    assert_eq!(
        asked.slugs(),
        ["over", "here"],
        "both never; the shorter line first"
    );
    let answer = &asked.reply.answers[0];
    assert_eq!((answer.served_at, answer.crosses_water), (None, true));
    assert_eq!(
        answer.why,
        [Why::OpenNow, Why::OpenAllDay, Why::NoWayOnFoot]
    );
    assert_eq!(asked.reply.answers[1].why, [Why::NotSoon, Why::Nearest]);
}

#[test]
fn among_those_to_call_first_come_those_that_can_be_called() {
    let mut directory = town(vec![
        site("a", Some(north(10.0)), "24/7"),
        site("b", Some(north(20.0)), "24/7"),
    ]);
    for site in &mut directory.sites {
        site.services[0].hours = None;
    }
    directory.sites[0].phone = None;
    directory.sites[1].phone = Some("807-555-0101".parse().unwrap());
    let asked = ask(directory, &question(WEDNESDAY_10, None));
    assert_eq!(asked.slugs(), ["b", "a"]);
}

#[test]
fn what_somebody_said_weighs_more_than_the_walk_to_what_nobody_said_and_a_number_to_call() {
    let mut directory = town(vec![
        site("nobody-said", Some(north(10.0)), "24/7"),
        site("said-once", Some(north(2_500.0)), "24/7"),
        site("sure", Some(north(10.0)), "Mo-Su 13:00-17:00"),
    ]);
    for site in &mut directory.sites[..2] {
        site.services[0].hours = None;
    }
    directory.sites[0].services[0].offer = Offer::Unknown;
    directory.sites[0].phone = Some("807-555-0101".parse().unwrap());
    let asked = ask(directory, &question(WEDNESDAY_10, None));
    assert_eq!(asked.slugs(), ["said-once", "sure", "nobody-said"]);
}

#[test]
fn of_what_was_said_long_ago_usual_hours_that_run_come_before_hours_nobody_knows() {
    let mut directory = town(vec![
        unconfirmed(site("office", Some(north(10.0)), "24/7")),
        unconfirmed(site("patrol", None, "24/7")),
        unconfirmed(site("nobody-said", Some(north(10.0)), "24/7")),
    ]);
    let long_ago = Source {
        text: "A page of 2023".into(),
        day: Some("2023-01-10".parse().unwrap()),
    };
    for site in &mut directory.sites {
        site.services[0].source = long_ago.clone();
        site.phone = Some("807-555-0101".parse().unwrap());
    }
    directory.sites[0].services[0].hours = None;
    directory.sites[1].phone = None;
    directory.sites[2].services[0].offer = Offer::Unknown;
    let asked = ask(directory, &question(WEDNESDAY_10, None));
    assert_eq!(asked.slugs(), ["patrol", "office", "nobody-said"]);
}

#[test]
fn a_place_for_some_comes_after_those_for_everyone_within_the_half_hour_unless_its_age_is_asked_for()
 {
    let age = |years: u64| Some(years.try_into().unwrap());
    let mut hub = site("hub", Some(north(50.0)), "24/7");
    (hub.services[0].minimum_age, hub.services[0].maximum_age) = (age(12), age(25));
    let mut women = site("women", Some(north(60.0)), "24/7");
    women.services[0].eligibility_description = Text::en("For women.");
    let directory = town(vec![
        hub,
        women,
        unconfirmed(site("everyone", Some(north(1000.0)), "24/7")),
        site("later", Some(north(10.0)), "Mo-Su 11:00-20:00"),
    ]);
    let nobody_said = question(WEDNESDAY_10, None);
    let asked = ask(directory.clone(), &nobody_said);
    assert_eq!(asked.slugs(), ["everyone", "hub", "women", "later"]);
    let of_age = |years| Question {
        age: age(years),
        ..nobody_said.clone()
    };
    let asked = ask(directory.clone(), &of_age(17));
    assert_eq!(asked.slugs(), ["hub", "everyone", "women", "later"]);
    let asked = ask(directory, &of_age(40));
    assert_eq!(asked.slugs(), ["everyone", "women", "later", "hub"]);
}

#[test]
fn lines_that_are_answered_now_come_before_those_that_are_silent() {
    let mut directory = town(vec![]);
    let mut day = line("day", 1, &["supplies"]);
    day.hours = Some("Mo-Su 10:00-18:00".into());
    let mut always = line("always", 9, &[]);
    always.hours = Some("24/7".into());
    let unknown = PhoneLine {
        hours: None,
        ..line("unknown", 5, &["supplies"])
    };
    directory.lines = vec![day, always, unknown];
    let at_three = question("2026-11-25T03:00:00-05:00", None);
    assert_eq!(ask(directory.clone(), &at_three).reply.otherwise, [1, 2, 0]);
    let at_noon = question("2026-11-25T12:00:00-05:00", None);
    assert_eq!(ask(directory, &at_noon).reply.otherwise, [0, 1, 2]);
}

#[test]
fn behind_the_answers_stand_the_lines_for_the_need_in_their_order() {
    let mut directory = town(vec![]);
    directory.lines = vec![
        line("all", 20, &[]),
        line("disposal", 5, &["disposal"]),
        line("supplies", 10, &["naloxone", "supplies"]),
        line("also-all", 20, &[]),
    ];
    let asked = ask(directory.clone(), &question(WEDNESDAY_10, None));
    assert_eq!(asked.reply.otherwise, [2, 0, 3]);
    assert!(asked.reply.answers.is_empty());
    directory
        .lines
        .retain(|line| line.id.as_str() == "disposal");
    let asked = ask(directory, &question(WEDNESDAY_10, None));
    assert_eq!(asked.reply.otherwise, [0], "better another line than none");
}

#[test]
fn what_is_not_there_is_named() {
    let built = snapshot(town(vec![site("a", None, "24/7")]), instant(WEDNESDAY_10));
    let mut asked = question(WEDNESDAY_10, Some("gone"));
    assert_eq!(
        where_to_go(&built, &asked),
        Err(QuestionError::UnknownSite { site: slug("gone") })
    );
    asked.need = need("tea");
    assert_eq!(
        where_to_go(&built, &asked).unwrap_err().to_string(),
        "no need has the code tea"
    );
}

#[test]
fn a_stay_of_less_than_ten_minutes_is_not_worth_the_walk() {
    let mut directory = town(vec![site(
        "brief",
        Some(north(0.0)),
        "Mo-Su 10:00-10:09, We 15:00-15:10",
    )]);
    directory.sites[0].services.push(service("disposal", None));
    let asked = ask(directory, &question(WEDNESDAY_10, None));
    let answer = &asked.reply.answers[0];
    assert_eq!(answer.served_at, Some(instant("2026-11-25T15:00:00-05:00")));
    assert_eq!(answer.why, [Why::ClosingSoon, Why::OpensAt, Why::Nearest]);
}

#[test]
fn what_lapses_at_midnight_is_doubted_two_hours_after_it_would_open_next() {
    let mut directory = town(vec![
        site("lapses", Some(north(10.0)), "Mo-Su 09:00-17:00"),
        site("ten", Some(north(10.0)), "Mo-Su 10:00-17:00"),
        site("noon", Some(north(10.0)), "Mo-Su 12:00-17:00"),
    ]);
    let confirmation = directory.sites[0].services[0].confirmation.as_mut();
    confirmation.unwrap().review_by = day("2026-11-25");
    directory.sites[0].phone = Some("807-555-0101".parse().unwrap());
    let asked = ask(directory, &question("2026-11-25T22:00:00-05:00", None));
    assert_eq!(asked.slugs(), ["ten", "lapses", "noon"]);
    let lapses = &asked.reply.answers[1];
    assert_eq!(
        (lapses.served_at, lapses.moment.state),
        (None, OpenState::Closed)
    );
    let opens = instant("2026-11-26T09:00:00-05:00");
    assert_eq!(
        (lapses.moment.until, lapses.moment.then),
        (Some(opens), OpenState::Unknown)
    );
    assert_eq!(lapses.why, [Why::CallFirst, Why::Nearest]);
}
