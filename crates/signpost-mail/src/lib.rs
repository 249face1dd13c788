#![doc = include_str!("../README.md")]

pub mod letters;
mod smtp;

pub use self::smtp::{Letter, MailError, Mailer};
