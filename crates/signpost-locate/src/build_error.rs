//! Why no snapshot could be built.

use signpost_domain::{LineId, NeedCode, OrganizationId, SiteSlug};
use signpost_hours::{HoursFault, ZoneError};

/// The row that cannot be right. One is enough to refuse the build.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BuildError {
    /// The hours of a service are no hours text of ours.
    #[error("site {site}, service {need}: hours, column {}: {}", fault.column, fault.message)]
    Hours {
        /// The site.
        site: SiteSlug,
        /// The need of the service.
        need: NeedCode,
        /// What is wrong with the text.
        fault: HoursFault,
    },
    /// The hours of an exception are no hours text of ours.
    #[error("site {site}, service {need}: hours of an exception, column {}: {}", fault.column, fault.message)]
    ExceptionHours {
        /// The site.
        site: SiteSlug,
        /// The need of the first service the exception is for.
        need: NeedCode,
        /// What is wrong with the text.
        fault: HoursFault,
    },
    /// The hours of a phone line are no hours text of ours.
    #[error("line {line}: hours, column {}: {}", fault.column, fault.message)]
    LineHours {
        /// The line.
        line: LineId,
        /// What is wrong with the text.
        fault: HoursFault,
    },
    /// The zone of a site is not in the zone database.
    #[error("site {site}: {source}")]
    SiteZone {
        /// The site.
        site: SiteSlug,
        /// Which zone.
        source: ZoneError,
    },
    /// The zone of the directory is not in the zone database.
    #[error("the directory: {source}")]
    TownZone {
        /// Which zone.
        source: ZoneError,
    },
    /// No organization has the id that a site names.
    #[error("site {site}: no organization has the id {organization}")]
    UnknownOrganization {
        /// The site.
        site: SiteSlug,
        /// The id it names.
        organization: OrganizationId,
    },
    /// No need has the code that a service names.
    #[error("site {site}: no need has the code {need}")]
    UnknownNeed {
        /// The site.
        site: SiteSlug,
        /// The code it names.
        need: NeedCode,
    },
    /// A site has two services for one need.
    #[error("site {site}: two services for {need}; a site has at most one for each need")]
    NeedTwice {
        /// The site.
        site: SiteSlug,
        /// The need.
        need: NeedCode,
    },
    /// Two sites have one slug.
    #[error("two sites have the slug {slug}")]
    SlugTwice {
        /// The slug.
        slug: SiteSlug,
    },
    /// A crossing joins a bank that is not there.
    #[error("crossing {crossing}: no bank has the id {bank}")]
    UnknownBank {
        /// The crossing.
        crossing: String,
        /// The id it names.
        bank: String,
    },
    /// More rows than an index holds.
    #[error("too many {what}: more than an index holds")]
    TooMany {
        /// Which rows.
        what: &'static str,
    },
}
