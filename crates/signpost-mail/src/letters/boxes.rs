//! Places to leave used needles: those that somebody said are full, and those whose service is due, for who owns them and the subcommittee.

use jiff::{Timestamp, ToSpan as _, civil::Date};
use signpost_answers::{LocalizedText, Speaker};
use signpost_disposal::Upkeep;
use signpost_domain::{Lang, OrganizationId};
use signpost_editing::EditError;
use signpost_hours::words;
use signpost_locate::{SiteIx, Snapshot};
use signpost_store::Store;

/// How long before it is due a service is spoken of: until the next letter.
///
/// # Units
/// Days.
const SOON: i64 = 7;

/// A place to look after.
pub struct BoxDue {
    site: SiteIx,
    /// Since when somebody says that it is full.
    full: Option<Date>,
    /// When its service is due or was, where that is over or near.
    due: Option<(Date, bool)>,
}

/// All of them, those that are full first, then the longest overdue.
pub(super) async fn boxes_due(
    store: &Store,
    snapshot: &Snapshot,
    now: Timestamp,
) -> Result<Vec<BoxDue>, EditError> {
    let today = snapshot.town_zone().day(now);
    let (emptied, full) = (store.last_emptied().await?, store.reported_full().await?);
    let upkeep = Upkeep::new(snapshot, emptied, full, today);
    let near = today.saturating_add(SOON.days());
    let mut found: Vec<BoxDue> = snapshot
        .sites()
        .filter_map(|ix| {
            let site = snapshot.site(ix);
            let point = site.disposal_point.as_ref()?;
            if !point.stands_on(today) {
                return None;
            }
            let standing = upkeep.of(&site.slug, Some(point));
            let due = standing.due.filter(|due| *due <= near);
            let one = BoxDue {
                site: ix,
                full: standing.reported,
                due: due.map(|due| (due, standing.overdue)),
            };
            (one.full.is_some() || one.due.is_some()).then_some(one)
        })
        .collect();
    found.sort_by_key(|one| (one.full.is_none(), one.due));
    Ok(found)
}

/// Those of an organization; all of them for who looks at the whole town.
pub(super) fn own<'b>(
    boxes: &'b [BoxDue],
    snapshot: &Snapshot,
    own: Option<&OrganizationId>,
) -> Vec<&'b BoxDue> {
    let is_own = |one: &&BoxDue| own.is_none_or(|own| snapshot.organization(one.site).id == *own);
    boxes.iter().filter(is_own).collect()
}

/// What is said of one, and the path of its log.
pub(super) fn line(snapshot: &Snapshot, one: &BoxDue, lang: Lang) -> (String, String) {
    let f = Speaker::of(lang);
    let site = snapshot.site(one.site);
    let day = |day: Date| words::date(day, lang);
    let full = one
        .full
        .map(|since| f.t1("log-reported", "day", day(since)));
    let due = one.due.map(|(due, over)| {
        f.t1(
            if over { "log-overdue" } else { "log-due" },
            "day",
            day(due),
        )
    });
    let name = LocalizedText::of(&site.name, lang).to_string();
    let lines = [Some(name), full, due].into_iter().flatten();
    let said = lines.collect::<Vec<_>>().join("\n");
    (said, format!("/disposal/service/{}", site.slug))
}
