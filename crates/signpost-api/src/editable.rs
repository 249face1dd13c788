//! The members of a site that its own people may change, as they are stored: what a PATCH is merged into.

use std::collections::BTreeMap;

use serde::Serialize;
use signpost_domain::{Confirmation, HolidayCode, ItemCode, NeedCode, Offer, Service, Site, Text};
use utoipa::ToSchema;

/// Of the site itself.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Editable {
    #[schema(required)]
    phone: Option<String>,
    #[schema(required)]
    website: Option<String>,
    /// How to find the door.
    door: Text,
    /// Steps, ramps, washrooms.
    access: Text,
    /// What it is.
    description: Text,
    /// BCP 47 tags of the languages spoken there.
    languages: Vec<String>,
    /// By need.
    services: BTreeMap<NeedCode, EditableService>,
}

/// Of one service.
#[derive(Debug, Serialize, ToSchema)]
struct EditableService {
    offer: Offer,
    /// An `opening_hours` text; `null` when they are not known.
    #[schema(required)]
    hours: Option<String>,
    /// Codes of the holidays on which it is closed; `null`: those of its organization.
    #[schema(required)]
    closed_on: Option<Vec<HolidayCode>>,
    /// Words about the hours.
    hours_note: Text,
    /// What one gets.
    description: Text,
    /// What to bring.
    bring: Text,
    /// Who it is for, beyond what ages say.
    eligibility_description: Text,
    /// The youngest it is for; `null` for any.
    #[schema(required)]
    minimum_age: Option<u8>,
    /// The oldest it is for; `null` for any.
    #[schema(required)]
    maximum_age: Option<u8>,
    /// What is handed out or taken.
    items: Vec<ItemCode>,
    /// Who confirmed it, also when it is due for review.
    #[schema(required)]
    confirmation: Option<Confirmation>,
}

impl Editable {
    pub(crate) fn of(site: &Site) -> Self {
        let services = site.services.iter();
        Self {
            phone: site.phone.clone().map(String::from),
            website: site.website.clone(),
            door: site.door.clone(),
            access: site.access.clone(),
            description: site.description.clone(),
            languages: site.languages.clone(),
            services: services
                .map(|service| (service.need.clone(), EditableService::of(service)))
                .collect(),
        }
    }
}

impl EditableService {
    fn of(service: &Service) -> Self {
        Self {
            offer: service.offer,
            hours: service.hours.clone(),
            closed_on: service.closed_on.clone(),
            hours_note: service.hours_note.clone(),
            description: service.description.clone(),
            bring: service.bring.clone(),
            eligibility_description: service.eligibility_description.clone(),
            minimum_age: service.minimum_age.map(u8::from),
            maximum_age: service.maximum_age.map(u8::from),
            items: service.items.clone(),
            confirmation: service.confirmation.clone(),
        }
    }
}
