#![doc = include_str!("../README.md")]

mod account;
mod backup;
mod chain;
mod current;
mod draft;
mod edit;
mod edit_organization;
mod error;
mod file;
mod idempotency;
mod legacy_reason;
mod load;
mod model;
mod offered;
mod proposal;
mod reason_columns;
mod reminder;
mod revision;
mod rows;
mod session;
mod store;
mod sync;
mod token;
mod verify;

pub use account::{
    Account, AccountEvent, AccountId, Attempt, Attempts, Credentials, EventKind, KnownBrowser,
    NewAccount, NewSession, OneTimeLink, OpenSession, Role, SecondStep, SessionOwner, SessionTimes,
    Standing,
};
pub use draft::{Draft, DraftKey};
pub use edit::SiteEdit;
pub use edit_organization::OrganizationEdit;
pub use error::StoreError;
pub use idempotency::Edited;
pub use load::Loaded;
pub use model::{Cause, KeptWords, Reason};
pub use proposal::{
    Decided, Decision, NewSite, Proposal, ProposalId, ProposalState, ProposalsAsked, Waiting,
};
pub use revision::{Revision, RevisionsAsked, SubjectKind};
pub use store::Store;
pub use sync::Synced;
pub use token::{NewToken, Token, TokenOwner};
pub use verify::{Verified, VerifyFault};
