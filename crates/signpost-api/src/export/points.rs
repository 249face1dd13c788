//! Disposal points as rows, the same in every file.

use jiff::Timestamp;
use signpost_answers::{disposal_point::is_24h, site_words::whereabouts};
use signpost_domain::{Lang, LonLat, NeedCode, Offer, PointMember, Trust};
use signpost_locate::{ServiceIx, Snapshot};

/// The columns, in their order, beside the place.
pub(super) const COLUMNS: [&str; 26] = [
    "slug",
    "name",
    "organization",
    "address",
    "how_to_find_it",
    "kind",
    "accepts",
    "whose",
    "open_24h",
    "hours",
    "offer",
    "state",
    "may_be_full",
    "winter",
    "wheelchair",
    "braille",
    "status",
    "first_day",
    "last_day",
    "owner",
    "confirmed",
    "confirmed_on",
    "source",
    "example",
    "osm_amenity",
    "day",
];

/// A point: where it is, and a cell for each column.
pub(super) struct PointRow {
    pub point: Option<LonLat>,
    pub cells: Vec<String>,
}

/// Every point of the directory, what is not offered any more among them.
pub(super) fn rows(snapshot: &Snapshot, at: Timestamp, lang: Lang) -> Vec<PointRow> {
    let need = NeedCode::disposal();
    snapshot
        .sites()
        .flat_map(|site| snapshot.services_at(site))
        .filter(|&ix| snapshot.service(ix).need == need)
        .map(|ix| row(snapshot, ix, at, lang))
        .collect()
}

fn yes(known: Option<bool>) -> String {
    known
        .map_or("", |yes| if yes { "yes" } else { "no" })
        .to_owned()
}

fn row(snapshot: &Snapshot, ix: ServiceIx, at: Timestamp, lang: Lang) -> PointRow {
    let (service, site_ix) = (snapshot.service(ix), snapshot.site_of(ix));
    let site = snapshot.site(site_ix);
    let offer = snapshot.offer(ix, at);
    let words = |text: &signpost_domain::Text| text.words(lang).to_owned();
    let state = match offer {
        Offer::NotOffered => "",
        Offer::Offered | Offer::Unknown => match snapshot.state(ix, at) {
            signpost_hours::OpenState::Open => "open",
            signpost_hours::OpenState::Closed => "closed",
            signpost_hours::OpenState::Unknown => "unknown",
        },
    };
    let items: Vec<&str> = service
        .items
        .iter()
        .map(signpost_domain::ItemCode::as_str)
        .collect();
    let confirmed = snapshot.trust(ix, at) == Trust::Confirmed;
    let amenity = snapshot.need(&service.need).and_then(|need| {
        let mut tags = need.osm_tags.iter();
        tags.find(|tag| tag.key == "amenity")
            .map(|tag| tag.value.clone())
    });
    let member = |member| site.point_member(member);
    let cells = vec![
        site.slug.to_string(),
        words(&site.name),
        words(&snapshot.organization(site_ix).name),
        whereabouts(&site.address, &site.locality),
        words(&site.door),
        member(PointMember::Kind),
        items.join(" "),
        member(PointMember::Whose),
        yes(Some(is_24h(service))),
        service.hours.clone().unwrap_or_default(),
        offer.code().to_owned(),
        state.to_owned(),
        yes(Some(snapshot.reported_full(&site.slug).is_some())),
        member(PointMember::Winter),
        member(PointMember::Wheelchair),
        member(PointMember::Braille),
        member(PointMember::Status),
        member(PointMember::Since),
        member(PointMember::Until),
        member(PointMember::Owner),
        yes(Some(confirmed)),
        service
            .confirmation
            .as_ref()
            .map(|one| one.on.to_string())
            .unwrap_or_default(),
        service.source.text.clone(),
        yes(Some(site.example || service.example)),
        amenity.unwrap_or_default(),
        snapshot.town_zone().day(at).to_string(),
    ];
    PointRow {
        point: site.point,
        cells,
    }
}
