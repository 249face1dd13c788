//! What a month was, read once for every language.

use std::sync::Arc;

use jiff::{ToSpan as _, civil::Date};
use signpost_disposal::Month;
use signpost_domain::{Lang, Plan, PlanStatus};
use signpost_editing::week_delivered;
use signpost_figures::{PhoneCheck, ReportMonth, Table, Week, YearMonth, report_months};
use signpost_locate::Snapshot;
use signpost_plan::{ahead::Ahead, delivered::Delivered};
use signpost_web::{ApiError, SharedApp};

use crate::{
    disposal::facts::{Facts, facts_of},
    plan::ahead::worked_out,
};

/// What a month was.
pub(super) struct Gathered {
    pub month: YearMonth,
    pub today: Date,
    pub snapshot: Arc<Snapshot>,
    /// What was promised and kept in each week that ended in the month.
    pub delivered: Vec<Delivered>,
    /// All weeks that are over, as they may be printed.
    pub table: Table,
    pub reports: Option<ReportMonth>,
    pub checks: Vec<PhoneCheck>,
    pub disposal: Facts,
    pub ahead: Vec<Ahead>,
}

impl Gathered {
    /// Reads and works out one month.
    pub(super) async fn of(app: &SharedApp, month: YearMonth) -> Result<Self, ApiError> {
        let snapshot = app.snapshot_to_keep();
        let today = snapshot.town_zone().day(app.now());
        let store = app.database()?;
        let mut delivered = Vec::new();
        for week in weeks_of(month).filter(|week| week.is_over(today)) {
            delivered.push(week_delivered(app.live(), week.monday()).await?);
        }
        let reports = report_months(&store.feedback_outcomes().await?, today);
        Ok(Self {
            table: Table::of(&store.counts().await?, today),
            reports: reports.into_iter().find(|one| one.month == month),
            checks: store.phone_checks().await?,
            disposal: facts_of(app, Month::of(month.first())).await?,
            ahead: worked_out(app).await?,
            month,
            today,
            snapshot,
            delivered,
        })
    }

    /// The weeks that ended in the month and are counted, the first first.
    pub(super) fn weeks(&self) -> Vec<Week> {
        let counted = self.table.weeks();
        weeks_of(self.month)
            .filter(|week| counted.contains(week))
            .collect()
    }

    /// Whether all places are examples: a town to practise with, whose figures are invented too.
    pub(super) fn is_practice(&self) -> bool {
        let mut sites = self.snapshot.directory().sites.iter();
        sites.all(|site| site.example)
    }

    /// What the town is called.
    pub(super) fn town(&self, lang: Lang) -> &str {
        self.snapshot.directory().title.words(lang)
    }

    /// The versions of the plan that were ever approved, the last first.
    pub(super) fn plans(&self) -> Vec<&Plan> {
        let plans = self.snapshot.directory().plans.iter();
        let mut plans: Vec<&Plan> = plans
            .filter(|plan| plan.status != PlanStatus::Draft)
            .collect();
        plans.sort_by_key(|plan| std::cmp::Reverse((plan.from, plan.version)));
        plans
    }

    /// The day on which the plan began that was in force at the end of the month.
    pub(super) fn plan_began(&self) -> Option<Date> {
        let last = self.month.last();
        let begun = self.plans().into_iter().filter_map(|plan| plan.from);
        begun.filter(|from| *from <= last).max()
    }
}

/// The weeks whose Sunday is in the month: each week is in one month only.
fn weeks_of(month: YearMonth) -> impl Iterator<Item = Week> {
    let days = month.first().series(1.day());
    let days = days.take_while(move |day| *day <= month.last());
    days.filter(|day| day.weekday() == jiff::civil::Weekday::Sunday)
        .map(Week::of)
}
