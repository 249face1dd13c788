//! Locations, which are our sites.

use signpost_domain::{Lang, Site};

use super::{
    Import, NewRow,
    names::{ORGANIZATION, SITE},
    organizations::{OURS, retell},
};
use crate::{
    row::{Cells, SourceRow},
    tables::sites,
};

/// What our export says in attributes of a place.
const FACTS: [&str; 6] = [
    "kind",
    "former_name",
    "zone",
    "website",
    "step_free",
    "example",
];

impl Import<'_> {
    /// Every place that says something new, as rows of our table.
    pub(super) fn sites(&mut self) -> Vec<SourceRow> {
        let mut rows = Vec::new();
        for from in self.tables.all("location") {
            let name = match from.word("name") {
                "" => self.organization_name(from).to_owned(),
                name => name.to_owned(),
            };
            if from.word("location_type") == "virtual" {
                self.notes
                    .push(format!("{name}: is no place to go to, and is left out"));
                continue;
            }
            let is_ours = from.word("external_identifier_type") == OURS;
            let own = Some(from.word("external_identifier")).filter(|_| is_ours);
            let slug = self.names.name(SITE, from.word("id"), own, &name);
            let known = self.base.sites.iter().find(|one| one.slug.as_str() == slug);
            let mut new = NewRow::of(from, told(known, self.lang()));
            let organization = self.organization_of(from);
            let runs = self
                .names
                .known(ORGANIZATION, organization)
                .unwrap_or_default();
            new.put("organization", "organization_id", runs);
            new.put(&self.text("name"), "name", &name);
            new.put(
                "alternate_name",
                "alternate_name",
                from.word("alternate_name"),
            );
            let described = if is_ours { "door" } else { "description" };
            new.put(
                &self.text(described),
                "description",
                from.word("description"),
            );
            if let Some(about) = self.tables.fact("location", from, "about") {
                new.put(&self.text("description"), "attributes", about);
            }
            new.put("lat", "latitude", &degrees(from.word("latitude")));
            new.put("lon", "longitude", &degrees(from.word("longitude")));
            // A point is two numbers, and one of them may be as it was.
            if new.cells.contains_key("lat") != new.cells.contains_key("lon") {
                new.cells
                    .insert("lat".to_owned(), from.word("latitude").to_owned());
                new.cells
                    .insert("lon".to_owned(), from.word("longitude").to_owned());
            }
            self.reached(&mut new, is_ours);
            for code in FACTS {
                if let Some(word) = self.tables.fact("location", from, code) {
                    new.put(code, "attributes", word);
                }
            }
            if known.is_some() && new.cells.is_empty() {
                continue;
            }
            self.source(&mut new, "location");
            rows.push(new.row(&[("slug", &slug)]));
        }
        rows
    }

    /// Address, phone, languages, steps.
    fn reached(&self, new: &mut NewRow<'_>, is_ours: bool) {
        let from = new.from;
        let id = from.word("id");
        let mut addresses = self.tables.of("address", "location_id", id);
        if let Some(address) = addresses.find(|one| one.word("address_type") != "postal") {
            new.put("address", "addresses", address.word("address_1"));
            new.put("locality", "addresses", address.word("city"));
        }
        if let Some(phone) = self.phone(from) {
            let number = phone.word("number");
            let written = match phone.word("extension") {
                "" => number.to_owned(),
                extension => format!("{number} ext {extension}"),
            };
            new.put("phone", "phones", &written);
        }
        let languages = self.tables.of("language", "location_id", id);
        let codes: Vec<&str> = languages.map(|one| one.word("code")).collect();
        new.put("languages", "languages", codes.join(" ").trim());
        for one in self.tables.of("accessibility", "location_id", id) {
            let step_free = [one.word("description"), one.word("details")];
            match step_free
                .iter()
                .find(|word| ["step-free", "steps"].contains(word))
            {
                Some(&"step-free") => new.put("step_free", "accessibility", "yes"),
                Some(_) => new.put("step_free", "accessibility", "no"),
                None => {}
            }
            let words = one.word("description");
            if !["step-free", "steps"].contains(&words) {
                new.put(&self.text("access"), "accessibility", words);
            }
        }
        let address = from.word("url");
        if !is_ours {
            new.put("website", "url", address);
        }
    }

    /// The place's own number; else that of what it offers, or of who runs it.
    fn phone<'t>(&'t self, from: &'t SourceRow) -> Option<&'t SourceRow> {
        let id = from.word("id");
        let links = self.tables.of("service_at_location", "location_id", id);
        let links: Vec<&SourceRow> = links.collect();
        let mut tried = vec![("location_id", id)];
        tried.extend(
            links
                .iter()
                .map(|one| ("service_at_location_id", one.word("id"))),
        );
        tried.extend(
            links
                .iter()
                .map(|one| ("service_id", one.word("service_id"))),
        );
        tried.push(("organization_id", self.organization_of(from)));
        let found = tried.into_iter().find_map(|(link, id)| {
            let mut all = self.tables.of("phone", link, id);
            all.find(|one| ["", "voice", "cell"].contains(&one.word("type")))
        });
        found.filter(|one| !one.word("number").is_empty())
    }

    /// Who runs a place: as it says itself, else who offers something there.
    fn organization_of<'t>(&'t self, from: &'t SourceRow) -> &'t str {
        if !from.word("organization_id").is_empty() {
            return from.word("organization_id");
        }
        let mut links = self
            .tables
            .of("service_at_location", "location_id", from.word("id"));
        links
            .find_map(|link| self.tables.one("service", link.word("service_id")))
            .map_or("", |service| service.word("organization_id"))
    }

    fn organization_name<'t>(&'t self, from: &'t SourceRow) -> &'t str {
        let row = self.tables.one("organization", self.organization_of(from));
        row.map_or("", |row| row.word("name"))
    }
}

/// A number as our tables write it: `49.770` and `49.77` are one place.
fn degrees(word: &str) -> String {
    word.parse::<f64>()
        .map_or_else(|_| word.to_owned(), |number| number.to_string())
}

fn told(known: Option<&Site>, lang: Lang) -> Cells {
    let Some(known) = known else {
        return Cells::new();
    };
    let mut told = sites::write(known);
    retell(&mut told, "name", &known.name, lang);
    retell(&mut told, "door", &known.door, lang);
    retell(&mut told, "access", &known.access, lang);
    retell(&mut told, "description", &known.description, lang);
    if let Some(step_free) = known.is_step_free() {
        told.insert(
            "step_free".to_owned(),
            if step_free { "yes" } else { "no" }.to_owned(),
        );
    }
    if let Some(phone) = &known.phone {
        let tel = phone.tel();
        let tel = tel.trim_start_matches("tel:").replace(";ext=", " ext ");
        told.insert("phone".to_owned(), tel);
    }
    told
}
