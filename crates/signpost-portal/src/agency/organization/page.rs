//! The two forms as pages.

use signpost_domain::{HolidayChoice, Organization, WebAddress};

use super::{holidays, kind::OrganizationForm};
use crate::{
    access::PortalContext,
    agency::form::{
        faults::FormFaults,
        field::{FieldView, Look},
        fields::Fields,
        view::{Block, Button, FormPage, choice, text_for},
    },
};
use signpost_web::App;

/// The facts of an organization, as it has them.
pub(crate) fn facts(organization: &Organization) -> Fields {
    let mut fields = Fields::default();
    fields.put("website", organization.website.clone().unwrap_or_default());
    if organization.indigenous_led {
        fields.put("indigenous-led", "yes");
    }
    fields
}

/// A form of an organization, filled.
pub(crate) fn render(
    f: PortalContext,
    form: OrganizationForm,
    app: &App,
    organization: &Organization,
    version: u64,
    fields: &Fields,
    faults: FormFaults,
) -> FormPage {
    let today = app.snapshot().town_zone().day(app.now());
    let (title, intro, blocks) = match form {
        OrganizationForm::Facts => (
            f.t("organization-title"),
            vec![f.t("organization-intro")],
            facts_blocks(&f, fields, &faults),
        ),
        OrganizationForm::Holidays => {
            let mut intro = vec![f.t("holidays-intro")];
            if organization.holidays == HolidayChoice::Unstated {
                intro.push(f.t("holidays-unstated"));
            }
            (
                f.t("holidays-title"),
                intro,
                vec![Block::Choice(holidays::boxes(&f, fields, today))],
            )
        }
    };
    FormPage {
        title,
        about: text_for(&organization.name, f.lang),
        intro,
        news: vec![],
        action: f.link(form.address()),
        drafts: String::new(),
        draft: None,
        blocks,
        carried: vec![
            ("version".to_owned(), version.to_string()),
            ("organization".to_owned(), organization.id.to_string()),
        ],
        buttons: vec![Button {
            act: "save",
            label: f.t("save"),
            main: true,
        }],
        back: (f.link("/agency"), f.t("back")),
        faults,
        f,
    }
}

fn facts_blocks(f: &PortalContext, fields: &Fields, faults: &FormFaults) -> Vec<Block> {
    let website = FieldView::of(fields, faults, "website", Look::Line("text"))
        .label(f.t("details-website"))
        .hint(f.t("details-website-hint"))
        .most(WebAddress::LONGEST);
    let led = [("yes".to_owned(), f.t("organization-indigenous-led"))];
    let led = choice(
        fields,
        faults,
        "indigenous-led",
        f.t("organization-led"),
        led,
    );
    vec![
        Block::Choice(led.several()),
        Block::Field(Box::new(website)),
    ]
}
