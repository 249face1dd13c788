//! One change of the history in words.

use signpost_answers::plan::{Names, difference_lines};
use signpost_changes::{differences, words};
use signpost_domain::{Organization, Plan, Site, SiteSlug};
use signpost_locate::Snapshot;
use signpost_store::{Revision, SubjectKind};

use super::reason::reason;
use crate::access::{Authors, PortalContext, town_time};

/// A change as a reader sees it.
pub(crate) struct Entry {
    pub sequence: u64,
    pub when: String,
    /// When and by whom.
    pub head: String,
    pub reason: String,
    /// What it is about, for lists of several things.
    pub subject: String,
    /// The site it is about, when there still is one.
    pub slug: Option<SiteSlug>,
    /// What became what.
    pub lines: Vec<String>,
    /// Whether it can be taken back: a change of a site that was there before and is still there.
    pub revertible: bool,
}

/// A revision in words.
pub(crate) fn entry(
    f: &PortalContext,
    authors: &Authors,
    snapshot: &Snapshot,
    revision: &Revision,
) -> Entry {
    let slug: Option<SiteSlug> = match revision.kind {
        SubjectKind::Site => revision.id.parse().ok(),
        _ => None,
    };
    let slug = slug.filter(|slug| snapshot.find(slug).is_some());
    let when = town_time(f, snapshot, revision.at);
    Entry {
        sequence: revision.sequence,
        head: f.t2(
            "st-entry",
            ("when", &when),
            ("who", &authors.named(&revision.author)),
        ),
        when,
        reason: reason(f, authors, &revision.reason),
        subject: subject(f, revision),
        lines: lines(f, snapshot, revision),
        revertible: slug.is_some() && revision.before.is_some() && revision.after.is_some(),
        slug,
    }
}

/// A site as a revision's JSON has it.
pub(crate) fn site(json: Option<&str>) -> Option<Site> {
    serde_json::from_str(json?).ok()
}

fn subject(f: &PortalContext, revision: &Revision) -> String {
    let json = revision.after.as_deref().or(revision.before.as_deref());
    let name = match revision.kind {
        SubjectKind::Site => site(json).map(|site| site.name),
        SubjectKind::Organization => json
            .and_then(|json| serde_json::from_str::<Organization>(json).ok())
            .map(|organization| organization.name),
        _ => None,
    };
    name.map_or_else(
        || match revision.kind {
            SubjectKind::Settings => f.t("st-subject-settings"),
            SubjectKind::Line => f.t1("st-subject-line", "id", &revision.id),
            SubjectKind::Landmark => f.t1("st-subject-landmark", "id", &revision.id),
            SubjectKind::Ground => f.t("st-subject-ground"),
            SubjectKind::Plan => f.t1("st-subject-plan", "id", &revision.id),
            SubjectKind::Site | SubjectKind::Organization => revision.id.clone(),
        },
        |name| name.words(f.lang).to_owned(),
    )
}

fn lines(f: &PortalContext, snapshot: &Snapshot, revision: &Revision) -> Vec<String> {
    let (before, after) = (revision.before.as_deref(), revision.after.as_deref());
    match (before, after) {
        (None, _) => vec![f.t("st-added")],
        (_, None) => vec![f.t("st-removed")],
        _ => match revision.kind {
            SubjectKind::Site => {
                let (before, after) = (site(before), site(after));
                let found = differences(before.as_ref(), after.as_ref());
                words::of(&found, &snapshot.directory().needs, f.lang)
            }
            SubjectKind::Plan => plan_lines(f, snapshot, before, after),
            _ => vec![f.t("st-changed")],
        },
    }
}

/// What differs between two texts of a version; that only an approval was added is said by its reason.
fn plan_lines(
    f: &PortalContext,
    snapshot: &Snapshot,
    before: Option<&str>,
    after: Option<&str>,
) -> Vec<String> {
    let plan = |json: Option<&str>| serde_json::from_str::<Plan>(json?).ok();
    let names = Names {
        directory: snapshot.directory(),
        speaker: f.speaker(),
    };
    match plan(before).zip(plan(after)) {
        Some((before, after)) => {
            difference_lines(&names, &signpost_plan::differences(&before, &after))
        }
        None => vec![f.t("st-changed")],
    }
}
