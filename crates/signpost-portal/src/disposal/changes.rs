//! Changes of disposal points that somebody thinks of: as fields of a form, as they are kept, and as places to measure.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use signpost_answers::LocalizedText;
use signpost_coverage::{Standing, Town};
use signpost_domain::{Lang, LonLat, NeedCode, Offer, SiteSlug};
use signpost_hours::OpenState;
use signpost_locate::Snapshot;

use crate::agency::form::fields::Fields;

/// How many new boxes one may think of at once.
pub(super) const NEW: usize = 4;
/// The longest name of a new box.
const LONGEST_NAME: usize = 80;

/// Which places stand before the change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Count {
    /// Every place on the list, whatever its hours.
    #[default]
    All,
    /// What is open now.
    Now,
    /// What is open at 3 am.
    Night,
}

impl Count {
    pub(super) const ALL: [Self; 3] = [Self::All, Self::Now, Self::Night];

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Now => "now",
            Self::Night => "night",
        }
    }
}

/// A box that is not there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct NewBox {
    /// What somebody calls it; may be empty.
    pub name: String,
    /// As it was typed: a landmark's id, or latitude and longitude.
    pub at: String,
}

/// What would change.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Changes {
    /// How far one walks.
    pub metres: u16,
    /// Which places stand before.
    pub count: Count,
    /// Places that go.
    pub drop: Vec<SiteSlug>,
    /// Proposed places that come.
    pub open: Vec<SiteSlug>,
    /// A place that stands elsewhere, and where.
    pub moved: Option<(SiteSlug, String)>,
    /// New boxes.
    pub new: Vec<NewBox>,
}

/// A place to measure, and what it is called.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Spot {
    pub name: String,
    pub at: LonLat,
    /// Whether it comes with the change.
    pub is_new: bool,
}

/// The places before and after.
pub(super) struct BeforeAfter {
    pub before: Vec<Spot>,
    pub after: Vec<Spot>,
}

/// Why a change cannot be measured, with the field it is told beside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Misplaced {
    pub field: String,
    pub key: &'static str,
    /// The place, by its name.
    pub name: String,
}

impl Changes {
    /// What a form or an address says.
    pub(super) fn read(fields: &Fields) -> Self {
        let slugs = |name: &str| {
            let found = fields.all(name).filter_map(|text| text.parse().ok());
            found.take(200).collect::<Vec<SiteSlug>>()
        };
        let metres = fields.number("metres").and_then(|one| u16::try_from(one).ok());
        let moved: Option<SiteSlug> = fields.text("move").parse().ok();
        Self {
            metres: metres.filter(|metres| (50..=5_000).contains(metres)).unwrap_or(400),
            count: Count::ALL
                .into_iter()
                .find(|count| count.code() == fields.text("count"))
                .unwrap_or_default(),
            drop: slugs("drop"),
            open: slugs("open"),
            moved: moved.map(|slug| (slug, fields.text("to").to_owned())),
            new: (1..=NEW)
                .map(|number| NewBox {
                    name: cut(fields.text(&format!("name{number}"))),
                    at: cut(fields.text(&format!("at{number}"))),
                })
                .filter(|new| !new.at.is_empty())
                .collect(),
        }
    }

    /// As fields of the form.
    pub(super) fn fields(&self) -> Fields {
        let mut fields = Fields::default();
        fields.put("metres", self.metres.to_string());
        fields.put("count", self.count.code());
        for slug in &self.drop {
            fields.put("drop", slug.as_str());
        }
        for slug in &self.open {
            fields.put("open", slug.as_str());
        }
        if let Some((slug, to)) = &self.moved {
            fields.put("move", slug.as_str());
            fields.put("to", to.as_str());
        }
        for (number, new) in (1..).zip(&self.new) {
            fields.put(format!("name{number}"), new.name.as_str());
            fields.put(format!("at{number}"), new.at.as_str());
        }
        fields
    }

    /// As the query of an address.
    pub(super) fn query(&self) -> String {
        let mut query = String::new();
        for (name, value) in self.fields().pairs() {
            let mark = if query.is_empty() { '?' } else { '&' };
            let _infallible = write!(query, "{mark}{name}={}", percent_encoded(value));
        }
        query
    }

    /// Whether anything would change.
    pub(super) fn is_empty(&self) -> bool {
        self.drop.is_empty() && self.open.is_empty() && self.moved.is_none() && self.new.is_empty()
    }

    /// The places before and after; or what cannot be measured, each by its name.
    pub(super) fn places(
        &self,
        snapshot: &Snapshot,
        town: &Town,
        at: jiff::Timestamp,
        lang: Lang,
    ) -> Result<BeforeAfter, Vec<Misplaced>> {
        let mut wrong = Vec::new();
        let before = self.standing(snapshot, at, lang);
        let mut after: Vec<Spot> = Vec::new();
        for (slug, spot) in &before {
            if self.drop.contains(slug) {
                continue;
            }
            match &self.moved {
                Some((moved, to)) if moved == slug => {
                    let place = place(snapshot, town, to, &spot.name, "to");
                    match place {
                        Ok(at) => after.push(Spot {
                            at,
                            is_new: true,
                            ..spot.clone()
                        }),
                        Err(one) => wrong.push(one),
                    }
                }
                _ => after.push(spot.clone()),
            }
        }
        for site in snapshot.proposed() {
            if let (true, Some(at)) = (self.open.contains(&site.slug), site.point) {
                let name = LocalizedText::of(&site.name, lang).to_string();
                match dry(town, at, &name, "open") {
                    Ok(at) => after.push(Spot {
                        name,
                        at,
                        is_new: true,
                    }),
                    Err(one) => wrong.push(one),
                }
            }
        }
        for (number, new) in (1..).zip(&self.new) {
            let field = format!("at{number}");
            let called = if new.name.is_empty() { &new.at } else { &new.name };
            match place(snapshot, town, &new.at, called, &field) {
                Ok(at) => after.push(Spot {
                    name: called.clone(),
                    at,
                    is_new: true,
                }),
                Err(one) => wrong.push(one),
            }
        }
        if wrong.is_empty() {
            Ok(BeforeAfter {
                before: before.into_iter().map(|(_, spot)| spot).collect(),
                after,
            })
        } else {
            Err(wrong)
        }
    }

    /// The places that stand, by their slugs.
    fn standing(
        &self,
        snapshot: &Snapshot,
        at: jiff::Timestamp,
        lang: Lang,
    ) -> Vec<(SiteSlug, Spot)> {
        let zone = snapshot.town_zone();
        let night = zone.day(at).tomorrow().map_or(at, |day| zone.instant(day.at(3, 0, 0, 0)));
        let counts = |service| match self.count {
            Count::All => snapshot.offer(service, at) != Offer::NotOffered,
            Count::Now => snapshot.state(service, at) == OpenState::Open,
            Count::Night => snapshot.state(service, night) == OpenState::Open,
        };
        snapshot
            .services_for(&NeedCode::disposal())
            .iter()
            .filter(|service| counts(**service))
            .filter_map(|service| {
                let site = snapshot.site(snapshot.site_of(*service));
                let spot = Spot {
                    name: LocalizedText::of(&site.name, lang).to_string(),
                    at: site.point?,
                    is_new: false,
                };
                Some((site.slug.clone(), spot))
            })
            .collect()
    }
}

fn cut(text: &str) -> String {
    text.chars().take(LONGEST_NAME).collect()
}

fn percent_encoded(value: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let mut text = String::new();
    for byte in value.bytes() {
        if plain(byte) {
            text.push(char::from(byte));
        } else {
            let _infallible = write!(text, "%{byte:02X}");
        }
    }
    text
}

/// A place as somebody typed it: a landmark, or "49.76955, -94.48821".
fn place(
    snapshot: &Snapshot,
    town: &Town,
    typed: &str,
    name: &str,
    field: &str,
) -> Result<LonLat, Misplaced> {
    let landmark = snapshot.directory().landmarks.iter();
    let known = landmark.clone().find(|row| row.id.as_str() == typed);
    let at = known.map(|row| row.point).or_else(|| {
        let plain = typed.replace(';', ",");
        let pair = plain.split_once(',').map(|(lat, lon)| {
            let (lat, lon) = (lat.trim(), lon.trim());
            format!("{lat},{lon}").parse().ok()
        });
        pair.flatten()
    });
    let Some(at) = at else {
        return Err(Misplaced {
            field: field.to_owned(),
            key: "what-if-fault-place",
            name: name.to_owned(),
        });
    };
    dry(town, at, name, field)
}

/// The same place when it stands on land; where the ground is drawn, nothing beyond it is land.
fn dry(town: &Town, at: LonLat, name: &str, field: &str) -> Result<LonLat, Misplaced> {
    let wrong = |key| Misplaced {
        field: field.to_owned(),
        key,
        name: name.to_owned(),
    };
    match town.reach.standing(at) {
        Standing::InWater => Err(wrong("what-if-fault-water")),
        Standing::Undrawn if !town.reach.is_elsewhere(at) => Err(wrong("what-if-fault-beyond")),
        Standing::Undrawn | Standing::On(_) => Ok(at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_from_an_address_is_what_was_written_into_it() {
        let changes = Changes {
            metres: 200,
            count: Count::Night,
            drop: vec!["a-box".parse().unwrap()],
            open: vec!["b-box".parse().unwrap()],
            moved: Some(("c-box".parse().unwrap(), "49.5, -94.9".into())),
            new: vec![NewBox {
                name: "À côté & <près>".into(),
                at: "bus-depot".into(),
            }],
        };
        let query = changes.query();
        let pairs = query.trim_start_matches('?').split('&').map(|pair| {
            let (name, value) = pair.split_once('=').unwrap();
            let mut bytes = Vec::new();
            let mut rest = value.bytes();
            while let Some(byte) = rest.next() {
                bytes.push(match byte {
                    b'%' => {
                        let digits = [rest.next().unwrap(), rest.next().unwrap()];
                        let digits = std::str::from_utf8(&digits).unwrap().to_owned();
                        u8::from_str_radix(&digits, 16).unwrap()
                    }
                    byte => byte,
                });
            }
            (name.to_owned(), String::from_utf8(bytes).unwrap())
        });
        assert_eq!(Changes::read(&Fields::sent(pairs)), changes);
        let nothing = Changes::read(&Fields::default());
        assert!(nothing.is_empty() && nothing.metres == 400);
    }
}
