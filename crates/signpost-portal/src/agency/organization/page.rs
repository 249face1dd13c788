//! A form of an organization as a page.

use signpost_domain::Organization;
use signpost_web::App;

use super::organization_form::OrganizationForm;
use crate::{
    access::PortalContext,
    agency::form::{
        site_page::Filled,
        view::{Button, FormPage, text_for},
    },
};

/// The form, filled.
pub(crate) fn organization_page<F: OrganizationForm>(
    f: PortalContext,
    app: &App,
    organization: &Organization,
    filled: Filled<'_>,
) -> FormPage {
    let today = app.snapshot().town_zone().day(app.now());
    let heading = F::heading(&f, organization);
    FormPage {
        title: heading.title,
        about: text_for(&organization.name, f.lang),
        intro: heading.intro,
        news: vec![],
        action: f.link(F::ADDRESS),
        drafts: String::new(),
        draft: None,
        blocks: F::blocks(&f, filled.fields, &filled.faults, today),
        carried: vec![
            ("version".to_owned(), filled.version.to_string()),
            ("organization".to_owned(), organization.id.to_string()),
        ],
        buttons: vec![Button {
            act: "save",
            label: f.t("save"),
            main: true,
        }],
        back: (f.link("/agency"), f.t("back")),
        faults: filled.faults,
        f,
    }
}
