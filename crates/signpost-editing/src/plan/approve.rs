//! Approving a version: worth what it was checked against, and nothing when that has changed.

use std::{collections::BTreeSet, sync::Arc};

use jiff::civil::Date;
use signpost_domain::{Approval, NeedCode, Plan, PlanStatus};
use signpost_locate::Snapshot;
use signpost_plan::{
    PlanFault, Severity, as_approved, check_from, named_sites, plan_day, proof::Proof,
};
use signpost_store::{Cause, Reason, RevisionQuery, Store, SubjectKind};

use super::{Writing, prove::look_at, put};
use crate::{EditError, Live, Outage};

/// How many revisions are looked through for what changed.
const LOOKED_THROUGH: u32 = 500;
/// How often the proof is worked out anew when somebody writes meanwhile.
const TRIES: usize = 3;

/// A steward who approves.
#[derive(Debug, Clone)]
pub struct ApprovalRequest {
    /// Which version.
    pub version: u32,
    /// The sequence of the directory that was looked at.
    pub sequence: u64,
    /// The hash of the proof that was looked at.
    pub proof: String,
    /// How the history names who approves.
    pub author: String,
    /// The decision it rests on; never empty.
    pub decision: String,
    /// Why; may be empty.
    pub reason: String,
    /// How many stewards have to approve.
    pub needed: usize,
}

/// What became of it.
#[derive(Debug)]
pub enum Approving {
    /// The version has errors, or warnings among them.
    Faulty(Vec<PlanFault>),
    /// What was looked at is not what is there now.
    Changed(ChangedSince),
    /// This steward had approved it already; another has to.
    AlreadyYours,
    /// Counted; others have to approve too.
    Counted {
        /// How many have.
        given: usize,
        /// Of how many.
        needed: usize,
    },
    /// The version is approved.
    Approved,
}

/// What changed since somebody looked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedSince {
    /// Subjects of the history, each once, the latest change first.
    pub subjects: Vec<ChangedSubject>,
    /// The first day that is looked at now.
    pub day: Date,
    /// The needs that the versions are about.
    pub needs: BTreeSet<NeedCode>,
}

/// One of them, as it was when somebody looked and as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedSubject {
    /// What kind of thing it is.
    pub kind: SubjectKind,
    /// Which one.
    pub id: String,
    /// As it was, as JSON; `None` when it is new.
    pub before: Option<String>,
    /// As it is now; `None` when it is gone.
    pub after: Option<String>,
}

/// Approves a version, when it is still what was looked at.
///
/// # Errors
/// [`EditError::NotFound`] when there is no such draft, and when the database cannot be written; nothing was changed then.
pub async fn approve_plan(live: &Live, asked: ApprovalRequest) -> Result<Approving, EditError> {
    for _ in 0..TRIES {
        // The proof takes its time: it is worked out before the turn to write, and holds when nobody wrote in between.
        let loaded = live.database()?.load().await?;
        let directory = loaded.directory.as_ref();
        let directory = directory.ok_or_else(EditError::empty_database)?;
        let draft = draft_of(&directory.plans, asked.version)?.clone();
        let today = plan_day(&draft, live.snapshot().town_zone(), live.now());
        let faults = check_from(&as_approved(&draft), directory, today);
        if faults.iter().any(|fault| fault.severity == Severity::Error) {
            return Ok(Approving::Faulty(faults));
        }
        let snapshot = live.snapshot_to_keep();
        let looked_at = look_at(live, &directory.plans, &draft);
        let proof = live
            .proofs()
            .on(Arc::clone(&snapshot), looked_at.clone())
            .await?;
        if proof.hash != asked.proof {
            let subjects = changed(
                live.database()?,
                &asked,
                looked_at.before.as_ref(),
                &draft,
                &snapshot,
            );
            return Ok(Approving::Changed(ChangedSince {
                subjects: subjects.await?,
                day: looked_at.day,
                needs: needs(looked_at.before.as_ref(), &draft).cloned().collect(),
            }));
        }
        let sequence = loaded.sequence;
        let done = live
            .edit(async |store| {
                let loaded = store.load().await?;
                if loaded.sequence != sequence || snapshot.sequence() != sequence {
                    return Ok(None);
                }
                count(live, store, loaded, (&asked, &proof)).await.map(Some)
            })
            .await?;
        if let Some(done) = done {
            return Ok(done);
        }
        crate::refresh::follow(live).await;
    }
    Err(EditError::StoreDown {
        outage: Outage::Passing,
        cause: "the directory changes faster than it can be looked at".to_owned(),
    })
}

fn draft_of(plans: &[Plan], version: u32) -> Result<&Plan, EditError> {
    let mut drafts = plans.iter().filter(|plan| plan.status == PlanStatus::Draft);
    let found = drafts.find(|plan| plan.version == version);
    found.ok_or(EditError::NotFound)
}

/// Adds the approval, and publishes the version when there are enough.
async fn count(
    live: &Live,
    store: &Store,
    loaded: signpost_store::Loaded,
    (asked, proof): (&ApprovalRequest, &Proof),
) -> Result<Approving, EditError> {
    let found = store.plan(asked.version).await?;
    let (draft, revision) = found.ok_or(EditError::NotFound)?;
    let mut plan = draft;
    // Who approved what is not there any more has approved nothing.
    plan.approvals.retain(|one| one.proof == proof.hash);
    if plan.approvals.iter().any(|one| one.by == asked.author) {
        return Ok(Approving::AlreadyYours);
    }
    plan.approvals.push(Approval {
        by: asked.author.clone(),
        at: live.now(),
        sequence: proof.sequence,
        proof: proof.hash.clone(),
        day: proof.day,
        decision: asked.decision.clone(),
        reason: asked.reason.clone(),
    });
    let given = plan.approvals.len();
    let enough = given >= asked.needed;
    let plan = if enough {
        let mut approved = as_approved(&plan);
        if approved.decision.is_empty() {
            approved.decision.clone_from(&asked.decision);
        }
        approved
    } else {
        plan
    };
    let cause = if enough {
        Cause::PlanApproved
    } else {
        Cause::PlanAgreed
    };
    let words = [asked.decision.as_str(), asked.reason.as_str()];
    let words: Vec<&str> = words.into_iter().filter(|part| !part.is_empty()).collect();
    let writing = Writing {
        expected: Some(revision),
        plan,
        author: asked.author.clone(),
        reason: Reason {
            cause,
            words: words.join("; "),
            ..Reason::default()
        },
    };
    put(live, store, loaded, writing).await?;
    Ok(if enough {
        Approving::Approved
    } else {
        Approving::Counted {
            given,
            needed: asked.needed,
        }
    })
}

/// Every need that two versions are about, or send people to.
fn needs<'p>(before: Option<&'p Plan>, draft: &'p Plan) -> impl Iterator<Item = &'p NeedCode> {
    let rules = before
        .into_iter()
        .chain([draft])
        .flat_map(|plan| &plan.rules);
    rules.flat_map(|rule| {
        let targets = rule.targets.iter().map(|target| target.need(rule));
        std::iter::once(&rule.need).chain(targets)
    })
}

/// What the history says of the sites, organizations and versions that the proof rests on, since it was looked at.
async fn changed(
    store: &Store,
    asked: &ApprovalRequest,
    before: Option<&Plan>,
    draft: &Plan,
    snapshot: &Snapshot,
) -> Result<Vec<ChangedSubject>, EditError> {
    let query = RevisionQuery {
        limit: LOOKED_THROUGH,
        ..RevisionQuery::default()
    };
    let versions = before.into_iter().chain([draft]);
    let mut sites: BTreeSet<_> = versions.flat_map(named_sites).collect();
    // Other places that help with the same stand in the hours too.
    for need in needs(before, draft) {
        let services = snapshot.services_for(need).iter();
        sites.extend(services.map(|&service| &snapshot.site(snapshot.site_of(service)).slug));
    }
    let organizations: BTreeSet<String> = sites
        .iter()
        .filter_map(|slug| Some(snapshot.organization(snapshot.find(slug)?).id.to_string()))
        .collect();
    let mut found: Vec<ChangedSubject> = Vec::new();
    for revision in store.revisions(&query).await? {
        if revision.sequence <= asked.sequence {
            break;
        }
        let concerns = match revision.kind {
            SubjectKind::Site => sites.iter().any(|slug| slug.as_str() == revision.id),
            SubjectKind::Organization => organizations.contains(&revision.id),
            SubjectKind::Plan | SubjectKind::Settings | SubjectKind::Ground => true,
            SubjectKind::Line | SubjectKind::Landmark => false,
        };
        if !concerns {
            continue;
        }
        let mut known = found.iter_mut();
        match known.find(|one| (one.kind, &one.id) == (revision.kind, &revision.id)) {
            // The latest comes first: an earlier change says how it was before that.
            Some(subject) => subject.before = revision.before,
            None => found.push(ChangedSubject {
                kind: revision.kind,
                id: revision.id,
                before: revision.before,
                after: revision.after,
            }),
        }
    }
    Ok(found)
}
