#![doc = include_str!("../README.md")]

mod code;
mod face;
mod fault;
mod format;
mod layout;
pub mod lettering;
mod pdf;
mod svg;

pub use self::{
    fault::PosterFault,
    format::Format,
    layout::MODULE_LEAST_PT,
    pdf::{pdf, pdf_of_all},
    svg::svg,
};
