//! Versions of the plan as they are written: one set of names for `plan.toml` and for JSON, so that both say the same.

use jiff::{Timestamp, civil::Date};
use serde::Serialize;
use signpost_domain::{Approval, Consent, ConsentWord, Organization, Plan, PlanStatus, Rule, Text};

#[derive(Serialize)]
struct FileRow<'p> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    plan: Vec<PlanRow<'p>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    word: Vec<WordRow<'p>>,
}

#[derive(Serialize)]
struct PlanRow<'p> {
    version: u32,
    status: PlanStatus,
    #[serde(skip_serializing_if = "Text::is_empty")]
    title: &'p Text,
    #[serde(skip_serializing_if = "Text::is_empty")]
    summary: &'p Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<Date>,
    zone: &'p str,
    #[serde(skip_serializing_if = "str::is_empty")]
    decision: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    decided_on: Option<Date>,
    #[serde(skip_serializing_if = "Text::is_empty")]
    decided_by: &'p Text,
    #[serde(skip_serializing_if = "str::is_empty")]
    owner: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    review_by: Option<Date>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    hidden: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    ended_after: Option<Date>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    example: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rule: Vec<RuleRow<'p>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    consent: Vec<ConsentRow<'p>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    approval: Vec<ApprovalRow<'p>>,
}

#[derive(Serialize)]
struct RuleRow<'p> {
    id: &'p str,
    from: &'p str,
    need: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<Date>,
    #[serde(skip_serializing_if = "Text::is_empty")]
    message: &'p Text,
    #[serde(skip_serializing_if = "str::is_empty")]
    decision: &'p str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    targets: Vec<TargetRow<'p>>,
}

#[derive(Serialize)]
struct TargetRow<'p> {
    site: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    need: Option<&'p str>,
    #[serde(skip_serializing_if = "Text::is_empty")]
    note: &'p Text,
}

#[derive(Serialize)]
struct ConsentRow<'p> {
    organization: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    need: Option<&'p str>,
    on: Date,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<Date>,
    reference: &'p str,
}

#[derive(Serialize)]
struct ApprovalRow<'p> {
    by: &'p str,
    at: Timestamp,
    sequence: u64,
    #[serde(skip_serializing_if = "str::is_empty")]
    proof: &'p str,
    day: Date,
    #[serde(skip_serializing_if = "str::is_empty")]
    decision: &'p str,
    #[serde(skip_serializing_if = "str::is_empty")]
    reason: &'p str,
}

#[derive(Serialize)]
struct WordRow<'p> {
    organization: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    need: Option<&'p str>,
    answer: &'static str,
    first: Date,
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<Date>,
    on: Date,
    by: &'p str,
    #[serde(skip_serializing_if = "str::is_empty")]
    reference: &'p str,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'p str,
}

impl<'p> PlanRow<'p> {
    fn of(plan: &'p Plan) -> Self {
        Self {
            version: plan.version,
            status: plan.status,
            title: &plan.title,
            summary: &plan.summary,
            from: plan.from,
            until: plan.until,
            zone: &plan.zone,
            decision: &plan.decision,
            decided_on: plan.decided_on,
            decided_by: &plan.decided_by,
            owner: &plan.owner,
            review_by: plan.review_by,
            hidden: plan.hidden,
            ended_after: plan.ended_after,
            example: plan.example,
            rule: plan.rules.iter().map(RuleRow::of).collect(),
            consent: plan.consents.iter().map(ConsentRow::of).collect(),
            approval: plan.approvals.iter().map(ApprovalRow::of).collect(),
        }
    }
}

impl<'p> RuleRow<'p> {
    fn of(rule: &'p Rule) -> Self {
        let targets = rule.targets.iter().map(|target| TargetRow {
            site: target.site.as_str(),
            need: target.need.as_ref().map(AsRef::as_ref),
            note: &target.note,
        });
        Self {
            id: rule.id.as_str(),
            from: rule.from.as_str(),
            need: rule.need.as_str(),
            first: rule.first,
            last: rule.last,
            message: &rule.message,
            decision: &rule.decision,
            targets: targets.collect(),
        }
    }
}

impl<'p> ConsentRow<'p> {
    fn of(consent: &'p Consent) -> Self {
        Self {
            organization: consent.organization.as_str(),
            need: consent.need.as_ref().map(AsRef::as_ref),
            on: consent.on,
            until: consent.until,
            reference: &consent.reference,
        }
    }
}

impl<'p> ApprovalRow<'p> {
    fn of(approval: &'p Approval) -> Self {
        Self {
            by: &approval.by,
            at: approval.at,
            sequence: approval.sequence,
            proof: &approval.proof,
            day: approval.day,
            decision: &approval.decision,
            reason: &approval.reason,
        }
    }
}

impl<'p> WordRow<'p> {
    fn of(organization: &'p Organization, word: &'p ConsentWord) -> Self {
        Self {
            organization: organization.id.as_str(),
            need: word.need.as_ref().map(AsRef::as_ref),
            answer: word.answer.code(),
            first: word.first,
            last: word.last,
            on: word.on,
            by: &word.by,
            reference: &word.reference,
            note: &word.note,
        }
    }
}

/// Versions as a `plan.toml`, with what these organizations said to being sent people. Read again, it is the same.
#[must_use]
pub fn plans_toml(plans: &[&Plan], organizations: &[Organization]) -> String {
    let words = organizations.iter().flat_map(|organization| {
        let words = organization.consents.iter();
        words.map(move |word| WordRow::of(organization, word))
    });
    let file = FileRow {
        plan: plans.iter().map(|plan| PlanRow::of(plan)).collect(),
        word: words.collect(),
    };
    // Only what TOML has stands in it: texts, whole numbers, lists and tables.
    toml::to_string(&file).unwrap_or_default()
}

/// One version as JSON, with the names of `plan.toml`.
#[must_use]
pub fn plan_json(plan: &Plan) -> serde_json::Value {
    serde_json::to_value(PlanRow::of(plan)).unwrap_or_default()
}
