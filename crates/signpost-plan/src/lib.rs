#![doc = include_str!("../README.md")]

mod answer;
mod arrival;
mod candidate;
mod check;
mod phone_lines;
mod question;
mod ranking;
mod reasons;
mod redirections;
mod routes;
mod search;
mod why;
pub mod words;

pub use answer::where_to_go;
pub use arrival::walkable;
pub use check::{PlanFault, Severity, check};
pub use phone_lines::phone_lines;
pub use question::{Answer, Applied, Question, QuestionError, Reply};
pub use redirections::{Redirection, redirections};
pub use routes::{Route, Stop, in_force, routes};
pub use why::Why;
