//! What the portal keeps for itself, made once for the whole server.

use actix_web::web;
use signpost_credentials::hashing::HashingSlots;
use signpost_mail::letters::Mailing;
use signpost_store::Role;

/// The state of the portal, as handlers take it.
pub type SharedPortal = web::Data<PortalState>;

/// How letters go, what is asked of stewards, and the slots for hashing passwords.
#[derive(Default)]
pub struct PortalState {
    /// How letters go; `None` when no mail server is set up.
    pub post: Option<Mailing>,
    stewards_need_second_step: bool,
    needs_two_approvals: bool,
    /// Where passwords are hashed, a few at a time.
    pub hashing: HashingSlots,
}

impl PortalState {
    /// A portal whose letters go this way.
    #[must_use]
    pub fn new(post: Option<Mailing>) -> Self {
        Self {
            post,
            ..Self::default()
        }
    }

    /// The same, where stewards set up a second step before they do anything else.
    #[must_use]
    pub fn with_second_step_of_stewards(self, needed: bool) -> Self {
        Self {
            stewards_need_second_step: needed,
            ..self
        }
    }

    /// The same, where two stewards have to approve a version of the plan.
    #[must_use]
    pub fn with_two_approvals(self, needed: bool) -> Self {
        Self {
            needs_two_approvals: needed,
            ..self
        }
    }

    /// How many stewards have to approve a version of the plan.
    #[must_use]
    pub const fn approvals_needed(&self) -> usize {
        if self.needs_two_approvals { 2 } else { 1 }
    }

    /// Whether somebody of this role has to set up a second step first.
    #[must_use]
    pub fn must_set_up_second_step(&self, role: &Role, has_one: bool) -> bool {
        self.needs_second_step(role) && !has_one
    }

    /// Whether somebody of this role may not be without a second step.
    #[must_use]
    pub fn needs_second_step(&self, role: &Role) -> bool {
        self.stewards_need_second_step && *role == Role::Steward
    }
}
