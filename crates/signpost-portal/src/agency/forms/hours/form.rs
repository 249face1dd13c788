//! The hours of a service, and of those that keep the same.

use actix_web::{HttpRequest, HttpResponse};
use signpost_domain::{Directory, NeedCode, Site};
use signpost_editing::EditContext;
use signpost_store::Cause;
use signpost_web::ApiError;

use super::{
    days::{DAYS, WEEKDAYS},
    fields, labels,
    page::{hours_page, monthly_rows},
    preview::preview,
    read::read_into,
    rows::{add_row, copy_day, copy_to, rows},
};
use crate::{
    access::{PortalContext, address},
    agency::form::{
        faults::FormFaults,
        fields::Fields,
        opened::Opened,
        reader::FormReader,
        site_form::{Next, SiteForm},
        site_page::{Filled, Heading},
        view::Block,
    },
};

/// The form for the hours of the service in its address.
pub(crate) struct HoursForm(NeedCode);

impl SiteForm for HoursForm {
    const ADDRESS: &'static str = "/agency/sites/{slug}/hours/{need}";
    const REASON: Cause = Cause::HoursChanged;
    const DONE: &'static str = "hours";

    fn of(request: &HttpRequest) -> Result<Self, ApiError> {
        address::need(request).map(Self)
    }

    fn name(&self) -> String {
        format!("hours/{}", self.0)
    }

    fn heading(&self, f: &PortalContext, _directory: &Directory) -> Heading {
        Heading {
            title: f.t("hours-title"),
            intro: vec![f.t("hours-intro")],
        }
    }

    fn fields(&self, site: &Site, _directory: &Directory) -> Result<Fields, ApiError> {
        fields::fields(site, &self.0).ok_or_else(ApiError::not_found)
    }

    fn read_into(&self, site: &mut Site, reader: &mut FormReader<'_>, _around: &EditContext<'_>) {
        read_into(&self.0, site, reader);
    }

    fn blocks(
        &self,
        _f: &PortalContext,
        _fields: &Fields,
        _faults: &FormFaults,
        _site: &Site,
        _directory: &Directory,
    ) -> Result<Vec<Block>, ApiError> {
        Ok(vec![])
    }

    /// All of a day stands or falls together, and so do all days of the month.
    fn group(field: &str) -> &str {
        field.split('.').next().unwrap_or(field)
    }

    fn label(&self, f: &PortalContext, _blocks: &[Block], group: &str) -> String {
        labels::label(f, group)
    }

    /// Another row of times, the times of the day before, those of a day for others, back from the preview, saved from it; anything else is the preview.
    fn pressed(&self, fields: &mut Fields) -> Next {
        let act = fields.text("act").to_owned();
        match act.split_once(' ').unwrap_or((&act, "")) {
            ("more", "monthly") => {
                fields.set("more-monthly", "yes");
                let added = monthly_rows(fields);
                fields.show_at(format!("monthly.{added}.nth"));
                Next::ShowAgain
            }
            ("read", _) => {
                fields::fill_from_text(fields);
                fields.show_at("kind");
                Next::ShowAgain
            }
            ("more", day) => {
                add_row(fields, day);
                let added = rows(fields, day);
                fields.show_at(format!("{day}.from.{added}"));
                Next::ShowAgain
            }
            ("same", day) => {
                copy_day(fields, day);
                fields.show_at(format!("{day}.state"));
                Next::ShowAgain
            }
            (which @ ("weekdays" | "every"), day) => {
                copy_to(fields, day, if which == "every" { &DAYS } else { WEEKDAYS });
                fields.show_at(format!("{day}.state"));
                Next::ShowAgain
            }
            ("back", _) => {
                fields.show_at("kind");
                Next::ShowAgain
            }
            ("save", _) => Next::Save,
            _ => Next::Preview,
        }
    }

    fn page(&self, opened: Opened<'_>, filled: Filled<'_>) -> Result<HttpResponse, ApiError> {
        hours_page(opened, &self.name(), filled)
    }

    fn preview(&self, opened: Opened<'_>, filled: Filled<'_>) -> Result<HttpResponse, ApiError> {
        preview(opened, &self.0, filled)
    }
}
