//! How well something is known.

use jiff::civil::Date;
use serde::Serialize;
use signpost_domain::{Service, Source, SourceDay, Trust};
use utoipa::ToSchema;

/// Who confirmed it and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = Confirmed)]
pub struct ConfirmedView {
    /// The day.
    pub on: Date,
    /// Who: a role or an organization.
    pub by: String,
    /// The last day it may be relied on.
    pub review_by: Date,
}

/// Where it comes from while nobody confirmed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = Source)]
pub struct SourceView {
    /// A name or an address a reader can follow.
    pub text: String,
    /// A day, a month or a year; `null` when it bears no date.
    #[schema(required)]
    pub day: Option<SourceDay>,
}

impl ConfirmedView {
    /// The confirmation of a service, while it holds.
    #[must_use]
    pub fn of(service: &Service, trust: Trust) -> Option<Self> {
        let confirmation = service
            .confirmation
            .as_ref()
            .filter(|_| trust == Trust::Confirmed)?;
        Some(Self {
            on: confirmation.on,
            by: confirmation.by.clone(),
            review_by: confirmation.review_by,
        })
    }
}

impl From<&Source> for SourceView {
    fn from(source: &Source) -> Self {
        Self {
            text: source.text.clone(),
            day: source.day,
        }
    }
}
