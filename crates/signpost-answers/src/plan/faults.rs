//! What is wrong with a version, in a reader's language.

use signpost_domain::Plan;
use signpost_plan::PlanFault;

use super::Names;

/// One fault in a sentence, with the names of the door and the place it is about.
#[must_use]
pub fn fault_line(names: &Names<'_>, plan: &Plan, fault: &PlanFault) -> String {
    let key = format!("plan-fault-{}", fault.code.replace('_', "-"));
    let rule = fault.rule.as_ref();
    let rule = rule.and_then(|id| plan.rules.iter().find(|rule| rule.id == *id));
    let door = rule.map(|rule| names.door((&rule.from, &rule.need)));
    let place = fault.target.as_ref().map(|site| names.site(site));
    let args = [
        ("door", door.as_deref().unwrap_or_default()),
        ("place", place.as_deref().unwrap_or_default()),
    ];
    let known = names.speaker.try_t(&key);
    // A code that has no words yet says its own.
    known.map_or_else(|| fault.message.clone(), |_| names.speaker.say(&key, &args))
}
