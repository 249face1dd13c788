//! Taxonomies: the needs with what they hand out, and the facts that HSDS has no word for.

use serde_json::Value;

use super::{Hsds, Object, hsds_id};

/// The taxonomy of what people look for.
pub const NEEDS: &str = "needs";
/// The taxonomy of what HSDS has no word for.
pub const FACTS: &str = "facts";

/// What is told in attributes: code, name, and what its value is.
pub(super) const TOLD: [(&str, &str, &str); 20] = [
    (
        "offer",
        "Offer",
        "offered, not_offered or unknown. What nobody has said, or what lapsed, is unknown: call first",
    ),
    ("confirmed_by", "Confirmed by", "Who confirmed it"),
    (
        "review_by",
        "Review by",
        "The last day the confirmation counts",
    ),
    (
        "source",
        "Source",
        "Where it comes from, as the directory names it",
    ),
    (
        "source_day",
        "Day of the source",
        "The day, month or year of the source; left out when it bears none",
    ),
    (
        "former_name",
        "Former name",
        "What it was called before; several are parted by semicolons",
    ),
    (
        "hours_note",
        "About the hours",
        "Words about the hours that no rule holds",
    ),
    ("kind", "Kind of place", "building, pharmacy, box or mobile"),
    (
        "zone",
        "Time zone",
        "The zone that its clocks show, by its IANA name",
    ),
    (
        "website",
        "Website of the place",
        "Its own page; url is ours",
    ),
    (
        "about",
        "About the place",
        "What it is; description says how to find the door",
    ),
    (
        "step_free",
        "Step-free",
        "yes when one gets in without a step; no when not",
    ),
    (
        "opening_hours",
        "Hours as text",
        "The usual hours as an opening_hours text of OpenStreetMap; days that differ and holidays come on top",
    ),
    (
        "closed_on",
        "Closed on holidays",
        "Codes of the holidays on which it is closed; none is closed on none",
    ),
    ("bring", "What to bring", "What to bring, in words"),
    (
        "for_women",
        "For women",
        "yes when there is a room, a time or a team for women; no when there is none",
    ),
    (
        "pets",
        "Pets",
        "yes when a pet may come in; no when none may",
    ),
    (
        "id_required",
        "ID asked for",
        "yes when a card with one's name is asked for; no when not",
    ),
    (
        "indigenous_led",
        "Indigenous-led",
        "yes when who runs it is Indigenous-led",
    ),
    (
        "example",
        "Example",
        "yes for a made-up row for tests and training",
    ),
];

impl Hsds<'_> {
    /// The taxonomies.
    #[must_use]
    pub fn taxonomies(&self) -> Vec<Value> {
        let one = |code: &str, name: &str, description: &str| {
            Object::of(&hsds_id("taxonomy", code))
                .with("name", name)
                .with("description", description)
                .value()
        };
        vec![
            one(
                NEEDS,
                "Needs",
                "What people look for, and what is handed out or taken",
            ),
            one(
                FACTS,
                "Facts",
                "What HSDS has no word for; the value of an attribute says it",
            ),
        ]
    }

    /// The terms of all taxonomies.
    #[must_use]
    pub fn terms(&self) -> Vec<Value> {
        let needs = self.directory.needs.iter().flat_map(|need| {
            let code = need.code.as_str();
            let own = self.term(
                NEEDS,
                code,
                need.name.words(self.lang),
                need.hint.words(self.lang),
                None,
            );
            let items = need.items.iter().map(move |item| {
                let name = item.name.words(self.lang);
                let path = format!("{code}/{}", item.code);
                self.term(NEEDS, &path, name, name, Some(code))
            });
            std::iter::once(own).chain(items)
        });
        let facts =
            TOLD.map(|(code, name, description)| self.term(FACTS, code, name, description, None));
        needs.chain(facts).collect()
    }

    fn term(
        &self,
        taxonomy: &str,
        code: &str,
        name: &str,
        description: &str,
        parent: Option<&str>,
    ) -> Value {
        let described = if description.is_empty() {
            name
        } else {
            description
        };
        let detail = self.taxonomies().into_iter();
        let own = hsds_id("taxonomy", taxonomy);
        let detail = detail
            .filter(|one| one["id"] == own.as_str())
            .collect::<Vec<_>>()
            .pop();
        Object::of(&term_id(taxonomy, code))
            .with("code", code)
            .with("name", name)
            .with("description", described)
            .with("parent_id", parent.map(|code| term_id(taxonomy, code)))
            .with("taxonomy", taxonomy)
            .with("taxonomy_detail", detail)
            .with("language", self.lang.tag())
            .value()
    }

    /// That a row is of a need, or of one of its items.
    pub(super) fn of_need(&self, entity: &str, link: &str, code: &str) -> Value {
        self.attribute(entity, link, NEEDS, code, "")
    }

    /// A fact of a row.
    pub(super) fn fact(&self, entity: &str, link: &str, code: &str, value: &str) -> Value {
        self.attribute(entity, link, FACTS, code, value)
    }

    fn attribute(
        &self,
        entity: &str,
        link: &str,
        taxonomy: &str,
        code: &str,
        value: &str,
    ) -> Value {
        let id = term_id(taxonomy, code);
        let term = self.brief_term(taxonomy, code);
        Object::of(&hsds_id("attribute", &format!("{link}/{taxonomy}/{code}")))
            .with("link_id", link)
            .with("link_type", taxonomy)
            .with("link_entity", entity)
            .with("taxonomy_term_id", id)
            .with("value", value)
            .with("taxonomy_term", term)
            .value()
    }

    fn brief_term(&self, taxonomy: &str, code: &str) -> Option<Value> {
        let (need, item) = code
            .split_once('/')
            .map_or((code, None), |(need, item)| (need, Some(item)));
        let (name, description) = if taxonomy == FACTS {
            let told = TOLD.iter().find(|(own, ..)| *own == code);
            told.map(|(_, name, description)| (*name, *description))?
        } else {
            let need = self
                .directory
                .needs
                .iter()
                .find(|one| one.code.as_str() == need)?;
            match item {
                None => (need.name.words(self.lang), need.hint.words(self.lang)),
                Some(item) => {
                    let item = need.items.iter().find(|one| one.code.as_str() == item)?;
                    let name = item.name.words(self.lang);
                    (name, name)
                }
            }
        };
        let described = if description.is_empty() {
            name
        } else {
            description
        };
        let term = Object::of(&term_id(taxonomy, code))
            .with("code", code)
            .with("name", name)
            .with("description", described)
            .with("taxonomy", taxonomy);
        Some(term.value())
    }
}

/// The id of a term: of a need by its code, of an item by `need/item`.
fn term_id(taxonomy: &str, code: &str) -> String {
    hsds_id("taxonomy_term", &format!("{taxonomy}/{code}"))
}
