#![doc = include_str!("../README.md")]

pub mod ahead;
mod answer;
mod arrival;
mod candidate;
mod check;
mod counting;
pub mod delivered;
mod difference;
mod lifecycle;
mod named;
mod phone_lines;
pub mod proof;
mod question;
mod ranking;
mod reasons;
mod redirections;
mod routes;
mod search;
mod spoken;
mod why;
pub mod words;

pub use answer::{where_to_go, where_to_go_under};
pub use arrival::walkable;
pub use check::{About, Closing, PlanFault, Severity, change_days, check, check_from};
pub use counting::{CountingDays, counting_days, counts_from, overriding};
pub use difference::{FactValue, PlanChange, PlanFact, RuleChange, differences};
pub use lifecycle::{
    Rewritten, Stage, as_approved, before_of, carried_over, free_rule_id, in_force_among,
    named_organizations, named_sites, next_version, plan_day, says_the_same, stage, started,
};
pub use phone_lines::phone_lines;
pub use question::{Answer, Applied, Question, QuestionError, Reply};
pub use redirections::{Redirection, redirections};
pub use routes::{Route, Stop, in_force, routes};
pub use spoken::{Held, Spoken};
pub use why::Why;
