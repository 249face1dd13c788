//! Places out of a file of OpenStreetMap, as new sites for a steward to look at, and as hours to compare with ours.
//!
//! Nothing of it is published: whether a place offers something is unknown until somebody asked it.

use std::{collections::HashMap, path::Path};

use osmpbf::{Element, ElementReader};
use signpost_domain::{
    Directory, LonLat, NeedCode, OrganizationId, Service, Site, SiteKind, SiteSlug, Source, Text,
    folded,
};
use signpost_hours::{HoursText, weekly::Weekly};

/// Tags that hint at a need without meaning it by themselves; those that do stand in `needs.toml`.
const HINTS: [(&str, &str, &str); 4] = [
    ("amenity", "pharmacy", "naloxone"),
    ("waste", "sharps", "disposal"),
    ("recycling:needles", "yes", "disposal"),
    ("amenity", "social_facility", ""),
];
/// A place of the same name is the same one within this distance, in metres.
const SAME_NAME: f64 = 250.0;
/// A place for the same need is the same one within this distance, in metres.
const SAME_NEED: f64 = 50.0;

/// A place of OpenStreetMap that may help somebody.
#[derive(Debug, Clone, PartialEq)]
pub struct OsmPlace {
    /// What it is there, such as `node 123`.
    pub element: String,
    /// Where.
    pub point: LonLat,
    /// The needs that its tags mean or hint at; may be none.
    pub needs: Vec<NeedCode>,
    tags: HashMap<String, String>,
}

/// Hours that differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoursDifference {
    /// The place.
    pub site: SiteSlug,
    /// What it offers.
    pub need: NeedCode,
    /// The hours here; `None` when nobody knows them.
    pub here: Option<String>,
    /// The hours there.
    pub there: String,
    /// Which element says so.
    pub element: String,
}

/// The places of a file (`.osm.pbf`) that a need's tags mean or hint at: nodes, and ways by the middle of their outline.
///
/// # Errors
/// When it cannot be read.
pub fn osm_places(file: &Path, directory: &Directory) -> Result<Vec<OsmPlace>, osmpbf::Error> {
    let mut found: Vec<OsmPlace> = Vec::new();
    let mut ways = Vec::new();
    let mut take = |id: i64, lon: f64, lat: f64, tags: HashMap<String, String>| {
        let needs = needs(directory, &tags);
        if let (Some(needs), Ok(point)) = (needs, LonLat::new(lon, lat)) {
            found.push(OsmPlace {
                element: format!("node {id}"),
                point,
                needs,
                tags,
            });
        }
    };
    ElementReader::from_path(file)?.for_each(|element| match element {
        Element::Node(node) => take(node.id(), node.lon(), node.lat(), owned(node.tags())),
        Element::DenseNode(node) => take(node.id(), node.lon(), node.lat(), owned(node.tags())),
        Element::Way(way) => {
            let tags = owned(way.tags());
            if let Some(needs) = needs(directory, &tags) {
                ways.push((way.id(), way.refs().collect::<Vec<i64>>(), needs, tags));
            }
        }
        Element::Relation(_) => {}
    })?;
    let corners = corners(file, &ways)?;
    for (id, nodes, needs, tags) in ways {
        let points: Vec<LonLat> = nodes
            .iter()
            .filter_map(|node| corners.get(node).copied())
            .collect();
        if let Some(point) = middle(&points) {
            found.push(OsmPlace {
                element: format!("way {id}"),
                point,
                needs,
                tags,
            });
        }
    }
    found.sort_by(|a, b| a.element.cmp(&b.element));
    Ok(found)
}

type Way = (i64, Vec<i64>, Vec<NeedCode>, HashMap<String, String>);

/// Where the corners of ways are.
fn corners(file: &Path, ways: &[Way]) -> Result<HashMap<i64, LonLat>, osmpbf::Error> {
    let wanted: std::collections::HashSet<i64> = ways
        .iter()
        .flat_map(|(_, nodes, ..)| nodes.iter().copied())
        .collect();
    let mut corners = HashMap::new();
    if wanted.is_empty() {
        return Ok(corners);
    }
    let mut keep = |node: i64, lon: f64, lat: f64| {
        if wanted.contains(&node)
            && let Ok(point) = LonLat::new(lon, lat)
        {
            corners.insert(node, point);
        }
    };
    ElementReader::from_path(file)?.for_each(|element| match element {
        Element::Node(node) => keep(node.id(), node.lon(), node.lat()),
        Element::DenseNode(node) => keep(node.id(), node.lon(), node.lat()),
        _ => {}
    })?;
    Ok(corners)
}

fn owned<'t>(tags: impl Iterator<Item = (&'t str, &'t str)>) -> HashMap<String, String> {
    tags.map(|(key, value)| (key.to_owned(), value.to_owned()))
        .collect()
}

/// The needs that tags speak of; `None` when they speak of none of ours.
fn needs(directory: &Directory, tags: &HashMap<String, String>) -> Option<Vec<NeedCode>> {
    let has = |key: &str, value: &str| tags.get(key).is_some_and(|own| own == value);
    let mut codes: Vec<NeedCode> = Vec::new();
    let meant = directory.needs.iter().filter(|need| {
        let mut all = need.osm_tags.iter();
        all.any(|tag| has(&tag.key, &tag.value))
    });
    codes.extend(meant.map(|need| need.code.clone()));
    let hints: Vec<&str> = HINTS
        .iter()
        .filter(|(key, value, _)| has(key, value))
        .map(|(.., need)| *need)
        .collect();
    for hint in &hints {
        let mut all = directory.needs.iter();
        if let Some(need) = all.find(|need| need.code.as_str() == *hint)
            && !codes.contains(&need.code)
        {
            codes.push(need.code.clone());
        }
    }
    (!codes.is_empty() || !hints.is_empty()).then_some(codes)
}

fn middle(points: &[LonLat]) -> Option<LonLat> {
    let of = |sum: f64| sum / f64::from(u32::try_from(points.len()).unwrap_or(u32::MAX));
    if points.is_empty() {
        return None;
    }
    let lon = points.iter().map(|point| point.lon()).sum();
    let lat = points.iter().map(|point| point.lat()).sum();
    LonLat::new(of(lon), of(lat)).ok()
}

impl OsmPlace {
    fn tag(&self, key: &str) -> &str {
        self.tags.get(key).map_or("", String::as_str)
    }

    /// What it is called: by its name, else by who runs it.
    #[must_use]
    pub fn name(&self) -> &str {
        ["name", "operator", "brand"]
            .into_iter()
            .map(|key| self.tag(key))
            .find(|word| !word.is_empty())
            .unwrap_or_default()
    }

    /// Its hours, when they are a text that is read here.
    #[must_use]
    pub fn hours(&self) -> Option<&str> {
        let text = self.tag("opening_hours");
        HoursText::parse(text).is_ok().then_some(text)
    }

    /// The place of ours that it is, as far as can be told from names, needs and distance.
    #[must_use]
    pub fn ours<'d>(&self, directory: &'d Directory) -> Option<&'d Site> {
        let name = folded(self.name());
        let near = directory.sites.iter().filter_map(|site| {
            let metres = metres(site.point?, self.point);
            let named =
                !name.is_empty() && site.name.iter().any(|(_, words)| folded(words) == name);
            let offers = self.needs.iter().any(|need| site.service(need).is_some());
            (named && metres <= SAME_NAME || offers && metres <= SAME_NEED)
                .then_some((metres, site))
        });
        near.min_by(|(a, _), (b, _)| a.total_cmp(b))
            .map(|(_, site)| site)
    }

    /// Hours of the same place that are others there than here.
    #[must_use]
    pub fn differences(&self, site: &Site) -> Vec<HoursDifference> {
        let Some(there) = self.hours() else {
            return Vec::new();
        };
        let services = site
            .services
            .iter()
            .filter(|one| self.needs.contains(&one.need));
        services
            .filter(|one| one.hours.as_deref().is_none_or(|here| !same(here, there)))
            .map(|one| HoursDifference {
                site: site.slug.clone(),
                need: one.need.clone(),
                here: one.hours.clone(),
                there: there.to_owned(),
                element: self.element.clone(),
            })
            .collect()
    }

    /// The place as a new one for a steward to look at. What it offers is unknown, whatever its tags say.
    ///
    /// `None` when it has no name, without which nobody could look at it.
    #[must_use]
    pub fn site(&self, directory: &Directory, otherwise: &OrganizationId) -> Option<Site> {
        if self.name().is_empty() {
            return None;
        }
        let operator = folded(self.tag("operator"));
        let mut organizations = directory.organizations.iter();
        let organization = organizations.find(|one| {
            !operator.is_empty() && one.name.iter().any(|(_, words)| folded(words) == operator)
        });
        let source = Source {
            text: format!("OpenStreetMap contributors (ODbL), {}", self.element),
            day: None,
        };
        let services = self.needs.iter().map(|need| Service {
            hours: self.hours().map(str::to_owned),
            ..Service::unknown(need.clone(), source.clone(), false)
        });
        let address = [self.tag("addr:housenumber"), self.tag("addr:street")];
        let website = [self.tag("website"), self.tag("contact:website")];
        let phone = [self.tag("phone"), self.tag("contact:phone")];
        Some(Site {
            // Made anew from the name when it is asked for.
            slug: SiteSlug::new("new").ok()?,
            organization: organization.map_or_else(|| otherwise.clone(), |one| one.id.clone()),
            name: Text::en(self.name()),
            alternate_name: String::new(),
            former_name: String::new(),
            kind: match self.tag("amenity") {
                "pharmacy" => SiteKind::Pharmacy,
                "needle_disposal" => SiteKind::Box,
                _ if self.tag("waste") == "sharps" => SiteKind::Box,
                _ => SiteKind::Building,
            },
            point: Some(self.point),
            address: address.join(" ").trim().to_owned(),
            locality: self.tag("addr:city").to_owned(),
            zone: directory.zone.clone(),
            phone: phone.iter().find_map(|number| number.parse().ok()),
            website: website
                .into_iter()
                .find_map(|address| signpost_domain::WebAddress::new(address).ok())
                .map(String::from),
            door: Text::default(),
            access: Text::default(),
            step_free: match self.tag("wheelchair") {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            },
            description: Text::default(),
            languages: vec![],
            services: services.collect(),
            disposal_point: None,
            exceptions: vec![],
            source,
            example: false,
        })
    }
}

/// Whether two texts say the same week, or are the same text.
fn same(here: &str, there: &str) -> bool {
    let week = |text: &str| {
        HoursText::parse(text)
            .ok()
            .and_then(|text| Weekly::read(&text))
    };
    match (week(here), week(there)) {
        (Some(here), Some(there)) => here == there,
        _ => here.split_whitespace().eq(there.split_whitespace()),
    }
}

/// Metres between two places that are near each other.
fn metres(a: LonLat, b: LonLat) -> f64 {
    let lat = f64::midpoint(a.lat(), b.lat()).to_radians();
    let north = (a.lat() - b.lat()) * 111_320.0;
    let east = (a.lon() - b.lon()) * 111_320.0 * lat.cos();
    north.hypot(east)
}
