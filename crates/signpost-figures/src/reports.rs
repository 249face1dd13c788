//! What came of what visitors said, month by month, as it may be printed.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;
use signpost_domain::FeedbackKind;

use crate::{FEWEST, Printed, Sum, YearMonth};

/// How many days from what was said to a decision are the goal.
pub const GOAL_DAYS: u32 = 3;

/// How many of one kind were decided in a month after so many days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// The month of the decision.
    pub month: YearMonth,
    /// What was said.
    pub said: FeedbackKind,
    /// Days from saying to deciding.
    pub days: u32,
    /// How many. No page says it.
    pub count: u64,
}

/// One month that is over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportMonth {
    /// Which.
    pub month: YearMonth,
    /// How many of each kind were decided; nothing for fewer than 5. Every kind of a complaint, whether there was one or not. There is one
    /// such split and no other: two of the same reports, each hiding what is few, would tell of each other.
    pub kinds: Vec<KindCount>,
    /// All of them, from what is printed.
    pub all: Sum,
    /// Within how many days nine of ten were decided; nothing when fewer than 5 were.
    pub nine_in_ten_days: Option<u32>,
}

/// How many of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct KindCount {
    /// What was said.
    pub said: FeedbackKind,
    /// How many.
    pub count: Printed,
    /// Its share of what is printed, in percent; nothing where it is few.
    pub percent: Option<u64>,
}

impl ReportMonth {
    /// Whether nine of ten were decided within the goal.
    #[must_use]
    pub fn meets_goal(&self) -> Option<bool> {
        self.nine_in_ten_days.map(|days| days <= GOAL_DAYS)
    }
}

/// What people may say besides that all was right.
const COMPLAINTS: [FeedbackKind; 4] = [
    FeedbackKind::Closed,
    FeedbackKind::Moved,
    FeedbackKind::NotDone,
    FeedbackKind::Other,
];

/// The months in which something was decided and that are over, the last first.
#[must_use]
pub fn report_months(outcomes: &[Outcome], today: Date) -> Vec<ReportMonth> {
    let mut months: BTreeMap<YearMonth, Vec<&Outcome>> = BTreeMap::new();
    for one in outcomes.iter().filter(|one| one.month.is_over(today)) {
        months.entry(one.month).or_default().push(one);
    }
    let months = months.into_iter().rev();
    months
        .map(|(month, all)| report_month(month, &all))
        .collect()
}

fn report_month(month: YearMonth, outcomes: &[&Outcome]) -> ReportMonth {
    let count_of = |said| {
        let own = outcomes.iter().filter(|one| one.said == said);
        Printed::of(own.map(|one| one.count).sum())
    };
    let all: Sum = COMPLAINTS.map(count_of).into_iter().collect();
    let kinds = COMPLAINTS.map(|said| {
        let count = count_of(said);
        let percent = match count {
            Printed::Few => None,
            Printed::About(number) => Some((number * 100 + all.least / 2) / all.least),
        };
        KindCount {
            said,
            count,
            percent,
        }
    });
    ReportMonth {
        month,
        kinds: kinds.to_vec(),
        all,
        nine_in_ten_days: nine_in_ten(outcomes),
    }
}

/// The least number of days within which at least nine of ten were decided.
fn nine_in_ten(outcomes: &[&Outcome]) -> Option<u32> {
    let all: u64 = outcomes.iter().map(|one| one.count).sum();
    if all < FEWEST {
        return None;
    }
    let mut days: BTreeMap<u32, u64> = BTreeMap::new();
    for one in outcomes {
        *days.entry(one.days).or_default() += one.count;
    }
    let mut so_far = 0;
    days.into_iter().find_map(|(days, count)| {
        so_far += count;
        (so_far * 10 >= all * 9).then_some(days)
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn outcome(said: FeedbackKind, days: u32, count: u64) -> Outcome {
        Outcome {
            month: YearMonth::of(date(2026, 10, 1)),
            said,
            days,
            count,
        }
    }

    #[test]
    fn nine_of_ten_is_the_nearest_rank() {
        let today = date(2026, 11, 25);
        let ten = |late: u32| {
            let all = [
                outcome(FeedbackKind::Closed, 1, 8),
                outcome(FeedbackKind::Moved, 3, 1),
                outcome(FeedbackKind::Other, late, 1),
            ];
            report_months(&all, today).remove(0)
        };
        // Of ten the ninth: one that took a year does not move it.
        assert_eq!(ten(400).nine_in_ten_days, Some(3));
        assert_eq!(ten(400).meets_goal(), Some(true));
        let all = [
            outcome(FeedbackKind::Closed, 1, 8),
            outcome(FeedbackKind::Closed, 9, 2),
        ];
        let month = report_months(&all, today).remove(0);
        assert_eq!(
            (month.nine_in_ten_days, month.meets_goal()),
            (Some(9), Some(false))
        );
        // Four are too few to say anything of.
        let few = report_months(&[outcome(FeedbackKind::Closed, 1, 4)], today).remove(0);
        assert_eq!((few.nine_in_ten_days, few.meets_goal()), (None, None));
    }

    #[test]
    fn shares_are_of_what_is_printed_and_a_running_month_is_not_printed() {
        let all = [
            outcome(FeedbackKind::Closed, 1, 23),
            outcome(FeedbackKind::Moved, 2, 6),
            outcome(FeedbackKind::Other, 2, 2),
        ];
        let month = report_months(&all, date(2026, 11, 1)).remove(0);
        let printed: Vec<_> = month
            .kinds
            .iter()
            .map(|one| (one.count, one.percent))
            .collect();
        assert_eq!(
            printed,
            [
                (Printed::About(25), Some(83)),
                (Printed::About(5), Some(17)),
                (Printed::Few, None),
                (Printed::Few, None),
            ]
        );
        assert_eq!((month.all.least, month.all.most), (30, 38));
        assert_eq!(report_months(&all, date(2026, 10, 31)), []);
    }
}
