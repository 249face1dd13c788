//! What the API says of itself: the OpenAPI description, and the page that shows it.

pub(crate) mod catalogue;
mod endpoint;
pub(crate) mod guide;
pub(crate) mod openapi;
mod schemas;
mod tile_catalogue;
