//! The server in process, over the training town.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what fails in a test or its fixture should fail loudly; clippy's own leave covers test functions only"
)]

mod after_midnight;
mod agency;
mod agency_attacked;
mod answer_members;
mod as_of;
mod asked_again;
mod bundle;
mod closings;
mod coverage;
mod danger;
mod delivered;
mod described;
mod desk;
mod disguised;
mod disposal_points;
mod dispose;
mod doors;
mod doubts;
mod editor;
mod edits;
mod embed;
mod every_sheet;
mod exceptions;
mod feedback;
mod filled;
mod first_answer;
mod for_whom;
mod found;
mod full_box;
mod guesses;
mod hand_in;
mod handout;
mod heads;
mod holidays;
mod hosts;
mod hours_sheet;
mod hours_themselves;
mod language;
mod languages;
mod letters;
mod lists;
mod mail_server;
mod map;
mod member_types;
mod misplaced;
mod month;
mod new_place;
mod offline;
mod openapi;
mod outage;
mod own_word;
mod pages;
mod place_page;
mod plan;
mod plan_api;

mod plan_consent;
mod policy;
mod power;
mod preferred;
mod printed;
mod privacy;
mod reasons;
mod refresh;
mod refusals;
mod search_by_name;
mod second_step;
mod sessions;
mod sheet;
mod shown_again;
mod sign_in;
mod signed_out;
mod sites;
mod siting;
mod sockets;
mod steward;
mod steward_lists;
mod stock;
mod stock_items;
mod three_doors;
mod tiles;
mod titles;
mod to_go;
mod town;
mod typed_alike;
mod typescript;
mod untouched;
mod vectors;
mod waiting;
mod week_of_kenora;
