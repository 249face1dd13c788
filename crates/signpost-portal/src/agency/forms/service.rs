//! One service: what one gets, what to bring, what is handed out or taken.

use actix_web::HttpRequest;
use signpost_domain::{Directory, ItemCode, Need, NeedCode, Service, Site, Text};
use signpost_editing::EditContext;
use signpost_store::Cause;
use signpost_web::ApiError;

use super::bring;
use crate::{
    access::{PortalContext, address},
    agency::form::{
        faults::FormFaults,
        field::{FieldView, Look},
        fields::Fields,
        reader::{FormReader, said_word},
        site_form::SiteForm,
        site_page::Heading,
        view::{Block, choice, said, text_fields, text_for},
    },
};

/// The form for the service in its address.
pub(crate) struct ServiceForm(NeedCode);

impl ServiceForm {
    /// The need it answers, as the directory has it.
    fn need<'d>(&self, directory: &'d Directory) -> Option<&'d Need> {
        directory.needs.iter().find(|need| need.code == self.0)
    }
}

impl SiteForm for ServiceForm {
    const ADDRESS: &'static str = "/agency/sites/{slug}/services/{need}";
    const REASON: Cause = Cause::ServiceDescribed;
    const DONE: &'static str = "service";

    fn of(request: &HttpRequest) -> Result<Self, ApiError> {
        address::need(request).map(Self)
    }

    fn name(&self) -> String {
        format!("services/{}", self.0)
    }

    fn heading(&self, f: &PortalContext, directory: &Directory) -> Heading {
        Heading {
            title: self
                .need(directory)
                .map(|need| text_for(&need.name, f.lang))
                .unwrap_or_default(),
            intro: vec![f.t("service-intro")],
        }
    }

    fn fields(&self, site: &Site, _directory: &Directory) -> Result<Fields, ApiError> {
        let own = site.service(&self.0).ok_or_else(ApiError::not_found)?;
        Ok(fields(own))
    }

    fn read_into(&self, site: &mut Site, reader: &mut FormReader<'_>, around: &EditContext<'_>) {
        let own = site.services.iter_mut().find(|one| one.need == self.0);
        if let Some(own) = own {
            read_into(own, reader, self.need(around.directory));
        }
    }

    fn blocks(
        &self,
        f: &PortalContext,
        fields: &Fields,
        faults: &FormFaults,
        site: &Site,
        directory: &Directory,
    ) -> Result<Vec<Block>, ApiError> {
        let own = site.service(&self.0).ok_or_else(ApiError::not_found)?;
        Ok(blocks(f, fields, faults, own, self.need(directory)))
    }
}

/// What the fields of a service begin with, as its faults do: `services.supplies.`.
fn below(service: &Service) -> String {
    format!("services.{}", service.need)
}

/// The form as a service has it.
fn fields(service: &Service) -> Fields {
    let name = below(service);
    let mut fields = Fields::default();
    fields.put_text(&format!("{name}.description"), &service.description);
    fields.put("items-asked", "yes");
    for item in &service.items {
        fields.put("item", item.as_str());
    }
    let (ticked, rest) = bring::taken_apart(&service.bring);
    fields.put("bring-asked", "yes");
    for key in ticked {
        fields.put("bring-box", key);
    }
    fields.put_text(&format!("{name}.bring"), &rest);
    for (part, age) in [
        ("minimum_age", service.minimum_age),
        ("maximum_age", service.maximum_age),
    ] {
        let age = age.map(|age| age.to_string()).unwrap_or_default();
        fields.put(format!("{name}.{part}"), age);
    }
    for (part, answer) in [
        ("id_required", service.id_required),
        ("for_women", service.for_women),
        ("pets", service.pets),
    ] {
        fields.put(format!("{name}.{part}"), said_word(answer));
    }
    let for_whom = &service.eligibility_description;
    fields.put_text(&format!("{name}.eligibility_description"), for_whom);
    fields.put_text(&format!("{name}.hours_note"), &service.hours_note);
    fields
}

/// Puts what was sent into a service.
fn read_into(service: &mut Service, reader: &mut FormReader<'_>, need: Option<&Need>) {
    let name = below(service);
    reader.text(&format!("{name}.description"), &mut service.description);
    reader.text(&format!("{name}.hours_note"), &mut service.hours_note);
    let for_whom = &mut service.eligibility_description;
    reader.text(&format!("{name}.eligibility_description"), for_whom);
    reader.age(&format!("{name}.minimum_age"), &mut service.minimum_age);
    reader.said(&format!("{name}.id_required"), &mut service.id_required);
    reader.said(&format!("{name}.for_women"), &mut service.for_women);
    reader.said(&format!("{name}.pets"), &mut service.pets);
    let oldest = format!("{name}.maximum_age");
    reader.age(&oldest, &mut service.maximum_age);
    if service.has_backward_ages() {
        reader.fault(&oldest, "fault-ages-backwards");
    }
    if reader.fields.has("bring-asked") {
        let (before, old) = bring::taken_apart(&service.bring);
        let mut rest = old.clone();
        reader.text(&format!("{name}.bring"), &mut rest);
        let ticked: Vec<&str> = reader
            .fields
            .all("bring-box")
            .filter_map(bring::known)
            .collect();
        let touched = rest != old || ticked != before;
        let together: Text = bring::put_together(&ticked, &rest);
        let mut fits = |(lang, words)| reader.fit(&format!("{name}.bring.{lang}"), words);
        if touched && together.iter().all(&mut fits) {
            service.bring = together;
            // Who ticks the box has said it.
            if ticked.contains(&bring::NO_ID) && service.id_required.is_none() {
                service.id_required = Some(false);
            }
        }
    }
    if reader.fields.has("items-asked") {
        let known = need.map_or(&[][..], |need| &need.items);
        let ticked: Vec<ItemCode> = known
            .iter()
            .map(|item| &item.code)
            .filter(|code| reader.fields.holds("item", code.as_str()))
            .cloned()
            .collect();
        // The boxes stand in an order of their own.
        let same = ticked.len() == service.items.len()
            && ticked.iter().all(|item| service.items.contains(item));
        if !same {
            service.items = ticked;
        }
    }
}

/// The form on a page.
fn blocks(
    f: &PortalContext,
    fields: &Fields,
    faults: &FormFaults,
    service: &Service,
    need: Option<&Need>,
) -> Vec<Block> {
    let name = below(service);
    let mut blocks = text_fields(
        f,
        fields,
        faults,
        &format!("{name}.description"),
        &f.t("service-description"),
        &f.t("service-description-hint"),
    );
    if let Some(need) = need.filter(|need| !need.items.is_empty()) {
        let items = need
            .items
            .iter()
            .map(|item| (item.code.to_string(), text_for(&item.name, f.lang)));
        let legend = f.t("service-items");
        blocks.push(Block::Choice(
            choice(fields, faults, "item", legend, items).several(),
        ));
    }
    let boxes = bring::BOXES.map(|key| (key.to_owned(), bring::label(key, f.lang)));
    blocks.push(Block::Choice(
        choice(fields, faults, "bring-box", f.t("service-not-asked"), boxes)
            .several()
            .hint(f.t("service-not-asked-hint")),
    ));
    blocks.extend(text_fields(
        f,
        fields,
        faults,
        &format!("{name}.bring"),
        &f.t("service-bring"),
        &f.t("service-bring-hint"),
    ));
    for (part, label) in [
        ("id_required", f.t("service-id-required")),
        ("for_women", f.t("service-for-women")),
        ("pets", f.t("service-pets")),
    ] {
        blocks.push(said(f, fields, faults, &format!("{name}.{part}"), &label));
    }
    blocks.push(Block::Row(
        ["minimum_age", "maximum_age"]
            .map(|part| {
                let field = format!("{name}.{part}");
                FieldView::of(fields, faults, &field, Look::Line("text"))
                    .label(f.t(&format!("service-{}", part.replace('_', "-"))))
                    .hint(f.t("service-ages-hint"))
                    .most(3)
            })
            .into(),
    ));
    blocks.extend(text_fields(
        f,
        fields,
        faults,
        &format!("{name}.eligibility_description"),
        &f.t("service-eligibility"),
        &f.t("service-eligibility-hint"),
    ));
    blocks.extend(text_fields(
        f,
        fields,
        faults,
        &format!("{name}.hours_note"),
        &f.t("service-hours-note"),
        &f.t("service-hours-note-hint"),
    ));
    blocks
}
