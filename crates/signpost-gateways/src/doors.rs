//! The doors, and their keys.

use crate::{lately::Lately, secret::Secret};

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
