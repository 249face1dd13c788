//! One exception as an event: its days, or its times where they are one span of one day.

use std::sync::LazyLock;

use icalendar::{Component as _, Event, EventLike as _, EventStatus, Property};
use jiff::{Timestamp, ToSpan as _, Zoned, civil::Date, tz::TimeZone};
use signpost_answers::{Speaker, locale_path, site_words::whereabouts};
use signpost_domain::{Exception, ExceptionKind, HolidayChoice, Need, NeedCode, Site};
use signpost_hours::{Calendar, HoursText, OpenState, Schedule, Zone, words};

static NO_HOLIDAYS: LazyLock<Calendar> = LazyLock::new(Calendar::default);

/// What an event is made of.
pub(crate) struct About<'a> {
    pub site: &'a Site,
    pub exception: &'a Exception,
    /// The version of the place, which only grows.
    pub version: u64,
    /// When it was changed last, as far as that is known.
    pub changed: Option<Timestamp>,
    /// Whether somebody took it back.
    pub cancelled: bool,
}

/// Words and addresses.
pub(crate) struct Saying<'a> {
    pub speaker: &'a Speaker,
    pub needs: &'a [Need],
    /// `https://signpost.example`; empty where nobody said where this server is.
    pub origin: &'a str,
    /// Today, in town.
    pub today: Date,
}

impl Saying<'_> {
    /// The event.
    pub(crate) fn event(&self, about: &About<'_>) -> Event {
        let (site, exception) = (about.site, about.exception);
        let mut event = Event::new();
        event.uid(&uid(site, exception));
        put(&mut event, "SEQUENCE", &about.version.to_string());
        // Without a day of the change, one that does not move: a file that is the same has the same tag.
        let changed = about.changed.unwrap_or_else(|| midnight(exception.first));
        put(&mut event, "DTSTAMP", &utc(changed));
        if about.changed.is_some() {
            put(&mut event, "LAST-MODIFIED", &utc(changed));
        }
        event.summary(&self.summary(site, exception));
        let told = self.description(exception);
        if !told.is_empty() {
            event.description(&told);
        }
        event.location(&whereabouts(&site.address, &site.locality));
        if !self.origin.is_empty() {
            let page = locale_path::address(self.speaker.lang, &format!("/sites/{}", site.slug));
            put(&mut event, "URL", &format!("{}{page}", self.origin));
        }
        self.when(&mut event, site, exception);
        // Whoever subscribes is not away because a place is closed.
        put(&mut event, "TRANSP", "TRANSPARENT");
        event.status(if about.cancelled {
            EventStatus::Cancelled
        } else {
            EventStatus::Confirmed
        });
        event.done()
    }

    /// "Cedar Circle House: Closed (Food)".
    fn summary(&self, site: &Site, exception: &Exception) -> String {
        let f = self.speaker;
        let what = f.t(match exception.kind_on(self.today.max(exception.first)) {
            ExceptionKind::Closed => "site-exception-closed",
            ExceptionKind::Open => "site-exception-open",
            ExceptionKind::Unknown => "site-exception-unknown",
            ExceptionKind::OutOfStock if exception.leaves_no_room() => "site-exception-full",
            ExceptionKind::OutOfStock => "site-exception-out-of-stock",
        });
        let what = what.trim_end_matches('.');
        let hours = exception.hours.as_deref();
        let hours = hours.and_then(|text| HoursText::parse(text).ok());
        let hours = hours.and_then(|hours| words::times_in_words(&hours, f.lang));
        let what = hours.map_or_else(|| what.to_owned(), |hours| format!("{what}, {hours}"));
        let need = exception.need.as_ref().and_then(|need| self.need(need));
        let need = need.map(|need| format!(" ({need})")).unwrap_or_default();
        format!("{}{}{what}{need}", site.name.words(f.lang), f.colon())
    }

    /// Why, and that nobody knows the end.
    fn description(&self, exception: &Exception) -> String {
        let f = self.speaker;
        let open_ended = exception.is_open_ended().then(|| {
            f.t1(
                "site-days-open",
                "first",
                words::date(exception.first, f.lang),
            )
        });
        let reason = exception.reason.words(f.lang).to_owned();
        let parts = open_ended.into_iter().chain([reason]);
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        parts.join(". ")
    }

    fn need(&self, code: &NeedCode) -> Option<String> {
        let need = self.needs.iter().find(|need| need.code == *code)?;
        Some(need.name.words(self.speaker.lang).to_owned())
    }

    /// Dates, or the times of one span of one day.
    fn when(&self, event: &mut Event, site: &Site, exception: &Exception) {
        if let Some((start, end)) = times(site, exception) {
            put(event, "DTSTART", &utc(start));
            put(event, "DTEND", &utc(end));
            return;
        }
        // Without an end it lasts at least until it is to be looked at, and until today: a day that nobody promised is not told as its last.
        let last = match exception.last {
            Some(last) if !exception.is_open_ended() => last,
            _ => exception.sure_until().max(self.today),
        };
        let after = last.checked_add(1.day()).unwrap_or(last);
        for (name, day) in [("DTSTART", exception.first), ("DTEND", after)] {
            let mut property = Property::new(name, day.strftime("%Y%m%d").to_string());
            property.add_parameter("VALUE", "DATE");
            event.append_property(property.done());
        }
    }
}

/// The same for as long as the exception has its id, whatever the server is called.
fn uid(site: &Site, exception: &Exception) -> String {
    format!("{}-{}@signpost", site.slug, exception.id)
}

/// From when to when, where the hours of one day are one span.
fn times(site: &Site, exception: &Exception) -> Option<(Timestamp, Timestamp)> {
    let one_day = exception.last == Some(exception.first) && !exception.is_open_ended();
    let text = exception.hours.as_deref().filter(|_| one_day)?;
    let zone = Zone::named(&site.zone).ok()?;
    let closed = HolidayChoice::ClosedOn(vec![]);
    let hours = HoursText::parse(text).ok()?;
    let schedule = Schedule::new(zone.clone(), Some(hours), &[], &closed, &NO_HOLIDAYS).ok()?;
    let day = exception.first;
    let from = zone.instant(day.at(0, 0, 0, 0));
    // A night that begins on the day runs on into the next.
    let to = zone.instant(day.tomorrow().ok()?.at(12, 0, 0, 0));
    let next = zone.instant(day.tomorrow().ok()?.at(0, 0, 0, 0));
    let spans = schedule.spans(from, to);
    let mut own = spans
        .iter()
        .filter(|span| span.state == OpenState::Open && (from..next).contains(&span.start));
    let (first, more) = (own.next()?, own.next());
    (more.is_none() && first.end < to).then_some((first.start, first.end))
}

fn put(event: &mut Event, name: &str, value: &str) {
    event.append_property(Property::new(name, value).done());
}

/// "20261212T160000Z".
fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

fn midnight(day: Date) -> Timestamp {
    let zoned: Option<Zoned> = day.to_zoned(TimeZone::UTC).ok();
    zoned.map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp())
}
