//! A site and its services in the bundle.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use serde::Serialize;
use signpost_domain::{FindOut, ItemCode, Lang, LonLat, NeedCode, Offer, OrganizationId, SiteSlug};
use signpost_hours::{HoursText, OpenState, Span, words};
use signpost_locate::{ServiceIx, SiteIx, Snapshot};
use utoipa::ToSchema;

use super::{span::minute, text_languages::text_languages, timelines::Timelines};
use signpost_answers::{
    ConfirmedView, ExceptionView, LocalizedText, PlaceView, ServiceView, SiteView, SourceView,
    Speaker, find_out,
    holidays::holidays_soon,
    site_words::{self, whereabouts},
    source_words::how_sure,
};

/// A site with all it says.
#[derive(Serialize, ToSchema)]
pub(crate) struct BundledSite {
    /// Its slug.
    slug: SiteSlug,
    /// Who runs it.
    organization: OrganizationId,
    /// Its version.
    version: u64,
    #[serde(flatten)]
    place: PlaceView,
    /// What else who runs it is called; absent for nothing else.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[schema(required = false)]
    organization_alternate_name: String,
    /// What who runs it was called before; absent for nothing else.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[schema(required = false)]
    organization_former_name: String,
    /// Address and town on one line.
    whereabouts: String,
    /// The middle of its locality, for one without a point.
    #[serde(skip_serializing_if = "Option::is_none")]
    stands_at: Option<LonLat>,
    /// What it is.
    description: LocalizedText,
    /// BCP 47 tags of the languages spoken there.
    languages: Vec<String>,
    /// Their names.
    languages_in_words: Vec<String>,
    /// IANA name of the zone its clocks show.
    zone: String,
    /// Whether who runs it is Indigenous-led.
    indigenous_led: bool,
    /// What it offers, in the order of the needs.
    services: Vec<BundledService>,
    /// Dated exceptions that are not over.
    exceptions: Vec<ExceptionView>,
    /// Each in a line, with the minute from which on it is over.
    exceptions_in_words: Vec<(i64, String)>,
    /// Holidays soon and what happens on them, each with the minute from which on it is over.
    holidays_in_words: Vec<(i64, String)>,
    /// Where the site's own details come from.
    source: SourceView,
    /// The same in words.
    source_in_words: String,
    /// Members whose words are in another language, with that language.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    spoken: BTreeMap<&'static str, &'static str>,
}

/// A service without its state: whoever reads this reads it later, and looks the state up.
#[derive(Serialize, ToSchema)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a member of its own of what a phone saves"
)]
struct BundledService {
    /// The need.
    need: NeedCode,
    /// Its name.
    name: LocalizedText,
    /// Offered, not offered or unknown, as it stands on the day it was made.
    offer: Offer,
    /// The hours as an `opening_hours` text.
    #[schema(required)]
    hours: Option<String>,
    /// Simple hours in words.
    #[schema(required)]
    hours_in_words: Option<String>,
    /// Days of the month and every second week, each with its next dates; left out when the hours are those of every week.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    single_days: Vec<String>,
    /// Words about the hours; may be empty.
    hours_note: LocalizedText,
    /// What one gets.
    description: LocalizedText,
    /// What to bring.
    bring: LocalizedText,
    /// Who it is for, beyond what ages say; empty for everyone.
    eligibility_description: LocalizedText,
    /// The youngest it is for, in years; `null` for any.
    #[schema(required)]
    minimum_age: Option<u8>,
    /// The oldest it is for, in years; `null` for any.
    #[schema(required)]
    maximum_age: Option<u8>,
    /// The ages in words; empty for all.
    ages_in_words: String,
    /// Whether it asks for a card with one's name; absent when nobody said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    id_required: Option<bool>,
    /// Whether it has a room, a time or a team for women; absent when nobody said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    for_women: Option<bool>,
    /// Whether a pet may come in; absent when nobody said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pets: Option<bool>,
    /// What is handed out or taken.
    items: Vec<LocalizedText>,
    /// The same in codes.
    item_codes: Vec<ItemCode>,
    /// Who confirmed it; `null` when nobody did or it is due for review.
    #[schema(required)]
    confirmed: Option<ConfirmedView>,
    /// The minute at which the confirmation lapses; `null` without one that holds.
    #[schema(required)]
    confirmed_until: Option<i64>,
    /// The minute from which on nobody knows whether it is offered; `null` when nobody does now, or it is not.
    #[schema(required)]
    offered_until: Option<i64>,
    /// Whether somebody ever said that it is offered, however long ago.
    said_offered: bool,
    /// Where it comes from while it is not confirmed.
    #[schema(required)]
    source: Option<SourceView>,
    /// Who confirmed it, or where it comes from.
    sure: String,
    /// The same once the confirmation has lapsed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    sure_later: Option<String>,
    /// A made-up row for tests and training.
    example: bool,
    /// Whether it is an emergency department, of which nobody is told to call first.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schema(required = false)]
    emergency: bool,
    /// Whether anybody's used needles are taken here, as far as is known.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schema(required = false)]
    from_anybody: bool,
    /// Whether somebody said that no more used needles fit in, and nobody looked since.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schema(required = false)]
    may_be_full: bool,
    /// `[start, end, state]`: minutes since 1970 in UTC, and `open` or `unknown`; what lies between is closed.
    intervals: Vec<(i64, i64, OpenState)>,
    /// `[lapses, closes]`: where at the first minute only the vouching for an opening ends, and its hours at the second. That nobody vouches for
    /// them any more is no closing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    runs_on: Option<(i64, i64)>,
    /// `[from, until, words, item codes]`: which of its things are out of stock from the one minute until the other, while the rest is there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    short_of: Vec<(i64, i64, String, Vec<ItemCode>)>,
    /// Which of the tracks says its sentences and days; `null` for what is not offered.
    #[schema(required)]
    track: Option<usize>,
    /// Members whose words are in another language, with that language.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    spoken: BTreeMap<&'static str, &'static str>,
}

/// A site with its intervals of `from..to`.
pub(crate) fn bundled(
    speaker: &Speaker,
    snapshot: &Snapshot,
    ix: SiteIx,
    (from, to): (Timestamp, Timestamp),
    tracks: &mut Timelines<'_>,
) -> BundledSite {
    let row = snapshot.site(ix);
    let site = signpost_answers::site(snapshot, ix, from, speaker.lang);
    // A day whose night still runs is not over.
    let over = |last: Date| {
        let after = last.tomorrow().unwrap_or(Date::MAX);
        minute(snapshot.day_begins(ix, after))
    };
    let find_out = find_out(row);
    let exceptions = site.exceptions.iter().map(|exception| {
        let words = site_words::exception(speaker, &site.services, exception, find_out);
        (
            exception.last.map_or_else(|| minute(Timestamp::MAX), over),
            words,
        )
    });
    let holidays = holidays_soon(speaker, snapshot, ix, snapshot.running_day(ix, from));
    let holidays = holidays.into_iter().map(|holiday| {
        let (day, name, what) = (&holiday.day, &holiday.name, &holiday.what);
        let colon = speaker.colon();
        (over(holiday.date), format!("{day}, {name}{colon}{what}"))
    });
    BundledSite {
        slug: row.slug.clone(),
        organization: row.organization.clone(),
        version: snapshot.version(ix),
        organization_alternate_name: snapshot.organization(ix).alternate_name.clone(),
        organization_former_name: snapshot.organization(ix).former_name.clone(),
        whereabouts: whereabouts(&site.place.address, &site.place.locality),
        stands_at: row.point.is_none().then(|| snapshot.stands_at(ix)),
        languages_in_words: site_words::languages(speaker, &site.languages),
        exceptions_in_words: exceptions.collect(),
        holidays_in_words: holidays.collect(),
        source_in_words: site_words::source(speaker, &site),
        spoken: spoken_at(&site, speaker.lang),
        place: site.place,
        description: site.description,
        languages: site.languages,
        zone: site.zone,
        indigenous_led: site.indigenous_led,
        services: signpost_answers::in_order(snapshot, ix)
            .into_iter()
            .zip(site.services)
            .map(|(service, view)| {
                bundled_service(speaker, snapshot, service, view, (from, to), tracks)
            })
            .collect(),
        exceptions: site.exceptions,
        source: site.source,
    }
}

fn bundled_service(
    speaker: &Speaker,
    snapshot: &Snapshot,
    ix: ServiceIx,
    view: ServiceView,
    (from, to): (Timestamp, Timestamp),
    tracks: &mut Timelines<'_>,
) -> BundledService {
    let service = snapshot.service(ix);
    let sure = how_sure(speaker, view.confirmed.as_ref(), view.source.as_ref());
    let lapses = snapshot
        .relied_until(ix)
        .filter(|_| view.confirmed.is_some());
    let later = SourceView::from(&service.source);
    let spans = snapshot.spans(ix, from, to);
    BundledService {
        hours_in_words: in_words(
            view.hours.as_deref(),
            snapshot.site(snapshot.site_of(ix)).find_out(),
            speaker.lang,
        ),
        confirmed_until: lapses.map(minute),
        offered_until: (view.offer == Offer::Offered)
            .then(|| snapshot.relied_until(ix))
            .flatten()
            .filter(|until| *until > Timestamp::MIN)
            .map(minute),
        said_offered: service.offer == Offer::Offered,
        sure_later: lapses
            .filter(|lapses| *lapses < to)
            .map(|_| how_sure(speaker, None, Some(&later))),
        sure,
        intervals: spans
            .iter()
            .map(|span| (minute(span.start), minute(span.end), span.state))
            .collect(),
        runs_on: runs_on(snapshot, ix, &spans, (from, to)),
        short_of: signpost_answers::short_of(speaker, snapshot, ix)
            .into_iter()
            .map(|short| {
                let until = short.until.unwrap_or(Timestamp::MAX);
                (minute(short.from), minute(until), short.words, short.items)
            })
            .collect(),
        track: tracks.of(ix),
        spoken: text_languages(
            &[
                ("name", &view.name),
                ("hours_note", &view.hours_note),
                ("description", &view.description),
                ("bring", &view.bring),
                ("eligibility_description", &view.eligibility_description),
            ],
            speaker.lang,
        ),
        need: view.need,
        name: view.name,
        offer: view.offer,
        hours: view.hours,
        single_days: view.single_days,
        hours_note: view.hours_note,
        description: view.description,
        bring: view.bring,
        eligibility_description: view.eligibility_description,
        minimum_age: view.minimum_age,
        maximum_age: view.maximum_age,
        ages_in_words: speaker.told(view.ages),
        id_required: view.id_required,
        for_women: view.for_women,
        pets: view.pets,
        items: view.items,
        item_codes: service.items.clone(),
        confirmed: view.confirmed,
        source: view.source,
        example: view.example,
        emergency: service.is_emergency_department(),
        from_anybody: service.need == NeedCode::disposal()
            && signpost_answers::takes_from_anybody(snapshot, ix),
        may_be_full: view.may_be_full,
    }
}

/// Which words of a site are in another language. An address stands as it was typed, in English.
fn spoken_at(site: &SiteView, lang: Lang) -> BTreeMap<&'static str, &'static str> {
    let mut spoken = text_languages(
        &[
            ("name", &site.place.name),
            ("organization_name", &site.place.organization_name),
            ("door", &site.place.door),
            ("access", &site.place.access),
            ("description", &site.description),
        ],
        lang,
    );
    if lang != Lang::En {
        for member in ["address", "whereabouts", "source_in_words"] {
            spoken.insert(member, Lang::En.tag());
        }
    }
    spoken
}

fn in_words(hours: Option<&str>, find_out: FindOut, lang: Lang) -> Option<String> {
    let hours = HoursText::parse(hours?).ok()?;
    words::text_in_words_of(&hours, find_out, lang).map(|words| words::capital(&words))
}

/// Where an opening runs on although nobody vouches for it any more, see [`BundledService::runs_on`].
fn runs_on(
    snapshot: &Snapshot,
    ix: ServiceIx,
    spans: &[Span],
    (from, to): (Timestamp, Timestamp),
) -> Option<(i64, i64)> {
    let lapses = snapshot.relied_until(ix)?;
    let cut = |span: &&Span| span.state == OpenState::Open && span.end == lapses;
    spans.iter().find(cut)?;
    let usual = snapshot.usual_spans(ix, from, to);
    let whole = usual
        .iter()
        .find(|usual| usual.start < lapses && lapses < usual.end)?;
    Some((minute(lapses), minute(whole.end)))
}
