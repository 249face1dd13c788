//! What each role may do. The one place.

use signpost_domain::OrganizationId;

use super::Role;

/// What somebody is about to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Act {
    /// To see the list of one's own sites.
    SeeOwn,
    /// To see the forms of a site and change it.
    EditSite,
    /// To change what an organization says of itself.
    EditOrganization,
}

/// Whose thing it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose<'a> {
    /// Nobody's in particular.
    Nobodys,
    /// An organization's.
    Organization(&'a OrganizationId),
    /// There is no such thing.
    Missing,
}

/// Whether they may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// They may.
    Yes,
    /// For them there is nothing there: it is another agency's, or it is missing; both look alike.
    Hidden,
    /// They may not, and it is no secret that it is there.
    Refused,
}

/// Whether somebody in this role may do this.
pub(crate) fn may(role: &Role, act: Act, whose: Whose<'_>) -> Verdict {
    match (role, act, whose) {
        (Role::Subcommittee, ..) => Verdict::Refused,
        (_, _, Whose::Missing) => Verdict::Hidden,
        (Role::Editor(own), _, Whose::Organization(other)) if own != other => Verdict::Hidden,
        (Role::Editor(_) | Role::Steward, ..) => Verdict::Yes,
    }
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
            let verdict = |role: &Role, whose| may(role, act, whose);
            assert_eq!(verdict(&editor, Whose::Organization(&own)), Verdict::Yes);
            let foreign = verdict(&editor, Whose::Organization(&other));
            assert_eq!(foreign, Verdict::Hidden);
            assert_eq!(foreign, verdict(&editor, Whose::Missing));
            let steward = verdict(&Role::Steward, Whose::Organization(&other));
            assert_eq!(steward, Verdict::Yes);
            let watcher = verdict(&Role::Subcommittee, Whose::Organization(&other));
            assert_eq!(watcher, Verdict::Refused);
        }
    }
}
