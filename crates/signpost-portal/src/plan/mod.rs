//! The redirection plan, from the first word of a draft to the end of a version; and what organizations say to being sent people.

pub(crate) mod ahead;
mod approve;
mod changed;
mod consents;
mod delivered;
mod difference;
mod end;
mod facts;
mod file;
mod grid;
mod hand_in;
pub(crate) mod hanging;
mod opened;
mod own_consent;
mod posters;
mod proof;
mod rule;
mod rule_fields;
mod said;
mod shares;
mod standing;
mod version;
mod versions;

use actix_web::web;

use crate::access::{Act, RouteEntry, get, post, power};

/// The routes.
pub(crate) fn routes() -> Vec<RouteEntry> {
    use Act::{AnswerConsent, KeepPlan};
    vec![
        get("/steward/plan", KeepPlan, || web::to(versions::show)),
        post("/steward/plan", KeepPlan, || web::to(versions::start)),
        get("/steward/plan/ahead", KeepPlan, || web::to(ahead::show)),
        get("/steward/plan/consents", KeepPlan, || {
            web::to(consents::show)
        }),
        power("/steward/plan/consents", KeepPlan, || {
            web::to(consents::sent)
        }),
        get("/steward/plan/delivered", KeepPlan, || {
            web::to(delivered::show)
        }),
        get("/steward/plan/delivered.csv", KeepPlan, || {
            web::to(delivered::download)
        }),
        get("/steward/plan/plan.toml", KeepPlan, || {
            web::to(file::download)
        }),
        get("/steward/plan/hand-in", KeepPlan, || web::to(hand_in::show)),
        post("/steward/plan/hand-in", KeepPlan, || web::to(hand_in::sent)),
        get("/steward/plan/posters", KeepPlan, || web::to(posters::show)),
        get("/steward/plan/posters/{file}", KeepPlan, || {
            web::to(posters::download)
        }),
        get("/steward/plan/hanging", KeepPlan, || web::to(hanging::show)),
        post("/steward/plan/hanging", KeepPlan, || web::to(hanging::sent)),
        post("/steward/plan/hanging/{poster}", KeepPlan, || {
            web::to(hanging::taken_down)
        }),
        get("/steward/plan/{version}", KeepPlan, || {
            web::to(version::show)
        }),
        get("/steward/plan/{version}/facts", KeepPlan, || {
            web::to(facts::show)
        }),
        post("/steward/plan/{version}/facts", KeepPlan, || {
            web::to(facts::sent)
        }),
        get("/steward/plan/{version}/rules/{rule}", KeepPlan, || {
            web::to(rule::show)
        }),
        post("/steward/plan/{version}/rules/{rule}", KeepPlan, || {
            web::to(rule::sent)
        }),
        get("/steward/plan/{version}/difference", KeepPlan, || {
            web::to(difference::show)
        }),
        get("/steward/plan/{version}/proof", KeepPlan, || {
            web::to(proof::show)
        }),
        power("/steward/plan/{version}/approve", KeepPlan, || {
            web::to(approve::sent)
        }),
        get("/steward/plan/{version}/end", KeepPlan, || {
            web::to(end::show)
        }),
        power("/steward/plan/{version}/end", KeepPlan, || {
            web::to(end::sent)
        }),
        get("/agency/consent", AnswerConsent, || {
            web::to(own_consent::show)
        }),
        power("/agency/consent", AnswerConsent, || {
            web::to(own_consent::sent)
        }),
    ]
}
