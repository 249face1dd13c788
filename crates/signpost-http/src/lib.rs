#![doc = include_str!("../README.md")]

pub mod answers;
mod api;
mod app;
mod assets;
mod edits;
mod fluent_words;
mod go;
mod headers;
mod limits;
mod logging;
mod map_data;
mod metrics;
mod offline;
mod pages;
mod params;
mod portal;
mod problem;
mod problem_layer;
mod problem_sources;
mod refresh;
mod routes;
mod server;
mod tiles;
mod tongues;

pub use app::{App, SharedApp};
pub use edits::WordingFault;
pub use portal::{
    NoPublicAddress, PortalRoute, Post, PublicAddress, Round, letters_due, portal_routes,
    send_letters_due,
};
pub use problem::{ApiError, FieldFault};
pub use routes::{application, routes};
pub use server::{Running, ServeError, Serving, listen, serve};
