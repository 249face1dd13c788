//! Services at locations, which are our services: one for each need that a partner's service is known to answer.

use std::collections::{BTreeMap, BTreeSet};

use signpost_domain::{Lang, Need, Service, Site, folded};

use super::{Import, NewRow, hours, names::SITE, organizations::retell};
use crate::{
    NEEDS,
    row::{Cells, SourceRow},
    tables::services,
};

/// What our export says in attributes of a service, as our table calls it.
const FACTS: [&str; 9] = [
    "closed_on",
    "for_women",
    "pets",
    "id_required",
    "confirmed_by",
    "confirmed_on",
    "review_by",
    "example",
    "opening_hours",
];
const CONFIRMATION: [&str; 3] = ["confirmed_by", "confirmed_on", "review_by"];

impl Import<'_> {
    /// Every service that says something new, as rows of our table.
    pub(super) fn services(&mut self) -> Vec<SourceRow> {
        let mut rows = Vec::new();
        let mut said = BTreeSet::new();
        let linked: BTreeSet<&str> = self
            .tables
            .all("service_at_location")
            .iter()
            .map(|link| link.word("service_id"))
            .collect();
        for service in self.tables.all("service") {
            if !linked.contains(service.word("id")) {
                let name = service.word("name");
                self.notes
                    .push(format!("{name}: is at no location, and is left out"));
            }
        }
        for link in self.tables.all("service_at_location") {
            let Some(service) = self.tables.one("service", link.word("service_id")) else {
                continue;
            };
            let name = service.word("name");
            let Some(slug) = self.names.known(SITE, link.word("location_id")) else {
                continue;
            };
            let slug = slug.to_owned();
            let needs = self.needs(service);
            if needs.is_empty() {
                let note = format!("{name} at {slug}: answers no need we know, and is left out");
                self.notes.push(note);
            }
            for (need, items) in needs {
                if !said.insert((slug.clone(), need.clone())) {
                    let note = format!(
                        "{name} at {slug}: there is another service for {need} in the file, and this one is left out"
                    );
                    self.notes.push(note);
                    continue;
                }
                rows.extend(self.service(service, link, (&slug, &need), &items));
            }
        }
        rows
    }

    /// One service of ours; nothing when it says nothing new.
    fn service(
        &mut self,
        from: &SourceRow,
        link: &SourceRow,
        (slug, need): (&str, &str),
        items: &[String],
    ) -> Option<SourceRow> {
        let mut sites = self.base.sites.iter();
        let site = sites.find(|one| one.slug.as_str() == slug);
        let known = site.and_then(|site| {
            let mut all = site.services.iter();
            Some((site, all.find(|one| one.need.as_str() == need)?))
        });
        let mut new = NewRow::of(from, self.told_of(known));
        let offer = self.offer(from, slug);
        new.put("offer", "status", offer);
        let description = self.text("description");
        new.put(&description, "description", from.word("description"));
        let eligibility = self.text("eligibility_description");
        new.put(
            &eligibility,
            "eligibility_description",
            from.word("eligibility_description"),
        );
        new.put("minimum_age", "minimum_age", from.word("minimum_age"));
        new.put("maximum_age", "maximum_age", from.word("maximum_age"));
        new.put("items", "attributes", &items.join(" "));
        let bring = self.bring(from);
        new.put(&self.text("bring"), "required_documents", &bring);
        for code in FACTS {
            let ours = if code == "opening_hours" {
                "hours"
            } else {
                code
            };
            if let Some(word) = self.tables.fact("service", from, code) {
                new.put(ours, "attributes", word);
            }
        }
        if self.tables.fact("service", from, "confirmed_by").is_some() {
            new.put("confirmed_on", "assured_date", from.word("assured_date"));
        }
        self.hours(&mut new, link, slug);
        if known.is_some() && new.cells.is_empty() {
            return None;
        }
        // What a partner changes is not what the organization confirmed.
        if known.is_some_and(|(_, service)| service.confirmation.is_some())
            && self.tables.fact("service", from, "confirmed_by").is_none()
        {
            for field in CONFIRMATION {
                new.cells.insert(field.to_owned(), String::new());
            }
        }
        // Our table has no row without it, and a known one may have said the same.
        if known.is_none() && !new.cells.contains_key("offer") {
            new.cells.insert("offer".to_owned(), offer.to_owned());
        }
        self.source(&mut new, "service");
        Some(new.row(&[("site", slug), ("need", need)]))
    }

    /// What a known service is told as.
    fn told_of(&self, known: Option<(&Site, &Service)>) -> Cells {
        known.map_or_else(Cells::new, |(site, service)| {
            told(site, service, self.day(), self.lang())
        })
    }

    /// Whether it is offered. "Inactive" may be "not offered" or "nobody knows", so it is the second.
    fn offer(&mut self, from: &SourceRow, slug: &str) -> &'static str {
        if let Some(said) = self.tables.fact("service", from, "offer")
            && let Some(offer) = signpost_domain::Offer::of_code(said)
        {
            return offer.code();
        }
        match from.word("status") {
            "active" => "offered",
            "defunct" => "not_offered",
            status => {
                let name = from.word("name");
                let note = format!(
                    "{name} at {slug}: its status is {status:?}, so whether it is offered is unknown"
                );
                self.notes.push(note);
                "unknown"
            }
        }
    }

    fn bring(&self, from: &SourceRow) -> String {
        if let Some(words) = self.tables.fact("service", from, "bring") {
            return words.to_owned();
        }
        if self.tables.fact("service", from, "id_required").is_some() {
            return String::new();
        }
        let documents = self
            .tables
            .of("required_document", "service_id", from.word("id"));
        let words: Vec<&str> = documents.map(|one| one.word("document")).collect();
        words.join("; ")
    }

    fn hours(&mut self, new: &mut NewRow<'_>, link: &SourceRow, slug: &str) {
        let from = new.from;
        let own = self.tables.fact("service", from, "opening_hours").is_some();
        let schedules: Vec<&SourceRow> = [
            ("service_at_location_id", link.word("id")),
            ("service_id", from.word("id")),
            ("location_id", link.word("location_id")),
        ]
        .into_iter()
        .map(|(field, id)| self.tables.of("schedule", field, id).collect::<Vec<_>>())
        .find(|all| !all.is_empty())
        .unwrap_or_default();
        let words: BTreeSet<&str> = match self.tables.fact("service", from, "hours_note") {
            Some(note) => BTreeSet::from([note]),
            None => schedules
                .iter()
                .map(|one| one.word("description"))
                .collect(),
        };
        let words: Vec<&str> = words.into_iter().filter(|one| !one.is_empty()).collect();
        new.put(&self.text("hours_note"), "schedules", &words.join(" "));
        if own {
            return;
        }
        match hours::text(&schedules) {
            Ok(Some(text)) => new.put("hours", "schedules", &text),
            Ok(None) => {}
            Err(why) => {
                let name = from.word("name");
                self.notes.push(format!(
                    "{name} at {slug}: its hours are unknown here: {why}"
                ));
                if new.told.contains_key("hours") {
                    new.cells.insert("hours".to_owned(), String::new());
                }
            }
        }
    }

    /// The needs a service answers, each with its items: as our taxonomy says, else as a partner's terms are called here.
    fn needs(&self, service: &SourceRow) -> BTreeMap<String, Vec<String>> {
        let mut needs: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut called = vec![folded(service.word("name"))];
        for attribute in self.tables.of("attribute", "link_id", service.word("id")) {
            let (taxonomy, code, name) = self.tables.term(attribute);
            if taxonomy == NEEDS {
                let (need, item) = code.split_once('/').unwrap_or((code, ""));
                let items = needs.entry(need.to_owned()).or_default();
                if !item.is_empty() {
                    items.push(item.to_owned());
                }
            }
            called.extend([folded(code), folded(name)]);
        }
        needs.retain(|need, _| self.base.needs.iter().any(|one| one.code.as_str() == need));
        if needs.is_empty() {
            let found = self.base.needs.iter().filter(|need| answers(need, &called));
            needs.extend(found.map(|need| (need.code.to_string(), Vec::new())));
        }
        needs
    }
}

/// Whether one of these is what a need is called: its code, its name, or a word that people use for it.
fn answers(need: &Need, called: &[String]) -> bool {
    let names = [Lang::En, Lang::Fr].map(|lang| folded(need.name.words(lang)));
    let others = need.also_called.iter().map(|word| folded(word));
    let codes = [Some(need.code.to_string()), need.hsds_taxonomy.clone()];
    let codes = codes.into_iter().flatten().map(|code| folded(&code));
    let mut all = names.into_iter().chain(others).chain(codes);
    all.any(|own| !own.is_empty() && called.contains(&own))
}

/// What our export says of a service: an offer that lapsed is told as unknown, and so is one that nobody knows.
fn told(site: &Site, service: &Service, day: Option<jiff::civil::Date>, lang: Lang) -> Cells {
    let mut told = services::write(&site.slug, service);
    if let Some(day) = day {
        told.insert("offer".to_owned(), service.offer_on(day).code().to_owned());
    }
    for (field, text) in [
        ("description", &service.description),
        ("bring", &service.bring),
        ("hours_note", &service.hours_note),
        ("eligibility_description", &service.eligibility_description),
    ] {
        retell(&mut told, field, text, lang);
    }
    if site.example || service.example {
        told.insert("example".to_owned(), "yes".to_owned());
    }
    told
}
