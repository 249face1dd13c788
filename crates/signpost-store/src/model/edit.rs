//! Edits on their way in: of a site, of a new one, of an organization.

use jiff::Timestamp;
use signpost_domain::{Organization, Plan, Site, SiteSlug};

use super::{Reason, Waiting};

/// One edit of one site.
#[derive(Debug, Clone)]
pub struct SiteEdit {
    /// The site.
    pub slug: SiteSlug,
    /// The version the editor saw.
    pub expected: u64,
    /// The whole site as it shall be at once, its services and exceptions included.
    pub site: Site,
    /// What else is asked for, and waits for a steward. It is kept in the same transaction and under the same key.
    pub waiting: Option<Waiting>,
    /// Who answers for it.
    pub author: String,
    /// Why.
    pub reason: Reason,
    /// The client's own key for this request, so that asking twice changes once. Keys of different authors do not meet.
    pub idempotency: Option<String>,
    /// When it was asked for.
    pub at: Timestamp,
}

/// A site that is not there yet.
#[derive(Debug, Clone)]
pub struct NewSite {
    /// The whole site. Its slug was never that of another.
    pub site: Site,
    /// Who answers for it.
    pub author: String,
    /// Why.
    pub reason: Reason,
    /// The client's own key for this request, so that asking twice adds once.
    pub idempotency: Option<String>,
    /// When it was asked for.
    pub at: Timestamp,
}

/// One edit of one organization.
#[derive(Debug, Clone)]
pub struct OrganizationEdit {
    /// The version the editor saw.
    pub expected: u64,
    /// The organization as it shall be.
    pub organization: Organization,
    /// Who answers for it.
    pub author: String,
    /// Why.
    pub reason: Reason,
    /// When it was asked for.
    pub at: Timestamp,
}

/// One version of the plan, written.
#[derive(Debug, Clone)]
pub struct PlanEdit {
    /// The revision of the version the writer saw; `None` when there is no such version yet.
    pub expected: Option<u64>,
    /// The version as it shall be.
    pub plan: Plan,
    /// Who answers for it.
    pub author: String,
    /// Why.
    pub reason: Reason,
    /// When it was asked for.
    pub at: Timestamp,
}
