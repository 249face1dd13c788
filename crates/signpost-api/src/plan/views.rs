//! The plan as it is sent.

use jiff::civil::Date;
use serde::Serialize;
use signpost_answers::LocalizedText;
use signpost_domain::{Edition, NeedCode, OrganizationId, PlanStatus, RuleId, SiteSlug};
use signpost_plan::{PlanFault, Stage, proof::Proof};
use utoipa::ToSchema;

/// The plan as it stands.
#[derive(Serialize, ToSchema)]
pub(crate) struct Plans {
    /// Preview or live.
    pub edition: Edition,
    /// The plan that redirects people now; `null` when none does.
    #[schema(required)]
    pub in_force: Option<WholePlan>,
    /// Versions that are being written.
    pub drafts: Vec<PlanSummary>,
    /// All versions.
    pub versions: Vec<PlanSummary>,
}

/// A version of the plan in short.
#[derive(Serialize, ToSchema)]
pub(crate) struct PlanSummary {
    /// Its number.
    pub version: u32,
    /// Draft, approved or ended.
    pub status: PlanStatus,
    /// Where it stands: what is approved is coming, in force, ended, or replaced, because a version with a higher number counts on all of its
    /// days that are left.
    pub stage: Stage,
    /// Its name.
    pub title: LocalizedText,
    /// What changed, in plain words.
    pub summary: LocalizedText,
    /// First day it is in force, at the zone of the plan.
    #[schema(required)]
    pub from: Option<Date>,
    /// Last day it is in force, itself included; `null` until it is ended.
    #[schema(required)]
    pub until: Option<Date>,
    /// The decision it rests on.
    pub decision: String,
    /// The day of the decision.
    #[schema(required)]
    pub decided_on: Option<Date>,
    /// Who decided; may be empty.
    pub decided_by: LocalizedText,
    /// A made-up plan for tests and training.
    pub example: bool,
}

/// A version of the plan with its rules.
#[derive(Serialize, ToSchema)]
#[schema(as = Plan)]
pub(crate) struct WholePlan {
    #[serde(flatten)]
    pub summary: PlanSummary,
    /// Whether it redirects people now.
    pub in_force: bool,
    /// IANA name of the zone its days are meant in.
    pub zone: String,
    /// Its rules.
    pub rules: Vec<PlanRule>,
    /// Which organizations agreed to be named as targets.
    pub consents: Vec<PlanConsent>,
}

/// Who used to come here for this is sent there.
#[derive(Serialize, ToSchema)]
pub(crate) struct PlanRule {
    /// Its id within the plan.
    pub id: RuleId,
    /// The old door.
    pub from: SiteSlug,
    /// Its name; `null` when it is not in the directory.
    #[schema(required)]
    pub from_name: Option<LocalizedText>,
    /// The need it is about.
    pub need: NeedCode,
    /// First day, when later than the plan's.
    #[schema(required)]
    pub first: Option<Date>,
    /// Last day, when earlier than the plan's.
    #[schema(required)]
    pub last: Option<Date>,
    /// What a client reads who comes from the old door.
    pub message: LocalizedText,
    /// The decision it rests on.
    pub decision: String,
    /// Where to, first choice first; only whose organization has agreed.
    pub targets: Vec<PlanTarget>,
}

/// One place a rule sends people to.
#[derive(Serialize, ToSchema)]
pub(crate) struct PlanTarget {
    /// The site.
    pub site: SiteSlug,
    /// Its name; `null` when it is not in the directory.
    #[schema(required)]
    pub name: Option<LocalizedText>,
    /// The need there.
    pub need: NeedCode,
    /// A word for the client about this target; may be empty.
    pub note: LocalizedText,
}

/// An organization agreed to be a target.
#[derive(Serialize, ToSchema)]
pub(crate) struct PlanConsent {
    /// Who agreed.
    pub organization: OrganizationId,
    /// For this need only; `null` means for all.
    #[schema(required)]
    pub need: Option<NeedCode>,
    /// From this day.
    pub on: Date,
    /// Until this day, itself included, if it was withdrawn or limited.
    #[schema(required)]
    pub until: Option<Date>,
}

/// What is wrong with each version.
#[derive(Serialize, ToSchema)]
pub(crate) struct PlanFaults<'p> {
    /// Preview or live.
    pub edition: Edition,
    /// All versions.
    pub plans: Vec<FaultsOfPlan>,
    /// What the version in `after` changes, over each hour of a usual week and of the next 28 days; `null` when none was asked for.
    #[schema(required)]
    pub proof: Option<&'p Proof>,
}

/// What is wrong with one version.
#[derive(Serialize, ToSchema)]
pub(crate) struct FaultsOfPlan {
    /// Its number.
    pub version: u32,
    /// Draft, approved or ended.
    pub status: PlanStatus,
    /// First those of the plan, then those of each rule.
    pub faults: Vec<PlanFault>,
}
