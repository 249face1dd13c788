#![doc = include_str!("../README.md")]

mod album;
mod colour;
mod composed;
mod error;
mod job;
mod labels;
mod line;
mod names;
mod palette;
mod pins;
mod raster;
mod scene;
pub mod shore;
mod size;
mod sketch;
mod streets;
mod svg;
mod tile;
mod view;
mod words;
mod worker;

pub use self::{
    album::{Album, Drawn, Source},
    composed::{Subject, compose},
    error::PictureError,
    job::job,
    raster::png,
    scene::Scene,
    size::Size,
    worker::Worker,
};
