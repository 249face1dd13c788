//! Which sheets there are, and what each is called, reads and shows.

use signpost_domain::{Directory, NeedCode, Site};
use signpost_store::Cause;

use super::{details, hours::fields, offers, place, service};
use crate::access::PortalFrame;
use crate::agency::form::{
    conflict::each,
    field::Trouble,
    fields::Fields,
    reader::Reading,
    view::{Block, said},
};
use signpost_editing::Surroundings;
use signpost_web::ApiError;

/// The sheets that are saved as they are sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Sheet {
    /// What a place says of itself.
    Details,
    /// What it offers.
    Offers,
    /// What it is called and where it is.
    Place,
    /// One service.
    Service(NeedCode),
    /// The hours of a service, and of those that keep the same.
    Hours(NeedCode),
}

impl Sheet {
    /// Its name: the end of its address, and what its drafts are kept under.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Details => "details".to_owned(),
            Self::Offers => "offers".to_owned(),
            Self::Place => "place".to_owned(),
            Self::Service(need) => format!("services/{need}"),
            Self::Hours(need) => format!("hours/{need}"),
        }
    }

    /// What the history says was done.
    pub(crate) fn reason(&self) -> Cause {
        match self {
            Self::Details => Cause::DetailsChanged,
            Self::Offers => Cause::OffersChanged,
            Self::Place => Cause::PlaceChanged,
            Self::Service(_) => Cause::ServiceDescribed,
            Self::Hours(_) => Cause::HoursChanged,
        }
    }

    /// The word of the news after it was saved.
    pub(crate) fn done(&self) -> &'static str {
        match self {
            Self::Details => "details",
            Self::Offers => "offers",
            Self::Place => "place",
            Self::Service(_) => "service",
            Self::Hours(_) => "hours",
        }
    }

    /// The form as a site has it.
    pub(crate) fn fields(&self, site: &Site, directory: &Directory) -> Result<Fields, ApiError> {
        Ok(match self {
            Self::Details => details::fields(site),
            Self::Offers => offers::fields(site, &directory.needs),
            Self::Place => place::fields(site),
            Self::Service(need) => {
                service::fields(site.service(need).ok_or_else(ApiError::not_found)?)
            }
            Self::Hours(need) => fields::fields(site, need).ok_or_else(ApiError::not_found)?,
        })
    }

    /// Reads what was sent into a site.
    pub(crate) fn read(
        &self,
        reading: &mut Reading<'_>,
        site: &mut Site,
        around: &Surroundings<'_>,
    ) {
        match self {
            Self::Details => details::read(reading, site),
            Self::Offers => {
                let mut organizations = around.directory.organizations.iter();
                let own = organizations.find(|one| one.id == site.organization);
                if let Some(own) = own {
                    offers::read(reading, site, &around.directory.needs, own, around.today);
                }
            }
            Self::Place => place::read(reading, site),
            Self::Hours(_) => fields::read(reading, site),
            Self::Service(code) => {
                let need = around
                    .directory
                    .needs
                    .iter()
                    .find(|need| need.code == *code);
                let own = site.services.iter_mut().find(|one| one.need == *code);
                if let Some(own) = own {
                    service::read(reading, own, need);
                }
            }
        }
    }

    /// What its page is called.
    pub(crate) fn title(&self, f: &PortalFrame, directory: &Directory) -> String {
        match self {
            Self::Details => f.t("details-title"),
            Self::Offers => f.t("offers-title"),
            Self::Place => f.t("place-title"),
            Self::Hours(_) => f.t("hours-title"),
            Self::Service(code) => {
                let mut needs = directory.needs.iter();
                let need = needs.find(|need| need.code == *code);
                need.map(|need| said(&need.name, f.lang))
                    .unwrap_or_default()
            }
        }
    }

    /// What to know before.
    pub(crate) fn intro(&self, f: &PortalFrame) -> Vec<String> {
        match self {
            Self::Details => vec![f.t("details-intro")],
            Self::Offers => vec![f.t("offers-intro"), f.t("offers-first")],
            Self::Place => vec![f.t("place-intro")],
            Self::Service(_) => vec![f.t("service-intro")],
            Self::Hours(_) => vec![f.t("hours-intro")],
        }
    }

    /// The form on a page.
    pub(crate) fn blocks(
        &self,
        f: &PortalFrame,
        fields: &Fields,
        trouble: &Trouble,
        site: &Site,
        directory: &Directory,
    ) -> Result<Vec<Block>, ApiError> {
        Ok(match self {
            Self::Details => details::blocks(f, fields, trouble),
            Self::Offers => offers::blocks(f, fields, trouble, &directory.needs),
            Self::Place => place::blocks(f, fields, trouble),
            // Its page is its own.
            Self::Hours(_) => vec![],
            Self::Service(code) => {
                let own = site.service(code).ok_or_else(ApiError::not_found)?;
                let need = directory.needs.iter().find(|need| need.code == *code);
                service::blocks(f, fields, trouble, own, need)
            }
        })
    }
}

impl Sheet {
    /// Which fields stand or fall together when two people change them.
    pub(crate) const fn group(&self) -> fn(&str) -> &str {
        match self {
            Self::Hours(_) => fields::group,
            _ => each,
        }
    }

    /// What a field is called on the page.
    pub(crate) fn label(&self, f: &PortalFrame, blocks: &[Block], name: &str) -> String {
        if let Self::Hours(_) = self {
            return super::hours::labels::label(f, name);
        }
        let label = blocks.iter().find_map(|block| match block {
            Block::Field(field) if field.name == name => Some(field.label.clone()),
            Block::Choice(choice) if choice.name == name => Some(choice.legend.clone()),
            Block::Row(fields) => fields
                .iter()
                .find(|field| field.name == name)
                .map(|field| field.label.clone()),
            _ => None,
        });
        label.unwrap_or_else(|| name.to_owned())
    }
}
