//! The whole directory: everything a snapshot is built from.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    Ground, Landmark, Lang, Locality, LonLat, Metres, Need, NeedCode, Offer, Organization,
    PhoneLine, Plan, PlanStatus, PointStatus, Site, Text, Tombstone,
};

/// What a reader may expect of the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Edition {
    /// Places are real, but what each offers is unconfirmed or marked `example`; every page and answer says so.
    #[default]
    Preview,
    /// In use; rows marked `example` never leave the server.
    Live,
}

impl Edition {
    /// `preview` or `live`, as it stands in answers.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Preview => "preview",
            Self::Live => "live",
        }
    }
}

/// A directory: one town or district.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Directory {
    /// Preview or live.
    pub edition: Edition,
    /// The name of the town or district.
    pub title: Text,
    /// Words that stand on every page, such as "Training town. Nothing here is real."; may be empty.
    pub banner: Text,
    /// IANA name of the zone of the town, for pages and plans.
    pub zone: String,
    /// Where the map opens and ties are broken from.
    pub centre: LonLat,
    /// How far people walk, along streets: what is farther is in another town, as far as an answer goes.
    #[serde(default = "Directory::usual_walking_range")]
    pub walking_range: Metres,
    /// What people may look for.
    pub needs: Vec<Need>,
    /// Who runs the sites.
    pub organizations: Vec<Organization>,
    /// The sites, with their services and exceptions.
    pub sites: Vec<Site>,
    /// Staffed lines, for the end of every answer.
    pub lines: Vec<PhoneLine>,
    /// Places people know.
    pub landmarks: Vec<Landmark>,
    /// Towns and settlements that addresses name.
    #[serde(default)]
    pub localities: Vec<Locality>,
    /// Banks and crossings.
    pub ground: Ground,
    /// All versions of the redirection plan.
    pub plans: Vec<Plan>,
    /// Places that want not to be listed and not to be called. No import brings or takes one: stewards do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tombstones: Vec<Tombstone>,
}

impl Directory {
    /// The walking range of a directory that does not say one: 8 km, two hours on foot.
    #[must_use]
    pub const fn usual_walking_range() -> Metres {
        Metres(8_000.0)
    }

    /// The directory as the public may see it: without drafts that only stewards see, and in a live edition without the rows marked
    /// `example`; in any, without disposal points that are only proposed, so that nobody is sent to one. Those that are gone are not
    /// offered any more. In any also without places that want not to be listed.
    #[must_use]
    pub fn published(mut self) -> Self {
        let stones = std::mem::take(&mut self.tombstones);
        self.sites.retain(|site| !is_covered(&stones, site));
        self.tombstones = stones;
        let shown = |plan: &Plan| !plan.hidden || plan.status != PlanStatus::Draft;
        self.plans.retain(shown);
        if self.edition == Edition::Live {
            self.organizations.retain(|row| !row.example);
            self.sites.retain(|row| !row.example);
            for site in &mut self.sites {
                site.services.retain(|row| !row.example);
            }
            self.lines.retain(|row| !row.example);
            self.plans.retain(|row| !row.example);
        }
        self.sites.retain_mut(as_it_stands);
        self
    }

    /// The sites whose disposal point is only proposed, as they are stored; in a live edition without the rows marked `example`.
    #[must_use]
    pub fn proposed(&self) -> Vec<Site> {
        let is_proposed = |site: &&Site| {
            let status = site.disposal_point.as_ref().map(|point| point.status);
            status == Some(PointStatus::Proposed)
        };
        let shown = |site: &&Site| {
            (self.edition == Edition::Preview || !site.example)
                && !is_covered(&self.tombstones, site)
        };
        self.sites
            .iter()
            .filter(is_proposed)
            .filter(shown)
            .cloned()
            .collect()
    }

    /// Where a site stands as far as anybody knows: at its point, else in the middle of its locality, else in the middle of town.
    #[must_use]
    pub fn stands_at(&self, site: &Site) -> LonLat {
        let locality = || self.localities.get(self.town(site)?);
        site.point
            .or_else(|| locality().map(|one| one.point))
            .unwrap_or(self.centre)
    }

    /// Which of the localities a site is in, as far as its address names one of them.
    #[must_use]
    pub fn town(&self, site: &Site) -> Option<usize> {
        let own = site.locality.to_lowercase();
        let named = |one: &Locality| one.name.to_lowercase() == own;
        self.localities.iter().position(named)
    }

    /// Whether anything in it is said in this language.
    #[must_use]
    pub fn has_text_in(&self, lang: Lang) -> bool {
        self.texts().any(|text| text.exactly(lang).is_some())
    }

    /// Every text a reader may come upon.
    fn texts(&self) -> impl Iterator<Item = &Text> {
        let needs = self.needs.iter().flat_map(|need| {
            let items = need.items.iter().map(|item| &item.name);
            [&need.name, &need.hint].into_iter().chain(items)
        });
        let plans = self.plans.iter().flat_map(|plan| {
            let rules = plan.rules.iter().flat_map(|rule| {
                let notes = rule.targets.iter().map(|target| &target.note);
                std::iter::once(&rule.message).chain(notes)
            });
            [&plan.title, &plan.summary, &plan.decided_by]
                .into_iter()
                .chain(rules)
        });
        [&self.title, &self.banner]
            .into_iter()
            .chain(needs)
            .chain(self.organizations.iter().map(|row| &row.name))
            .chain(
                self.lines
                    .iter()
                    .flat_map(|line| [&line.name, &line.sentence]),
            )
            .chain(self.landmarks.iter().map(|row| &row.name))
            .chain(self.ground.crossings.iter().map(|row| &row.name))
            .chain(self.ground.neighbourhoods.iter().map(|row| &row.name))
            .chain(plans)
            .chain(self.sites.iter().flat_map(site_texts))
    }
}

/// Whether a site is a place that wants not to be listed.
fn is_covered(stones: &[Tombstone], site: &Site) -> bool {
    stones.iter().any(|stone| stone.covers(site))
}

/// Makes a site what it is without a disposal point that is not there; whether anything is left of it.
fn as_it_stands(site: &mut Site) -> bool {
    let disposal = NeedCode::disposal();
    match site.disposal_point.as_ref().map(|point| point.status) {
        Some(PointStatus::Proposed) => {
            site.disposal_point = None;
            site.services.retain(|service| service.need != disposal);
            !site.services.is_empty()
        }
        Some(PointStatus::Closed) => {
            let mut services = site.services.iter_mut();
            if let Some(service) = services.find(|service| service.need == disposal) {
                service.offer = Offer::NotOffered;
            }
            true
        }
        Some(PointStatus::Existing) | None => true,
    }
}

fn site_texts(site: &Site) -> impl Iterator<Item = &Text> {
    let services = site.services.iter();
    let services = services.flat_map(|row| {
        [
            &row.hours_note,
            &row.description,
            &row.bring,
            &row.eligibility_description,
        ]
    });
    [&site.name, &site.door, &site.access, &site.description]
        .into_iter()
        .chain(services)
        .chain(site.exceptions.iter().map(|row| &row.reason))
}
