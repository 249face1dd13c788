//! The server in process, over the training town.

mod doors;
mod edits;
mod lists;
mod openapi;
mod outage;
mod privacy;
mod refusals;
mod sites;
mod to_go;
mod town;
