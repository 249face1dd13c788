//! Closings and special hours as a calendar.

use std::collections::HashSet;

use icalendar::Calendar;
use jiff::{ToSpan as _, civil::Date};
use signpost_answers::Speaker;
use signpost_changes::Past;
use signpost_domain::{Exception, ExceptionId, Site, SiteSlug};
use signpost_locate::Snapshot;

use crate::{
    event::{About, Saying},
    public::{Only, public_site},
};

/// For how long what is over stays in the calendar.
///
/// # Units
/// Days.
const KEPT: i64 = 60;

/// The calendar: what is different from usual hours at the places of a snapshot, and what was taken back lately.
#[must_use]
pub fn calendar(
    snapshot: &Snapshot,
    past: &Past,
    speaker: &Speaker,
    only: &Only,
    (today, origin): (Date, &str),
) -> String {
    let directory = snapshot.directory();
    let saying = Saying {
        speaker,
        needs: &directory.needs,
        origin,
        today,
    };
    let earliest = today.saturating_sub(KEPT.days());
    let told = |exception: &Exception| {
        !exception.is_over(earliest) && only.takes_need(exception.need.as_ref())
    };
    let mut calendar = Calendar::new();
    let name = speaker.t1("feed-title", "town", directory.title.words(speaker.lang));
    calendar.name(&name);
    let mut there: HashSet<(&SiteSlug, &ExceptionId)> = HashSet::new();
    for ix in snapshot.sites() {
        let site = snapshot.site(ix);
        for exception in &site.exceptions {
            there.insert((&site.slug, &exception.id));
            if only.takes(site) && told(exception) {
                calendar.push(saying.event(&About {
                    site,
                    exception,
                    version: snapshot.version(ix),
                    changed: past.changed(&site.slug, &exception.id),
                    cancelled: false,
                }));
            }
        }
    }
    // What was there before a change and is not there now. Of several the newest tells how it was.
    for change in past.changes() {
        if public_site(snapshot, change).is_none() {
            continue;
        }
        let Some(before) = change.before.as_ref().filter(|site| only.takes(site)) else {
            continue;
        };
        for exception in gone(before, change.after.as_ref()) {
            if there.insert((&before.slug, &exception.id)) && told(exception) {
                calendar.push(saying.event(&About {
                    site: before,
                    exception,
                    version: change.sequence,
                    changed: Some(change.at),
                    cancelled: true,
                }));
            }
        }
    }
    calendar.done().to_string()
}

/// The exceptions of a place that a change took away.
fn gone<'a>(before: &'a Site, after: Option<&'a Site>) -> impl Iterator<Item = &'a Exception> {
    let still = move |id: &ExceptionId| {
        after.is_some_and(|after| after.exceptions.iter().any(|one| one.id == *id))
    };
    before.exceptions.iter().filter(move |one| !still(&one.id))
}
