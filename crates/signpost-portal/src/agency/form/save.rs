//! A form of a site on its way: opened with a version, sent with that version and a key, saved the one way every edit goes.

use signpost_domain::{Prose, Site, SiteSlug};
use signpost_store::Cause;

use super::{faults::FormFaults, fields::Fields, key, opened::Opened};
use crate::access::{Actor, Role};
use signpost_editing::{EditContext, EditError, FieldFault, StaleEdit, WordingOverride};
use signpost_web::{ApiError, App};

/// A form that was sent.
pub(crate) struct Saving<'a> {
    pub app: &'a App,
    pub who: &'a Actor,
    pub slug: &'a SiteSlug,
    pub fields: &'a Fields,
    /// What was done, for the history.
    pub reason: Cause,
}

/// How much of what was saved waits for a steward.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Waits {
    Nothing,
    Part,
    All,
    /// Nothing at all was saved: it was so already.
    Same,
}

impl Waits {
    fn of(committed: &signpost_editing::Committed) -> Self {
        match (committed.waits.is_empty(), committed.public) {
            (true, false) => Self::Same,
            (true, true) => Self::Nothing,
            (false, true) => Self::Part,
            (false, false) => Self::All,
        }
    }

    /// What the next page's address says of it.
    pub(crate) const fn in_address(self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Part => "&waits=part",
            Self::All => "&waits=all",
            Self::Same => "&waits=same",
        }
    }
}

/// What became of a form.
pub(crate) enum Saved {
    /// It is stored, and served unless it waits.
    Done(Waits),
    /// It comes back with what is wrong.
    Refused(FormFaults),
    /// Somebody else changed the site meanwhile.
    StaleEdit(Box<StaleEdit>),
}

impl Saving<'_> {
    /// Saves what `change` makes of the site as the form showed it.
    pub(crate) async fn save(
        &self,
        change: impl FnOnce(&mut Site, &EditContext<'_>) -> Result<(), Vec<FieldFault>>,
    ) -> Result<Saved, ApiError> {
        let asked = signpost_editing::EditRequest {
            slug: self.slug.clone(),
            owner: match &self.who.role {
                Role::Editor(own) => Some(own.clone()),
                Role::Subcommittee | Role::Steward => None,
            },
            expected: self.fields.number("version").unwrap_or_default(),
            author: self.who.author(),
            reason: self.reason.clone().into(),
            key: key::sent(self.fields.text("key")),
            kept: kept_words(self.fields),
        };
        match signpost_editing::make(self.app.live(), &asked, change).await {
            Ok(committed) => Ok(Saved::Done(Waits::of(&committed))),
            Err(EditError::Fields(faults)) => Ok(Saved::Refused(FormFaults::of_fields(faults))),
            Err(EditError::Wording(wording)) => Ok(Saved::Refused(FormFaults::of_wording(wording))),
            Err(EditError::StaleEdit(stale)) => Ok(Saved::StaleEdit(stale)),
            Err(EditError::NoSuchSite(_)) => Err(ApiError::not_found()),
            Err(error) => Err(error.into()),
        }
    }
}

/// The reasons why words should stay: `keep-description.en`.
pub(crate) fn kept_words(fields: &Fields) -> Vec<WordingOverride> {
    fields
        .below("keep-")
        .map(|(field, because)| (field, because.trim()))
        .filter(|(_, because)| !because.is_empty() && Prose::new(because).is_ok())
        .map(|(field, because)| WordingOverride {
            field: field.to_owned(),
            because: because.replace('\n', " "),
        })
        .collect()
}

/// Saves on the version there is, whatever version the form showed: an entry is added or taken away by its name, and touches nothing else.
pub(crate) async fn save_on_latest(
    opened: &Opened<'_>,
    fields: &Fields,
    reason: Cause,
    change: impl Fn(&mut Site, &EditContext<'_>) -> Result<(), Vec<FieldFault>>,
) -> Result<Saved, ApiError> {
    let saving = Saving {
        app: opened.app,
        who: opened.who,
        slug: &opened.slug,
        fields,
        reason,
    };
    match saving.save(&change).await? {
        Saved::StaleEdit(stale) => {
            let mut newer = fields.clone();
            newer.set("version", &stale.current.to_string());
            let key = key::onto(fields.text("key"), stale.current);
            newer.set("key", &key);
            let saving = Saving {
                fields: &newer,
                ..saving
            };
            saving.save(&change).await
        }
        saved => Ok(saved),
    }
}
