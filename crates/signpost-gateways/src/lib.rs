#![doc = include_str!("../README.md")]

mod counted;
mod doors;
mod gammu;
mod kannel;
mod lately;
mod secret;
mod signed;
mod twilio;
mod voice;
mod xml;

use actix_web::web::{self, ServiceConfig};

pub use self::{doors::Gateways, lately::Lately, secret::Secret};

/// The routes of gateways.
pub fn routes(cfg: &mut ServiceConfig) {
    let kannel = web::resource("/sms/kannel")
        .route(web::get().to(kannel::ask))
        .route(web::head().to(kannel::ask));
    cfg.service(kannel)
        .service(web::resource("/sms/gammu").route(web::post().to(gammu::ask)))
        .service(web::resource("/sms/twilio").route(web::post().to(twilio::ask)))
        .service(web::resource("/voice").route(web::post().to(voice::ask)));
}
