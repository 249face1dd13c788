//! `/agency/holidays`: the holidays an organization keeps, as boxes to tick.

use jiff::civil::Date;
use signpost_domain::{HolidayChoice, Organization};
use signpost_locate::{ServiceIx, Snapshot};
use signpost_store::Cause;

use super::organization_form::OrganizationForm;
use crate::{
    access::PortalContext,
    agency::{
        form::{
            faults::FormFaults, fields::Fields, reader::FormReader, site_page::Heading, view::Block,
        },
        holidays::{self, Tried},
    },
};

/// The form.
pub(crate) struct Holidays;

impl OrganizationForm for Holidays {
    const ADDRESS: &'static str = "/agency/holidays";
    const REASON: Cause = Cause::HolidaysChanged;

    fn fields(organization: &Organization) -> Fields {
        let mut fields = Fields::default();
        let codes = match &organization.holidays {
            HolidayChoice::ClosedOn(codes) => Some(codes.as_slice()),
            HolidayChoice::Unstated => None,
        };
        holidays::ticked(&mut fields, codes);
        fields
    }

    fn read_into(organization: &mut Organization, reader: &mut FormReader<'_>) {
        organization.holidays = HolidayChoice::ClosedOn(holidays::read(reader.fields));
    }

    fn copy(from: &Organization, into: &mut Organization) {
        into.holidays = from.holidays.clone();
    }

    fn heading(f: &PortalContext, organization: &Organization) -> Heading {
        let mut intro = vec![f.t("holidays-intro"), f.t("holidays-own-list")];
        if organization.holidays == HolidayChoice::Unstated {
            intro.push(f.t("holidays-unstated"));
        }
        Heading {
            title: f.t("holidays-title"),
            intro,
        }
    }

    fn blocks(f: &PortalContext, fields: &Fields, faults: &FormFaults, today: Date) -> Vec<Block> {
        vec![Block::Choice(holidays::boxes(f, fields, faults, today))]
    }

    fn effects(
        f: &PortalContext,
        snapshot: &Snapshot,
        wanted: &Organization,
        today: Date,
    ) -> Option<Vec<String>> {
        let codes = match &wanted.holidays {
            HolidayChoice::ClosedOn(codes) => codes.as_slice(),
            HolidayChoice::Unstated => &[],
        };
        let own = snapshot
            .sites()
            .filter(|&site| snapshot.organization(site).id == wanted.id);
        let services: Vec<ServiceIx> = own
            .flat_map(|site| signpost_answers::in_order(snapshot, site))
            .collect();
        let tried = Tried {
            choice: &wanted.holidays,
            own: None,
        };
        let said = holidays::effects(f, snapshot, &services, &tried, (codes, today));
        Some(said)
    }
}
