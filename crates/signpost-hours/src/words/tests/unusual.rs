//! Sentences about what is not as usual: out of stock, in doubt, called off; and about the small hours.

use super::*;

#[test]
fn what_is_out_of_stock_says_until_when() {
    let mut none_left = Exception {
        id: ExceptionId::new("none").unwrap(),
        need: None,
        items: vec![],
        kind: ExceptionKind::OutOfStock,
        first: date(2026, 11, 23),
        last: Some(date(2026, 11, 23)),
        hours: None,
        reason: Text::default(),
        review_by: None,
    };
    let holidays = HolidayChoice::ClosedOn(vec![]);
    let office = schedule("Mo-Fr 09:00-17:00", &[none_left.clone()], &holidays);
    expect(
        &office,
        "2026-11-23T10:00",
        "Out of stock until 9 am tomorrow",
        "En rupture de stock jusqu’à demain à 9\u{a0}h",
    );
    let days: Vec<String> = week(&office, date(2026, 11, 22), Lang::En)
        .into_iter()
        .map(|line| line.hours)
        .collect();
    assert_eq!(days[..3], ["Closed", "Out of stock", "9 am to 5 pm"]);
    none_left.last = Some(date(2026, 11, 26));
    none_left.reason = Text::en_fr("The truck is late.", "Le camion est en retard.");
    let office = schedule("Mo-Th 09:00-17:00", &[none_left.clone()], &holidays);
    expect(
        &office,
        "2026-11-23T10:00",
        "Out of stock until November 30, 9 am. The truck is late",
        "En rupture de stock jusqu’au 30 novembre à 9\u{a0}h. Le camion est en retard",
    );
    none_left.reason = Text::default();
    let always = schedule("24/7", &[none_left.clone()], &holidays);
    expect(
        &always,
        "2026-11-23T10:00",
        "Out of stock until Friday",
        "En rupture de stock jusqu’à vendredi",
    );
    let unsaid = schedule("", &[none_left], &holidays);
    expect(
        &unsaid,
        "2026-11-23T10:00",
        "Out of stock until Friday. Then call first",
        "En rupture de stock jusqu’à vendredi. Ensuite, appelez d’abord",
    );
}

#[test]
fn a_box_is_full_and_never_out_of_stock() {
    let mut no_room = Exception {
        id: ExceptionId::new("full").unwrap(),
        need: Some(NeedCode::disposal()),
        items: vec![],
        kind: ExceptionKind::OutOfStock,
        first: date(2026, 11, 23),
        last: Some(date(2026, 11, 26)),
        hours: None,
        reason: Text::default(),
        review_by: None,
    };
    let holidays = HolidayChoice::ClosedOn(vec![]);
    let always = schedule("24/7", &[no_room.clone()], &holidays);
    expect(
        &always,
        "2026-11-23T10:00",
        "Full until Friday",
        "Plein jusqu’à vendredi",
    );
    let days = |schedule: &Schedule, lang| -> Vec<String> {
        let lines = week(schedule, date(2026, 11, 26), lang).into_iter();
        lines.map(|line| line.hours).take(2).collect()
    };
    assert_eq!(days(&always, Lang::En), ["Full", "Open 24 hours"]);
    assert_eq!(
        days(&always, Lang::Fr),
        ["Plein", "Ouvert 24 heures sur 24"]
    );
    no_room.reason = Text::en_fr("It is emptied on Friday.", "On la vide vendredi.");
    let always = schedule("24/7", &[no_room], &holidays);
    expect(
        &always,
        "2026-11-23T10:00",
        "Full until Friday. It is emptied on Friday",
        "Plein jusqu’à vendredi. On la vide vendredi",
    );
}

fn different(kind: ExceptionKind, first: Date, reason: Text) -> Exception {
    Exception {
        id: ExceptionId::new("different").unwrap(),
        need: None,
        items: vec![],
        kind,
        first,
        last: Some(first),
        hours: None,
        reason,
        review_by: None,
    }
}

#[test]
fn a_doubt_says_when_it_would_be_open_and_why_maybe_not() {
    let storm = different(
        ExceptionKind::Unknown,
        date(2026, 11, 23),
        Text::en_fr("snow storm", "tempête de neige"),
    );
    let kept = HolidayChoice::ClosedOn(vec![]);
    let shelter = schedule("Mo-Su 20:00-02:00", std::slice::from_ref(&storm), &kept);
    for (wall, english, french) in [
        (
            "2026-11-23T12:00",
            "Tonight 8 pm to 2 am, maybe not: snow storm",
            "Ce soir de 20\u{a0}h à 2\u{a0}h, peut-être pas\u{a0}: tempête de neige",
        ),
        (
            "2026-11-23T21:00",
            "Call first: snow storm",
            "Appelez d’abord\u{a0}: tempête de neige",
        ),
    ] {
        expect(&shelter, wall, english, french);
    }
    let line = &week(&shelter, date(2026, 11, 23), Lang::En)[0].hours;
    assert_eq!(line, "8 pm to 2 am, maybe not: snow storm");
    let office = schedule("Mo-Fr 09:00-17:00", std::slice::from_ref(&storm), &kept);
    expect(
        &office,
        "2026-11-22T12:00",
        "Tomorrow 9 am to 5 pm, maybe not: snow storm",
        "Demain de 9\u{a0}h à 17\u{a0}h, peut-être pas\u{a0}: tempête de neige",
    );
    let mut silent = storm;
    silent.reason = Text::default();
    let office = schedule("Mo-Fr 09:00-17:00", &[silent], &kept);
    expect(
        &office,
        "2026-11-23T08:00",
        "May open 9 am. Call first",
        "Ouvrira peut-être à 9\u{a0}h. Appelez d’abord",
    );
}

#[test]
fn before_five_in_the_morning_nothing_is_tomorrow() {
    let office = usual("Mo,We 09:00-17:00");
    for (wall, english, french) in [
        (
            "2026-11-24T00:30",
            "Opens Wednesday 9 am",
            "Ouvre mercredi à 9\u{a0}h",
        ),
        (
            "2026-11-24T04:59",
            "Opens Wednesday 9 am",
            "Ouvre mercredi à 9\u{a0}h",
        ),
        (
            "2026-11-24T05:00",
            "Opens tomorrow 9 am",
            "Ouvre demain à 9\u{a0}h",
        ),
    ] {
        expect(&office, wall, english, french);
    }
    expect(
        &usual("Mo-Tu 00:00-24:00; We 00:00-09:00"),
        "2026-11-24T01:00",
        "Open now, until Wednesday 9 am",
        "Ouvert, jusqu’à mercredi à 9\u{a0}h",
    );
    expect(
        &usual("We 00:00-06:00"),
        "2026-11-24T01:00",
        "Opens Wednesday at 12 am",
        "Ouvre mercredi à 0\u{a0}h",
    );
}

#[test]
fn a_night_that_was_called_off_is_closed_tonight_until_its_morning() {
    let reason = Text::en_fr("Burst pipe", "Fuite d’eau");
    let off = different(ExceptionKind::Closed, date(2026, 11, 23), reason);
    let kept = HolidayChoice::ClosedOn(vec![]);
    let shelter = schedule("Mo-Su 20:00-08:00", &[off], &kept);
    expect(
        &shelter,
        "2026-11-24T01:00",
        "Closed tonight: Burst pipe. Opens 8 pm",
        "Fermé cette nuit\u{a0}: Fuite d’eau. Ouvre à 20\u{a0}h",
    );
    expect(
        &shelter,
        "2026-11-24T08:00",
        "Opens 8 pm",
        "Ouvre à 20\u{a0}h",
    );
    let none = different(
        ExceptionKind::OutOfStock,
        date(2026, 11, 23),
        Text::default(),
    );
    let stock = schedule("Mo-Su 20:00-08:00", &[none], &kept);
    expect(
        &stock,
        "2026-11-24T01:00",
        "Out of stock until 8 pm",
        "En rupture de stock jusqu’à 20\u{a0}h",
    );
}

#[test]
fn what_is_open_before_a_doubt_says_to_call_first_then() {
    let storm = different(ExceptionKind::Unknown, date(2026, 11, 24), Text::default());
    let kept = HolidayChoice::ClosedOn(vec![]);
    expect(
        &schedule("24/7", &[storm], &kept),
        "2026-11-23T12:00",
        "Open now, until midnight. Then call first",
        "Ouvert, jusqu’à minuit. Ensuite, appelez d’abord",
    );
}

proptest::proptest! {
    /// What is looked up by instant, as on a phone, is what would be said at any instant between.
    #[test]
    fn nothing_is_said_anew_between_two_instants_at_which_it_may_be(
        text in proptest::sample::select(vec![
            "", "24/7", "Mo-Fr 09:00-17:00", "Mo-Su 20:00-08:00", "Mo-Su 20:00-02:00; PH off", "Mo-Su 00:30-04:00", "Fr-Su 00:00-24:00",
            "Mo-Fr 09:00-12:00, Mo-Fr 12:00-15:00 unknown",
        ]),
        kinds in proptest::collection::vec((proptest::sample::select(ExceptionKind::ALL.to_vec()), 0_i64..9, 0_i64..3), 0..3),
        stated in proptest::prelude::any::<bool>(),
        minute in 0_i64..10 * 1440,
    ) {
        let exceptions: Vec<Exception> = kinds
            .into_iter()
            .enumerate()
            .map(|(nth, (kind, after, long))| {
                let first = date(2026, 12, 20).saturating_add(jiff::Span::new().days(after));
                let mut one = different(kind, first, Text::en(&format!("reason {nth}")));
                one.last = Some(first.saturating_add(jiff::Span::new().days(long)));
                one
            })
            .collect();
        let holidays = if stated { HolidayChoice::ClosedOn(vec![HolidayCode::new("christmas-day").unwrap()]) } else { HolidayChoice::Unstated };
        let schedule = schedule(text, &exceptions, &holidays);
        let from = at("2026-12-20T00:00");
        let then = from + jiff::SignedDuration::from_mins(minute);
        let anew = schedule.sentence_changes(from, then + jiff::SignedDuration::from_secs(1));
        let last = *anew.last().unwrap();
        let say = |at| sentence(&schedule.at(at), at, schedule.zone(), Lang::En);
        proptest::prop_assert_eq!(say(last), say(then), "{} at {}", text, then);
    }
}

#[test]
fn a_long_closing_names_the_day_it_opens_and_a_short_one_is_todays() {
    let closed = |last: Date| Exception {
        last: Some(last),
        ..different(
            ExceptionKind::Closed,
            date(2026, 11, 20),
            Text::en_fr("winter", "hiver"),
        )
    };
    let schedule = |last| {
        schedule(
            "Mo-Su 09:00-17:00",
            &[closed(last)],
            &HolidayChoice::ClosedOn(vec![]),
        )
    };
    expect(
        &schedule(date(2027, 3, 31)),
        "2026-11-22T12:00",
        "Closed until April 1, 2027: winter",
        "Fermé jusqu’au 1er avril 2027\u{a0}: hiver",
    );
    expect(
        &schedule(date(2026, 11, 28)),
        "2026-11-22T12:00",
        "Closed until November 29: winter",
        "Fermé jusqu’au 29 novembre\u{a0}: hiver",
    );
    expect(
        &schedule(date(2026, 11, 27)),
        "2026-11-22T12:00",
        "Closed today: winter. Opens Saturday 9 am",
        "Fermé aujourd’hui\u{a0}: hiver. Ouvre samedi à 9\u{a0}h",
    );
}

#[test]
fn where_nobody_can_be_called_nothing_says_to_call() {
    let doubt = different(ExceptionKind::Unknown, date(2026, 11, 22), Text::default());
    let schedule = schedule(
        "Mo-Su 09:00-17:00",
        &[doubt],
        &HolidayChoice::ClosedOn(vec![]),
    );
    let at = at("2026-11-22T07:00");
    let say = |find_out, lang| sentence_of(&schedule.at(at), at, schedule.zone(), find_out, lang);
    assert_eq!(say(FindOut::Call, Lang::En), "May open 9 am. Call first");
    assert_eq!(say(FindOut::Ask, Lang::En), "May open 9 am. Ask there");
    assert_eq!(say(FindOut::Look, Lang::En), "May open 9 am. Look there");
    for lang in [Lang::En, Lang::Fr] {
        for find_out in [FindOut::Ask, FindOut::Look] {
            let words = say(find_out, lang).to_lowercase();
            assert!(
                !words.contains("call") && !words.contains("appel"),
                "{words}"
            );
            for text in [
                "unknown \"by appointment\"",
                "Mo 09:00-12:00 unknown \"by appointment\"",
            ] {
                let hours = HoursText::parse(text).unwrap();
                let words = text_in_words_of(&hours, find_out, lang)
                    .unwrap()
                    .to_lowercase();
                assert!(
                    !words.contains("call") && !words.contains("appel"),
                    "{words}"
                );
            }
        }
    }
}
