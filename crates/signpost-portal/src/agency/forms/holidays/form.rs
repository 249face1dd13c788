//! Holidays of a service's own: as its organization, or a list, and what that list would close before it counts.

use actix_web::{HttpRequest, HttpResponse};
use signpost_domain::{Directory, HolidayCode, NeedCode, Offer, Service, Site};
use signpost_editing::EditContext;
use signpost_locate::ServiceIx;
use signpost_store::Cause;
use signpost_web::ApiError;

use crate::{
    access::{PortalContext, address},
    agency::{
        form::{
            faults::FormFaults,
            fields::Fields,
            opened::{Opened, today},
            reader::FormReader,
            site_form::{Next, SiteForm},
            site_page::{Filled, Heading, site_page},
            view::{Block, Button, choice, text_for},
        },
        holidays::{self, Tried},
    },
};

/// The form for the holidays of the service in its address, and of those that keep the same.
pub(crate) struct HolidaysForm(NeedCode);

impl SiteForm for HolidaysForm {
    const ADDRESS: &'static str = "/agency/sites/{slug}/holidays/{need}";
    const REASON: Cause = Cause::HolidaysChanged;
    const DONE: &'static str = "holidays";

    fn of(request: &HttpRequest) -> Result<Self, ApiError> {
        address::need(request).map(Self)
    }

    fn name(&self) -> String {
        format!("holidays/{}", self.0)
    }

    fn heading(&self, f: &PortalContext, _directory: &Directory) -> Heading {
        Heading {
            title: f.t("holidays-title"),
            intro: vec![f.t("holidays-service-intro")],
        }
    }

    fn fields(&self, site: &Site, _directory: &Directory) -> Result<Fields, ApiError> {
        let own = site.service(&self.0).ok_or_else(ApiError::not_found)?;
        let mut fields = Fields::default();
        fields.put("need-asked", "yes");
        for service in site.services.iter().filter(|one| alike(own, one)) {
            fields.put("need", service.need.as_str());
        }
        let kind = if own.closed_on.is_some() {
            "own"
        } else {
            "organization"
        };
        fields.put("kind", kind);
        holidays::ticked(&mut fields, own.closed_on.as_deref());
        Ok(fields)
    }

    fn read_into(&self, site: &mut Site, reader: &mut FormReader<'_>, _context: &EditContext<'_>) {
        let list = list(reader);
        let mut any = false;
        for service in &mut site.services {
            if reader.fields.holds("need", service.need.as_str()) {
                service.closed_on.clone_from(&list);
                any = true;
            }
        }
        if !any {
            reader.fault("need", "fault-hours-need");
        }
    }

    fn blocks(
        &self,
        f: &PortalContext,
        fields: &Fields,
        faults: &FormFaults,
        site: &Site,
        directory: &Directory,
    ) -> Result<Vec<Block>, ApiError> {
        let kinds = [
            ("organization", f.t("holidays-as-organization")),
            ("own", f.t("holidays-own")),
        ];
        let kinds = kinds.map(|(word, label)| (word.to_owned(), label));
        let needs = site
            .services
            .iter()
            .filter(|service| service.offer != Offer::NotOffered)
            .map(|service| {
                let need = directory
                    .needs
                    .iter()
                    .find(|need| need.code == service.need);
                let name = need.map(|need| text_for(&need.name, f.lang));
                (service.need.to_string(), name.unwrap_or_default())
            });
        let needs = choice(fields, faults, "need", f.t("holidays-for"), needs).several();
        Ok(vec![
            Block::Choice(needs),
            Block::Choice(choice(fields, faults, "kind", f.t("holidays-kind"), kinds)),
            Block::Choice(holidays::boxes(f, fields, faults, f.day)),
        ])
    }

    fn group(field: &str) -> &str {
        match field {
            // The list and whether it counts stand or fall together.
            "kind" => "closed",
            field => field,
        }
    }

    fn pressed(&self, fields: &mut Fields) -> Next {
        match fields.text("act") {
            "save" => Next::Save,
            "back" => {
                fields.show_at("kind");
                Next::ShowAgain
            }
            _ => Next::Preview,
        }
    }

    fn page(&self, opened: Opened<'_>, filled: Filled<'_>) -> Result<HttpResponse, ApiError> {
        let snapshot = opened.app.snapshot_to_keep();
        let directory = snapshot.directory();
        let (f, site) = (&opened.f, &opened.site);
        let blocks = self.blocks(f, filled.fields, &filled.faults, site, directory)?;
        let heading = self.heading(f, directory);
        let mut page = site_page(opened, &self.name(), heading, blocks, filled);
        page.buttons = vec![Button {
            act: "look",
            label: page.f.t("hours-look"),
            main: true,
        }];
        page.answer()
    }

    fn preview(&self, opened: Opened<'_>, filled: Filled<'_>) -> Result<HttpResponse, ApiError> {
        let fields = filled.fields;
        let mut wanted = opened.site.clone();
        let mut reader = FormReader::of(fields, opened.f.lang);
        let list = list(&mut reader);
        if !wanted
            .services
            .iter_mut()
            .any(|one| fields.holds("need", one.need.as_str()))
        {
            reader.fault("need", "fault-hours-need");
        }
        if let Err(faults) = reader.finish() {
            let faults = FormFaults::of_fields(faults);
            return self.page(opened, Filled { faults, ..filled });
        }
        let carried = fields.pairs().iter();
        let carried = carried.filter(|(name, _)| name != "act" && name != "csrf");
        let carried = carried.cloned().collect();
        let heading = Heading {
            title: opened.f.t("preview-title"),
            intro: effects(&opened, fields, list.as_deref()),
        };
        let mut page = site_page(opened, &self.name(), heading, vec![], filled);
        page.carried = carried;
        page.drafts.clear();
        page.buttons = [("save", "preview-save"), ("back", "preview-back")]
            .map(|(act, key)| Button {
                act,
                label: page.f.t(key),
                main: act == "save",
            })
            .into();
        page.answer()
    }
}

/// Whether two services keep the same hours and the same holidays, so that they change together.
fn alike(one: &Service, other: &Service) -> bool {
    one.need == other.need
        || (other.offer != Offer::NotOffered
            && (&one.hours, &one.closed_on) == (&other.hours, &other.closed_on))
}

/// The list that was sent; `None` for that of the organization. Boxes that are ticked where they do not count are asked about.
fn list(reader: &mut FormReader<'_>) -> Option<Vec<HolidayCode>> {
    let ticked = holidays::read(reader.fields);
    match reader.fields.text("kind") {
        "own" => Some(ticked),
        "organization" => {
            if !ticked.is_empty() {
                reader.fault("kind", "fault-holidays-both");
            }
            None
        }
        _ => {
            reader.fault("kind", "fault-choice");
            None
        }
    }
}

/// What the list would close here.
fn effects(opened: &Opened<'_>, fields: &Fields, list: Option<&[HolidayCode]>) -> Vec<String> {
    let f = &opened.f;
    let Some(codes) = list else {
        return vec![f.t("holidays-effect-organization")];
    };
    let snapshot = opened.app.snapshot();
    let Some(site) = snapshot.find(&opened.slug) else {
        return vec![];
    };
    let services: Vec<ServiceIx> = signpost_answers::in_order(&snapshot, site)
        .into_iter()
        .filter(|&service| fields.holds("need", snapshot.service(service).need.as_str()))
        .collect();
    let tried = Tried {
        choice: &snapshot.organization(site).holidays,
        own: Some(codes),
    };
    holidays::effects(f, &snapshot, &services, &tried, (codes, today(opened)))
}
