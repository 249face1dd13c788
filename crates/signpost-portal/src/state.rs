//! What the portal keeps for itself, made once for the whole server.

use actix_web::web;
use signpost_answers::public_url::PublicAddress;
use signpost_mail::letters::Post;

use crate::sign_in::hashing::HashingSlots;

/// The state of the portal, as handlers take it.
pub(crate) type SharedPortal = web::Data<PortalState>;

/// How letters go, where this server is for the world, and the slots for hashing passwords.
#[derive(Default)]
pub struct PortalState {
    /// How letters go; `None` when no mail server is set up.
    pub post: Option<Post>,
    /// The address the world knows this server by; `None` when nobody said it. Links that are copied by hand begin with it.
    pub address: Option<PublicAddress>,
    pub(crate) hashing: HashingSlots,
}

impl PortalState {
    /// A portal whose letters go this way, and whose links begin with this address.
    #[must_use]
    pub fn new(post: Option<Post>, address: Option<PublicAddress>) -> Self {
        Self {
            post,
            address,
            hashing: HashingSlots::default(),
        }
    }
}
