//! What a place says of itself: what it is, its door, getting in, phone, page, languages.

use actix_web::HttpRequest;
use signpost_domain::{Directory, Phone, Site, WebAddress, entry};

use crate::{
    access::PortalContext,
    agency::form::{
        faults::FormFaults,
        field::{FieldView, Look},
        fields::Fields,
        reader::{FormReader, said_word},
        site_form::SiteForm,
        site_page::Heading,
        view::{Block, choice, said, text_fields},
    },
};
use signpost_answers::site_words;
use signpost_editing::{EditContext, rules};
use signpost_store::Cause;
use signpost_web::ApiError;

/// The languages that are asked about first: those of the town.
const LANGUAGES: [&str; 5] = ["en", "fr", "oj", "ojs", "cr"];

/// The form.
pub(crate) struct DetailsForm;

impl SiteForm for DetailsForm {
    const ADDRESS: &'static str = "/agency/sites/{slug}/details";
    const REASON: Cause = Cause::DetailsChanged;
    const DONE: &'static str = "details";

    fn of(_request: &HttpRequest) -> Result<Self, ApiError> {
        Ok(Self)
    }

    fn name(&self) -> String {
        "details".to_owned()
    }

    fn heading(&self, f: &PortalContext, _directory: &Directory) -> Heading {
        Heading {
            title: f.t("details-title"),
            intro: vec![f.t("details-intro")],
        }
    }

    fn fields(&self, site: &Site, _directory: &Directory) -> Result<Fields, ApiError> {
        let mut fields = Fields::default();
        fields.put_text("description", &site.description);
        fields.put_text("door", &site.door);
        fields.put_text("access", &site.access);
        fields.put("step_free", said_word(site.step_free));
        fields.put(
            "phone",
            site.phone.clone().map(String::from).unwrap_or_default(),
        );
        fields.put("website", site.website.clone().unwrap_or_default());
        fields.put("languages-asked", "yes");
        for tag in &site.languages {
            fields.put("language", tag);
        }
        Ok(fields)
    }

    fn read_into(&self, site: &mut Site, reader: &mut FormReader<'_>, _around: &EditContext<'_>) {
        let before = site.clone();
        reader.text("description", &mut site.description);
        reader.text("door", &mut site.door);
        reader.text("access", &mut site.access);
        if rules::hides_a_box(&before, site) {
            reader.fault("door.en", "dp-fault-door");
        }
        reader.said("step_free", &mut site.step_free);
        if reader.fields.has("phone") {
            reader.phone("phone", &mut site.phone);
        }
        if reader.fields.has("website") {
            reader.website("website", &mut site.website);
        }
        if reader.fields.has("languages-asked") {
            let tags: Vec<&str> = reader.fields.all("language").collect();
            let stored = &mut site.languages;
            // The boxes stand in an order of their own.
            let same =
                tags.len() == stored.len() && stored.iter().all(|tag| tags.contains(&&**tag));
            if !same && entry::language_tags(stored, tags).is_err() {
                reader.fault("language", "fault-languages");
            }
        }
    }

    fn blocks(
        &self,
        f: &PortalContext,
        fields: &Fields,
        faults: &FormFaults,
        _site: &Site,
        _directory: &Directory,
    ) -> Result<Vec<Block>, ApiError> {
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
            blocks.extend(text_fields(f, fields, faults, name, &label, &hint));
        }
        blocks.push(said(
            f,
            fields,
            faults,
            "step_free",
            &f.t("details-step-free"),
        ));
        let website = FieldView::of(fields, faults, "website", Look::Line("text"))
            .label(f.t("details-website"))
            .hint(f.t("details-website-hint"))
            .most(WebAddress::LONGEST);
        blocks.push(phone(f, fields, faults));
        blocks.push(Block::Field(Box::new(website)));
        let others = fields
            .all("language")
            .filter(|tag| !LANGUAGES.contains(tag));
        let tags = LANGUAGES.into_iter().chain(others);
        let options = tags.map(|tag| (tag.to_owned(), site_words::language(f, tag)));
        blocks.push(Block::Choice(
            choice(
                fields,
                faults,
                "language",
                f.t("details-languages"),
                options,
            )
            .several(),
        ));
        Ok(blocks)
    }
}

fn phone(f: &PortalContext, fields: &Fields, faults: &FormFaults) -> Block {
    let field = FieldView::of(fields, faults, "phone", Look::Line("tel"))
        .label(f.t("details-phone"))
        .hint(f.t("details-phone-hint"))
        .most(Phone::LONGEST);
    Block::Field(Box::new(field))
}

/// What a new place is asked of these: nobody finds a place without its door.
pub(crate) fn phone_and_door(
    f: &PortalContext,
    fields: &Fields,
    faults: &FormFaults,
) -> Vec<Block> {
    let mut blocks = vec![phone(f, fields, faults)];
    let (label, hint) = (f.t("details-door"), f.t("details-door-hint"));
    blocks.extend(text_fields(f, fields, faults, "door", &label, &hint));
    blocks
}

/// Puts them into a new place.
pub(crate) fn read_phone_and_door(site: &mut Site, reader: &mut FormReader<'_>) {
    reader.phone("phone", &mut site.phone);
    reader.text("door", &mut site.door);
}
