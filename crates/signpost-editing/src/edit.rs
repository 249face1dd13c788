//! The one way every edit of a site goes, from the portal and from an agency's own system alike: check, commit, swap.

use signpost_changes::Difference;
use signpost_domain::{
    Directory, Edition, Lang, Organization, OrganizationId, Service, Site, SiteSlug, Source,
    SourceDay,
};
use signpost_store::{Edited, Reason};

use crate::{FieldWarning, wording::WordingOverride};

/// An edit as it came in: who, which site, which version.
#[derive(Debug, Clone)]
pub struct EditRequest {
    /// The site.
    pub slug: SiteSlug,
    /// Only a site of this organization, whose names, places and first offers wait for a steward. `None` is a steward: any site, and
    /// nothing waits.
    pub owner: Option<OrganizationId>,
    /// The version the editor saw.
    pub expected: u64,
    /// How the history names who answers for it.
    pub author: String,
    /// Why, for the history.
    pub reason: Reason,
    /// The key of this request, so that asking twice changes once.
    pub key: Option<String>,
    /// Words that shall stand although the language check would have others.
    pub kept: Vec<WordingOverride>,
}

/// What an edit may know: the stored directory, and the day at the site.
pub struct EditContext<'a> {
    /// The directory as it is stored.
    pub directory: &'a Directory,
    /// The civil day at the site.
    pub today: jiff::civil::Date,
    /// The day that it is for those who are there: while a night still runs, the day on which it began. It is not over before its night is.
    pub running: jiff::civil::Date,
}

impl EditContext<'_> {
    /// The organization of a site.
    #[must_use]
    pub fn organization(&self, site: &Site) -> Option<&Organization> {
        let mut organizations = self.directory.organizations.iter();
        organizations.find(|organization| organization.id == site.organization)
    }

    /// What the organization of a site is called, in English, as confirmations name it.
    #[must_use]
    pub fn organization_name(&self, site: &Site) -> String {
        self.organization(site)
            .map(|organization| organization.name.words(Lang::En).to_owned())
            .unwrap_or_default()
    }
}

/// A service for a need that a site said nothing of before; `None` when there is no such need.
#[must_use]
pub fn unknown_service(site: &Site, need: &str, around: &EditContext<'_>) -> Option<Service> {
    let mut needs = around.directory.needs.iter();
    let need = needs.find(|own| own.code.as_str() == need)?;
    let source = Source {
        text: around.organization_name(site),
        day: Some(SourceDay::day(around.today)),
    };
    Some(Service::unknown(need.code.clone(), source, site.example))
}

/// An edit that is stored and served.
#[derive(Debug, Clone)]
pub struct Committed {
    /// The version it made, and whether it had been made before.
    pub edited: Edited,
    /// The edition of the directory.
    pub edition: Edition,
    /// What of it waits for a steward; all the rest is public.
    pub waits: Vec<Difference>,
    /// Whether anything of it is public.
    pub public: bool,
    /// Hours it wrote that may not be meant.
    pub warnings: Vec<FieldWarning>,
}
