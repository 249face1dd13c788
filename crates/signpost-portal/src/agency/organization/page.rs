//! The two forms as pages.

use signpost_domain::{HolidayChoice, Organization, WebAddress};

use super::{Page, holidays};
use crate::{
    access::PortalFrame,
    agency::form::{
        field::{FieldView, Look, Trouble},
        fields::Fields,
        view::{Block, Button, FormPage, choice, said},
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
    f: PortalFrame,
    page: Page,
    app: &App,
    organization: &Organization,
    version: u64,
    fields: &Fields,
    trouble: Trouble,
) -> FormPage {
    let today = app.snapshot().town_zone().day(app.now());
    let (title, intro, blocks) = match page {
        Page::Facts => (
            f.t("organization-title"),
            vec![f.t("organization-intro")],
            facts_blocks(&f, fields, &trouble),
        ),
        Page::Holidays => {
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
        about: said(&organization.name, f.lang),
        intro,
        news: vec![],
        action: f.link(page.address()),
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
        trouble,
        f,
    }
}

fn facts_blocks(f: &PortalFrame, fields: &Fields, trouble: &Trouble) -> Vec<Block> {
    let website = FieldView::of(fields, trouble, "website", Look::Line("text"))
        .label(f.t("details-website"))
        .hint(f.t("details-website-hint"))
        .most(WebAddress::LONGEST);
    let led = [("yes".to_owned(), f.t("organization-indigenous-led"))];
    let led = choice(
        fields,
        trouble,
        "indigenous-led",
        f.t("organization-led"),
        led,
    );
    vec![
        Block::Choice(led.several()),
        Block::Field(Box::new(website)),
    ]
}
