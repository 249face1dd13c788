//! Which file of a crate imports which: read from the text of its files, as rustc would follow the paths.
//!
//! A path that begins with `crate`, `self`, `super` or a child module leads to the file that *defines* what it names; what a file only hands
//! on (`use` and `pub use`) is followed. Handing on with `pub use` is not importing. `mod tests` and other files of tests are left out.

mod circles;
mod text;
mod tokens;
mod tree;

pub(crate) use circles::circles;
pub(crate) use tree::{Tree, read_crate, rust_files};

#[cfg(test)]
mod tests;
