//! When the weekly letters go: on Monday at nine, or later that week when something comes up later; one to each person for whom something
//! is due.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp, ToSpan as _, civil::time};
use signpost_domain::{NeedCode, SiteSlug};
use signpost_editing::{EditError, Live, changed_lately};
use signpost_hours::Zone;
use signpost_plan::ahead::Ahead;
use signpost_store::{Account, ProposalQuery, Role, Store};

use super::{
    Mailing, ahead,
    boxes::boxes_due,
    digest::{self, Everywhere, ForStewards},
    posters,
};
use crate::{Letter, MailError};

/// How often it is looked whether a letter is due. A server that was down on Monday sends when it is up again.
const EVERY: Duration = Duration::from_mins(10);

/// Two letters to one person are never closer than this, though a week's letter came late.
const APART: SignedDuration = SignedDuration::from_hours(4 * 24);

/// What became of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MailingRound {
    /// Letters the mail server took.
    pub sent: usize,
    /// Letters it did not take. They are tried again in the next round, or next week when it refused them for good.
    pub failed: usize,
}

/// Sends what is due, again and again.
pub async fn send_letters_forever(live: &Live, post: &Mailing) {
    loop {
        if !at_work(live.snapshot().town_zone(), live.now()) {
            tokio::time::sleep(EVERY).await;
            continue;
        }
        match send_letters_due(live, post).await {
            Ok(MailingRound { sent: 0, failed: 0 }) => {}
            Ok(MailingRound { sent, failed }) => tracing::info!(sent, failed, "weekly letters"),
            Err(error) => tracing::warn!(
                cause = error.cause().unwrap_or_default(),
                "the weekly letters could not be made"
            ),
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// The letters that would go now, written with links that begin with `root`. Nothing is sent and nothing noted.
///
/// # Errors
/// When the database cannot be read.
pub async fn letters_due(live: &Live, root: &str) -> Result<Vec<Letter>, EditError> {
    let found = found(live, root).await?;
    Ok(found.into_iter().map(|(_, letter)| letter).collect())
}

/// Sends the letters that are due, each at most once a week, and notes it. Without a database nothing happens.
///
/// # Errors
/// When the database cannot be read or written.
pub async fn send_letters_due(live: &Live, post: &Mailing) -> Result<MailingRound, EditError> {
    let mut round = MailingRound::default();
    let Some(store) = live.store() else {
        return Ok(round);
    };
    let began = week_began(live.snapshot().town_zone(), live.now());
    for (account, letter) in found(live, post.root()).await? {
        let id = account.id.0;
        let before = store.reminded(id).await?;
        // Noted before it is sent: of two servers on one database only one sends.
        if !store.remind(id, just_before(began), live.now()).await? {
            continue;
        }
        if let Err(error) = post.send(&letter).await {
            tracing::warn!(cause = %error, "a weekly letter could not be sent");
            // What is refused for good would be refused every time: next week is early enough.
            if error != MailError::Refused {
                store.remind_again(id, before).await?;
            }
            round.failed += 1;
        } else {
            round.sent += 1;
        }
    }
    Ok(round)
}

async fn found(live: &Live, root: &str) -> Result<Vec<(Account, Letter)>, EditError> {
    let store = live.database()?;
    let (snapshot, now) = (live.snapshot_to_keep(), live.now());
    let began = week_began(snapshot.town_zone(), now);
    let waiting = waiting(store).await?;
    let today = snapshot.town_zone().day(now);
    // Worked out when the first steward is to have a letter.
    let mut coming: Option<Vec<Ahead>> = None;
    let hanging = posters::standing(store, &snapshot, root, now).await?;
    let boxes = boxes_due(store, &snapshot, now).await?;
    let changed_lately =
        |site: &SiteSlug, need: &NeedCode| changed_lately(live, site, need).is_some();
    let everywhere = Everywhere {
        boxes: &boxes,
        changed_lately: &changed_lately,
    };
    let mut letters = Vec::new();
    for account in store.accounts().await? {
        // Who never set a password is not here yet.
        if account.disabled_at.is_some() || !account.has_password {
            continue;
        }
        let last = store.reminded(account.id.0).await?;
        if last.is_some_and(|last| last >= began || now.duration_since(last) < APART) {
            continue;
        }
        if account.role == Role::Steward && coming.is_none() {
            coming = Some(ahead::worked_out(&snapshot, now).await?);
        }
        let last = last.map(|last| snapshot.town_zone().day(last));
        let stewards = ForStewards {
            waiting,
            ahead: ahead::news(coming.as_deref().unwrap_or_default(), today, last),
            posters: posters::news(&hanging, today, last),
        };
        if let Some(letter) =
            digest::letter(&snapshot, &account, (&stewards, &everywhere), root, now)
        {
            letters.push((account, letter));
        }
    }
    Ok(letters)
}

async fn waiting(store: &Store) -> Result<usize, EditError> {
    let open = ProposalQuery {
        open_only: true,
        ..ProposalQuery::default()
    };
    Ok(store.proposals(&open).await?.len() + store.claims_waiting().await?)
}

/// Whether people are at work in town: from Monday to Friday, nine to five. What comes up at night waits for the morning.
fn at_work(zone: &Zone, now: Timestamp) -> bool {
    let wall = zone.wall(now);
    wall.weekday().to_monday_zero_offset() < 5 && (9..17).contains(&wall.hour())
}

/// The last Monday at nine in town.
fn week_began(zone: &Zone, now: Timestamp) -> Timestamp {
    let today = zone.day(now);
    let monday = today.saturating_sub(i32::from(today.weekday().to_monday_zero_offset()).days());
    let began = |day: jiff::civil::Date| zone.instant(day.to_datetime(time(9, 0, 0, 0)));
    if began(monday) <= now {
        began(monday)
    } else {
        began(monday.saturating_sub(7.days()))
    }
}

fn just_before(at: Timestamp) -> Timestamp {
    at.saturating_sub(1.second()).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_while_people_are_at_work() {
        let zone = Zone::named("America/Winnipeg").unwrap();
        for (at, work) in [
            ("2026-11-23T09:00:00-05:00", true),
            ("2026-11-27T16:59:00-05:00", true),
            ("2026-11-23T08:59:00-05:00", false),
            ("2026-11-25T17:00:00-05:00", false),
            ("2026-11-26T00:10:00-05:00", false),
            ("2026-11-28T12:00:00-05:00", false),
        ] {
            assert_eq!(at_work(&zone, at.parse().unwrap()), work, "{at}");
        }
    }

    #[test]
    fn a_week_begins_on_monday_at_nine_in_town() {
        let zone = Zone::named("America/Winnipeg").unwrap();
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let wall = |text: &str| zone.wall(week_began(&zone, at(text))).to_string();
        assert_eq!(wall("2026-11-25T14:15:00-05:00"), "2026-11-23T09:00:00");
        assert_eq!(wall("2026-11-23T09:00:00-05:00"), "2026-11-23T09:00:00");
        assert_eq!(wall("2026-11-23T08:59:59-05:00"), "2026-11-16T09:00:00");
        assert_eq!(wall("2026-11-22T23:00:00-05:00"), "2026-11-16T09:00:00");
    }
}
