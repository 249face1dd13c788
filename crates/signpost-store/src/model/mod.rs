//! What the store speaks of: plain types, without a word of SQL. One family a file.

mod account;
mod author;
mod cause;
mod claim;
mod directory;
mod disposal_idea;
mod draft;
mod edit;
mod feedback;
mod proposal;
mod reason;
mod record;
mod revision;
mod session;
mod sign_in;
mod steward_token;
mod subject;
mod token;
mod verify;

pub use account::{Account, AccountEvent, AccountId, EventKind, NewAccount, Role};
pub use author::{account_in, author_of};
pub use cause::Cause;
pub use claim::{Claim, ClaimId};
pub use directory::{KeptCopy, Loaded, Synced};
pub use disposal_idea::DisposalIdea;
pub use draft::{Draft, DraftKey};
pub use edit::{NewSite, OrganizationEdit, PlanEdit, SiteEdit};
pub use feedback::{Feedback, NewFeedback};
pub use proposal::{
    Decided, Decision, Proposal, ProposalId, ProposalQuery, ProposalState, Waiting,
};
pub use reason::{KeptWords, Reason};
pub use record::{SignInKind, SignInRecord};
pub use revision::{Revision, RevisionQuery};
pub use session::{NewSession, OpenSession, SessionOwner, SessionTimes, WrongProof, mark_of};
pub use sign_in::{
    Attempt, Attempts, Credentials, KnownBrowser, LinkOwner, LinkPurpose, OneTimeLink, SecondStep,
    Standing, StoredSecondStep,
};
pub use steward_token::{StewardToken, StewardTokenRequest};
pub use subject::SubjectKind;
pub use token::{NewToken, Token, TokenOwner, TokenRequest};
pub use verify::{Loss, Verified, VerifyFault};
