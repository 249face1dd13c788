//! `/agency/organization`: its website, and who leads it.

use jiff::civil::Date;
use signpost_domain::{Line, Organization, WebAddress};
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
        fields.put("alternate_name", organization.alternate_name.clone());
        fields.put("former_name", organization.former_name.clone());
        if organization.indigenous_led {
            fields.put("indigenous-led", "yes");
        }
        fields
    }

    fn read_into(organization: &mut Organization, reader: &mut FormReader<'_>) {
        reader.website("website", &mut organization.website);
        reader.line("alternate_name", &mut organization.alternate_name);
        reader.line("former_name", &mut organization.former_name);
        organization.indigenous_led = reader.fields.holds("indigenous-led", "yes");
    }

    fn copy(from: &Organization, into: &mut Organization) {
        into.website.clone_from(&from.website);
        into.alternate_name.clone_from(&from.alternate_name);
        into.former_name.clone_from(&from.former_name);
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
        let names = |name: &str, label: String, hint: String| {
            let field = FieldView::of(fields, faults, name, Look::Line("text"))
                .label(label)
                .hint(hint)
                .most(Line::LONGEST);
            Block::Field(Box::new(field))
        };
        vec![
            names(
                "alternate_name",
                f.t("place-alternate-name"),
                f.t("place-alternate-name-hint"),
            ),
            names(
                "former_name",
                f.t("place-former-name"),
                f.t("place-former-name-hint"),
            ),
            Block::Choice(led.several()),
            Block::Field(Box::new(website)),
        ]
    }
}
