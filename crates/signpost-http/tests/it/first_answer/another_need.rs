//! A plan may send people to a place for something else than they asked for: then the card names what is there.

use signpost_domain::{Consent, NeedCode, Target, Text};

use super::{at, hour};
use crate::town::training;

#[actix_rt::test]
async fn a_card_names_the_need_when_the_plan_sends_there_for_another() {
    let mut directory = training();
    let food: NeedCode = "food".parse().unwrap();
    let plan = &mut directory.plans[1];
    let mut rules = plan.rules.iter_mut();
    let rule = rules.find(|rule| rule.id.as_str() == "old-mill-supplies");
    rule.unwrap().targets.insert(
        0,
        Target {
            site: "west-side-kitchen".parse().unwrap(),
            need: Some(food.clone()),
            note: Text::default(),
        },
    );
    plan.consents.push(Consent {
        organization: "kettle-table".parse().unwrap(),
        need: Some(food),
        on: jiff::civil::date(2026, 3, 18),
        until: None,
        reference: "Training letter".to_owned(),
    });
    let town = at(directory, &hour(8));
    let page = town.get("/go/old-mill-counter?need=supplies").await;
    let page = if page.status == 303 || page.status == 302 || page.status == 307 {
        let to = page.header("location").to_owned();
        town.get(&to).await.body()
    } else {
        page.body()
    };
    let card = page.split("<li class=\"card\"").nth(1).unwrap();
    assert!(card.contains("West Side Kitchen"), "{page}");
    assert!(card.contains("<p class=\"for-whom\">Food</p>"), "{card}");
}
