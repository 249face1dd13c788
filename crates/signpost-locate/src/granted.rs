//! What people need of a place besides the help itself, as far as some place of a need grants it.

use signpost_domain::{Service, Site};

/// What some place for a need grants, and so what a reader may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own"
)]
pub struct Granted {
    /// No card with one's name.
    pub no_id: bool,
    /// No steps.
    pub step_free: bool,
    /// Something for women.
    pub for_women: bool,
    /// Pets may come in.
    pub pets: bool,
    /// It is for some ages only.
    pub ages: bool,
}

impl Granted {
    /// The same with one more service that is offered, or may be.
    #[must_use]
    pub(crate) fn with(self, site: &Site, service: &Service) -> Self {
        Self {
            no_id: self.no_id || service.id_required == Some(false),
            step_free: self.step_free || site.is_step_free() == Some(true),
            for_women: self.for_women || service.for_women == Some(true),
            pets: self.pets || service.pets == Some(true),
            ages: self.ages || service.has_ages(),
        }
    }
}
