//! The directory as HSDS 3, the shapes in which 211 and its partners exchange services.
//!
//! A service here is one place's help for one need, so each has one service at location. What HSDS has no word for stands in attributes of the
//! taxonomy [`FACTS`]; what is lost is said in `docs/OPEN_DATA.md`.

mod datapackage;
mod ids;
mod lost;
mod place;
mod schedule;
mod service;
mod terms;

use jiff::civil::Date;
use serde_json::{Map, Value, json};
use signpost_domain::{Directory, Lang};

pub use self::{
    ids::hsds_id,
    service::hsds_service_key,
    terms::{FACTS, NEEDS},
};

/// The version of HSDS.
pub const HSDS_VERSION: &str = "3.0";

/// A published directory, told in HSDS as it stands on a day.
#[derive(Debug, Clone, Copy)]
pub struct Hsds<'a> {
    /// The directory, as published.
    pub directory: &'a Directory,
    /// The day: past its last reliable day an offer is unknown.
    pub day: Date,
    /// The language of words.
    pub lang: Lang,
    /// Scheme and host of our pages, for links to them; `None` leaves them out.
    pub origin: Option<&'a str>,
}

/// How much of a row is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// What stands in lists.
    Brief,
    /// All of it.
    Full,
}

impl Hsds<'_> {
    /// Everything in one document.
    #[must_use]
    pub fn document(&self) -> Value {
        let sites = || self.directory.sites.iter();
        let services =
            || sites().flat_map(|site| site.services.iter().map(move |service| (site, service)));
        let organizations = self.directory.organizations.iter();
        json!({
            "version": HSDS_VERSION,
            "edition": self.directory.edition.as_str(),
            "day": self.day.to_string(),
            "lang": self.lang.tag(),
            "licence": crate::DATA_LICENCE,
            "lost": self.lost(),
            "organizations": organizations
                .map(|one| self.organization(one, Depth::Full))
                .collect::<Vec<_>>(),
            "locations": sites().map(|site| self.location(site, Depth::Full)).collect::<Vec<_>>(),
            "services": services()
                .map(|(site, service)| self.service(site, service, Depth::Full))
                .collect::<Vec<_>>(),
            "service_at_locations": services()
                .map(|(site, service)| self.service_at_location(site, service, Depth::Full))
                .collect::<Vec<_>>(),
            "taxonomies": self.taxonomies(),
            "taxonomy_terms": self.terms(),
        })
    }
}

/// An object whose empty members are left out, as HSDS wants it.
#[derive(Debug, Default)]
struct Object(Map<String, Value>);

impl Object {
    fn of(id: &str) -> Self {
        Self::default().with("id", id)
    }

    fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let empty = match &value {
            Value::Null => true,
            Value::String(words) => words.is_empty(),
            Value::Array(all) => all.is_empty(),
            _ => false,
        };
        if !empty {
            self.0.insert(name.to_owned(), value);
        }
        self
    }

    fn value(self) -> Value {
        Value::Object(self.0)
    }
}
