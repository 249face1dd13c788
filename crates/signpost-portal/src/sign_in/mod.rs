//! Signing in and out, one-time links, and one's own account.

mod account;
mod guessable;
mod link;
mod login;
mod page;

use actix_web::web;

pub(crate) use self::account::{Happened, event, happened};

use crate::access::{Act, RouteEntry, get, post, power};

/// The addresses of this section.
pub(crate) fn routes() -> Vec<RouteEntry> {
    vec![
        get("/login", Act::SignIn, || web::to(login::show)),
        post("/login", Act::SignIn, || web::to(login::sign_in)),
        post("/logout", Act::OwnAccount, || web::to(login::sign_out)),
        get("/invite/{code}", Act::SignIn, || web::to(link::show)),
        post("/invite/{code}", Act::SignIn, || web::to(link::set)),
        get("/portal", Act::OwnAccount, || web::to(account::enter)),
        get("/account", Act::OwnAccount, || web::to(account::show)),
        post("/account/password", Act::OwnAccount, || {
            web::to(account::change_password)
        }),
        power("/account/sessions", Act::OwnAccount, || {
            web::to(account::end_others)
        }),
        power("/account/second-step", Act::OwnAccount, || {
            web::to(account::second_step::change)
        }),
    ]
}
