//! Signing in and out, one-time links, and one's own account.

mod account;
pub(crate) mod hashing;
mod link;
mod login;
mod page;
mod password;
mod second_step;

use actix_web::web;

use crate::access::{Act, RouteEntry, get, post};

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
        post("/account/sessions", Act::OwnAccount, || {
            web::to(account::end_others)
        }),
        post("/account/second-step", Act::OwnAccount, || {
            web::to(account::second_step)
        }),
    ]
}
