#![doc = include_str!("../README.md")]

mod age;
mod consent;
mod directory;
mod disposal_point;
pub mod entry;
mod exception;
mod feedback;
mod find_out;
mod folded;
mod ground;
mod ids;
mod language_tag;
mod looked_for;
mod misplaced;
mod need;
mod organization;
mod phone;
mod place;
mod plan;
mod poster;
mod prose_texts;
mod references;
mod service;
mod service_log;
mod site;
mod site_point;
mod source;
mod text;
mod tombstone;
mod unseen;
mod web_address;
mod words;

pub use age::{Age, AgeError};
pub use consent::{ConsentAnswer, ConsentWord};
pub use directory::{Directory, Edition};
pub use disposal_point::{
    DisposalPoint, PointFault, PointKind, PointMember, PointMisfit, PointStatus, Sharps,
};
pub use exception::{Exception, ExceptionKind};
pub use feedback::{FeedbackDecision, FeedbackKind};
pub use find_out::FindOut;
pub use folded::folded;
pub use ground::{Bank, Crossing, Ground, Landmark, Locality, Neighbourhood};
pub use ids::{
    ExceptionId, HolidayCode, IdError, ItemCode, LandmarkId, LineId, NeedCode, OrganizationId,
    RuleId, SiteSlug,
};
pub use language_tag::{LanguageTag, LanguageTagFault};
pub use looked_for::{Fit, LookedFor, Told, looked_for, names_in};
pub use misplaced::{Misplaced, misplaced};
pub use need::{Finder, Item, Need, OsmTag};
pub use organization::{HolidayChoice, Organization};
pub use phone::{Phone, PhoneError, PhoneLine};
pub use place::{LonLat, LonLatError, Metres};
pub use plan::{Approval, Consent, ConsentDays, Plan, PlanStatus, Rule, Target};
pub use poster::{HangingPoster, PosterSays};
pub use prose_texts::{ProseText, prose_of_plan, prose_of_site};
pub use references::{Fault, FaultSubject, faults};
pub use service::{Confirmation, Offer, Service, Trust};
pub use service_log::{CountMethod, ServiceEntry, ServiceKind};
pub use site::{Site, SiteKind};
pub use source::{Precision, Source, SourceDay, SourceDayError};
pub use text::{Lang, LangError, Text};
pub use tombstone::{Lifted, Tombstone};
pub use unseen::{disguised, is_unseen};
pub use web_address::{WebAddress, WebAddressFault};
pub use words::{Line, Prose, WordsFault};
