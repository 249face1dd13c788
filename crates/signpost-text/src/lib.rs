#![doc = include_str!("../README.md")]

mod desk;
mod fit;
mod gsm;
mod ordinary;
mod places;
mod reply;
mod said;
mod spoken;
mod understood;
mod vocabulary;

pub use gsm::{Alphabet, alphabet, plain, units};
pub use reply::{LookedUp, Reply, is_urgent, reply};
pub use spoken::{Menu, menu, person, spoken};
pub use vocabulary::{VocabularyError, check};
