#![doc = include_str!("../README.md")]

mod connections;
mod embedded;
mod layers;
mod routes;
mod server;
mod shell;
mod stopping;

pub use self::{
    embedded::read_embedded,
    routes::{application, routes},
    server::{Running, ServeError, Serving, listen, serve},
    shell::Shell,
};
