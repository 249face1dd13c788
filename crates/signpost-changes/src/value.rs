//! What a part holds, read out of a site and put into one.

use signpost_domain::{
    Age, Confirmation, Exception, HolidayCode, ItemCode, LonLat, NeedCode, Offer, OrganizationId,
    Phone, Service, Site, SiteKind, Source, Text,
};

use crate::{Part, ServicePart};

/// What a part holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Words in each language.
    Text(Text),
    /// Words in no particular language: an address, a zone.
    Words(String),
    /// What stands there.
    Kind(SiteKind),
    /// Where.
    Point(Option<LonLat>),
    /// A number.
    Phone(Option<Phone>),
    /// A page, or an hours text.
    Maybe(Option<String>),
    /// Tags of languages.
    Languages(Vec<String>),
    /// Who runs it.
    Organization(OrganizationId),
    /// Where it came from.
    Source(Source),
    /// Yes or no.
    Flag(bool),
    /// Yes, no, or nobody said.
    Said(Option<bool>),
    /// Whether it is offered.
    Offer(Offer),
    /// An age.
    Age(Option<Age>),
    /// What is handed out or taken.
    Items(Vec<ItemCode>),
    /// Holidays on which it is closed; `None`: as its organization.
    Holidays(Option<Vec<HolidayCode>>),
    /// Who confirmed it.
    Confirmation(Option<Confirmation>),
    /// An exception; `None` when there is none of that id.
    Exception(Option<Exception>),
}

/// What a site says about a need before anybody said anything.
pub(crate) fn unsaid(need: &NeedCode) -> Service {
    let source = Source {
        text: String::new(),
        day: None,
    };
    Service::unknown(need.clone(), source, false)
}

impl Value {
    /// Reads a part.
    #[must_use]
    pub fn of(site: &Site, part: &Part) -> Self {
        match part {
            Part::Name => Self::Text(site.name.clone()),
            Part::AlternateName => Self::Words(site.alternate_name.clone()),
            Part::FormerName => Self::Words(site.former_name.clone()),
            Part::Kind => Self::Kind(site.kind),
            Part::Point => Self::Point(site.point),
            Part::Address => Self::Words(site.address.clone()),
            Part::Locality => Self::Words(site.locality.clone()),
            Part::Zone => Self::Words(site.zone.clone()),
            Part::Phone => Self::Phone(site.phone.clone()),
            Part::Website => Self::Maybe(site.website.clone()),
            Part::Door => Self::Text(site.door.clone()),
            Part::Access => Self::Text(site.access.clone()),
            Part::StepFree => Self::Said(site.step_free),
            Part::Description => Self::Text(site.description.clone()),
            Part::Languages => Self::Languages(site.languages.clone()),
            Part::Organization => Self::Organization(site.organization.clone()),
            Part::Source => Self::Source(site.source.clone()),
            Part::Example => Self::Flag(site.example),
            Part::DisposalPoint(member) => Self::Words(site.point_member(*member)),
            Part::Service(need, ServicePart::Listed) => Self::Flag(site.service(need).is_some()),
            Part::Service(need, part) => match site.service(need) {
                Some(service) => Self::of_service(service, *part),
                None => Self::of_service(&unsaid(need), *part),
            },
            Part::Exception(id) => {
                let found = site.exceptions.iter().find(|one| one.id == *id);
                Self::Exception(found.cloned())
            }
        }
    }

    fn of_service(service: &Service, part: ServicePart) -> Self {
        match part {
            ServicePart::Listed => Self::Flag(true),
            ServicePart::Offer => Self::Offer(service.offer),
            ServicePart::Hours => Self::Maybe(service.hours.clone()),
            ServicePart::ClosedOn => Self::Holidays(service.closed_on.clone()),
            ServicePart::HoursNote => Self::Text(service.hours_note.clone()),
            ServicePart::Description => Self::Text(service.description.clone()),
            ServicePart::Bring => Self::Text(service.bring.clone()),
            ServicePart::EligibilityDescription => {
                Self::Text(service.eligibility_description.clone())
            }
            ServicePart::MinimumAge => Self::Age(service.minimum_age),
            ServicePart::MaximumAge => Self::Age(service.maximum_age),
            ServicePart::IdRequired => Self::Said(service.id_required),
            ServicePart::ForWomen => Self::Said(service.for_women),
            ServicePart::Pets => Self::Said(service.pets),
            ServicePart::Items => Self::Items(service.items.clone()),
            ServicePart::Confirmation => Self::Confirmation(service.confirmation.clone()),
            ServicePart::Source => Self::Source(service.source.clone()),
            ServicePart::Example => Self::Flag(service.example),
        }
    }

    /// Puts it into a part of a site. A value of another kind than the part's changes nothing.
    pub fn put(self, site: &mut Site, part: &Part) {
        match (part, self) {
            (Part::Name, Self::Text(text)) => site.name = text,
            (Part::AlternateName, Self::Words(words)) => site.alternate_name = words,
            (Part::FormerName, Self::Words(words)) => site.former_name = words,
            (Part::Kind, Self::Kind(kind)) => site.kind = kind,
            (Part::Point, Self::Point(point)) => site.point = point,
            (Part::Address, Self::Words(words)) => site.address = words,
            (Part::Locality, Self::Words(words)) => site.locality = words,
            (Part::Zone, Self::Words(words)) => site.zone = words,
            (Part::Phone, Self::Phone(phone)) => site.phone = phone,
            (Part::Website, Self::Maybe(website)) => site.website = website,
            (Part::Door, Self::Text(text)) => site.door = text,
            (Part::Access, Self::Text(text)) => site.access = text,
            (Part::StepFree, Self::Said(said)) => site.step_free = said,
            (Part::Description, Self::Text(text)) => site.description = text,
            (Part::Languages, Self::Languages(tags)) => site.languages = tags,
            (Part::Organization, Self::Organization(id)) => site.organization = id,
            (Part::Source, Self::Source(source)) => site.source = source,
            (Part::Example, Self::Flag(flag)) => site.example = flag,
            (Part::DisposalPoint(member), Self::Words(word)) => {
                // It was a member of a site before, so it is one.
                let _: Result<(), _> = site.enter_point_member(*member, &word);
            }
            (Part::Service(need, part), value) => value.put_in_service(site, need, *part),
            (Part::Exception(id), Self::Exception(exception)) => {
                site.exceptions.retain(|one| one.id != *id);
                site.exceptions.extend(exception);
                site.exceptions.sort_by(|one, other| one.id.cmp(&other.id));
            }
            _ => {}
        }
    }

    fn put_in_service(self, site: &mut Site, need: &NeedCode, part: ServicePart) {
        if part == ServicePart::Listed && self == Self::Flag(false) {
            site.services.retain(|one| one.need != *need);
            return;
        }
        if part != ServicePart::Listed && Self::of(site, &Part::Service(need.clone(), part)) == self
        {
            // Also where there is no such service: nothing said stays nothing said.
            return;
        }
        if site.service(need).is_none() {
            site.services.push(unsaid(need));
            site.services
                .sort_by(|one, other| one.need.cmp(&other.need));
        }
        let Some(service) = site.services.iter_mut().find(|one| one.need == *need) else {
            return;
        };
        match (part, self) {
            (ServicePart::Offer, Self::Offer(offer)) => service.offer = offer,
            (ServicePart::Hours, Self::Maybe(hours)) => service.hours = hours,
            (ServicePart::ClosedOn, Self::Holidays(codes)) => service.closed_on = codes,
            (ServicePart::HoursNote, Self::Text(text)) => service.hours_note = text,
            (ServicePart::Description, Self::Text(text)) => service.description = text,
            (ServicePart::Bring, Self::Text(text)) => service.bring = text,
            (ServicePart::EligibilityDescription, Self::Text(text)) => {
                service.eligibility_description = text;
            }
            (ServicePart::MinimumAge, Self::Age(age)) => service.minimum_age = age,
            (ServicePart::MaximumAge, Self::Age(age)) => service.maximum_age = age,
            (ServicePart::IdRequired, Self::Said(said)) => service.id_required = said,
            (ServicePart::ForWomen, Self::Said(said)) => service.for_women = said,
            (ServicePart::Pets, Self::Said(said)) => service.pets = said,
            (ServicePart::Items, Self::Items(items)) => service.items = items,
            (ServicePart::Confirmation, Self::Confirmation(by)) => service.confirmation = by,
            (ServicePart::Source, Self::Source(source)) => service.source = source,
            (ServicePart::Example, Self::Flag(flag)) => service.example = flag,
            _ => {}
        }
    }
}
