//! One service: what one gets, what to bring, what is handed out or taken.

use signpost_domain::{ItemCode, Lang, Need, Service, Text};

use super::bring;
use crate::{
    access::PortalFrame,
    agency::form::{
        field::Trouble,
        fields::Fields,
        reader::Reading,
        view::{Block, choice, said, text_fields},
    },
};

/// What the fields of a service begin with, as its faults do: `services.supplies.`.
fn below(service: &Service) -> String {
    format!("services.{}", service.need)
}

/// The form as a service has it.
pub(crate) fn fields(service: &Service) -> Fields {
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
    fields.put_text(&format!("{name}.hours_note"), &service.hours_note);
    fields
}

/// Reads the form into a service.
pub(crate) fn read(reading: &mut Reading<'_>, service: &mut Service, need: Option<&Need>) {
    let name = below(service);
    reading.text(&format!("{name}.description"), &mut service.description);
    reading.text(&format!("{name}.hours_note"), &mut service.hours_note);
    if reading.fields.has("bring-asked") {
        let (before, old) = bring::taken_apart(&service.bring);
        let mut rest = old.clone();
        reading.text(&format!("{name}.bring"), &mut rest);
        let ticked: Vec<&str> = reading
            .fields
            .all("bring-box")
            .filter_map(bring::known)
            .collect();
        let touched = rest != old || ticked != before;
        let together: Text = bring::put_together(&ticked, &rest);
        let mut fits = |(lang, words)| reading.fit(&format!("{name}.bring.{lang}"), words);
        if touched && together.iter().all(&mut fits) {
            service.bring = together;
        }
    }
    if reading.fields.has("items-asked") {
        let known = need.map_or(&[][..], |need| &need.items);
        let ticked: Vec<ItemCode> = known
            .iter()
            .map(|item| &item.code)
            .filter(|code| reading.fields.holds("item", code.as_str()))
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
pub(crate) fn blocks(
    f: &PortalFrame,
    fields: &Fields,
    trouble: &Trouble,
    service: &Service,
    need: Option<&Need>,
) -> Vec<Block> {
    let name = below(service);
    let mut blocks = text_fields(
        f,
        fields,
        trouble,
        &format!("{name}.description"),
        &f.t("service-description"),
        &f.t("service-description-hint"),
    );
    if let Some(need) = need.filter(|need| !need.items.is_empty()) {
        let items = need
            .items
            .iter()
            .map(|item| (item.code.to_string(), said(&item.name, f.lang)));
        let legend = f.t("service-items");
        blocks.push(Block::Choice(
            choice(fields, trouble, "item", legend, items).several(),
        ));
    }
    let boxes = bring::BOXES.map(|key| (key.to_owned(), bring::label(key, page_lang(f))));
    blocks.push(Block::Choice(
        choice(
            fields,
            trouble,
            "bring-box",
            f.t("service-not-asked"),
            boxes,
        )
        .several()
        .hint(f.t("service-not-asked-hint")),
    ));
    blocks.extend(text_fields(
        f,
        fields,
        trouble,
        &format!("{name}.bring"),
        &f.t("service-bring"),
        &f.t("service-bring-hint"),
    ));
    blocks.extend(text_fields(
        f,
        fields,
        trouble,
        &format!("{name}.hours_note"),
        &f.t("service-hours-note"),
        &f.t("service-hours-note-hint"),
    ));
    blocks
}

fn page_lang(f: &PortalFrame) -> Lang {
    f.lang
}
