//! Which forms of an organization there are.

/// The two forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OrganizationForm {
    /// Its website, and who leads it.
    Facts,
    /// The holidays it is closed on.
    Holidays,
}

impl OrganizationForm {
    pub(crate) const fn address(self) -> &'static str {
        match self {
            Self::Facts => "/agency/organization",
            Self::Holidays => "/agency/holidays",
        }
    }
}
