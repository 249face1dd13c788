//! What a place offers, does not offer, or has not said.

use actix_web::HttpRequest;
use jiff::civil::Date;
use signpost_domain::{
    Directory, Need, NeedCode, Offer, Organization, Service, Site, Source, SourceDay,
};

use crate::{
    access::PortalContext,
    agency::form::{
        faults::FormFaults,
        fields::Fields,
        reader::FormReader,
        site_form::SiteForm,
        site_page::Heading,
        view::{Block, ChoiceView, OptionView, choice, text_for},
    },
};
use signpost_editing::{EditContext, rules};
use signpost_store::Cause;
use signpost_web::ApiError;

/// The words for the three states in a form. An empty choice means that nothing was ever said.
const STATES: [(&str, Offer); 3] = [
    ("yes", Offer::Offered),
    ("no", Offer::NotOffered),
    ("unknown", Offer::Unknown),
];

/// The form.
pub(crate) struct OffersForm;

impl SiteForm for OffersForm {
    const ADDRESS: &'static str = "/agency/sites/{slug}/offers";
    const REASON: Cause = Cause::OffersChanged;
    const DONE: &'static str = "offers";

    fn of(_request: &HttpRequest) -> Result<Self, ApiError> {
        Ok(Self)
    }

    fn name(&self) -> String {
        "offers".to_owned()
    }

    fn heading(&self, f: &PortalContext, _directory: &Directory) -> Heading {
        Heading {
            title: f.t("offers-title"),
            intro: vec![f.t("offers-intro"), f.t("offers-first")],
        }
    }

    fn fields(&self, site: &Site, directory: &Directory) -> Result<Fields, ApiError> {
        Ok(fields(site, &directory.needs))
    }

    fn read_into(&self, site: &mut Site, reader: &mut FormReader<'_>, around: &EditContext<'_>) {
        let before = site.clone();
        let mut organizations = around.directory.organizations.iter();
        let own = organizations.find(|one| one.id == site.organization);
        if let Some(own) = own {
            read_into(site, reader, &around.directory.needs, own, around.today);
        }
        if rules::puts_into_water(Some(&before), site, &around.directory.ground) {
            let field = format!("services.{}.offer", NeedCode::disposal());
            reader.fault(&field, "fault-water-offer");
        }
    }

    fn blocks(
        &self,
        f: &PortalContext,
        fields: &Fields,
        faults: &FormFaults,
        _site: &Site,
        directory: &Directory,
    ) -> Result<Vec<Block>, ApiError> {
        Ok(blocks(f, fields, faults, &directory.needs))
    }
}

fn name(need: &Need) -> String {
    format!("services.{}.offer", need.code)
}

/// The needs in the order people see them.
pub(crate) fn in_order(needs: &[Need]) -> Vec<&Need> {
    let mut needs: Vec<&Need> = needs.iter().collect();
    needs.sort_by_key(|need| need.order);
    needs
}

/// The form as a site has it.
pub(crate) fn fields(site: &Site, needs: &[Need]) -> Fields {
    let mut fields = Fields::default();
    for need in in_order(needs) {
        let state = site.service(&need.code).and_then(|service| {
            STATES
                .iter()
                .find(|(_, offer)| *offer == service.offer)
                .map(|(word, _)| *word)
        });
        fields.put(name(need), state.unwrap_or_default());
    }
    fields
}

/// Puts what was sent into a site. A need that was never spoken of and still is not makes no service.
pub(crate) fn read_into(
    site: &mut Site,
    reader: &mut FormReader<'_>,
    needs: &[Need],
    organization: &Organization,
    today: Date,
) {
    for need in needs {
        let field = name(need);
        let word = reader.fields.text(&field);
        if word.is_empty() {
            continue;
        }
        let Some((_, offer)) = STATES.iter().find(|(own, _)| *own == word) else {
            reader.fault(&field, "fault-choice");
            continue;
        };
        let own = site
            .services
            .iter_mut()
            .find(|service| service.need == need.code);
        match own {
            Some(service) => service.offer = *offer,
            None => {
                site.services
                    .push(new_service(need, *offer, organization, today, site.example));
            }
        }
    }
}

/// A service nobody has spoken of before.
pub(crate) fn new_service(
    need: &Need,
    offer: Offer,
    organization: &Organization,
    today: Date,
    example: bool,
) -> Service {
    let source = Source {
        text: text_for(&organization.name, signpost_domain::Lang::En),
        day: Some(SourceDay::day(today)),
    };
    Service {
        offer,
        ..Service::unknown(need.code.clone(), source, example)
    }
}

/// What a new place offers, as boxes in two groups: what most people look for, and more.
pub(crate) fn boxes(
    f: &PortalContext,
    fields: &Fields,
    faults: &FormFaults,
    needs: &[Need],
) -> Vec<Block> {
    [(true, "offers-boxes"), (false, "offers-boxes-more")]
        .map(|(first, legend)| {
            let own = in_order(needs)
                .into_iter()
                .filter(|need| need.first == first);
            let options = own
                .map(|need| OptionView {
                    own_name: name(need),
                    value: "yes".to_owned(),
                    label: text_for(&need.name, f.lang),
                    chosen: fields.holds(&name(need), "yes"),
                })
                .collect();
            Block::Choice(ChoiceView {
                options,
                ..choice(fields, faults, legend, f.t(legend), []).several()
            })
        })
        .to_vec()
}

/// The form on a page.
pub(crate) fn blocks(
    f: &PortalContext,
    fields: &Fields,
    faults: &FormFaults,
    needs: &[Need],
) -> Vec<Block> {
    let states = [
        ("yes", f.t("offer-yes")),
        ("no", f.t("offer-no")),
        ("unknown", f.t("offer-unknown")),
    ];
    in_order(needs)
        .into_iter()
        .map(|need| {
            let options = states.clone().map(|(word, label)| (word.to_owned(), label));
            let legend = text_for(&need.name, f.lang);
            Block::Choice(choice(fields, faults, &name(need), legend, options))
        })
        .collect()
}
