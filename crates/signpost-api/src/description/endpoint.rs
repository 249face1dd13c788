//! What the catalogue says of one address.

/// The media type of most answers.
pub(crate) const JSON: &str = "application/json";

/// One address with one method.
pub(crate) struct Endpoint {
    pub method: &'static str,
    pub path: &'static str,
    pub summary: &'static str,
    pub takes: &'static [Param],
    /// The schema of the body it takes.
    pub body: Option<&'static str>,
    /// Status, media type and schema of a good answer.
    pub gives: (u16, &'static str, &'static str),
    /// Statuses of the problems it may answer with, beside those every address may.
    pub problems: &'static [u16],
}

/// One parameter.
pub(crate) struct Param {
    pub name: &'static str,
    /// `query`, `path` or `header`.
    pub place: &'static str,
    pub required: bool,
    /// Name of its schema.
    pub schema: &'static str,
    pub says: &'static str,
}

pub(crate) const fn query(name: &'static str, schema: &'static str, says: &'static str) -> Param {
    Param {
        name,
        place: "query",
        required: false,
        schema,
        says,
    }
}
