//! Where to go: the plan, the best answers, and the lines behind them.

use jiff::civil::Date;
use signpost_domain::{Plan, Rule, Text};
use signpost_locate::Snapshot;

use crate::{
    Applied, Question, QuestionError, Reply, Spoken, phone_lines,
    routes::{Route, Rulebook, day_of, in_force},
    search::Search,
};

/// Where to go for a need, best first.
///
/// # Errors
/// When the snapshot has no such need, or no such site to come from.
pub fn where_to_go(snapshot: &Snapshot, question: &Question) -> Result<Reply, QuestionError> {
    let plan = in_force(snapshot, question.at);
    let plan = plan.map(|plan| (plan, day_of(plan, snapshot, question.at)));
    let redirection = redirection(snapshot, question, plan).map(|(plan, rule, day, route)| {
        let spoken = Spoken::new(plan, snapshot.directory(), day);
        let applied = applied(plan, rule, day, spoken.message(rule, &route));
        (applied, spoken.route(rule, route))
    });
    answered(snapshot, question, redirection)
}

/// The same as if this plan redirected people, and as it does on this day, whatever its own days and status are; `None` for no plan.
///
/// Its words are given as they are written, also those that nobody reads.
///
/// # Errors
/// As [`where_to_go`].
pub fn where_to_go_under(
    snapshot: &Snapshot,
    question: &Question,
    plan: Option<(&Plan, Date)>,
) -> Result<Reply, QuestionError> {
    let redirection = redirection(snapshot, question, plan)
        .map(|(plan, rule, day, route)| (applied(plan, rule, day, rule.message.clone()), route));
    answered(snapshot, question, redirection)
}

fn answered(
    snapshot: &Snapshot,
    question: &Question,
    redirection: Option<(Applied, Route)>,
) -> Result<Reply, QuestionError> {
    if snapshot.need(&question.need).is_none() {
        let need = question.need.clone();
        return Err(QuestionError::UnknownNeed { need });
    }
    if let Some(site) = &question.from
        && snapshot.find(site).is_none()
    {
        return Err(QuestionError::UnknownSite { site: site.clone() });
    }
    let (plan, route) = redirection.unzip();
    let mut search = Search::new(
        snapshot,
        question,
        plan.is_some(),
        route.unwrap_or_default(),
    );
    search.targets();
    search.others();
    Ok(Reply {
        plan,
        left_out: search.left_out(),
        answers: search.answers(),
        otherwise: phone_lines(snapshot, &question.need, question.at),
    })
}

/// The rule at the site one came from, the day it is asked for, and where it leads.
fn redirection<'p>(
    snapshot: &Snapshot,
    question: &Question,
    plan: Option<(&'p Plan, Date)>,
) -> Option<(&'p Plan, &'p Rule, Date, Route)> {
    let from = question.from.as_ref()?;
    let (plan, day) = plan?;
    let rules = Rulebook::new(plan);
    let origin = (from, &question.need);
    let rule = rules.rule(origin, day)?;
    let route = rules.follow(origin, day, |slug| {
        let site = snapshot.find(slug)?;
        Some(snapshot.organization(site))
    });
    Some((plan, rule, day, route))
}

/// The rule of a plan that applies on a day, with what one reads.
pub(crate) fn applied(plan: &Plan, rule: &Rule, day: Date, message: Text) -> Applied {
    Applied {
        version: plan.version,
        rule: rule.id.clone(),
        in_force_from: plan.from.max(rule.first).unwrap_or(day),
        message,
    }
}
