//! Posters as they come out of the printer: what is on them, and whether a camera reads it.

mod page_of_pdf;
mod print;
mod scanned;
mod sheets;
mod towns;
