#![doc = include_str!("../README.md")]

mod actor;
pub mod address;
pub mod attempts;
mod author;
mod context;
mod cookie;
mod form;
mod gate;
pub mod kept_form;
pub mod notice;
mod policy;
pub mod proof;
mod redirect;
mod refusal;
pub mod resume;
mod route_table;
mod state;
mod town_time;
pub mod upload;

pub use self::{
    actor::{Actor, Role},
    author::Authors,
    context::{PortalContext, page, signed_out_page},
    cookie::{PortalCookies, SESSION_TIMES},
    form::Form,
    policy::{Act, Owner, Subject, Verdict, may},
    redirect::{in_same_language, redirect, redirect_with_cookie},
    route_table::{RouteEntry, get, post, power, register},
    state::{PortalState, SharedPortal},
    town_time::town_time,
};
