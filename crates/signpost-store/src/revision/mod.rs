//! The append-only history: what changed, who answers for it, and a hash that ties it to everything before.

mod ledger;
mod list;
mod row;

pub(crate) use self::{
    ledger::{By, Ledger},
    row::RevisionRow,
};
