#![doc = include_str!("../README.md")]

mod app;
mod as_of;
pub mod assets;
pub mod body;
pub mod canonical;
mod counting;
pub mod counts;
mod coverage;
pub mod cross_origin;
pub mod form;
pub mod hosting;
pub mod members;
pub mod metrics;
pub mod on_paper;
mod operator;
mod page_context;
pub mod params;
mod phone_score;
pub mod precompressed;
pub mod preferred;
mod problem;
mod problem_body;
mod problem_sources;
pub mod qr;
mod reading;
pub mod reply;
mod report_view;
pub mod request_id;

pub use signpost_editing::{Outage, service_log::Reported};

pub use self::{
    app::{App, SharedApp, hosting_of},
    as_of::AsOf,
    coverage::{CoverageAsk, CoverageDesk},
    operator::Operator,
    page_context::{OtherLanguage, PageContext, picture_of},
    phone_score::{month_words, phone_score_words},
    problem::{ApiError, PROBLEM_JSON, TYPES},
    problem_body::{MemberFaults, Problem},
    reading::reading,
    report_view::{ReportView, SectionView, TableView, value_words},
};
