//! What is wrong with a plan, found before anyone is sent anywhere by it.

use serde::Serialize;
use signpost_domain::{Directory, Plan, RuleId, SiteSlug};

/// How much a fault matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The plan does not do what it says; it should not be approved.
    Error,
    /// Someone should look; the plan holds without it.
    Warning,
}

/// One thing that is wrong with a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanFault {
    /// How much it matters.
    pub severity: Severity,
    /// A stable word for the kind of fault, such as `loop` or `no_consent`.
    pub code: &'static str,
    /// The rule it is about; `None` when it is about the plan.
    pub rule: Option<RuleId>,
    /// The target it is about.
    pub target: Option<SiteSlug>,
    /// What is wrong, in a plain sentence.
    pub message: String,
}

/// Every fault of a plan, held against the directory.
#[must_use]
pub fn check(_plan: &Plan, _directory: &Directory) -> Vec<PlanFault> {
    Vec::new()
}
