//! What makes a form of an organization; how each is opened and saved is the same, in `handlers`.

use jiff::civil::Date;
use signpost_domain::Organization;
use signpost_locate::Snapshot;
use signpost_store::Cause;

use crate::{
    access::PortalContext,
    agency::form::{
        faults::FormFaults, fields::Fields, reader::FormReader, site_page::Heading, view::Block,
    },
};

/// A form of an organization.
pub(crate) trait OrganizationForm: 'static {
    /// Its address, in English.
    const ADDRESS: &'static str;
    /// What the history says was done.
    const REASON: Cause;

    /// Its fields as an organization has them.
    fn fields(organization: &Organization) -> Fields;

    /// Puts what was sent into an organization; what cannot be taken is noted.
    fn read_into(organization: &mut Organization, reader: &mut FormReader<'_>);

    /// Puts the parts this form is about from one state of an organization into another.
    fn copy(from: &Organization, into: &mut Organization);

    /// What it is called and what to know before.
    fn heading(f: &PortalContext, organization: &Organization) -> Heading;

    /// The form on a page, from top to bottom.
    fn blocks(f: &PortalContext, fields: &Fields, faults: &FormFaults, today: Date) -> Vec<Block>;

    /// What would become of it, told before it counts; most forms have nothing to tell and are saved at once.
    fn effects(
        _f: &PortalContext,
        _snapshot: &Snapshot,
        _wanted: &Organization,
        _today: Date,
    ) -> Option<Vec<String>> {
        None
    }
}
