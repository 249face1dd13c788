//! What a place offers, does not offer, or has not said.

use jiff::civil::Date;
use signpost_domain::{Need, Offer, Organization, Service, Site, Source, SourceDay};

use crate::{
    access::PortalFrame,
    agency::form::{
        field::Trouble,
        fields::Fields,
        reader::Reading,
        view::{Block, choice, said},
    },
};

/// The words for the three states in a form. An empty choice means that nothing was ever said.
const STATES: [(&str, Offer); 3] = [
    ("yes", Offer::Offered),
    ("no", Offer::NotOffered),
    ("unknown", Offer::Unknown),
];

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

/// Reads the form into a site. A need that was never spoken of and still is not makes no service.
pub(crate) fn read(
    reading: &mut Reading<'_>,
    site: &mut Site,
    needs: &[Need],
    organization: &Organization,
    today: Date,
) {
    for need in needs {
        let field = name(need);
        let word = reading.fields.text(&field);
        if word.is_empty() {
            continue;
        }
        let Some((_, offer)) = STATES.iter().find(|(own, _)| *own == word) else {
            reading.fault(&field, "fault-choice");
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
        text: said(&organization.name, signpost_domain::Lang::En),
        day: Some(SourceDay::day(today)),
    };
    Service {
        offer,
        ..Service::unknown(need.code.clone(), source, example)
    }
}

/// The form on a page.
pub(crate) fn blocks(
    f: &PortalFrame,
    fields: &Fields,
    trouble: &Trouble,
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
            let legend = said(&need.name, f.lang);
            Block::Choice(choice(fields, trouble, &name(need), legend, options))
        })
        .collect()
}
