//! The members of a site that its own people may change, as they are stored: what a PATCH is merged into.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;
use signpost_domain::{
    Confirmation, DisposalPoint, HolidayCode, ItemCode, NeedCode, Offer, PointKind, PointStatus,
    Service, Sharps, Site, Text,
};
use utoipa::ToSchema;

/// Of the site itself.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Editable {
    /// What else it is called; several names are parted by semicolons.
    alternate_name: String,
    /// What it was called before; several names are parted by semicolons.
    former_name: String,
    #[schema(required)]
    phone: Option<String>,
    #[schema(required)]
    website: Option<String>,
    /// How to find the door.
    door: Text,
    /// Steps, ramps, washrooms.
    access: Text,
    /// Whether one gets in without a step; `null` when nobody said.
    #[schema(required)]
    step_free: Option<bool>,
    /// What it is.
    description: Text,
    /// BCP 47 tags of the languages spoken there.
    languages: Vec<String>,
    /// What it is as a place to leave used needles: what everybody may read of it; `null` when nobody said.
    #[schema(required)]
    disposal_point: Option<EditablePoint>,
    /// By need.
    services: BTreeMap<NeedCode, EditableService>,
}

/// Of a place to leave used needles. Who empties it and its number are for those who look after it; a PATCH may set them all the same.
#[derive(Debug, Serialize, ToSchema)]
struct EditablePoint {
    #[schema(required)]
    kind: Option<PointKind>,
    whose: Vec<Sharps>,
    #[schema(required)]
    winter: Option<bool>,
    #[schema(required)]
    wheelchair: Option<bool>,
    #[schema(required)]
    braille: Option<bool>,
    status: PointStatus,
    #[schema(required)]
    first_day: Option<Date>,
    #[schema(required)]
    last_day: Option<Date>,
    owner: String,
}

impl EditablePoint {
    fn of(point: &DisposalPoint) -> Self {
        Self {
            kind: point.kind,
            whose: point.whose.clone(),
            winter: point.winter,
            wheelchair: point.wheelchair,
            braille: point.braille,
            status: point.status,
            first_day: point.since,
            last_day: point.until,
            owner: point.owner.clone(),
        }
    }
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
    /// Whether it asks for a card with one's name; `null` when nobody said.
    #[schema(required)]
    id_required: Option<bool>,
    /// Whether it has a room, a time or a team for women; `null` when nobody said.
    #[schema(required)]
    for_women: Option<bool>,
    /// Whether a pet may come in; `null` when nobody said.
    #[schema(required)]
    pets: Option<bool>,
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
            alternate_name: site.alternate_name.clone(),
            former_name: site.former_name.clone(),
            phone: site.phone.clone().map(String::from),
            website: site.website.clone(),
            door: site.door.clone(),
            access: site.access.clone(),
            step_free: site.step_free,
            description: site.description.clone(),
            languages: site.languages.clone(),
            disposal_point: site.disposal_point.as_ref().map(EditablePoint::of),
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
            id_required: service.id_required,
            for_women: service.for_women,
            pets: service.pets,
            items: service.items.clone(),
            confirmation: service.confirmation.clone(),
        }
    }
}
