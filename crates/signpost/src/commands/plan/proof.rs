//! `signpost plan check --after`: what a version changes, hour by hour.

use jiff::{Timestamp, civil::time};
use signpost_domain::{Lang, Plan};
use signpost_hours::{
    Calendar,
    words::{clock, date, weekday_name},
};
use signpost_plan::{
    before_of, plan_day,
    proof::{CellState, Grid, Grounds, Proof, first_day_among, prove, words},
};
use signpost_store::Loaded;

use super::said::{names, outcome, say_faults_of, version};
use crate::{fault::Failure, say::say, start::snapshot_of};

const HOURS: i8 = 24;

/// Says it, or the whole proof as JSON.
pub(super) fn run(
    loaded: Loaded,
    (before, after): (Option<u32>, u32),
    json: bool,
    now: Timestamp,
) -> Result<(), Failure> {
    let sequence = loaded.sequence;
    let directory = loaded
        .directory
        .ok_or_else(|| Failure::new("The database is empty: there is no plan."))?;
    let plan = version(&directory, after)?;
    let snapshot = snapshot_of(&directory, now)?;
    let today = plan_day(plan, snapshot.town_zone(), now);
    let day = first_day_among(&directory.plans, plan, today);
    let before: Option<&Plan> = match before {
        Some(number) => Some(version(&directory, number)?),
        None => before_of(&directory.plans, plan, day),
    };
    let grounds = Grounds::of(&snapshot, Calendar::ontario())
        .map_err(|error| Failure::new(error.to_string()))?;
    let proof = Proof {
        sequence,
        ..prove(&grounds, before, plan, day)
    };
    if json {
        let text = serde_json::to_string(&proof);
        say(text.map_err(|error| Failure::new(error.to_string()))?);
        return Ok(());
    }
    let errors = say_faults_of(plan, &directory, today);
    let names = names(&directory);
    for door in &proof.doors {
        for (from, week) in door.weeks() {
            say(String::new());
            let title = names.door((&door.from, &door.need));
            if from == proof.day {
                say(title);
            } else {
                let day = date(from, Lang::En);
                say(format!("{title}, from {day} on"));
            }
            words::week(week, Lang::En).iter().for_each(say);
            table(week).iter().for_each(say);
        }
        for day in door.days.iter().filter(|day| door.differs(day)) {
            let weekday = weekday_name(day.date.weekday(), Lang::En);
            let when = date(day.date, Lang::En);
            let line = words::day(&day.hours, Lang::En);
            say(format!("{weekday}, {when}: {line}"));
        }
    }
    outcome(errors)
}

/// The week as a table of signs, and what each means.
fn table(week: &Grid) -> Vec<String> {
    const DAY: usize = 4;
    let days: Vec<_> = week.days().collect();
    let mut head = format!("{:>9}", "");
    for (day, _) in &days {
        let short: String = weekday_name(*day, Lang::En).chars().take(2).collect();
        head.push_str("  ");
        head.push_str(&short);
    }
    let legend = CellState::ALL.map(|state| {
        let words = words::state(state, Lang::En);
        format!("{} {words}", state.sign())
    });
    let mut lines = vec![legend.join(", "), head];
    for (index, hour) in (0..HOURS).enumerate() {
        let at = clock(time(hour, 0, 0, 0), Lang::En);
        let mut line = format!("{at:>9}");
        for (_, cells) in &days {
            let sign = cells.get(index).map_or(' ', |cell| cell.state.sign());
            line.extend(std::iter::repeat_n(' ', DAY - 1));
            line.push(sign);
        }
        lines.push(line);
    }
    lines
}
