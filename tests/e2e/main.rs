//! End-to-end tests: the built binary, over HTTP, with a real database file, and in a real browser.

#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that meets something unexpected should stop right there"
)]

mod api_description;
mod at_rest;
mod backups;
mod bad_input;
mod basemap;
mod browser;
mod checklist;
mod commands;
mod counting;
mod damage;
mod dear;
mod deploy;
mod docs;
mod doctor;
mod every;
mod extracts;
mod floors;
mod gateways;
mod kenora;
mod letters;
mod licences;
mod load;
mod log;
mod map_desk;
mod memory;
mod open_data;
mod other_tools;
mod package;
mod people;
mod plan_commands;
mod portal_survival;
mod poster;
mod put_back;
mod range_server;
mod scenarios;
mod server;
mod slow_peers;
mod static_map;
mod stopping;
mod survival;
mod training_map;
mod waiting_writers;
mod without_database;
mod wording;
