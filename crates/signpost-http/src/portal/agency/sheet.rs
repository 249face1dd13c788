//! A form of a site on its way: opened with a version, sent with that version and a key, saved the one way every edit goes.

use actix_web::{HttpRequest, HttpResponse, http::header};
use signpost_domain::{Site, SiteSlug};
use signpost_store::Cause;

use super::{field::Trouble, fields::Fields, keys};
use crate::{
    ApiError, App, FieldFault,
    edits::{self, EditRefused, Kept, Overtaken, Surroundings, rules},
    portal::access::{Actor, Role},
};

/// The slug in the address.
pub(crate) fn slug(request: &HttpRequest) -> Result<SiteSlug, ApiError> {
    request
        .match_info()
        .get("slug")
        .and_then(|text| text.parse().ok())
        .ok_or_else(ApiError::not_found)
}

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
}

impl Waits {
    fn of(committed: &edits::Committed) -> Self {
        match (committed.waits.is_empty(), committed.public) {
            (true, _) => Self::Nothing,
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
        }
    }
}

/// What became of a form.
pub(crate) enum Saved {
    /// It is stored, and served unless it waits.
    Done(Waits),
    /// It comes back with what is wrong.
    Refused(Trouble),
    /// Somebody else changed the site meanwhile.
    Overtaken(Box<Overtaken>),
}

impl Saving<'_> {
    /// Saves what `change` makes of the site as the form showed it.
    pub(crate) async fn save(
        &self,
        change: impl FnOnce(&mut Site, &Surroundings<'_>) -> Result<(), Vec<FieldFault>>,
    ) -> Result<Saved, ApiError> {
        let asked = edits::Asked {
            slug: self.slug.clone(),
            owner: match &self.who.role {
                Role::Editor(own) => Some(own.clone()),
                Role::Subcommittee | Role::Steward => None,
            },
            expected: self.fields.number("version").unwrap_or_default(),
            author: self.who.author(),
            reason: self.reason.clone().into(),
            key: keys::sent(self.fields.text("key")),
            kept: self.kept(),
        };
        match edits::make(self.app, &asked, change).await {
            Ok(committed) => Ok(Saved::Done(Waits::of(&committed))),
            Err(EditRefused::Fields(faults)) => Ok(Saved::Refused(Trouble {
                faults,
                wording: vec![],
            })),
            Err(EditRefused::Wording(wording)) => Ok(Saved::Refused(Trouble {
                faults: vec![],
                wording,
            })),
            Err(EditRefused::Overtaken(overtaken)) => Ok(Saved::Overtaken(overtaken)),
            Err(EditRefused::NoSuchSite(_)) => Err(ApiError::not_found()),
            Err(EditRefused::Other(error)) => Err(error),
        }
    }

    /// The reasons why words should stay: `keep-description.en`.
    fn kept(&self) -> Vec<Kept> {
        self.fields
            .below("keep-")
            .map(|(field, because)| (field, because.trim()))
            .filter(|(_, because)| !because.is_empty() && rules::unfit(because).is_none())
            .map(|(field, because)| Kept {
                field: field.to_owned(),
                because: because.replace('\n', " "),
            })
            .collect()
    }
}

/// Off to a page with news, so that loading it again sends nothing twice.
pub(crate) fn see(address: &str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, address))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .finish()
}
