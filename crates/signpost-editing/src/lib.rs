#![doc = include_str!("../README.md")]

mod asked;
mod edit;
mod error;
mod feedback;
pub mod keeping;
mod lately;
mod live;
mod new_site;
mod organization;
mod outage;
mod past;
mod phone_check;
mod plan;
mod posters;
mod proofs;
mod proposal;
pub mod refresh;
pub mod rules;
pub mod service_log;
mod site;
mod tombstones;
mod warnings;
pub mod wording;

pub use self::{
    asked::{all_changed_lately, changed_lately},
    edit::{Committed, EditContext, EditRequest, unknown_service},
    error::{EditError, FieldFault, StaleEdit},
    feedback::{FeedbackRequest, Noted, decide_feedback, is_of_visitors, note_feedback},
    live::{Clock, Live},
    new_site::{NewSiteRequest, add_site},
    organization::{OrganizationChanged, OrganizationRequest, accept_claim, change_organization},
    outage::Outage,
    phone_check::{MOST_LISTINGS, draw_phone_check, write_phone_check},
    plan::{
        ApprovalRequest, Approving, ChangedSince, ChangedSubject, ConsentRequest, DraftRequest,
        EndRequest, MOST_TARGETS, answer_consent, approve_plan, end_plan, look_at, prove,
        prove_for_anybody, start_draft, week_delivered, whole_directory, write_draft,
    },
    posters::{put_up_poster, take_down_poster},
    proofs::LookedAt,
    proposal::{Accepted, Accepting, Outcome, accept, outcome},
    site::make,
    tombstones::{lift_tombstone, set_tombstone},
    warnings::{FieldWarning, HoursCheck, hours_warnings},
    wording::{WordingFault, WordingOverride},
};
