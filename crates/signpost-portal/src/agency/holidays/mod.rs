//! Lists of holidays, of an organization and of a service: the boxes to tick, and what they would close.

mod boxes;
mod effects;

pub(crate) use self::{
    boxes::{boxes, read, ticked},
    effects::{Tried, effects},
};
