//! `signpost import --from-osm FILE`: places of OpenStreetMap that wait for a steward, and hours that differ from ours.

use std::{collections::BTreeSet, path::Path};

use signpost_domain::{Directory, OrganizationId, entry};
use signpost_editing::{EditError, Live, NewSiteRequest, add_site};
use signpost_exchange::{OsmPlace, osm_places};
use signpost_store::{Cause, ProposalQuery, Store};

use crate::{clock::Clock, fault::Failure, say::say, start};

/// How many proposals are looked at to see what was asked for before.
const LOOKED_AT: u32 = 100_000;

/// What is to be done with a file.
pub(super) struct FromOsm<'a> {
    pub(super) file: &'a Path,
    /// Who answers for places whose operator is nobody we know.
    pub(super) organization: Option<&'a OrganizationId>,
    pub(super) dry_run: bool,
    pub(super) author: &'a str,
}

impl FromOsm<'_> {
    /// Nothing becomes public: each place waits until a steward accepts it.
    pub(super) async fn run(self, store: Store) -> Result<(), Failure> {
        let clock = Clock::Running;
        let snapshot = start::snapshot(&store, clock.now()).await?;
        let directory = snapshot.directory().clone();
        let organization = self.organization(&directory)?;
        let places = osm_places(self.file, &directory)
            .map_err(|error| Failure::new(format!("{}: {error}", self.file.display())))?;
        let asked_before = asked_before(&store).await?;
        let live = Live::new(snapshot, clock.function(), Some(store));
        let mut counts = Counts::default();
        for place in &places {
            if let Some(site) = place.ours(&directory) {
                counts.known += 1;
                for one in place.differences(site) {
                    counts.differ += 1;
                    let here = one.here.as_deref().unwrap_or("not known");
                    say(format!(
                        "hours differ: {} {}: here {here:?}, OpenStreetMap {:?} ({})",
                        one.site, one.need, one.there, one.element
                    ));
                }
                continue;
            }
            let site = place
                .site(&directory, organization)
                .filter(|site| entry::point(&mut None, site.point, directory.centre).is_ok());
            let Some(site) = site else {
                counts.passed_over += 1;
                continue;
            };
            if asked_before.contains(&site.source.text) {
                counts.before += 1;
                continue;
            }
            say(format!(
                "{}: {}{}",
                place.element,
                place.name(),
                needs(place)
            ));
            if self.dry_run {
                counts.proposed += 1;
                continue;
            }
            let from = vec![self.file.display().to_string()];
            let request = NewSiteRequest {
                site,
                at_once: false,
                author: self.author.to_owned(),
                reason: Cause::Imported { from }.into(),
                key: None,
                kept: vec![],
            };
            match add_site(&live, request).await {
                Ok(_) => counts.proposed += 1,
                Err(EditError::Wording(faults)) => {
                    counts.passed_over += 1;
                    let fields: Vec<String> = faults.iter().map(|one| format!("{one:?}")).collect();
                    say(format!(
                        "{}: left out, its words: {}",
                        place.element,
                        fields.join(", ")
                    ));
                }
                Err(error @ EditError::DoNotList) => {
                    counts.passed_over += 1;
                    say(format!("{}: left out: {error}.", place.element));
                }
                Err(error) => {
                    return Err(Failure::new(format!("{}: {error}", place.element)));
                }
            }
        }
        counts.told(self.dry_run);
        Ok(())
    }

    fn organization<'a>(&'a self, directory: &Directory) -> Result<&'a OrganizationId, Failure> {
        let Some(id) = self.organization else {
            return Err(Failure::new(
                "Say with --organization who answers for places whose operator is not in the directory.",
            ));
        };
        if directory.organizations.iter().all(|one| one.id != *id) {
            return Err(Failure::new(format!("There is no organization {id}.")));
        }
        Ok(id)
    }
}

/// The sources of every new place that waits, or that a steward decided on.
async fn asked_before(store: &Store) -> Result<BTreeSet<String>, Failure> {
    let all = store
        .proposals(&ProposalQuery {
            limit: LOOKED_AT,
            ..ProposalQuery::default()
        })
        .await?;
    let new = all.into_iter().filter(|one| one.before.is_none());
    Ok(new.map(|one| one.wanted.source.text).collect())
}

fn needs(place: &OsmPlace) -> String {
    let codes: Vec<&str> = place
        .needs
        .iter()
        .map(signpost_domain::NeedCode::as_str)
        .collect();
    if codes.is_empty() {
        String::new()
    } else {
        format!(" ({})", codes.join(", "))
    }
}

#[derive(Default)]
struct Counts {
    proposed: usize,
    known: usize,
    differ: usize,
    before: usize,
    passed_over: usize,
}

impl Counts {
    fn told(&self, dry_run: bool) {
        let Self {
            proposed,
            known,
            differ,
            before,
            passed_over,
        } = self;
        let verb = if dry_run { "would wait" } else { "wait" };
        say(format!(
            "{proposed} places {verb} for a steward. {known} are in the directory already, with {differ} hours that differ. {before} were asked for \
             before. {passed_over} were left out: without a name, too far away, or with words that are not published. Nothing is public. © \
             OpenStreetMap contributors, ODbL: what is taken from there must say so."
        ));
    }
}
