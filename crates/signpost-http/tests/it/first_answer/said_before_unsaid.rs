//! In real Kenora, where most is not confirmed: what somebody said comes before what nobody said, at every hour.

use signpost_domain::{NeedCode, Offer, SiteSlug};

use super::{answers, asked, at, hour, kenora, site};

#[actix_rt::test]
async fn nobody_is_sent_first_to_where_nobody_said_that_it_is_offered() {
    let town = at(kenora(), &hour(0));
    let directory = kenora();
    let mut seen = 0;
    for need in ["food", "outreach", "washroom", "naloxone", "disposal"] {
        let code: NeedCode = need.parse().unwrap();
        let offer = |slug: &str| {
            let slug: SiteSlug = slug.parse().unwrap();
            let mut sites = directory.sites.iter();
            let site = sites.find(|site| site.slug == slug).unwrap();
            site.service(&code).unwrap().offer
        };
        for then in 0..24 {
            let reply = asked(&town, &format!("need={need}&at={}", hour(then))).await;
            let answers = answers(&reply);
            let first = site(&answers[0]);
            // At night an office that is known to be shut does not come before a door that is never shut.
            let shut = |one: &serde_json::Value| one["state"] == "closed";
            let mut said = answers
                .iter()
                .filter(|one| offer(site(one)) == Offer::Offered);
            let awake = said.any(|one| !shut(one));
            assert!(
                offer(first) == Offer::Offered || !awake,
                "{need} at {then}: {first}"
            );
            seen += usize::from(awake);
        }
    }
    // Of the naloxone by appointment alone nobody is told at night.
    assert_eq!(seen, 4 * 24 + 8);
}

#[actix_rt::test]
async fn who_comes_to_people_day_and_night_comes_before_an_office_whose_hours_nobody_knows() {
    let town = at(kenora(), &hour(0));
    for near in ["", "&near=49.7700,-94.4890"] {
        let reply = asked(&town, &format!("need=outreach&at={}{near}", hour(3))).await;
        let first = site(&answers(&reply)[0]);
        assert!(first.contains("makwa"), "{near}: {first}");
    }
}
