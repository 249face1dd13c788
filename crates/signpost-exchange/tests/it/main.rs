//! Files in and out, as the commands use them.

mod faults;
mod folder;
mod formats;
mod overlay;
mod shipped;
