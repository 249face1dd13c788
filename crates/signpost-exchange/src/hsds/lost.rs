//! What the directory says and this export does not: counted and named, so that who reads it back knows what is not there.

use signpost_domain::{Offer, Text};

use super::Hsds;

impl Hsds<'_> {
    /// What is lost, one sentence each; nothing for what the directory does not have.
    #[must_use]
    pub fn lost(&self) -> Vec<String> {
        let sites = || self.directory.sites.iter();
        let services = || sites().flat_map(|site| &site.services);
        let lapsed = services()
            .filter(|one| one.offer == Offer::Offered && one.offer_on(self.day) == Offer::Unknown);
        let old = services().filter(|one| {
            let counts = one.trust(self.day) == signpost_domain::Trust::Confirmed;
            one.confirmation.is_some() && !counts
        });
        let directory = self.directory;
        let consents = directory.organizations.iter().flat_map(|one| &one.consents);
        [
            (
                self.other_languages(),
                "texts in other languages than that of the export",
            ),
            (
                sites().flat_map(|site| &site.exceptions).count(),
                "days that are different: closings stand in alert as words, other hours as schedules",
            ),
            (
                sites().filter(|site| site.disposal_point.is_some()).count(),
                "descriptions of places to leave used needles",
            ),
            (lapsed.count(), "offers that lapsed: they are told as unknown"),
            (old.count(), "confirmations that no longer count"),
            (
                sites().filter(|site| site.phone.is_some()).count(),
                "phone numbers as they are written: digits alone are told",
            ),
            (
                sites()
                    .filter(|site| site.address.is_empty() != site.locality.is_empty())
                    .count(),
                "addresses without a town, or towns without an address",
            ),
            (directory.lines.len(), "phone lines"),
            (directory.landmarks.len(), "landmarks"),
            (directory.localities.len(), "parts of town"),
            (directory.plans.len(), "versions of the redirection plan"),
            (consents.count(), "words of organizations to being sent people"),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect()
    }

    /// How many texts have words in a language that is not told.
    fn other_languages(&self) -> usize {
        let directory = self.directory;
        let names = directory.organizations.iter().map(|one| &one.name);
        let sites = directory.sites.iter().flat_map(|site| {
            let own = [&site.name, &site.door, &site.access, &site.description];
            let services = site.services.iter().flat_map(|one| {
                [
                    &one.hours_note,
                    &one.description,
                    &one.bring,
                    &one.eligibility_description,
                ]
            });
            own.into_iter().chain(services)
        });
        let others = |text: &&Text| text.iter().any(|(lang, _)| lang != self.lang);
        names.chain(sites).filter(others).count()
    }
}
