//! Sentences as a reader sees them, in Kenora on Sunday 2026-11-22 unless said otherwise.

use jiff::{
    Timestamp,
    civil::{Date, date, time},
};
use signpost_domain::{
    Exception, ExceptionId, ExceptionKind, FindOut, HolidayChoice, HolidayCode, Lang, NeedCode,
    Text,
};

mod days;
mod unusual;

use super::*;
use crate::{Calendar, HoursText, Schedule, Zone};

fn kenora() -> Zone {
    Zone::named("America/Winnipeg").unwrap()
}

fn at(wall: &str) -> Timestamp {
    kenora().instant(wall.parse().unwrap())
}

fn schedule(hours: &str, exceptions: &[Exception], holidays: &HolidayChoice) -> Schedule {
    let hours = (!hours.is_empty()).then(|| HoursText::parse(hours).unwrap());
    Schedule::new(kenora(), hours, exceptions, holidays, Calendar::ontario()).unwrap()
}

fn usual(hours: &str) -> Schedule {
    schedule(hours, &[], &HolidayChoice::ClosedOn(vec![]))
}

fn said(schedule: &Schedule, wall: &str) -> (String, String) {
    let at = at(wall);
    let moment = schedule.at(at);
    let zone = schedule.zone();
    (
        sentence(&moment, at, zone, Lang::En),
        sentence(&moment, at, zone, Lang::Fr),
    )
}

fn expect(schedule: &Schedule, wall: &str, english: &str, french: &str) {
    assert_eq!(
        said(schedule, wall),
        (english.to_owned(), french.to_owned()),
        "{wall}"
    );
}

#[test]
fn open_says_until_when() {
    expect(
        &usual("Mo-Su 09:00-21:00"),
        "2026-11-22T19:30",
        "Open now, until 9 pm",
        "Ouvert, jusqu’à 21\u{a0}h",
    );
    expect(
        &usual("Mo-Su 09:00-16:30"),
        "2026-11-22T12:00",
        "Open now, until 4:30 pm",
        "Ouvert, jusqu’à 16\u{a0}h\u{a0}30",
    );
    expect(
        &usual("Mo-Su 09:00-12:00"),
        "2026-11-22T09:00",
        "Open now, until noon",
        "Ouvert, jusqu’à midi",
    );
    expect(
        &usual("Mo-Su 09:00-24:00"),
        "2026-11-22T09:00",
        "Open now, until midnight",
        "Ouvert, jusqu’à minuit",
    );
    expect(
        &usual("Mo-Su 20:00-08:00"),
        "2026-11-22T22:00",
        "Open now, until 8 am tomorrow",
        "Ouvert, jusqu’à demain à 8\u{a0}h",
    );
    expect(
        &usual("Mo-Su 20:00-08:00"),
        "2026-11-22T01:00",
        "Open now, until 8 am",
        "Ouvert, jusqu’à 8\u{a0}h",
    );
    expect(
        &usual("24/7"),
        "2026-11-22T01:00",
        "Open 24 hours",
        "Ouvert 24 heures sur 24",
    );
}

#[test]
fn open_for_days_names_the_day_that_ends() {
    expect(
        &usual("Su-We"),
        "2026-11-22T12:00",
        "Open now, until midnight on Wednesday",
        "Ouvert, jusqu’à mercredi à minuit",
    );
    expect(
        &usual("Su-Mo"),
        "2026-11-22T12:00",
        "Open now, until midnight tomorrow",
        "Ouvert, jusqu’à demain à minuit",
    );
    expect(
        &usual("Su-Tu 00:00-24:00; We 00:00-21:00"),
        "2026-11-22T12:00",
        "Open now, until Wednesday 9 pm",
        "Ouvert, jusqu’à mercredi à 21\u{a0}h",
    );
    expect(
        &usual("24/7; 2026 Dec 1-2026 Dec 5 off"),
        "2026-11-22T12:00",
        "Open now, until midnight on November 30",
        "Ouvert, jusqu’au 30 novembre à minuit",
    );
}

#[test]
fn closed_says_when_it_opens() {
    expect(
        &usual("Mo-Su 16:00-18:00"),
        "2026-11-22T12:00",
        "Opens 4 pm",
        "Ouvre à 16\u{a0}h",
    );
    expect(
        &usual("Mo-Fr 09:00-17:00"),
        "2026-11-22T12:00",
        "Opens tomorrow 9 am",
        "Ouvre demain à 9\u{a0}h",
    );
    expect(
        &usual("Tu 09:30-17:00"),
        "2026-11-22T12:00",
        "Opens Tuesday 9:30 am",
        "Ouvre mardi à 9\u{a0}h\u{a0}30",
    );
    expect(
        &usual("Su 09:00-10:00"),
        "2026-11-22T12:00",
        "Opens November 29, 9 am",
        "Ouvre le 29 novembre à 9\u{a0}h",
    );
    expect(
        &usual("Dec 1 12:00-14:00"),
        "2026-11-22T12:00",
        "Opens December 1, noon",
        "Ouvre le 1er décembre à midi",
    );
    expect(
        &usual("Jan 4 09:00-14:00"),
        "2026-11-22T12:00",
        "Opens January 4, 2027, 9 am",
        "Ouvre le 4 janvier 2027 à 9\u{a0}h",
    );
    expect(
        &usual("Mo 00:00-06:00"),
        "2026-11-22T12:00",
        "Opens midnight tonight",
        "Ouvre à minuit ce soir",
    );
    expect(&usual("off"), "2026-11-22T12:00", "Closed", "Fermé");
}

#[test]
fn a_holiday_is_named() {
    let closed = HolidayChoice::ClosedOn(vec![HolidayCode::new("family-day").unwrap()]);
    let family_day = schedule("Mo-Fr 09:00-17:00", &[], &closed);
    expect(
        &family_day,
        "2026-02-16T10:00",
        "Closed today: Family Day. Opens tomorrow 9 am",
        "Fermé aujourd’hui\u{a0}: jour de la Famille. Ouvre demain à 9\u{a0}h",
    );
    expect(
        &family_day,
        "2026-02-15T10:00",
        "Opens Tuesday 9 am",
        "Ouvre mardi à 9\u{a0}h",
    );
    let unstated = schedule("Mo-Fr 09:00-17:00", &[], &HolidayChoice::Unstated);
    expect(
        &unstated,
        "2026-02-16T10:00",
        "Call first: Family Day",
        "Appelez d’abord\u{a0}: jour de la Famille",
    );
    expect(
        &unstated,
        "2026-02-16T08:00",
        "Today 9 am to 5 pm, maybe not: Family Day",
        "Aujourd’hui de 9\u{a0}h à 17\u{a0}h, peut-être pas\u{a0}: jour de la Famille",
    );
}

#[test]
fn an_exception_gives_its_reason_if_it_has_one() {
    let mut exception = Exception {
        id: ExceptionId::new("flood").unwrap(),
        need: None,
        items: vec![],
        kind: ExceptionKind::Closed,
        first: date(2026, 11, 23),
        last: Some(date(2026, 11, 24)),
        hours: None,
        reason: Text::en_fr("Burst pipe.", "Fuite d’eau."),
        review_by: None,
    };
    let holidays = HolidayChoice::ClosedOn(vec![]);
    let flood = schedule("Mo-Fr 09:00-17:00", &[exception.clone()], &holidays);
    expect(
        &flood,
        "2026-11-23T10:00",
        "Closed today: Burst pipe. Opens Wednesday 9 am",
        "Fermé aujourd’hui\u{a0}: Fuite d’eau. Ouvre mercredi à 9\u{a0}h",
    );
    exception.reason = Text::default();
    let silent = schedule("Mo-Fr 09:00-17:00", &[exception], &holidays);
    expect(
        &silent,
        "2026-11-23T10:00",
        "Closed today. Opens Wednesday 9 am",
        "Fermé aujourd’hui. Ouvre mercredi à 9\u{a0}h",
    );
}

#[test]
fn what_nobody_stated_is_call_first() {
    expect(
        &usual(""),
        "2026-11-22T12:00",
        "Call first",
        "Appelez d’abord",
    );
    expect(
        &usual("Mo-Su 09:00-17:00 unknown \"ask\""),
        "2026-11-22T12:00",
        "Call first",
        "Appelez d’abord",
    );
}

#[test]
fn no_sentence_names_a_zone() {
    for hours in ["24/7", "Mo-Su 09:00-21:00", "Mo-Su 22:00-02:00", "off", ""] {
        for lang in Lang::ALL {
            for wall in ["2026-11-22T19:30", "2026-07-01T03:00"] {
                let (schedule, at) = (usual(hours), at(wall));
                let words = sentence(&schedule.at(at), at, schedule.zone(), lang);
                assert!(!words.is_empty());
                for zone in ["CST", "CDT", "EST", "HNC", "UTC", "GMT"] {
                    assert!(!words.contains(zone), "{words}");
                }
            }
        }
    }
}

#[test]
fn a_speaker_of_anishinaabemowin_reads_english_until_a_speaker_wrote_better_words() {
    assert_eq!(clock(time(9, 0, 0, 0), Lang::OjLatn), "9 am");
    assert_eq!(
        super::date(date(2026, 12, 1), Lang::OjCans),
        "December 1, 2026"
    );
}
