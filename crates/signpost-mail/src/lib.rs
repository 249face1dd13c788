#![doc = include_str!("../README.md")]

mod address;
pub mod letters;
mod smtp;

pub use self::address::is_address;
pub use self::smtp::{Letter, MailError, Mailer};
