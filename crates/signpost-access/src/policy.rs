//! What each role may do. The one place.

use signpost_domain::OrganizationId;

use crate::Role;

/// What somebody is about to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Act {
    /// Signing in, using a one-time link: nobody need be signed in.
    SignIn,
    /// One's own account: password, second step, signing out.
    OwnAccount,
    /// The sites of one's organization, as a list.
    SeeOwn,
    /// Reading and changing one site, its drafts and what waits of it.
    EditSite,
    /// Proposing a site.
    ProposeSite,
    /// An organization's own facts: its holidays, its website.
    EditOrganization,
    /// Who changed what on one site.
    SeeHistory,
    /// Taking a change back, by a new change.
    Revert,
    /// Everything that waits, and the whole history.
    Review,
    /// The redirection plan: writing versions, approving, ending, recording what organizations say.
    KeepPlan,
    /// Saying for one's own organization whether people may be sent to it.
    AnswerConsent,
    /// Accounts: inviting, disabling, resetting.
    ManageAccounts,
    /// Tokens of agencies' own systems.
    ManageTokens,
    /// The street map under the pins: which is installed, a new one, the one before.
    KeepMap,
    /// Disposal points as the city looks after them.
    SeeServicing,
    /// What one disposal point is, and its service log.
    ServicePoint,
    /// What would be if disposal points stood elsewhere, and keeping it.
    PlanPoints,
}

/// Whose thing it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner<'a> {
    /// Nobody's in particular.
    Nobody,
    /// An organization's.
    Organization(&'a OrganizationId),
    /// There is no such thing.
    Missing,
}

/// Whether they may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// They may.
    Yes,
    /// For them there is nothing there: it is another agency's, or it is missing; both look alike.
    Hidden,
    /// They may not, and it is no secret that it is there.
    Refused,
}

/// Whether somebody of this role may do this to that.
#[must_use]
pub fn may(role: &Role, act: Act, owner: Owner<'_>) -> Verdict {
    let allowed = match role {
        Role::Steward => true,
        Role::Editor(_) => matches!(
            act,
            Act::SignIn
                | Act::OwnAccount
                | Act::SeeOwn
                | Act::EditSite
                | Act::ProposeSite
                | Act::EditOrganization
                | Act::AnswerConsent
                | Act::SeeHistory
                | Act::Revert
                | Act::ServicePoint
        ),
        Role::Subcommittee => matches!(
            act,
            Act::SignIn | Act::OwnAccount | Act::SeeServicing | Act::ServicePoint | Act::PlanPoints
        ),
    };
    if !allowed {
        return Verdict::Refused;
    }
    match (role, owner) {
        (_, Owner::Missing) => Verdict::Hidden,
        (Role::Editor(own), Owner::Organization(other)) if own != other => Verdict::Hidden,
        _ => Verdict::Yes,
    }
}

/// What a route is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Nothing in particular.
    None,
    /// The site in its address.
    Site,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_agencys_thing_looks_like_one_that_is_not_there() {
        let (own, other) = ("cedar-circle", "lantern-rest");
        let (own, other): (OrganizationId, OrganizationId) =
            (own.parse().unwrap(), other.parse().unwrap());
        let editor = Role::Editor(own.clone());
        for act in [Act::EditSite, Act::EditOrganization] {
            let verdict = |role: &Role, owner| may(role, act, owner);
            assert_eq!(verdict(&editor, Owner::Organization(&own)), Verdict::Yes);
            let foreign = verdict(&editor, Owner::Organization(&other));
            assert_eq!(foreign, Verdict::Hidden);
            assert_eq!(foreign, verdict(&editor, Owner::Missing));
            let steward = verdict(&Role::Steward, Owner::Organization(&other));
            assert_eq!(steward, Verdict::Yes);
            let watcher = verdict(&Role::Subcommittee, Owner::Organization(&other));
            assert_eq!(watcher, Verdict::Refused);
        }
    }
    #[test]
    fn who_may_not_do_a_thing_at_all_does_not_learn_what_there_is() {
        let other = OrganizationId::new("b").unwrap();
        for owner in [Owner::Nobody, Owner::Organization(&other), Owner::Missing] {
            assert_eq!(
                may(&Role::Subcommittee, Act::EditSite, owner),
                Verdict::Refused
            );
            let editor = Role::Editor(OrganizationId::new("a").unwrap());
            assert_eq!(may(&editor, Act::ManageAccounts, owner), Verdict::Refused);
            assert_eq!(may(&editor, Act::Review, owner), Verdict::Refused);
            assert_eq!(may(&editor, Act::KeepPlan, owner), Verdict::Refused);
        }
    }
}
