//! What came of what visitors said, in months that are over, as it may be printed.

use signpost_figures::{GOAL_DAYS, ReportMonth, report_months};
use signpost_web::{ApiError, App, month_words};

use super::kinds::kind_key;
use crate::{
    access::PortalContext,
    figures::{printed, sum},
};

/// One month.
pub(super) struct MonthRow {
    pub(super) month: String,
    pub(super) all: String,
    /// "nine in ten within 3 days", and whether that is the goal.
    pub(super) took: String,
    /// Each kind and how many, with its share.
    pub(super) kinds: Vec<(String, String)>,
}

/// The months, the last first; none for who is no steward.
pub(super) async fn rows(app: &App, f: &PortalContext) -> Result<Vec<MonthRow>, ApiError> {
    if !f.is_steward() {
        return Ok(Vec::new());
    }
    let outcomes = app.database()?.feedback_outcomes().await?;
    let months = report_months(&outcomes, f.day);
    Ok(months.iter().map(|month| row(f, month)).collect())
}

fn row(f: &PortalContext, month: &ReportMonth) -> MonthRow {
    let kinds = month.kinds.iter().map(|one| {
        let count = printed(f, one.count);
        let said = match one.percent {
            None => count,
            Some(percent) => f.t2(
                "fb-share",
                ("number", &count),
                ("percent", &percent.to_string()),
            ),
        };
        (f.t(kind_key(one.said)), said)
    });
    MonthRow {
        month: month_words(f.speaker(), month.month.first()),
        all: sum(f, month.all),
        took: took(f, month),
        kinds: kinds.collect(),
    }
}

/// "9 in 10 were decided within 3 days. The goal is 3 days: met."
fn took(f: &PortalContext, month: &ReportMonth) -> String {
    let Some(days) = month.nine_in_ten_days else {
        return f.t("fb-took-few");
    };
    let took = f.t_number("fb-took", days.into());
    let key = if month.meets_goal() == Some(true) {
        "fb-goal-met"
    } else {
        "fb-goal-missed"
    };
    format!("{took} {}", f.t_number(key, GOAL_DAYS.into()))
}
