#![doc = include_str!("../README.md")]

mod account;
mod address;
mod backup;
mod chain;
mod check;
mod claim;
mod current_row;
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
mod private_file;
mod proposal;
mod reason_columns;
mod reminder;
mod revision;
mod rows;
mod seal;
mod secret;
mod session;
mod sqlite_codes;
mod store;
mod sync;
mod token;
mod verify;

pub use error::StoreError;
pub use idempotency::Edited;
pub use model::*;
pub use seal::SecretsKept;
pub use store::Store;
