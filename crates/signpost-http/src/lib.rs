//! The only crate that speaks HTTP: pages, API, redirects.
