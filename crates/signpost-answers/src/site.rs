//! One site with all it offers, for its page and its Feature.

use jiff::{Timestamp, civil::Date};
use serde::Serialize;
use signpost_domain::{ExceptionId, ExceptionKind, HolidayCode, Lang, NeedCode, Offer};
use signpost_hours::{Cause, OpenState, words, words::DayLine};
use signpost_locate::{ServiceIx, SiteIx, Snapshot};
use utoipa::ToSchema;

use crate::{
    ConfirmedView, LocalTime, LocalizedText, PlaceView, PointView, SourceView, Speaker,
    ages::ages,
    directory::{items, need_name},
    short_of::short_of_at,
    state_sentence::state_sentence,
};

/// A site with its services and exceptions.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = SiteDetails)]
pub struct SiteView {
    /// The place.
    #[serde(flatten)]
    pub place: PlaceView,
    /// What it is.
    pub description: LocalizedText,
    /// BCP 47 tags of the languages spoken there.
    pub languages: Vec<String>,
    /// IANA name of the zone its clocks show.
    pub zone: String,
    /// Whether who runs it is Indigenous-led.
    pub indigenous_led: bool,
    /// What it offers, in the order of the needs.
    pub services: Vec<ServiceView>,
    /// What it is as a place to leave used needles; `null` when nobody said.
    #[schema(required)]
    pub disposal_point: Option<PointView>,
    /// Dated exceptions that are not over.
    pub exceptions: Vec<ExceptionView>,
    /// Where the site's own details come from.
    pub source: SourceView,
}

/// What a site says about one need.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = Service)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own of a published answer"
)]
pub struct ServiceView {
    /// The need.
    pub need: NeedCode,
    /// Its name.
    pub name: LocalizedText,
    /// Name of the need's icon.
    #[serde(skip)]
    pub icon: String,
    /// Offered, not offered or unknown, as it stands on the day.
    pub offer: Offer,
    /// Open, closed or unknown; `null` for what is not offered.
    #[schema(required)]
    pub state: Option<OpenState>,
    /// When the state changes next.
    #[schema(required)]
    pub until: Option<LocalTime>,
    /// The state in one sentence; empty for what is not offered.
    pub sentence: String,
    /// Which of its things are out of stock while the rest is there, in words; empty when none is.
    pub short_of: String,
    /// The hours as an `opening_hours` text.
    #[schema(required)]
    pub hours: Option<String>,
    /// The holidays on which it is closed, by code, whatever its organization keeps; `null`: as its organization.
    #[schema(required)]
    pub closed_on: Option<Vec<HolidayCode>>,
    /// Seven days in words with their dates, from the one that is running; empty when the hours are not known or nobody ever said that it is offered. Past
    /// their review they are the usual hours, and to call first.
    #[serde(skip)]
    pub week: Vec<DayLine>,
    /// The usual hours in words, whatever the days ahead are like; empty when they say more than weekdays and times.
    #[serde(skip)]
    pub usual_hours: String,
    /// Days of the month and every second week, each with its next dates; empty when the hours are those of every week.
    #[serde(skip)]
    pub single_days: Vec<String>,
    /// Words about the hours; may be empty.
    pub hours_note: LocalizedText,
    /// What one gets.
    pub description: LocalizedText,
    /// What to bring.
    pub bring: LocalizedText,
    /// Who it is for, beyond what ages say; empty for everyone.
    pub eligibility_description: LocalizedText,
    /// The youngest it is for, in years; `null` for any.
    #[schema(required)]
    pub minimum_age: Option<u8>,
    /// The oldest it is for, in years; `null` for any.
    #[schema(required)]
    pub maximum_age: Option<u8>,
    /// The ages in words; empty for all.
    #[serde(skip)]
    pub ages: String,
    /// Whether it asks for a card with one's name; absent when nobody said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub id_required: Option<bool>,
    /// Whether it has a room, a time or a team for women; absent when nobody said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub for_women: Option<bool>,
    /// Whether a pet may come in; absent when nobody said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub pets: Option<bool>,
    /// What is handed out or taken.
    pub items: Vec<LocalizedText>,
    /// Whether somebody said that no more used needles fit in, and nobody looked since.
    pub may_be_full: bool,
    /// Who confirmed it; `null` when nobody did or it is due for review.
    #[schema(required)]
    pub confirmed: Option<ConfirmedView>,
    /// Where it comes from while it is not confirmed.
    #[schema(required)]
    pub source: Option<SourceView>,
    /// A made-up row for tests and training.
    pub example: bool,
    /// Whether it is an emergency department, of which nobody is told to call first.
    #[serde(skip)]
    pub emergency: bool,
    /// Whether somebody said why it may not open next.
    #[serde(skip)]
    pub doubted: bool,
}

/// A dated exception.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = DatedException)]
pub struct ExceptionView {
    /// Its id within the site.
    pub id: ExceptionId,
    /// The need it is for; `null` means all.
    #[schema(required)]
    pub need: Option<NeedCode>,
    /// The things of the need that are out of stock; empty for all of it.
    pub items: Vec<LocalizedText>,
    /// Closed, open, unknown or out of stock, as it stands on the day.
    pub kind: ExceptionKind,
    /// First day.
    pub first: Date,
    /// Last day, itself included; `null`: until further notice.
    #[schema(required)]
    pub last: Option<Date>,
    /// Hours on these days.
    #[schema(required)]
    pub hours: Option<String>,
    /// Why; may be empty.
    pub reason: LocalizedText,
}

impl ExceptionView {
    /// Whether what people leave here finds no room.
    #[must_use]
    pub fn leaves_no_room(&self) -> bool {
        self.kind == ExceptionKind::OutOfStock
            && self.need.as_ref().is_some_and(NeedCode::is_for_leaving)
    }
}

/// A site for a reader of `lang`, as it stands at `at`.
#[must_use]
pub fn site(snapshot: &Snapshot, ix: SiteIx, at: Timestamp, lang: Lang) -> SiteView {
    let site = snapshot.site(ix);
    // A day whose night still runs is not over.
    let today = snapshot.running_day(ix, at);
    SiteView {
        place: PlaceView::of(snapshot, ix, lang),
        description: LocalizedText::of(&site.description, lang),
        languages: site.languages.clone(),
        zone: site.zone.clone(),
        indigenous_led: snapshot.organization(ix).indigenous_led,
        services: in_order(snapshot, ix)
            .into_iter()
            .map(|service| service_view(snapshot, service, at, lang))
            .collect(),
        disposal_point: PointView::of(site),
        exceptions: exceptions_of(snapshot, ix, today, lang),
        source: SourceView::from(&site.source),
    }
}

/// The days of a site that differ and are not over.
#[must_use]
pub fn exceptions_of(
    snapshot: &Snapshot,
    ix: SiteIx,
    today: Date,
    lang: Lang,
) -> Vec<ExceptionView> {
    let exceptions = snapshot.site(ix).exceptions.iter();
    exceptions
        .filter(|exception| !exception.is_over(today))
        .map(|exception| ExceptionView {
            id: exception.id.clone(),
            need: exception.need.clone(),
            items: exception.need.as_ref().map_or_else(Vec::new, |need| {
                items(snapshot, need, &exception.items, lang)
            }),
            kind: exception.kind_on(today.max(exception.first)),
            first: exception.first,
            last: exception.last.filter(|_| !exception.is_open_ended()),
            hours: exception.hours.clone(),
            reason: LocalizedText::of(&exception.reason, lang),
        })
        .collect()
}

/// Whether somebody said that no more used needles fit in, and nobody looked since.
pub(crate) fn may_be_full(snapshot: &Snapshot, ix: ServiceIx) -> bool {
    let slug = &snapshot.site(snapshot.site_of(ix)).slug;
    snapshot.service(ix).need == NeedCode::disposal() && snapshot.reported_full(slug).is_some()
}

/// The services of a site in the order of their needs.
#[must_use]
pub fn in_order(snapshot: &Snapshot, ix: SiteIx) -> Vec<ServiceIx> {
    let mut services: Vec<ServiceIx> = snapshot.services_at(ix).collect();
    services.sort_by_key(|service| {
        let need = snapshot.need(&snapshot.service(*service).need);
        need.map_or(u16::MAX, |need| need.order)
    });
    services
}

fn service_view(snapshot: &Snapshot, ix: ServiceIx, at: Timestamp, lang: Lang) -> ServiceView {
    let service = snapshot.service(ix);
    let zone = snapshot.zone(snapshot.site_of(ix));
    let (offer, trust) = (snapshot.offer(ix, at), snapshot.trust(ix, at));
    let moment = snapshot.moment(ix, at);
    let offered = offer != Offer::NotOffered;
    // The days of an emergency department whose hours nobody vouches for would say "Ask first", seven times.
    let no_days = moment.cause == Cause::Emergency;
    let has_hours = service.offer == Offer::Offered && service.hours.is_some();
    let has_week = has_hours && !no_days;
    let schedule = snapshot.schedule(ix);
    let confirmed = ConfirmedView::of(service, trust);
    ServiceView {
        need: service.need.clone(),
        name: need_name(snapshot, &service.need, lang),
        icon: snapshot
            .need(&service.need)
            .map(|need| need.icon.clone())
            .unwrap_or_default(),
        offer,
        state: offered.then_some(moment.state),
        until: moment
            .until
            .filter(|_| offered)
            .map(|until| LocalTime::new(until, zone)),
        sentence: if offered {
            state_sentence(snapshot, ix, &moment, at, lang)
        } else {
            String::new()
        },
        short_of: short_of_at(&Speaker::of(lang), snapshot, ix, at),
        hours: service.hours.clone(),
        closed_on: service.closed_on.clone(),
        week: if has_week {
            let relied_until = snapshot.relied_until(ix).unwrap_or(Timestamp::MIN);
            let today = schedule.running_day(at);
            let week = words::week_dated(schedule, relied_until, today, lang);
            let week: Vec<DayLine> = week.into_iter().map(DayLine::in_a_table).collect();
            // Seven times "Ask first" is said once: by the state.
            let same = week
                .iter()
                .all(|line| Some(&line.hours) == week.first().map(|first| &first.hours));
            if same && moment.state == OpenState::Unknown {
                Vec::new()
            } else {
                week
            }
        } else {
            Vec::new()
        },
        usual_hours: schedule
            .base()
            .filter(|_| has_hours)
            .and_then(|hours| {
                let find_out = snapshot.site(snapshot.site_of(ix)).find_out();
                words::text_in_words_of(hours, find_out, lang)
            })
            .map(|words| words::capital(&words))
            .unwrap_or_default(),
        single_days: schedule
            .base()
            .filter(|_| offered)
            .map(|hours| {
                let find_out = snapshot.site(snapshot.site_of(ix)).find_out();
                words::single_days(hours, schedule.running_day(at), find_out, lang)
            })
            .unwrap_or_default(),
        hours_note: LocalizedText::of(&service.hours_note, lang),
        description: LocalizedText::of(&service.description, lang),
        bring: LocalizedText::of(&service.bring, lang),
        eligibility_description: LocalizedText::of(&service.eligibility_description, lang),
        minimum_age: service.minimum_age.map(u8::from),
        maximum_age: service.maximum_age.map(u8::from),
        ages: ages(service, lang),
        id_required: service.id_required,
        for_women: service.for_women,
        pets: service.pets,
        items: items(snapshot, &service.need, &service.items, lang),
        may_be_full: may_be_full(snapshot, ix),
        source: confirmed
            .is_none()
            .then(|| SourceView::from(&service.source)),
        confirmed,
        example: service.example,
        emergency: service.is_emergency_department(),
        doubted: offered && moment.doubt.is_some() && moment.state != OpenState::Unknown,
    }
}
