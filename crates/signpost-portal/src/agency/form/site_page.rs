//! A form of a site as a page.

use super::{
    draft,
    faults::FormFaults,
    fields::Fields,
    opened::{Opened, carried},
    view::{Block, Button, DraftOffer, FormPage},
};

/// What a form is called, and what to know before.
pub(crate) struct Heading {
    pub title: String,
    pub intro: Vec<String>,
}

/// A form with what stands in it.
pub(crate) struct Filled<'f> {
    pub fields: &'f Fields,
    /// What is wrong with it; nothing on a form that was just opened.
    pub faults: FormFaults,
    /// The version of the site it shows.
    pub version: u64,
    /// A draft somebody left.
    pub draft: Option<DraftOffer>,
}

impl<'f> Filled<'f> {
    /// Nothing is wrong with it.
    pub(crate) fn fine(fields: &'f Fields, version: u64) -> Self {
        Self {
            fields,
            faults: FormFaults::default(),
            version,
            draft: None,
        }
    }
}

/// The page of the form of this name.
pub(crate) fn site_page(
    opened: Opened<'_>,
    name: &str,
    heading: Heading,
    blocks: Vec<Block>,
    filled: Filled<'_>,
) -> FormPage {
    let mut carried = carried(filled.version);
    carried.extend(filled.fields.asked());
    FormPage {
        title: heading.title,
        about: opened.name(),
        intro: heading.intro,
        news: vec![],
        action: opened.address(name),
        drafts: draft::address(&opened, name),
        draft: filled.draft,
        blocks,
        carried,
        buttons: vec![Button {
            act: "save",
            label: opened.f.t("save"),
            main: true,
        }],
        back: (opened.address(""), opened.f.t("back")),
        faults: filled.faults,
        f: opened.f,
    }
}
