//! What of a version's words people read, on every day.

use proptest::prelude::*;
use signpost_domain::{Consent, Directory, Lang, Plan, Text};
use signpost_plan::{Question, redirections, where_to_go};

use crate::sample::{
    consent, day, instant, need, north, organization_id, plan, rule, site, slug, snapshot, town,
};

const NAMES: &str = "Granite Street is around the corner.";
const PLAIN: &str = "These places have it.";

/// A door that leads to `far` of `other`, and perhaps to `near` of `agency`.
fn sample(message: &str, also_near: bool, until: Option<&str>) -> (Directory, Plan) {
    let mut directory = town(vec![
        site("door", Some(north(0.0)), "24/7"),
        site("near", Some(north(100.0)), "24/7"),
        site("far", Some(north(200.0)), "24/7"),
    ]);
    directory.sites[2].organization = organization_id("other");
    directory.sites[2].name = Text::en("Granite Street Drop-In");
    let targets: &[&str] = if also_near {
        &["near", "far"]
    } else {
        &["far"]
    };
    let mut own = plan(vec![rule("door", targets)]);
    own.until = None;
    own.rules[0].message = Text::en(message);
    own.consents.push(Consent {
        until: until.map(day),
        ..consent("other")
    });
    (directory, own)
}

fn read(message: &str, also_near: bool, until: Option<&str>) -> String {
    let (mut directory, own) = sample(message, also_near, until);
    directory.plans = vec![own];
    let at = instant("2026-11-25T10:00:00-05:00");
    let snapshot = snapshot(directory, at);
    let question = Question {
        need: need("supplies"),
        at,
        near: None,
        from: Some(slug("door")),
        age: None,
        limit: 5,
    };
    let reply = where_to_go(&snapshot, &question).unwrap();
    let applied = reply.plan.unwrap();
    // The saved list says the same.
    assert_eq!(redirections(&snapshot, at)[0].applied, applied);
    applied.message.words(Lang::En).to_owned()
}

#[test]
fn words_are_read_while_whom_they_name_agrees_and_held_back_after() {
    const HELD: &str = "Something changed here for this: supplies. The list shows where to go.";
    let lapsed = Some("2026-11-24");
    for (message, also_near, until, expected) in [
        (NAMES, true, None, NAMES),
        (NAMES, true, Some("2026-11-25"), NAMES),
        (NAMES, true, lapsed, HELD),
        (NAMES, false, lapsed, HELD),
        // It names nobody: another place is left that it may speak of, or none is.
        (PLAIN, true, lapsed, PLAIN),
        (PLAIN, false, lapsed, HELD),
    ] {
        assert_eq!(
            read(message, also_near, until),
            expected,
            "{message} {also_near} {until:?}"
        );
    }
}

proptest! {
    #[test]
    fn nobody_ever_reads_the_name_of_who_has_not_agreed(
        before in "[a-z ,.]{0,12}", after in "[a-z ,.]{0,12}", also_near: bool,
    ) {
        let message = format!("{before} Granite Street {after}");
        let said = read(&message, also_near, Some("2026-11-24"));
        prop_assert!(!said.contains("Granite"), "{said}");
    }
}
