use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use signpost_domain::{Offer, Trust};
use signpost_hours::{Cause, OpenState};
use signpost_locate::{Served, ServiceIx, Snapshot};

use crate::sample::{NOW, build, instant, only_service, reviewed, service, site};

fn one(services: Vec<signpost_domain::Service>) -> (Snapshot, ServiceIx) {
    let snapshot = build(vec![site("counter", None, services)]);
    let ix = only_service(&snapshot, "counter");
    (snapshot, ix)
}

/// Kenora is UTC-5 all year.
const LAPSE: &str = "2026-11-25T05:00:00Z";

fn lapsing(hours: Option<&str>) -> (Snapshot, ServiceIx) {
    one(vec![reviewed(
        "supplies",
        hours,
        "2026-11-24".parse().unwrap(),
    )])
}

#[test]
fn a_confirmation_that_lapses_is_no_closing_of_what_is_open_round_the_clock() {
    let (snapshot, ix) = lapsing(Some("24/7"));
    let midnight = instant(LAPSE);
    let before = midnight - SignedDuration::from_secs(1);
    let moment = snapshot.moment(ix, before);
    assert_eq!(
        (moment.state, moment.until, moment.then),
        (OpenState::Open, None, OpenState::Open)
    );
    assert_eq!(
        (snapshot.trust(ix, before), snapshot.offer(ix, before)),
        (Trust::Confirmed, Offer::Offered)
    );
    let moment = snapshot.moment(ix, midnight);
    assert_eq!(
        (moment.state, moment.until, moment.cause),
        (OpenState::Unknown, None, Cause::Lapsed)
    );
    assert_eq!(snapshot.state(ix, midnight), OpenState::Unknown);
    assert_eq!(
        (snapshot.trust(ix, midnight), snapshot.offer(ix, midnight)),
        (Trust::Unknown, Offer::Unknown)
    );
    let (from, to) = (instant(NOW), instant("2026-12-06T00:00:00Z"));
    let spans: Vec<_> = snapshot
        .spans(ix, from, to)
        .iter()
        .map(|s| (s.start, s.end, s.state))
        .collect();
    assert_eq!(
        spans,
        [
            (from, midnight, OpenState::Open),
            (midnight, to, OpenState::Unknown)
        ]
    );
    let served = |open, unknown| Some(Served { open, unknown });
    assert_eq!(
        snapshot.served(ix, from),
        served(Some(from), Some(midnight))
    );
    assert_eq!(snapshot.served(ix, midnight), served(None, Some(midnight)));
    // Nobody is told that it closes in nine minutes.
    let late = midnight - SignedDuration::from_mins(9);
    assert_eq!(
        snapshot.served(ix, late),
        served(Some(late), Some(midnight))
    );
}

#[test]
fn a_night_that_began_keeps_its_morning_and_the_nights_after_it_are_doubted() {
    let (snapshot, ix) = lapsing(Some("Mo-Su 20:00-08:00"));
    let (evening, small_hours, morning) = (
        instant("2026-11-25T03:00:00Z"),
        instant("2026-11-25T07:00:00Z"),
        instant("2026-11-25T13:00:00Z"),
    );
    for at in [evening, small_hours] {
        let moment = snapshot.moment(ix, at);
        assert_eq!(
            (moment.state, moment.until, moment.then),
            (OpenState::Open, Some(morning), OpenState::Closed)
        );
        assert_eq!(snapshot.state(ix, at), OpenState::Open);
        assert_eq!(snapshot.trust(ix, at), Trust::Confirmed);
        assert_eq!(snapshot.offer(ix, at), Offer::Offered);
    }
    assert_eq!(snapshot.relied_until(ix), Some(morning));
    assert_eq!(snapshot.trust(ix, morning), Trust::Unknown);
    let (next, over) = (
        instant("2026-11-26T01:00:00Z"),
        instant("2026-11-26T13:00:00Z"),
    );
    let moment = snapshot.moment(ix, morning);
    assert_eq!(
        (moment.state, moment.until, moment.then),
        (OpenState::Closed, Some(next), OpenState::Unknown)
    );
    let doubt = moment.doubt.unwrap();
    assert_eq!((doubt.until, doubt.cause), (Some(over), Cause::Lapsed));
    let moment = snapshot.moment(ix, next);
    assert_eq!(
        (moment.state, moment.until, moment.then),
        (OpenState::Unknown, Some(over), OpenState::Closed)
    );
    assert_eq!(
        snapshot.served(ix, morning),
        Some(Served {
            open: None,
            unknown: Some(next)
        })
    );
}

#[test]
fn a_lapse_opens_nothing_at_its_midnight() {
    let (snapshot, ix) = lapsing(Some("Mo-Fr 09:00-17:00"));
    let evening = instant("2026-11-25T02:00:00Z");
    let nine = instant("2026-11-25T14:00:00Z");
    for at in [evening, instant(LAPSE)] {
        let moment = snapshot.moment(ix, at);
        assert_eq!(
            (moment.state, moment.until, moment.then),
            (OpenState::Closed, Some(nine), OpenState::Unknown)
        );
    }
}

#[test]
fn days_that_are_open_on_end_are_cut_at_the_midnight_of_the_lapse() {
    let (snapshot, ix) = lapsing(Some("Mo-Th 00:00-24:00"));
    let midnight = instant(LAPSE);
    assert_eq!(snapshot.relied_until(ix), Some(midnight));
    assert_eq!(snapshot.state(ix, midnight), OpenState::Unknown);
    let before = snapshot.moment(ix, midnight - SignedDuration::from_hours(1));
    assert_eq!(
        (before.state, before.until),
        (OpenState::Open, Some(instant("2026-11-27T05:00:00Z")))
    );
}

#[test]
fn hours_nobody_knows_are_unknown_at_every_instant() {
    let (snapshot, ix) = lapsing(None);
    for at in [instant(NOW), instant(LAPSE)] {
        let moment = snapshot.moment(ix, at);
        assert_eq!((moment.state, moment.until), (OpenState::Unknown, None));
    }
}

#[test]
fn an_unknown_offer_with_known_hours_is_unknown_while_they_would_be_open() {
    let mut unsure = service("supplies", Some("Mo-Fr 09:00-17:00"));
    unsure.offer = Offer::Unknown;
    let (snapshot, ix) = one(vec![unsure]);
    let (from, to) = (
        instant("2026-11-23T05:00:00Z"),
        instant("2026-11-24T05:00:00Z"),
    );
    let spans = snapshot.spans(ix, from, to);
    assert_eq!(spans.len(), 1);
    assert_eq!(
        (spans[0].start, spans[0].end, spans[0].state),
        (
            instant("2026-11-23T14:00:00Z"),
            instant("2026-11-23T22:00:00Z"),
            OpenState::Unknown
        )
    );
    assert_eq!(
        snapshot.served(ix, from),
        Some(Served {
            open: None,
            unknown: Some(spans[0].start)
        })
    );
}

#[test]
fn an_opening_too_short_to_be_served_in_is_not_announced() {
    let (snapshot, ix) = one(vec![service(
        "supplies",
        Some("Mo-Su 10:00-10:05,12:00-12:10"),
    )]);
    let noon = instant("2026-11-24T17:00:00Z");
    let early = instant("2026-11-24T13:00:00Z");
    let moment = snapshot.moment(ix, early);
    assert_eq!(
        (moment.state, moment.until),
        (OpenState::Closed, Some(noon))
    );
    assert_eq!(snapshot.served(ix, early).unwrap().open, Some(noon));
    // While it lasts it is open.
    let moment = snapshot.moment(ix, instant("2026-11-24T15:02:00Z"));
    assert_eq!(moment.state, OpenState::Open);
}

#[test]
fn what_is_not_offered_is_never_served_and_has_no_spans() {
    let mut never = service("supplies", Some("24/7"));
    never.offer = Offer::NotOffered;
    let (snapshot, ix) = one(vec![never]);
    assert!(
        snapshot
            .spans(ix, instant(NOW), instant("2026-12-06T00:00:00Z"))
            .is_empty()
    );
    assert_eq!(snapshot.served(ix, instant(NOW)), None);
    let moment = snapshot.moment(ix, instant(NOW));
    assert_eq!(
        (moment.state, moment.until, moment.then),
        (OpenState::Closed, None, OpenState::Closed)
    );
}

#[test]
fn ten_minutes_before_closing_one_is_served_and_nine_minutes_before_only_next_time() {
    let (snapshot, ix) = one(vec![service("supplies", Some("Mo-Fr 09:00-17:00"))]);
    let closes = instant("2026-11-23T22:00:00Z");
    let open = |from: Timestamp| snapshot.served(ix, from).and_then(|served| served.open);
    let ten = closes - SignedDuration::from_mins(10);
    assert_eq!(open(ten), Some(ten));
    let tomorrow = instant("2026-11-24T14:00:00Z");
    assert_eq!(open(closes - SignedDuration::from_mins(9)), Some(tomorrow));
}

#[test]
fn nothing_within_fourteen_days_is_not_served_and_the_last_opening_within_them_is() {
    let (snapshot, ix) = one(vec![service("supplies", Some("2026 Dec 06 14:00-15:00"))]);
    // The opening is exactly 14 days after NOW, in Kenora and in UTC.
    let opens = instant("2026-12-06T19:00:00Z");
    assert_eq!(
        snapshot.served(ix, instant(NOW)),
        Some(Served {
            open: Some(opens),
            unknown: None
        })
    );
    let too_early = opens - SignedDuration::from_hours(14 * 24);
    assert_eq!(snapshot.served(ix, too_early), None);
}

const HOURS: [Option<&str>; 9] = [
    Some("24/7"),
    Some("Mo-Fr 09:00-17:00"),
    Some("Fr,Sa 20:00-08:00"),
    Some("Mo-Su 10:00-10:05,12:00-12:10"),
    Some("Mo-Su 20:00-08:00"),
    Some("Mo-Fr 00:00-24:00"),
    Some("off"),
    None,
    Some("Mo-Fr 08:30-12:00,13:00-16:30; PH off"),
];

/// Whether the opening at an instant is a day's or a night's that began while somebody vouched for the hours.
fn vouched(snapshot: &Snapshot, ix: ServiceIx, at: Timestamp, lapse: Timestamp) -> bool {
    let day = SignedDuration::from_hours(24);
    if at < lapse || at >= lapse + day {
        return at < lapse;
    }
    let spans = snapshot.schedule(ix).spans(at - day, at + day);
    let opening = spans.iter().find(|span| span.start <= at && at < span.end);
    opening.is_some_and(|one| one.start < lapse && one.end.duration_since(one.start) < day)
}

/// The state by asking the schedule itself, without any table.
fn state(snapshot: &Snapshot, ix: ServiceIx, at: Timestamp, lapse: Timestamp) -> OpenState {
    match snapshot.schedule(ix).at(at).state {
        OpenState::Open if !vouched(snapshot, ix, at, lapse) => OpenState::Unknown,
        state => state,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn the_table_agrees_with_the_schedule_inside_and_outside_its_days(
        hours in prop::sample::select(HOURS.to_vec()),
        review_day in 20..40_i64,
        minute in -6_i64 * 1440..25 * 1440,
    ) {
        let review_by = "2026-11-01".parse::<jiff::civil::Date>().unwrap() + jiff::Span::new().days(review_day);
        let (snapshot, ix) = one(vec![reviewed("supplies", hours, review_by)]);
        let lapse = instant(&format!("{}T05:00:00Z", review_by.tomorrow().unwrap()));
        let state = |at| state(&snapshot, ix, at, lapse);
        let at = instant(NOW) + SignedDuration::from_mins(minute);
        let expected = state(at);
        prop_assert_eq!(snapshot.state(ix, at), expected);
        let moment = snapshot.moment(ix, at);
        prop_assert_eq!(moment.state, expected);
        let just_before = |instant: Timestamp| instant - SignedDuration::from_secs(1);
        if let Some(until) = moment.until {
            prop_assert!(until > at);
            prop_assert_eq!(state(until), moment.then);
            prop_assert_ne!(moment.then, expected);
            // That nobody vouches for it any more is told neither as a closing nor as an opening.
            let before = state(just_before(until));
            let lapsed = expected == OpenState::Open && before == OpenState::Unknown && lapse < until;
            prop_assert!(before == expected || lapsed);
            prop_assert!(until != lapse || snapshot.schedule(ix).at(just_before(until)).state != snapshot.schedule(ix).at(until).state);
        }

        let to = at + SignedDuration::from_hours(15 * 24);
        let spans = snapshot.spans(ix, at, to);
        let tidy = spans.windows(2).all(|two| {
            two[0].end < two[1].start || (two[0].end == two[1].start && two[0].state != two[1].state)
        });
        prop_assert!(tidy && spans.iter().all(|span| at <= span.start && span.start < span.end && span.end <= to));
        for step in 0..15 * 24 {
            let then = at + SignedDuration::from_hours(step);
            let told = spans.iter().find(|span| span.start <= then && then < span.end);
            prop_assert_eq!(told.map_or(OpenState::Closed, |span| span.state), state(then));
        }

        let horizon = at + SignedDuration::from_hours(14 * 24);
        let usual = snapshot.usual_spans(ix, at, to);
        // How long the door itself stays open, whoever vouches for it.
        let stays = |span: &signpost_hours::Span| {
            let whole = usual.iter().find(|whole| whole.start <= span.start && span.start < whole.end).unwrap();
            whole.end.duration_since(span.start)
        };
        let first = |wanted: OpenState, least: i64| {
            spans
                .iter()
                .find(|span| {
                    span.state == wanted && span.start < horizon && stays(span) >= SignedDuration::from_mins(least)
                })
                .map(|span| span.start)
        };
        let served = snapshot.served(ix, at);
        prop_assert_eq!(served.and_then(|served| served.open), first(OpenState::Open, 10));
        prop_assert_eq!(served.and_then(|served| served.unknown), first(OpenState::Unknown, 0));
    }
}
