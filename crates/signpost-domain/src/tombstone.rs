//! Places that want not to be listed and not to be called.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Lang, Phone, Site, SiteSlug, folded};

/// "Do not list, do not call": a place that asked for it, whatever imports bring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tombstone {
    /// Its number, given when it is stored.
    pub id: i64,
    /// The site it is about; `None` for a place that is in no directory of ours.
    pub site: Option<SiteSlug>,
    /// What people call the place.
    pub name: String,
    /// The town or neighbourhood; empty when it may be in any.
    pub locality: String,
    /// The number that is not to be called.
    pub phone: Option<Phone>,
    /// Why, as a steward wrote it.
    pub reason: String,
    /// Who set it.
    pub set_by: String,
    /// The civil day.
    pub set_on: Date,
    /// Who lifted it, on what day and why; `None` while it stands.
    pub lifted: Option<Lifted>,
}

/// That a tombstone stands no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lifted {
    /// Why, as a steward wrote it.
    pub reason: String,
    /// Who lifted it.
    pub by: String,
    /// The civil day.
    pub on: Date,
}

impl Tombstone {
    /// Whether this site is the place it is about: by its slug, or by its name in any language within its locality, whatever the letters'
    /// case and accents. One that is about no site of ours also covers what answers its number.
    #[must_use]
    pub fn covers(&self, site: &Site) -> bool {
        if self.lifted.is_some() {
            return false;
        }
        let (name, locality) = (folded(&self.name), folded(&self.locality));
        let is_near = locality.is_empty() || locality == folded(&site.locality);
        let named = Lang::ALL
            .into_iter()
            .filter_map(|lang| site.name.exactly(lang))
            .any(|own| folded(own) == name);
        self.site.as_ref() == Some(&site.slug)
            || (named && is_near)
            || (self.site.is_none() && self.is_called_at(site))
    }

    /// Whether who calls this site calls the number that is not to be called.
    #[must_use]
    pub fn is_called_at(&self, site: &Site) -> bool {
        self.lifted.is_none() && self.phone.is_some() && self.phone == site.phone
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{SiteKind, Source, Text};

    fn site(slug: &str, name: &str, phone: Option<&str>) -> Site {
        Site {
            slug: slug.parse().unwrap(),
            organization: "agency".parse().unwrap(),
            name: Text::en(name),
            alternate_name: String::new(),
            former_name: String::new(),
            kind: SiteKind::Building,
            point: None,
            address: String::new(),
            locality: "Kenora".to_owned(),
            zone: "America/Winnipeg".to_owned(),
            phone: phone.map(|phone| Phone::new(phone).unwrap()),
            website: None,
            door: Text::default(),
            access: Text::default(),
            step_free: None,
            description: Text::default(),
            languages: vec![],
            services: vec![],
            disposal_point: None,
            exceptions: vec![],
            source: Source {
                text: "test".to_owned(),
                day: None,
            },
            example: true,
        }
    }

    #[test]
    fn a_place_is_known_again_by_slug_name_and_where_it_has_no_slug_by_number() {
        let number = "807-555-0199";
        let mut stone = Tombstone {
            id: 1,
            site: Some("annex".parse().unwrap()),
            name: "Café de l’Île".to_owned(),
            locality: "Kenora".to_owned(),
            phone: Some(Phone::new(number).unwrap()),
            reason: "They asked.".to_owned(),
            set_by: "Sam".to_owned(),
            set_on: date(2026, 11, 25),
            lifted: None,
        };
        assert!(stone.covers(&site("annex", "Another name", None)));
        assert!(stone.covers(&site("new-1", "CAFE DE L’ILE", None)));
        let elsewhere = Site {
            locality: "Dryden".to_owned(),
            ..site("new-2", "Café de l’Île", None)
        };
        assert!(!stone.covers(&elsewhere));
        let neighbour = site("next-door", "Next door", Some(number));
        assert!(!stone.covers(&neighbour), "an organization may share one");
        assert!(stone.is_called_at(&neighbour), "but nobody rings there");
        stone.site = None;
        assert!(stone.covers(&neighbour));
        stone.lifted = Some(Lifted {
            reason: "They came back.".to_owned(),
            by: "Sam".to_owned(),
            on: date(2026, 12, 1),
        });
        assert!(!stone.covers(&site("annex", "Café de l’Île", Some(number))));
    }
}
