//! Changes of disposal points that somebody thinks of: as fields of a form, and as they are kept.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use signpost_domain::SiteSlug;

/// How many new boxes one may think of at once.
pub const NEW: usize = 4;
/// The longest name of a new box.
pub const LONGEST_NAME: usize = 80;

/// Which places stand before the change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Count {
    /// Every place on the list, whatever its hours.
    #[default]
    All,
    /// What is open now.
    Now,
    /// What is open at 3 am.
    Night,
}

impl Count {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::All, Self::Now, Self::Night];

    /// Its name in forms and addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Now => "now",
            Self::Night => "night",
        }
    }
}

/// A box that is not there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NewBox {
    /// What somebody calls it; may be empty.
    pub name: String,
    /// As it was typed: a landmark's id, or latitude and longitude.
    pub at: String,
}

/// What would change.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Changes {
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

impl Changes {
    /// What a form or an address says.
    #[must_use]
    pub fn read(fields: &[(String, String)]) -> Self {
        let fields = Sent(fields);
        let slugs = |name: &str| {
            let found = fields.all(name).filter_map(|text| text.parse().ok());
            found.take(200).collect::<Vec<SiteSlug>>()
        };
        let metres = fields.text("metres").parse::<u16>().ok();
        let moved: Option<SiteSlug> = fields.text("move").parse().ok();
        Self {
            metres: metres
                .filter(|metres| (50..=5_000).contains(metres))
                .unwrap_or(400),
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
    #[must_use]
    pub fn fields(&self) -> Vec<(String, String)> {
        let mut fields = Vec::new();
        let mut put = |name: &str, value: &str| fields.push((name.to_owned(), value.to_owned()));
        put("metres", &self.metres.to_string());
        put("count", self.count.code());
        for slug in &self.drop {
            put("drop", slug.as_str());
        }
        for slug in &self.open {
            put("open", slug.as_str());
        }
        if let Some((slug, to)) = &self.moved {
            put("move", slug.as_str());
            put("to", to);
        }
        for (number, new) in (1..).zip(&self.new) {
            put(&format!("name{number}"), &new.name);
            put(&format!("at{number}"), &new.at);
        }
        fields
    }

    /// As the query of an address.
    #[must_use]
    pub fn query(&self) -> String {
        let mut query = String::new();
        for (name, value) in self.fields() {
            let mark = if query.is_empty() { '?' } else { '&' };
            let _infallible = write!(query, "{mark}{name}={}", percent_encoded(&value));
        }
        query
    }

    /// Whether anything would change.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.drop.is_empty() && self.open.is_empty() && self.moved.is_none() && self.new.is_empty()
    }
}

/// Fields as they were sent.
struct Sent<'f>(&'f [(String, String)]);

impl<'f> Sent<'f> {
    /// The first value of a field, without spaces around it; empty when it is not there.
    fn text(&self, name: &str) -> &'f str {
        let mut fields = self.0.iter();
        fields
            .find(|(own, _)| own == name)
            .map_or("", |(_, value)| value.trim())
    }

    fn all(&self, name: &str) -> impl Iterator<Item = &'f str> {
        let same = self.0.iter().filter(move |(own, _)| own == name);
        same.map(|(_, value)| value.as_str())
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
        assert_eq!(Changes::read(&pairs.collect::<Vec<_>>()), changes);
        let nothing = Changes::read(&[]);
        assert!(nothing.is_empty() && nothing.metres == 400);
    }
}
