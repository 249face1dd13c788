//! A form of an organization as a page.

use signpost_domain::Organization;
use signpost_web::App;

use super::organization_form::OrganizationForm;
use crate::{
    access::PortalContext,
    agency::form::{
        faults::FormFaults,
        fields::Fields,
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
    let looks = F::effects(&f, &app.snapshot(), organization, today).is_some();
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
        buttons: vec![if looks { look(&f) } else { save(&f, "save") }],
        back: (f.link("/agency"), f.t("back")),
        faults: filled.faults,
        f,
    }
}

fn save(f: &PortalContext, key: &str) -> Button {
    Button {
        act: "save",
        label: f.t(key),
        main: true,
    }
}

fn look(f: &PortalContext) -> Button {
    Button {
        act: "look",
        label: f.t("hours-look"),
        main: true,
    }
}

/// What would become of it, and the form as it was filled, to come back to or to save.
pub(crate) fn effects_page<F: OrganizationForm>(
    f: PortalContext,
    organization: &Organization,
    effects: Vec<String>,
    fields: &Fields,
) -> FormPage {
    let carried = fields.pairs().iter();
    let carried = carried.filter(|(name, _)| name != "act" && name != "csrf");
    FormPage {
        title: f.t("preview-title"),
        about: text_for(&organization.name, f.lang),
        intro: effects,
        news: vec![],
        action: f.link(F::ADDRESS),
        drafts: String::new(),
        draft: None,
        blocks: vec![],
        carried: carried.cloned().collect(),
        buttons: vec![
            save(&f, "preview-save"),
            Button {
                act: "back",
                label: f.t("preview-back"),
                main: false,
            },
        ],
        back: (f.link("/agency"), f.t("back")),
        faults: FormFaults::default(),
        f,
    }
}
