//! A version of the plan as a page of it opens it.

use actix_web::HttpRequest;
use jiff::civil::Date;
use signpost_answers::plan::Names;
use signpost_domain::{Directory, Plan, PlanStatus};
use signpost_editing::whole_directory;
use signpost_plan::plan_day;
use signpost_web::{ApiError, App};

use crate::access::{Actor, PortalContext, address};

/// A version, with the whole directory around it.
pub(super) struct Opened {
    pub f: PortalContext,
    pub directory: Directory,
    pub plan: Plan,
    /// The revision of the version.
    pub revision: u64,
    /// Today, in the zone of the version.
    pub today: Date,
}

impl Opened {
    /// Where a draft that was written leads: its page, with what became of approvals that were given to it before.
    pub(super) fn written(&self, done: &str, wanted: &Plan) -> String {
        let given = self.plan.approvals.len();
        let fell = if given == 0 || signpost_plan::says_the_same(&self.plan, wanted) {
            String::new()
        } else {
            format!("&fell={given}")
        };
        self.f.link(&self.path(&format!("?done={done}{fell}")))
    }

    /// That approvals were given to the draft, and fall when it says something else; nothing when none were.
    pub(super) fn approvals_at_stake(&self) -> Vec<String> {
        let given = i64::try_from(self.plan.approvals.len()).unwrap_or(i64::MAX);
        let words = (given > 0).then(|| self.f.t_number("sp-approval-falls", given));
        words.into_iter().collect()
    }

    /// The version in the address.
    pub(super) async fn of(
        app: &App,
        who: &Actor,
        request: &HttpRequest,
    ) -> Result<Self, ApiError> {
        let version: u32 = address::named(request, "version")?;
        let found = app.database()?.plan(version).await?;
        let (plan, revision) = found.ok_or_else(ApiError::not_found)?;
        Ok(Self {
            f: PortalContext::of(request, app, who),
            directory: whole_directory(app.live()).await?,
            today: plan_day(&plan, app.snapshot().town_zone(), app.now()),
            plan,
            revision,
        })
    }

    /// The same of a draft only: what is published does not change.
    pub(super) async fn draft(
        app: &App,
        who: &Actor,
        request: &HttpRequest,
    ) -> Result<Self, ApiError> {
        let opened = Self::of(app, who, request).await?;
        if opened.plan.status == PlanStatus::Draft {
            return Ok(opened);
        }
        Err(ApiError::Published {
            version: opened.plan.version,
        })
    }

    /// What its ids are called.
    pub(super) fn names(&self) -> Names<'_> {
        Names {
            directory: &self.directory,
            speaker: self.f.speaker(),
        }
    }

    /// The address of a page of it, in English.
    pub(super) fn path(&self, rest: &str) -> String {
        path(self.plan.version, rest)
    }
}

/// The address of a page of a version, in English.
pub(super) fn path(version: u32, rest: &str) -> String {
    format!("/steward/plan/{version}{rest}")
}
