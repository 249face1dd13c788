//! Which items: the parameters of a list, read as the standard has them.

use std::str::FromStr;

use jiff::{Timestamp, civil::Date};
use signpost_domain::{LonLat, Site};
use signpost_hours::Zone;
use signpost_locate::BBox;
use signpost_web::{ApiError, params::Params};

/// The most items of one answer; more are asked for in vain, as the standard wants it.
pub(super) const MOST: usize = 1_000;
/// The items of an answer when nobody says how many.
pub(super) const USUAL: usize = 100;
/// What a list takes.
pub(super) const NAMES: [&str; 7] = [
    "limit",
    "offset",
    "bbox",
    "datetime",
    "organization",
    "kind",
    "locality",
];

/// How many items at most.
struct Limit(usize);

impl FromStr for Limit {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits {
            return Err("write a whole number from 1");
        }
        // Digits that are no number are a number that is too large.
        let number = text.parse().unwrap_or(MOST);
        if number == 0 {
            return Err("write a whole number from 1");
        }
        Ok(Self(MOST.min(number)))
    }
}

/// How many items come before the first.
struct Offset(usize);

impl FromStr for Offset {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = text.parse().ok().filter(|_| digits);
        number
            .map(Self)
            .ok_or("write a whole number from 0 to 999999999")
    }
}

/// Four numbers, or six with heights, which nothing here has.
struct Bounds(BBox);

impl FromStr for Bounds {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts: Vec<&str> = text.split(',').collect();
        let flat = match parts.as_slice() {
            [west, south, low, east, north, high] => {
                let heights: Option<Vec<f64>> = [low, high]
                    .iter()
                    .map(|one| one.trim().parse().ok())
                    .collect();
                if !heights.is_some_and(|both| both.iter().all(|one: &f64| one.is_finite())) {
                    return Err("the heights are not finite numbers".to_owned());
                }
                [*west, *south, *east, *north].join(",")
            }
            _ => text.to_owned(),
        };
        flat.parse()
            .map(Self)
            .map_err(|fault: <BBox as FromStr>::Err| fault.to_string())
    }
}

/// An instant, or from one to another; either end may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Interval {
    from: Option<Timestamp>,
    to: Option<Timestamp>,
}

const INSTANT: &str = "write an instant such as 2026-11-22T19:30:00Z, or two with / between them, \
     of which one may be .. (a + is %2B in an address)";

/// How long a day is as it is written.
const DAY: usize = "2026-11-22".len();

fn instant(text: &str, ends: bool) -> Result<Timestamp, &'static str> {
    if let Ok(at) = text.parse() {
        return Ok(at);
    }
    let day: Option<Date> = text.parse().ok().filter(|_| text.len() == DAY);
    let day = day.ok_or(INSTANT)?;
    let time = if ends {
        day.at(23, 59, 59, 0)
    } else {
        day.at(0, 0, 0, 0)
    };
    let zoned = time.in_tz("UTC").map_err(|_far| INSTANT)?;
    Ok(zoned.timestamp())
}

impl FromStr for Interval {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let Some((from, to)) = text.split_once('/') else {
            return Ok(Self {
                from: Some(instant(text, false)?),
                to: Some(instant(text, true)?),
            });
        };
        let end = |text: &str, ends| match text {
            "" | ".." => Ok(None),
            text => instant(text, ends).map(Some),
        };
        let interval = Self {
            from: end(from, false)?,
            to: end(to, true)?,
        };
        match (interval.from, interval.to) {
            (None, None) => Err("one end of it must be an instant"),
            (Some(from), Some(to)) if to < from => Err("it ends before it begins"),
            _ => Ok(interval),
        }
    }
}

/// A list of items.
pub(super) struct ItemsQuery {
    pub limit: usize,
    pub offset: usize,
    bbox: Option<BBox>,
    datetime: Option<Interval>,
    organization: Option<String>,
    kind: Option<String>,
    locality: Option<String>,
}

impl ItemsQuery {
    pub(super) fn read(params: &Params) -> Result<Self, ApiError> {
        let text = |name| params.text(name).map(str::to_lowercase);
        Ok(Self {
            limit: params.value("limit")?.map_or(USUAL, |Limit(most)| most),
            offset: params.value("offset")?.map_or(0, |Offset(skip)| skip),
            bbox: params.value("bbox")?.map(|Bounds(bbox)| bbox),
            datetime: params.value("datetime")?,
            organization: text("organization"),
            kind: text("kind"),
            locality: text("locality"),
        })
    }

    /// Whether it asks for this site. What has no point is in every box, and what has no days is there at every time, as the standard wants it.
    pub(super) fn fits(&self, site: &Site, zone: &Zone) -> bool {
        let is = |asked: &Option<String>, own: &str| {
            asked
                .as_ref()
                .is_none_or(|asked| *asked == own.to_lowercase())
        };
        let in_box = |point: LonLat| self.bbox.is_none_or(|bbox| bbox.contains(point));
        is(&self.organization, site.organization.as_str())
            && is(&self.kind, site.kind.code())
            && is(&self.locality, &site.locality)
            && site.point.is_none_or(in_box)
            && self.datetime.is_none_or(|asked| stands(site, zone, asked))
    }
}

/// The first and last day of a place to leave used needles.
pub(super) fn days(site: &Site) -> (Option<Date>, Option<Date>) {
    let point = site.disposal_point.as_ref();
    point.map_or((None, None), |point| (point.since, point.until))
}

fn stands(site: &Site, zone: &Zone, asked: Interval) -> bool {
    let (first, last) = days(site);
    let begins = |first: Date| asked.to.is_none_or(|to| first <= zone.day(to));
    let ends = |last: Date| asked.from.is_none_or(|from| zone.day(from) <= last);
    first.is_none_or(begins) && last.is_none_or(ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_capped_and_what_is_no_number_is_refused() {
        for (text, right) in [
            ("1", 1),
            ("1000", MOST),
            ("1001", MOST),
            (&"9".repeat(25), MOST),
        ] {
            assert_eq!(
                text.parse::<Limit>().map(|limit| limit.0),
                Ok(right),
                "{text}"
            );
        }
        for text in ["", "0", "-1", "1.5", "unlimited", "+1", " 1"] {
            assert!(text.parse::<Limit>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_box_has_four_numbers_or_six_and_may_cross_the_antimeridian() {
        for text in [
            "177,65,-177,70",
            "-.5,-.5,.5,.5",
            "-1.8E2,-9E1,1.8E2,9E1",
            "-95,49,-1000,-94,50,9000",
        ] {
            assert!(text.parse::<Bounds>().is_ok(), "{text}");
        }
        for text in [
            "1,2,3",
            "1,2,3,4,5",
            "NaN,0,1,1",
            "-95,49,inf,-94,50,0",
            ",,,",
            "0,-91,1,95",
        ] {
            assert!(text.parse::<Bounds>().is_err(), "{text}");
        }
    }

    #[test]
    fn an_interval_has_one_end_at_least_and_goes_forward() {
        for text in [
            "2026-01-01T00:00:00Z",
            "2026-01-01",
            "../2026-01-01T00:00:00Z",
            "2026-01-01T00:00:00-06:00/",
            "2026-01-01/2026-01-01",
        ] {
            assert!(text.parse::<Interval>().is_ok(), "{text}");
        }
        for text in [
            "not-a-date",
            "2025-13-45T00:00:00Z",
            "../..",
            "/",
            "2026-01-02T00:00:00Z/2026-01-01T00:00:00Z",
            "2025-01-01T00:00:00Z/2025-02-01T00:00:00Z/..",
        ] {
            assert!(text.parse::<Interval>().is_err(), "{text}");
        }
    }
}
