//! `/agency/sites/{slug}/holidays/{need}`: the holidays on which a service closes, whatever its organization keeps.

pub(crate) mod form;
