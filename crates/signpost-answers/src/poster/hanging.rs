//! Whether posters that hang still say what holds, and until when.

use jiff::{Timestamp, ToSpan as _, civil::Date};
use signpost_domain::{HangingPoster, PosterSays, SiteSlug};
use signpost_locate::Snapshot;
use signpost_plan::{Redirection, ahead::AHEAD_DAYS};

use super::door::{Prints, of_door, on, same_print, says, turns};

/// What became of a poster since it was put up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It says what holds.
    Right,
    /// It says what an approved plan says from a later day on.
    Early(Date),
    /// Something else holds, or its door sends people elsewhere.
    Other(Vec<Differs>),
    /// No approved plan sends people on from there.
    Ended,
}

/// What differs between a poster and what would be printed in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Differs {
    /// The plan's sentence.
    Sentence,
    /// Whom to call.
    Phone,
    /// The number to text.
    TextNumber,
    /// The address in its code.
    Address,
    /// Only where people are sent, which is not printed: these now.
    Places(Vec<SiteSlug>),
}

/// A poster that hangs, as it stands today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hanging {
    /// The poster.
    pub poster: HangingPoster,
    /// Whether it is right today.
    pub standing: Standing,
    /// When it is: the first day within 60 on which it is not, and what then holds.
    pub next: Option<(Date, Standing)>,
}

impl Hanging {
    /// Whether somebody has to do something about it today.
    #[must_use]
    pub const fn is_wrong(&self) -> bool {
        matches!(self.standing, Standing::Other(_) | Standing::Ended)
    }
}

/// What is known of the server that posters lead to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Knows<'a> {
    /// How it is reached; `None` when nobody said.
    pub address: Option<&'a str>,
    /// The number to text, empty where there is none; `None` when that is not known here.
    pub text_number: Option<&'a str>,
}

/// How posters that hang stand, in their order. Addresses are compared where it is known how this server is reached.
#[must_use]
pub fn hanging(
    snapshot: &Snapshot,
    posters: Vec<HangingPoster>,
    knows: &Knows<'_>,
    at: Timestamp,
) -> Vec<Hanging> {
    if posters.is_empty() {
        return Vec::new();
    }
    let today = snapshot.town_zone().day(at);
    let ahead = (0..=AHEAD_DAYS).map(|ahead| today.saturating_add(ahead.days()));
    let days: Vec<(Date, Vec<Redirection>)> = ahead.map(|day| (day, on(snapshot, day))).collect();
    let later: Vec<(Date, Vec<Redirection>)> = turns(snapshot, today)
        .map(|day| (day, on(snapshot, day)))
        .collect();
    let found = posters.into_iter().map(|poster| {
        let holds = |day: &[Redirection]| {
            let found = of_door(day, &poster.door)?;
            let hangs = &poster.says;
            let prints = Prints {
                address: knows.address.unwrap_or_default(),
                text_number: knows.text_number.or(Some(&hangs.text_number)),
            };
            let (mut says, _) = says(snapshot, found, &prints);
            // Without a number it is a sheet with less on it, not a wrong one.
            if hangs.text_number.is_empty() {
                says.text_number.clear();
            }
            if knows.address.is_none() {
                says.address.clone_from(&poster.says.address);
            }
            Some(says)
        };
        let mut standings = days.iter().map(|(day, on_day)| {
            let standing = holds(on_day).map_or(Standing::Ended, |now| against(&poster.says, &now));
            (*day, standing)
        });
        let standing = standings.next().map_or(Standing::Right, |(_, now)| now);
        let (standing, next) = if standing == Standing::Right {
            let next = standings.find(|(_, then)| *then != Standing::Right);
            (standing, next)
        } else {
            // Printed for another address of this server, it is still that day's sheet.
            let early = later.iter().find_map(|(first, day)| {
                let then = holds(day)?;
                let elsewhere = then.address != poster.says.address;
                let here = PosterSays {
                    address: poster.says.address.clone(),
                    ..then
                };
                same_print(&here, &poster.says).then_some((*first, elsewhere))
            });
            let paper_is_right =
                matches!(&standing, Standing::Other(what) if matches!(**what, [Differs::Places(_)]));
            match early {
                Some((_, true)) if !paper_is_right => {
                    (Standing::Other(vec![Differs::Address]), None)
                }
                // From its day on it is watched like any other.
                Some((first, false)) if !paper_is_right => {
                    let then = days.iter().filter(|(day, _)| *day >= first);
                    let mut standings = then.map(|(day, on_day)| {
                        let now = holds(on_day);
                        let then = now.map_or(Standing::Ended, |now| against(&poster.says, &now));
                        (*day, then)
                    });
                    let next = standings.find(|(_, then)| *then != Standing::Right);
                    (Standing::Early(first), next)
                }
                _ => (standing, None),
            }
        };
        Hanging {
            poster,
            standing,
            next,
        }
    });
    found.collect()
}

fn against(hangs: &PosterSays, now: &PosterSays) -> Standing {
    let mut differs = Vec::new();
    if hangs.sentence != now.sentence {
        differs.push(Differs::Sentence);
    }
    if hangs.phone != now.phone {
        differs.push(Differs::Phone);
    }
    if hangs.text_number != now.text_number {
        differs.push(Differs::TextNumber);
    }
    if hangs.address != now.address {
        differs.push(Differs::Address);
    }
    if differs.is_empty() && hangs.places != now.places {
        differs.push(Differs::Places(now.places.clone()));
    }
    if differs.is_empty() {
        Standing::Right
    } else {
        Standing::Other(differs)
    }
}
