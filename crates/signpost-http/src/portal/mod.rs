//! The portal: where agencies keep their own details true. HTML first; every page and form works without script.

pub(crate) mod access;
mod accounts;
mod agency;
mod sign_in;
mod steward;

use actix_web::web::ServiceConfig;

use self::access::Row;

/// Every page and form of the portal, with who may use it.
pub(crate) fn table() -> Vec<Row> {
    let rooms = [
        sign_in::rows(),
        accounts::rows(),
        agency::rows(),
        steward::rows(),
    ];
    rooms.into_iter().flatten().collect()
}

/// The routes of the portal; what is not in the table has none.
pub(crate) fn routes(cfg: &mut ServiceConfig) {
    access::register(cfg, table());
}
