//! Spans say the same as single instants.

use jiff::{Timestamp, ToSpan};
use proptest::prelude::*;
use signpost_domain::{ExceptionKind, HolidayChoice};
use signpost_hours::{Calendar, OpenState::*, Schedule, Zone};

use crate::support::{at, exception, full, hours, schedule, usual};

#[test]
fn fourteen_days_of_nights_are_fourteen_spans() {
    let from = at("2026-11-22T12:00");
    let spans = schedule("Mo-Su 20:00-08:00").spans(from, from + (14 * 24).hours());
    assert_eq!(spans.len(), 14);
    assert!(
        spans
            .iter()
            .all(|span| span.end.duration_since(span.start).as_hours() == 12)
    );
}

#[test]
fn spans_are_clipped_to_what_was_asked_and_empty_when_nothing_was() {
    let open = schedule("24/7");
    let (from, to) = (at("2026-11-22T12:34:56"), at("2026-11-23T01:02:03"));
    let spans = open.spans(from, to);
    assert_eq!((spans[0].start, spans[0].end, spans.len()), (from, to, 1));
    assert_eq!(open.spans(to, from), []);
    assert_eq!(open.spans(from, from), []);
}

#[test]
fn open_and_unknown_do_not_merge() {
    let schedule = schedule("Mo-Su 09:00-12:00; Mo-Su 12:00-15:00 unknown");
    let from = at("2026-11-22T00:00");
    let states = |schedule: &Schedule| {
        schedule
            .spans(from, from + 24.hours())
            .iter()
            .map(|span| span.state)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        states(&schedule),
        [Unknown],
        "the second rule replaces the first"
    );
    let added = crate::support::schedule("Mo-Su 09:00-12:00, Mo-Su 12:00-15:00 unknown");
    assert_eq!(states(&added), [Open, Unknown]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn spans_are_sorted_disjoint_merged_and_agree_with_single_instants(
        text in prop::sample::select(vec![
            "24/7", "Mo-Fr 09:00-17:00", "Mo-Su 20:00-08:00", "Fr 22:00-02:00", "01:45-01:50", "00:00-02:30", "02:30-09:00",
            "Mo-Fr 09:00-12:00,13:00-17:00; PH off", "Mo-Su 00:00-24:00; We 02:00-03:00 off", "Sa 20:00-08:00, Su 10:00-12:00",
            "Mo-Fr 09:00-17:00 unknown \"ask\"", "Nov-Mar 19:00-08:00", "Mo-Su 20:00-08:00; Sa off",
        ]),
        zone in prop::sample::select(vec!["America/Winnipeg", "America/Chicago", "Australia/Lord_Howe", "Asia/Kolkata"]),
        stated in any::<bool>(),
        excepted in any::<bool>(),
        start in 1_735_689_600_i64..1_861_920_000,
        length in 0_i64..(20 * 86_400),
        probes in prop::collection::vec(0.0_f64..1.0, 8),
    ) {
        let exceptions = [exception("e", ExceptionKind::Unknown, "2026-03-07", "2026-03-08"), exception("f", ExceptionKind::Closed, "2026-10-31", "2026-10-31")];
        let holidays = if stated { usual() } else { HolidayChoice::Unstated };
        let used = if excepted { exceptions.as_slice() } else { &[] };
        let schedule = Schedule::new(Zone::named(zone).unwrap(), Some(hours(text)), used, &holidays, Calendar::ontario()).unwrap();
        let (from, to) = (Timestamp::from_second(start).unwrap(), Timestamp::from_second(start + length).unwrap());
        let spans = schedule.spans(from, to);
        for span in &spans {
            prop_assert!(from <= span.start && span.start < span.end && span.end <= to);
            prop_assert!(span.state != Closed);
        }
        for pair in spans.windows(2) {
            prop_assert!(pair[0].end < pair[1].start || (pair[0].end == pair[1].start && pair[0].state != pair[1].state));
        }
        let edges = spans.iter().flat_map(|span| [span.start, span.end]);
        #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "any instant will do")]
        let random = probes.iter().map(|part| from + ((length as f64 * part) as i64).seconds());
        for instant in edges.chain(random).filter(|instant| *instant < to) {
            let within = spans.iter().find(|span| span.start <= instant && instant < span.end).map_or(Closed, |span| span.state);
            prop_assert_eq!(schedule.at(instant).state, within, "{} at {}", text, instant);
        }
    }

    #[test]
    fn nothing_changes_before_until(text in prop::sample::select(vec!["Mo-Fr 09:00-17:00", "Mo-Su 20:00-08:00", "24/7; 2026 Jul 01-2026 Jul 05 off", "Mo-Su 20:00-08:00; Sa off"]), second in 1_770_000_000_i64..1_800_000_000, part in 0.0_f64..1.0) {
        let schedule = full(Some(text), &[], &HolidayChoice::Unstated);
        let at = Timestamp::from_second(second).unwrap();
        let moment = schedule.at(at);
        if let Some(until) = moment.until {
            #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "any instant will do")]
            let between = ((until.as_second() - second) as f64 * part) as i64;
            prop_assert_eq!(schedule.at(at + between.seconds()).state, moment.state);
            prop_assert_eq!(schedule.at(until).state, moment.then);
            prop_assert!(moment.then != moment.state);
        }
    }
}
