#![doc = include_str!("../README.md")]

mod counted;
mod gammu;
mod kannel;
mod lately;
mod secret;
mod signed;
mod twilio;
mod voice;
mod xml;

use actix_web::web::{self, ServiceConfig};

pub use self::{lately::Lately, secret::Secret};

/// Which doors are open, and what came through them lately.
#[derive(Debug, Default)]
pub struct Gateways {
    /// What Kannel says in its address.
    pub kannel: Option<Secret>,
    /// What gammu's hook says in its header.
    pub gammu: Option<Secret>,
    /// What texts of a Twilio-shaped hook are signed with.
    pub twilio: Option<Secret>,
    /// What calls of one are signed with.
    pub voice: Option<Secret>,
    /// What came lately.
    pub lately: Lately,
}

/// The routes of gateways.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(web::resource("/sms/kannel").route(web::get().to(kannel::ask)))
        .service(web::resource("/sms/gammu").route(web::post().to(gammu::ask)))
        .service(web::resource("/sms/twilio").route(web::post().to(twilio::ask)))
        .service(web::resource("/voice").route(web::post().to(voice::ask)));
}
