//! Who may do what in the portal, decided at one place: each route stands in a table with the act it is and whose thing it is about, and
//! nothing is registered that does not stand there.

mod actor;
mod cookie;
mod form;
mod frame;
mod gate;
mod origin;
mod policy;
pub(crate) mod redirect;
mod refusal;
pub(crate) mod resume;
mod route_table;
pub(crate) mod slug;

pub(crate) use self::{
    actor::{Actor, Role},
    cookie::{Jar, SESSION_TIMES},
    form::Form,
    frame::{PortalFrame, door, page},
    policy::{Act, Subject, Verdict, Whose, may},
    route_table::{Row, register},
};
