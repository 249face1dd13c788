#![doc = include_str!("../README.md")]

mod embedded;
mod layers;
mod routes;
mod server;
mod shell;

pub use self::{
    embedded::read_embedded,
    routes::{application, routes},
    server::{Running, ServeError, Serving, listen, serve},
    shell::Shell,
};
