//! What a place says of itself: what it is, its door, getting in, phone, page, languages.

use signpost_domain::{Phone, Site, WebAddress, entry};

use crate::{
    access::PortalFrame,
    agency::form::{
        field::{FieldView, Look, Trouble},
        fields::Fields,
        reader::Reading,
        view::{Block, choice, text_fields},
    },
};
use signpost_answers::site_words;

/// The languages that are asked about first: those of the town.
const LANGUAGES: [&str; 5] = ["en", "fr", "oj", "ojs", "cr"];

/// The form as a site has it.
pub(crate) fn fields(site: &Site) -> Fields {
    let mut fields = Fields::default();
    fields.put_text("description", &site.description);
    fields.put_text("door", &site.door);
    fields.put_text("access", &site.access);
    fields.put(
        "phone",
        site.phone.clone().map(String::from).unwrap_or_default(),
    );
    fields.put("website", site.website.clone().unwrap_or_default());
    fields.put("languages-asked", "yes");
    for tag in &site.languages {
        fields.put("language", tag);
    }
    fields
}

/// Reads the form into a site.
pub(crate) fn read(reading: &mut Reading<'_>, site: &mut Site) {
    reading.text("description", &mut site.description);
    reading.text("door", &mut site.door);
    reading.text("access", &mut site.access);
    if reading.fields.has("phone") {
        reading.phone("phone", &mut site.phone);
    }
    if reading.fields.has("website") {
        reading.website("website", &mut site.website);
    }
    if reading.fields.has("languages-asked") {
        let tags: Vec<&str> = reading.fields.all("language").collect();
        let stored = &mut site.languages;
        // The boxes stand in an order of their own.
        let same = tags.len() == stored.len() && stored.iter().all(|tag| tags.contains(&&**tag));
        if !same && entry::language_tags(stored, tags).is_err() {
            reading.fault("language", "fault-languages");
        }
    }
}

/// The form on a page.
pub(crate) fn blocks(f: &PortalFrame, fields: &Fields, trouble: &Trouble) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (name, label, hint) in [
        (
            "description",
            f.t("details-description"),
            f.t("details-description-hint"),
        ),
        ("door", f.t("details-door"), f.t("details-door-hint")),
        ("access", f.t("details-access"), f.t("details-access-hint")),
    ] {
        blocks.extend(text_fields(f, fields, trouble, name, &label, &hint));
    }
    let phone = FieldView::of(fields, trouble, "phone", Look::Line("tel"))
        .label(f.t("details-phone"))
        .hint(f.t("details-phone-hint"))
        .most(Phone::LONGEST);
    let website = FieldView::of(fields, trouble, "website", Look::Line("text"))
        .label(f.t("details-website"))
        .hint(f.t("details-website-hint"))
        .most(WebAddress::LONGEST);
    blocks.push(Block::Field(Box::new(phone)));
    blocks.push(Block::Field(Box::new(website)));
    let others = fields
        .all("language")
        .filter(|tag| !LANGUAGES.contains(tag));
    let tags = LANGUAGES.into_iter().chain(others);
    let options = tags.map(|tag| (tag.to_owned(), site_words::language(f, tag)));
    blocks.push(Block::Choice(
        choice(
            fields,
            trouble,
            "language",
            f.t("details-languages"),
            options,
        )
        .several(),
    ));
    blocks
}
