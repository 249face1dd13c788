//! What a plan's ids are called.

use signpost_domain::{Directory, NeedCode, OrganizationId, SiteSlug};

use crate::Speaker;

/// The names of a directory for one reader. What is not in it keeps its id.
#[derive(Clone, Copy)]
pub struct Names<'d> {
    /// The directory.
    pub directory: &'d Directory,
    /// Who reads.
    pub speaker: Speaker,
}

impl Names<'_> {
    /// Of a place.
    #[must_use]
    pub fn site(&self, slug: &SiteSlug) -> String {
        let mut sites = self.directory.sites.iter();
        let site = sites.find(|site| site.slug == *slug);
        site.map_or_else(
            || slug.to_string(),
            |site| site.name.words(self.speaker.lang).to_owned(),
        )
    }

    /// Of a need.
    #[must_use]
    pub fn need(&self, code: &NeedCode) -> String {
        let mut needs = self.directory.needs.iter();
        let need = needs.find(|need| need.code == *code);
        need.map_or_else(
            || code.to_string(),
            |need| need.name.words(self.speaker.lang).to_owned(),
        )
    }

    /// Of an organization.
    #[must_use]
    pub fn organization(&self, id: &OrganizationId) -> String {
        let mut rows = self.directory.organizations.iter();
        let row = rows.find(|row| row.id == *id);
        row.map_or_else(
            || id.to_string(),
            |row| row.name.words(self.speaker.lang).to_owned(),
        )
    }

    /// "Birch Health Office, new needles and gear".
    #[must_use]
    pub fn door(&self, (from, need): (&SiteSlug, &NeedCode)) -> String {
        let (place, need) = (self.site(from), self.need(need));
        self.speaker
            .t2("plan-door", ("place", &place), ("need", &need))
    }

    /// A place, with its need where that is another than the door's.
    #[must_use]
    pub fn target(&self, site: &SiteSlug, need: Option<&NeedCode>) -> String {
        match need {
            None => self.site(site),
            Some(need) => self.door((site, need)),
        }
    }
}
