//! The map: its page, the box it stands in on other pages, and the places it draws.

pub(crate) mod map_box;
pub(crate) mod page;
pub(crate) mod places;
pub(crate) mod sketch;
