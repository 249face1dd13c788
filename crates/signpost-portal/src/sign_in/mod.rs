//! Signing in and out, one-time links, and one's own account.

mod account;
mod link;
mod login;
mod page;
mod password;
mod second_step;

use actix_web::web;

pub(crate) use password::Turns;

use crate::access::{Act, Row, Subject};

/// The addresses of this room.
pub(crate) fn rows() -> Vec<Row> {
    vec![
        Row::get("/login", Act::SignIn, Subject::None, || {
            web::get().to(login::show)
        }),
        Row::post("/login", Act::SignIn, Subject::None, || {
            web::post().to(login::sign_in)
        }),
        Row::post("/logout", Act::OwnAccount, Subject::None, || {
            web::post().to(login::sign_out)
        }),
        Row::get("/invite/{code}", Act::SignIn, Subject::None, || {
            web::get().to(link::show)
        }),
        Row::post("/invite/{code}", Act::SignIn, Subject::None, || {
            web::post().to(link::set)
        }),
        Row::get("/portal", Act::OwnAccount, Subject::None, || {
            web::get().to(account::enter)
        }),
        Row::get("/account", Act::OwnAccount, Subject::None, || {
            web::get().to(account::show)
        }),
        Row::post("/account/password", Act::OwnAccount, Subject::None, || {
            web::post().to(account::change_password)
        }),
        Row::post("/account/sessions", Act::OwnAccount, Subject::None, || {
            web::post().to(account::end_others)
        }),
        Row::post(
            "/account/second-step",
            Act::OwnAccount,
            Subject::None,
            || web::post().to(account::second_step),
        ),
    ]
}
