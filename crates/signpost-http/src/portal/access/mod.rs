//! Who may do what in the portal, decided at one place: each route stands in a table with the act it is and whose thing it is about, and
//! nothing is registered that does not stand there.

mod actor;
mod cookie;
mod form;
mod frame;
mod gate;
pub(crate) mod kept;
mod policy;
mod row;
mod trouble;

pub(crate) use self::{
    actor::{Actor, Role},
    cookie::{Jar, SESSION_TIMES},
    form::Form,
    frame::{PortalFrame, door, page},
    policy::{Act, Verdict, Whose, may},
    row::{Row, Subject, register},
};
