//! "When?" on the list: now, tonight, tomorrow morning, or a day one chooses. What is not now is a preview, and says so.

use jiff::{Timestamp, ToSpan as _, civil::DateTime};
use signpost_answers::Speaker;
use signpost_hours::Zone;
use signpost_web::PageContext;

/// Before this hour the day before is not over, and "tomorrow" would be misread.
const DAY_BEGINS: i8 = 5;
/// What "in the morning" and "tonight" mean.
const MORNING: i8 = 9;
const TONIGHT: i8 = 21;

/// The choice of a time.
pub(crate) struct When {
    /// Now, and the times that many ask for.
    pub links: Vec<WhenLink>,
    /// The first day one can choose, `2026-11-25`.
    pub today: String,
}

/// One time as a link to the same list.
pub(crate) struct WhenLink {
    /// "Tonight".
    pub name: String,
    /// The list at that time.
    pub href: String,
    /// Whether it is the one shown.
    pub current: bool,
}

impl When {
    /// The times to choose from; `list` is the list of this moment, such as `/?need=food`.
    pub(crate) fn of(f: &PageContext, zone: &Zone, now: Timestamp, list: &str) -> Self {
        let wall = zone.wall(now);
        let today = wall.date();
        let clock = |hour| today.at(hour, 0, 0, 0);
        let is_night = wall.hour() < DAY_BEGINS;
        let mut times: Vec<(&str, Option<DateTime>)> = vec![("when-now", None)];
        if !is_night && wall.hour() < TONIGHT {
            times.push(("when-tonight", Some(clock(TONIGHT))));
        }
        if is_night {
            times.push(("when-this-morning", Some(clock(MORNING))));
        } else if let Ok(morning) = clock(MORNING).checked_add(1.day()) {
            times.push(("when-tomorrow", Some(morning)));
        }
        let shown = f.instant().trim_start_matches("at=").to_owned();
        let links = times.into_iter().map(|(key, time)| {
            let at = time.map(|time| time.strftime("%Y-%m-%dT%H:%M").to_string());
            let sign = if list.contains('?') { '&' } else { '?' };
            let address = match &at {
                Some(at) => format!("{list}{sign}at={at}"),
                None => list.to_owned(),
            };
            WhenLink {
                name: f.t(key),
                // Not of the instant that is shown: of its own.
                href: Speaker::link(f, &address),
                current: at.unwrap_or_default() == shown,
            }
        });
        Self {
            links: links.collect(),
            today: today.to_string(),
        }
    }
}
