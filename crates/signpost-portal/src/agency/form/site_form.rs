//! What makes a form of a site: where it is, what stands in it, how it is read, and how it looks.
//!
//! All of them are opened, drafted, sent, merged and saved the same way, in `handlers`; a form says only what is its own.

use actix_web::{HttpRequest, HttpResponse};
use signpost_domain::{Directory, Site};
use signpost_editing::EditContext;
use signpost_store::Cause;
use signpost_web::ApiError;

use super::{
    faults::FormFaults,
    fields::Fields,
    opened::Opened,
    reader::FormReader,
    site_page::{Filled, Heading, site_page},
    view::Block,
};
use crate::access::{Act, PortalContext};

/// What to do with a form that was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    /// Save it.
    Save,
    /// Show it again, with its fields as they are now.
    ShowAgain,
    /// Show what would be, before it counts.
    Preview,
}

/// A form of a site.
pub(crate) trait SiteForm: Sized + 'static {
    /// Its address, in English.
    const ADDRESS: &'static str;
    /// What the history says was done.
    const REASON: Cause;
    /// What the page of the site is told after it was saved; `done-{DONE}` is the key of what it says then.
    const DONE: &'static str;

    /// What using it is.
    const ACT: Act = Act::EditSite;

    /// The form of this address.
    fn of(request: &HttpRequest) -> Result<Self, ApiError>;

    /// Its name: the end of its address, and what its drafts are stored under.
    fn name(&self) -> String;

    /// What it is called and what to know before.
    fn heading(&self, f: &PortalContext, directory: &Directory) -> Heading;

    /// Its fields as a site has them.
    fn fields(&self, site: &Site, directory: &Directory) -> Result<Fields, ApiError>;

    /// Puts what was sent into a site; what cannot be taken is noted.
    fn read_into(&self, site: &mut Site, reader: &mut FormReader<'_>, around: &EditContext<'_>);

    /// The form on a page, from top to bottom. A form with a page of its own has none.
    fn blocks(
        &self,
        f: &PortalContext,
        fields: &Fields,
        faults: &FormFaults,
        site: &Site,
        directory: &Directory,
    ) -> Result<Vec<Block>, ApiError>;

    /// Which fields stand or fall together when two people change them: each for itself, unless the form says otherwise.
    fn group(field: &str) -> &str {
        field
    }

    /// What a group of fields is called on the page.
    fn label(&self, _f: &PortalContext, blocks: &[Block], group: &str) -> String {
        let label = blocks.iter().find_map(|block| block.label_of(group));
        label.unwrap_or(group).to_owned()
    }

    /// What a button does, as its fields say in `act`; it may change the fields.
    fn pressed(&self, _fields: &mut Fields) -> Next {
        Next::Save
    }

    /// The form as a page.
    fn page(&self, opened: Opened<'_>, filled: Filled<'_>) -> Result<HttpResponse, ApiError> {
        let snapshot = opened.app.snapshot_to_keep();
        let directory = snapshot.directory();
        let (f, site) = (&opened.f, &opened.site);
        let blocks = self.blocks(f, filled.fields, &filled.faults, site, directory)?;
        let heading = self.heading(f, directory);
        let home = self.home(&opened);
        let mut page = site_page(opened, &self.name(), heading, blocks, filled);
        page.back.0 = home;
        page.answer()
    }

    /// Where one goes from it, saved or not: the page of the site.
    fn home(&self, opened: &Opened<'_>) -> String {
        opened.address("")
    }

    /// What would be, before it counts; most forms have no such page and show themselves.
    fn preview(&self, opened: Opened<'_>, filled: Filled<'_>) -> Result<HttpResponse, ApiError> {
        self.page(opened, filled)
    }
}
