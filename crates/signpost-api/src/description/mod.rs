//! What the API says of itself: the OpenAPI description, which comes from the handlers and the types, and the page that shows it.

mod common;
pub(crate) mod guide;
mod known_needs;
pub(crate) mod openapi;
