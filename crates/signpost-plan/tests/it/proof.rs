//! The hour-by-hour proof: against asking hour by hour, and its sentences against its grid.

use jiff::{
    SignedDuration, ToSpan as _,
    civil::{Weekday, time},
};
use proptest::{collection::vec, prelude::*, sample::select};
use signpost_domain::{Directory, Lang, Plan, PlanStatus, Site, SiteSlug};
use signpost_hours::{
    Calendar, OpenState, Zone,
    words::{clock, weekday_name},
};
use signpost_locate::Snapshot;
use signpost_plan::{
    PlanChange, Question, Reply, differences,
    proof::{Cell, CellState, Grid, Grounds, Worst, prove, real_day, words},
    where_to_go,
};

use crate::{
    sample::{consent, day, instant, north, plan, rule, site, snapshot, target, town},
    towns::cases,
};

const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// What somebody reads at an instant: the open place, or the one to call.
#[derive(Debug, PartialEq)]
enum Read {
    Open(SiteSlug),
    Call(SiteSlug),
    Nothing,
}

fn read(snapshot: &Snapshot, reply: &Reply) -> Read {
    let slug = |site| snapshot.site(site).slug.clone();
    for answer in &reply.answers {
        let stays = answer
            .served_at
            .is_some_and(|served| answer.moment.until.is_none_or(|until| served < until));
        if answer.moment.state == OpenState::Open && stays {
            return Read::Open(slug(answer.site));
        }
    }
    for answer in &reply.answers {
        if answer.moment.state == OpenState::Unknown {
            return Read::Call(slug(answer.site));
        }
    }
    Read::Nothing
}

fn state(before: &Read, after: &Read) -> CellState {
    match (before, after) {
        (Read::Open(a), Read::Open(b)) if a == b => CellState::Kept,
        (Read::Open(_), Read::Open(_)) => CellState::Moved,
        (_, Read::Open(_)) => CellState::Gained,
        (_, Read::Call(_)) => CellState::CallFirst,
        (Read::Nothing, Read::Nothing) => CellState::NotServed,
        (_, Read::Nothing) => CellState::Lost,
    }
}

/// A town in which only this plan is written, as approved.
fn with_plan(directory: &Directory, plans: Vec<Plan>) -> Directory {
    Directory {
        plans,
        ..directory.clone()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn a_thousand_plans_say_what_asking_hour_by_hour_says(case in cases(1..8), ahead in 0_i64..20) {
        let Some(after) = case.directory.plans.first().cloned() else { return Ok(()) };
        let after = Plan { status: PlanStatus::Approved, ..after };
        let zone = Zone::named(&after.zone).unwrap_or_else(|_| Zone::named("America/Winnipeg").unwrap());
        let date = zone.day(case.question.at) + ahead.days();
        // A draft without a first day is judged as if it began with the proof; the plan that is asked begins then.
        let dated = Plan { from: after.from.or(Some(day("2020-01-01"))), ..after.clone() };
        let (none, with) = (
            snapshot(with_plan(&case.directory, vec![]), case.built),
            snapshot(with_plan(&case.directory, vec![dated]), case.built),
        );
        let grounds = Grounds::of(&none, Calendar::ontario()).unwrap();
        let mut doors: Vec<_> = after.rules.iter().map(|rule| (&rule.from, &rule.need)).collect();
        doors.truncate(2);
        for (from, need) in doors {
            let cells = real_day(&grounds, (None, &after), (from, need), date);
            if none.find(from).is_none() {
                prop_assert!(cells.is_empty());
                continue;
            }
            prop_assert_eq!(cells.len(), 24);
            for (hour, cell) in (0_i8..).zip(&cells) {
                let at = zone.instant(date.to_datetime(time(hour, 0, 0, 0)));
                let halves = [at, at + SignedDuration::from_mins(30)].map(|at| {
                    let question = Question { need: need.clone(), at, near: None, from: Some(from.clone()), age: None, limit: 10 };
                    let [before, after] = [&none, &with].map(|town| read(town, &where_to_go(town, &question).unwrap()));
                    state(&before, &after)
                });
                prop_assert_eq!(cell.state, halves[0].min(halves[1]), "{} {}", date, hour);
            }
        }
    }
}

fn cells() -> impl Strategy<Value = Vec<Cell>> {
    let state = prop_oneof![
        3 => Just(None),
        1 => select(CellState::ALL.to_vec()).prop_map(Some),
    ];
    vec((state, 0_i64..2_000), 24).prop_map(|hours| {
        let mut last = CellState::NotServed;
        let cell = |(state, metres): (Option<CellState>, i64)| {
            last = state.unwrap_or(last);
            Cell {
                state: last,
                metres: (last == CellState::Moved).then_some(metres - 500),
                before: None,
                after: None,
            }
        };
        hours.into_iter().map(cell).collect()
    })
}

/// Weeks as plans make them, with days that are alike, and weeks as nobody makes them.
fn weeks() -> impl Strategy<Value = Grid> {
    (vec(cells(), 3), vec(0_usize..3, 7)).prop_map(|(kinds, days)| {
        let mut days = days.into_iter();
        Grid::of_week(|_| kinds[days.next().unwrap()].clone())
    })
}

/// The grid that sentences tell of: each hour by the first sentence that names it, and by no other.
fn read_back(sentences: &[String], lang: Lang) -> Vec<Vec<CellState>> {
    let mut grid: Vec<Vec<Option<CellState>>> = vec![vec![None; 24]; 7];
    let colon = if lang == Lang::Fr { "\u{a0}: " } else { ": " };
    for sentence in sentences {
        let Some((when, what)) = sentence.trim_end_matches('.').split_once(colon) else {
            panic!("{sentence}");
        };
        let what = what.split(", ").next().unwrap();
        let Some(state) = CellState::ALL
            .into_iter()
            .find(|state| words::state(*state, lang).split(", ").next() == Some(what))
        else {
            continue;
        };
        let every = if lang == Lang::Fr {
            "Chaque heure de la semaine"
        } else {
            "Every hour of the week"
        };
        let mut put = |day: usize, from: usize, to: usize| {
            for cell in &mut grid[day][from..to] {
                assert_eq!(cell.replace(state), None, "{sentence}");
            }
        };
        if when == every {
            (0..7).for_each(|day| put(day, 0, 24));
            continue;
        }
        let semicolon = "; ";
        for run in when.split(semicolon) {
            let (days, times) = days_of(run, lang);
            for day in days {
                for part in times.split(", ") {
                    let (from, to) = hours_of(part, lang);
                    put(day, from, to);
                }
            }
        }
    }
    grid.into_iter()
        .map(|day| day.into_iter().map(|cell| cell.expect("said")).collect())
        .collect()
}

fn days_of(run: &str, lang: Lang) -> (std::ops::RangeInclusive<usize>, &str) {
    fn named(text: &str, lang: Lang) -> Option<(usize, &str)> {
        (0..).zip(WEEK).find_map(|(ix, day)| {
            let rest = text.strip_prefix(weekday_name(day, lang))?;
            Some((ix, rest))
        })
    }
    let (first, rest) = named(run, lang).unwrap();
    let to = if lang == Lang::Fr { " au " } else { " to " };
    if let Some(after) = rest.strip_prefix(to)
        && let Some((last, after)) = named(after, lang)
    {
        return (first..=last, after.trim_start());
    }
    (first..=first, rest.trim_start())
}

fn hours_of(text: &str, lang: Lang) -> (usize, usize) {
    let (all, from, to) = if lang == Lang::Fr {
        ("toute la journée", "de ", " à ")
    } else {
        ("all day", "", " to ")
    };
    if text == all {
        return (0, 24);
    }
    let (first, last) = text.strip_prefix(from).unwrap().split_once(to).unwrap();
    let hour = |text: &str| {
        (0_i8..24)
            .find(|hour| clock(time(*hour, 0, 0, 0), lang) == text)
            .unwrap_or_else(|| panic!("{text}"))
            .unsigned_abs()
    };
    let last = match hour(last) {
        0 => 24,
        last => last,
    };
    (hour(first).into(), last.into())
}

proptest! {
    #[test]
    fn the_sentences_are_read_back_to_exactly_the_grid(week in weeks()) {
        for lang in [Lang::En, Lang::Fr] {
            let sentences = words::week(&week, lang);
            prop_assert!(sentences.len() <= 8, "{:?}", sentences);
            let states: Vec<Vec<CellState>> = week
                .days()
                .map(|(_, cells)| cells.iter().map(|cell| cell.state).collect())
                .collect();
            prop_assert_eq!(read_back(&sentences, lang), states, "{:?}", sentences);
        }
    }
}

/// The old door is open every day until five; the new one, half a kilometre on, not on Saturdays and shorter.
fn lost_saturday() -> (Directory, Plan) {
    let old: Site = site(
        "office",
        Some(crate::sample::place(-94.49, 49.77)),
        "Mo-Sa 09:00-17:00",
    );
    let new = site(
        "house",
        Some(crate::sample::place(-94.4962, 49.77)),
        "Mo-Fr 09:00-15:30",
    );
    let directory = town(vec![old, new]);
    let draft = Plan {
        status: PlanStatus::Draft,
        version: 2,
        ..plan(vec![rule("office", &["house"])])
    };
    (directory, draft)
}

#[test]
fn a_lost_saturday_and_an_earlier_closing_are_named() {
    let (mut directory, draft) = lost_saturday();
    directory.sites[0].services[0].offer = signpost_domain::Offer::NotOffered;
    let mut before = directory.clone();
    before.sites[0].services[0].offer = signpost_domain::Offer::Offered;
    let at = instant("2026-03-02T12:00:00-05:00");
    let town = snapshot(before, at);
    let grounds = Grounds::of(&town, Calendar::ontario()).unwrap();
    let proof = prove(&grounds, None, &draft, day("2026-03-02"));
    assert_eq!((proof.before, proof.after), (None, 2));
    assert_eq!(proof.doors.len(), 1);
    let door = &proof.doors[0];
    let said = words::week(&door.week, Lang::En);
    // The old door itself answers where nobody else is open: nothing of its own hours is lost to who stands before it.
    let saturday = door.week.day(Weekday::Saturday);
    assert_eq!(saturday.len(), 24);
    assert!(said.len() <= 8, "{said:?}");
    assert_eq!(proof.hash.len(), 64);
    // Another consent, another hash; another approval, the same.
    let mut other = draft.clone();
    other.hidden = true;
    assert_eq!(
        prove(&grounds, None, &other, day("2026-03-02")).hash,
        proof.hash
    );
    other.consents.push(consent("other"));
    assert_ne!(
        prove(&grounds, None, &other, day("2026-03-02")).hash,
        proof.hash
    );
    println!("{said:#?}");
}

#[test]
fn the_worst_hour_and_the_longest_loss_go_over_the_end_of_the_week() {
    let cell = |state| Cell {
        state,
        metres: None,
        before: None,
        after: None,
    };
    let week = Grid::of_week(|weekday| {
        (0..24)
            .map(|hour| match (weekday, hour) {
                (Weekday::Sunday, 20..) | (Weekday::Monday, ..4) | (Weekday::Friday, 12) => {
                    cell(CellState::Lost)
                }
                _ => cell(CellState::Kept),
            })
            .collect()
    });
    assert_eq!(week.longest_lost(), Some((Weekday::Sunday, 20, 8)));
    let worst = week.worst().unwrap();
    assert_eq!((worst.weekday, worst.hour), (Weekday::Sunday, 20));
    assert_eq!(worst.why, Worst::Lost(Some(8)));
    assert_eq!(
        words::week(&week, Lang::En)[..1],
        ["Monday midnight to 4 am; Friday noon to 1 pm; Sunday 8 pm to midnight: lost."]
    );
    assert_eq!(
        words::week(&week, Lang::En)[2..],
        [
            "Worst hour: Sunday 8 pm, then nothing is open for 8 hours.",
            "Longest time lost: 8 hours, from Sunday 8 pm.",
        ]
    );
}

#[test]
fn what_differs_between_two_versions_is_named_once() {
    let one = plan(vec![
        rule("office", &["house", "shop"]),
        rule("hall", &["shop"]),
    ]);
    let mut two = one.clone();
    two.version = 2;
    assert_eq!(differences(&one, &two), vec![]);
    two.rules.remove(1);
    two.rules[0].targets.reverse();
    two.rules[0].targets.push(target("mall"));
    two.decision = "other".into();
    assert_eq!(differences(&one, &two).len(), 3);
    assert_eq!(differences(&two, &one).len(), 3);
    // An answer that is written into a version is one of the things that it says.
    let mut three = one.clone();
    three.consents[0].until = Some(day("2026-12-15"));
    let said = differences(&one, &three);
    assert!(
        matches!(
            said.as_slice(),
            [PlanChange::ConsentAdded(new), PlanChange::ConsentRemoved(old)]
                if new.until.is_some() && old.until.is_none()
        ),
        "{said:?}"
    );
}

#[test]
fn a_rule_that_begins_later_is_shown_as_it_will_be_and_not_as_nothing() {
    let directory = town(vec![
        site("door", Some(north(0.0)), "Mo-Su 09:00-17:00"),
        site("near", Some(north(100.0)), "Mo-Fr 09:00-17:00"),
    ]);
    let snapshot = snapshot(directory, instant("2026-11-25T10:00:00-05:00"));
    let grounds = Grounds::of(&snapshot, Calendar::ontario()).unwrap();
    let (first, later) = (day("2026-11-27"), day("2027-01-15"));
    let mut own = plan(vec![rule("door", &["near"])]);
    (own.from, own.until) = (Some(first), None);
    let at_once = prove(&grounds, None, &own, first);
    own.rules[0].first = Some(later);
    let shown = prove(&grounds, None, &own, first);
    assert_eq!(
        (at_once.doors[0].week_from, shown.doors[0].week_from),
        (first, later)
    );
    assert_eq!(shown.doors[0].week, at_once.doors[0].week);
    assert!(shown.doors[0].week.count(CellState::Lost) > 0, "{shown:?}");
    // The days before it are as they were.
    let cells = shown.doors[0].days[0].hours.iter();
    assert!(cells.clone().all(|cell| cell.state != CellState::Lost));
}
