//! `/agency/organization`: its website, and who leads it.

use jiff::civil::Date;
use signpost_domain::{Organization, WebAddress};
use signpost_store::Cause;

use super::organization_form::OrganizationForm;
use crate::{
    access::PortalContext,
    agency::form::{
        faults::FormFaults,
        field::{FieldView, Look},
        fields::Fields,
        reader::FormReader,
        site_page::Heading,
        view::{Block, choice},
    },
};

/// The form.
pub(crate) struct Facts;

impl OrganizationForm for Facts {
    const ADDRESS: &'static str = "/agency/organization";
    const REASON: Cause = Cause::OrganizationChanged;

    fn fields(organization: &Organization) -> Fields {
        let mut fields = Fields::default();
        fields.put("website", organization.website.clone().unwrap_or_default());
        if organization.indigenous_led {
            fields.put("indigenous-led", "yes");
        }
        fields
    }

    fn read_into(organization: &mut Organization, reader: &mut FormReader<'_>) {
        reader.website("website", &mut organization.website);
        organization.indigenous_led = reader.fields.holds("indigenous-led", "yes");
    }

    fn copy(from: &Organization, into: &mut Organization) {
        into.website.clone_from(&from.website);
        into.indigenous_led = from.indigenous_led;
    }

    fn heading(f: &PortalContext, _organization: &Organization) -> Heading {
        Heading {
            title: f.t("organization-title"),
            intro: vec![f.t("organization-intro")],
        }
    }

    fn blocks(f: &PortalContext, fields: &Fields, faults: &FormFaults, _today: Date) -> Vec<Block> {
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
}
