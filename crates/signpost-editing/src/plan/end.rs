//! A version that ends before the day it says: the one thing of a published version that may change.

use jiff::civil::Date;
use signpost_domain::{Plan, PlanStatus};
use signpost_plan::plan_day;
use signpost_store::{Cause, Edited, Reason};

use super::{Writing, put};
use crate::{EditError, FieldFault, Live};

/// A version to end.
#[derive(Debug, Clone)]
pub struct EndRequest {
    /// Which.
    pub version: u32,
    /// The revision that was looked at.
    pub expected: u64,
    /// The last day on which it is in force; the day before today ends it now.
    pub last: Date,
    /// How the history names who answers for it.
    pub author: String,
    /// Why; never empty.
    pub why: String,
}

/// Ends a version.
///
/// # Errors
/// [`EditError::NotFound`], [`EditError::Stale`], [`EditError::Fields`] of `last` when it is not earlier than the last day it has, or is over,
/// and when the database cannot be written; nothing was changed then.
pub async fn end_plan(live: &Live, asked: EndRequest) -> Result<Edited, EditError> {
    live.edit(async |store| {
        let found = store.plan(asked.version).await?;
        let (plan, revision) = found.ok_or(EditError::NotFound)?;
        if plan.status != PlanStatus::Approved {
            return Err(EditError::NotFound);
        }
        if revision != asked.expected {
            return Err(EditError::Stale { current: revision });
        }
        let today = plan_day(&plan, live.snapshot().town_zone(), live.now());
        if let Some(detail) = wrong_last(&plan, asked.last, today) {
            return Err(EditError::Fields(vec![FieldFault {
                field: "last".to_owned(),
                detail: detail.to_owned(),
            }]));
        }
        let loaded = store.load().await?;
        let writing = Writing {
            expected: Some(revision),
            plan: Plan {
                ended_after: Some(asked.last),
                ..plan
            },
            author: asked.author,
            reason: Reason {
                cause: Cause::PlanEnded,
                words: asked.why,
                ..Reason::default()
            },
        };
        put(live, store, loaded, writing).await
    })
    .await
}

fn wrong_last(plan: &Plan, last: Date, today: Date) -> Option<&'static str> {
    // What was in force yesterday was in force yesterday: nobody takes that back.
    let earliest = today.yesterday().unwrap_or(today);
    if last < earliest {
        return Some("this day is over");
    }
    if plan.last_day().is_some_and(|known| known <= last) {
        return Some("it ends by then already");
    }
    None
}
