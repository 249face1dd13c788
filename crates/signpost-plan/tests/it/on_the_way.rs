//! What happens while one walks: a confirmation lapses, or a place nobody has pinned down closes.

use signpost_domain::Locality;
use signpost_hours::OpenState;
use signpost_plan::Why;

use crate::sample::{WEDNESDAY_10, ask, day, instant, north, question, site, source, town};

#[test]
fn who_asks_a_minute_before_a_lapse_is_served_after_the_walk_too() {
    let mut directory = town(vec![
        site("box", Some(north(500.0)), "24/7"),
        site("farther", Some(north(900.0)), "24/7"),
        site("closes", Some(north(300.0)), "Mo-Su 00:00-23:59"),
    ]);
    for site in &mut directory.sites {
        let confirmation = site.services[0].confirmation.as_mut();
        confirmation.unwrap().review_by = day("2026-11-25");
    }
    directory.sites[1].services[0]
        .confirmation
        .as_mut()
        .unwrap()
        .review_by = day("2027-11-25");
    let late = "2026-11-25T23:59:00-05:00";
    let asked = ask(directory.clone(), &question(late, None));
    assert_eq!(asked.slugs()[0], "box");
    let answer = &asked.reply.answers[0];
    assert_eq!(answer.moment.state, OpenState::Open);
    assert_eq!(answer.served_at, Some(instant("2026-11-26T00:08:46-05:00")));
    assert!(!answer.why.contains(&Why::CallFirst), "{:?}", answer.why);
    // What really closes on the way is no answer, and who asks after the lapse is told to call first.
    let closes = asked.slugs().iter().position(|slug| *slug == "closes");
    assert_eq!(asked.reply.answers[closes.unwrap()].served_at, None);
    let asked = ask(directory, &question("2026-11-26T00:00:00-05:00", None));
    assert_eq!(asked.slugs()[0], "farther");
}

#[test]
fn a_place_without_a_point_is_reached_by_the_walk_that_orders_it() {
    let mut directory = town(vec![site("somewhere", None, "Mo-Su 09:00-10:10")]);
    directory.localities = vec![Locality {
        name: "Town".into(),
        point: north(3_000.0),
        source: source(),
    }];
    directory.sites[0].locality = "Town".into();
    let asked = ask(directory, &question(WEDNESDAY_10, None));
    let answer = &asked.reply.answers[0];
    // 58 and a half minutes: by then it has closed for today.
    assert_eq!(answer.served_at, Some(instant("2026-11-26T09:00:00-05:00")));
    assert!(answer.why.contains(&Why::ClosingSoon) && !answer.why.contains(&Why::OpenNow));
    assert_eq!(answer.metres, None, "no distance is told");
}
