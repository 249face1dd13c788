//! What holds in every town.

use proptest::prelude::*;
use signpost_domain::{Lang, Trust};
use signpost_hours::OpenState;
use signpost_plan::{Why, where_to_go, words};

use crate::{
    brute::{Everybody, everybody},
    sample::{slug, snapshot},
    towns::{Case, cases, crowded, sites_at},
};

/// Held against everybody, sorted.
fn holds(case: Case) -> Result<(), TestCaseError> {
    let Case {
        directory,
        question,
        built,
    } = case;
    let snapshot = snapshot(directory, built);
    let reply = where_to_go(&snapshot, &question).unwrap();
    let Everybody { applied, sorted } = everybody(&snapshot, &question);
    prop_assert_eq!(reply.plan.is_some(), applied);
    let told: Vec<_> = reply
        .answers
        .iter()
        .map(|answer| {
            let target = answer.why.contains(&Why::PlanTarget);
            (answer.service, answer.served_at, target)
        })
        .collect();
    let expected: Vec<_> = sorted
        .iter()
        .take(question.limit)
        .map(|one| (one.service, one.served_at, one.is_target))
        .collect();
    prop_assert_eq!(told, expected);
    let nearest = sorted
        .iter()
        .filter_map(|one| one.on_foot_m)
        .min_by(f64::total_cmp);
    for (answer, one) in reply.answers.iter().zip(&sorted) {
        let why = &answer.why;
        let is_nearest = one.on_foot_m.is_some() && one.on_foot_m == nearest;
        prop_assert_eq!(why.contains(&Why::Nearest), is_nearest);
        prop_assert!(
            !why.is_empty() && why.is_sorted_by(|a, b| a < b),
            "{:?}",
            why
        );
        let unconfirmed = answer.trust != Trust::Confirmed;
        prop_assert_eq!(why.contains(&Why::Unconfirmed), unconfirmed);
        for lang in Lang::ALL {
            prop_assert!(!words::why_of(&snapshot, answer, &question, lang).is_empty());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn the_answers_are_the_first_of_everybody_sorted(case in cases(0..14)) {
        holds(case)?;
    }

    #[test]
    fn among_many_near_ones_the_answers_are_the_first_of_everybody_sorted(case in crowded()) {
        holds(case)?;
    }

    #[test]
    fn no_closed_door_comes_before_an_open_confirmed_target_a_few_minutes_away(case in cases(2..14)) {
        let Case { directory, mut question, built } = case;
        question.limit = 20;
        let snapshot = snapshot(directory, built);
        let answers = where_to_go(&snapshot, &question).unwrap().answers;
        let ready = answers.iter().rposition(|answer| {
            question.age.is_none_or(|age| snapshot.service(answer.service).takes(age))
                && answer.why.contains(&Why::PlanTarget)
                && answer.why.contains(&Why::OpenNow)
                && answer.trust == Trust::Confirmed
                && answer.metres.is_none_or(|metres| metres.0 < 1_000.0)
                && answer.served_at.is_some()
        });
        for before in &answers[..ready.unwrap_or(0)] {
            // Only a target that the plan names first, and that opens within the half hour, may.
            let first_choice = before.why.contains(&Why::PlanTarget)
                && before.served_at.is_some_and(|served| served.duration_since(question.at).as_mins() < 30);
            prop_assert!(before.moment.state == OpenState::Open || first_choice);
        }
    }

    #[test]
    fn one_more_site_never_makes_the_first_answer_later(
        (case, extra) in cases(1..10).prop_flat_map(|case| {
            let at = case.question.at;
            (Just(case), sites_at(at))
        }),
        name in prop::sample::select(vec!["a-new-one", "zz-new-one"]),
    ) {
        let Case { directory, mut question, built } = case;
        question.limit = question.limit.max(1);
        let first = |directory| {
            let snapshot = snapshot(directory, built);
            let first = where_to_go(&snapshot, &question).unwrap().answers.into_iter().next()?;
            let everybody = everybody(&snapshot, &question).sorted;
            everybody.into_iter().find(|one| one.service == first.service).map(|one| one.key)
        };
        let mut more = directory.clone();
        more.sites.push(signpost_domain::Site { slug: slug(name), ..extra });
        let (before, after) = (first(directory), first(more));
        prop_assert!(before.is_none() || after.is_some_and(|after| Some(after) <= before));
    }

    #[test]
    fn without_consent_nobody_is_a_target_and_the_old_door_stays_shut(case in cases(1..10)) {
        let Case { mut directory, mut question, built } = case;
        question.limit = 20;
        for plan in &mut directory.plans {
            plan.consents.clear();
        }
        let snapshot = snapshot(directory, built);
        let reply = where_to_go(&snapshot, &question).unwrap();
        for answer in &reply.answers {
            prop_assert!(!answer.why.contains(&Why::PlanTarget));
            prop_assert!(answer.note.is_empty());
            let own_door = Some(&snapshot.site(answer.site).slug) == question.from.as_ref();
            let same_need = snapshot.service(answer.service).need == question.need;
            prop_assert!(reply.plan.is_none() || !own_door || !same_need);
        }
    }

    #[test]
    fn any_plan_is_checked_without_panic_and_every_loop_is_an_error(case in cases(0..9)) {
        let Case { directory, question, .. } = case;
        for plan in &directory.plans {
            let faults = signpost_plan::check(plan, &directory);
            let day = signpost_hours::Zone::named("America/Winnipeg").unwrap().day(question.at);
            for rule in plan.rules.iter().filter(|rule| rule.covers(day)) {
                let route = signpost_plan::routes(plan, &rule.from, &rule.need, day, &directory);
                let covered = plan.from.is_none_or(|from| from <= day) && plan.until.is_none_or(|until| day <= until);
                if route.looped && covered {
                    prop_assert!(faults.iter().any(|fault| fault.code == "loop"));
                }
            }
        }
    }
}
