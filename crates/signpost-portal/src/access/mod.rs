//! Who may do what in the portal, decided at one place: each route stands in a table with the act it is and whose thing it is about, and
//! nothing is registered that does not stand there.

mod actor;
pub(crate) mod address;
pub(crate) mod attempts;
mod author;
mod context;
mod cookie;
mod form;
mod gate;
pub(crate) mod kept_form;
mod policy;
pub(crate) mod proof;
mod redirect;
mod refusal;
pub(crate) mod resume;
mod route_table;
mod town_time;

pub(crate) use self::{
    actor::{Actor, Role},
    author::Authors,
    context::{PortalContext, page, signed_out_page},
    cookie::{PortalCookies, SESSION_TIMES},
    form::Form,
    policy::{Act, Owner, Subject, Verdict, may},
    redirect::{in_same_language, redirect, redirect_with_cookie},
    route_table::{RouteEntry, get, post, power, register},
    town_time::town_time,
};
