//! `tests/vectors/*.json`: questions and the server's answers, beside the part of the bundle a phone ranks with. `web/src/offline` reads the
//! same files and must rank alike. When the rule changes on purpose, write them anew: `SIGNPOST_WRITE_VECTORS=1 cargo test -p signpost-http vectors`.

use std::{collections::BTreeMap, fs, path::PathBuf, sync::Arc};

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use signpost_domain::{Age, Directory, LonLat, NeedCode, SiteSlug, Text};
use signpost_hours::Calendar;
use signpost_locate::{Inputs, Snapshot};
use signpost_plan::{Question, where_to_go};
use signpost_web::App;

use crate::town::{Town, training};

/// When bundles are made: an ordinary week with a storm in it, staff training, Family Day, a rule that ends, one plan after another, and the
/// last days before every confirmation lapses.
const MADE_AT: [&str; 7] = [
    "2026-11-23T21:00:00-05:00",
    "2026-12-05T08:00:00-05:00",
    "2027-02-10T09:00:00-05:00",
    "2027-03-25T14:15:00-05:00",
    "2026-03-15T20:00:00-05:00",
    "2026-03-25T06:45:00-05:00",
    "2027-05-25T07:00:00-05:00",
];
const GOOD_FOR_MINUTES: i64 = 14 * 24 * 60;
const LIMIT: usize = 30;

/// One question, and where the vector says it comes from.
struct Asked {
    need: NeedCode,
    at: Timestamp,
    near: Option<LonLat>,
    from: Option<SiteSlug>,
    age: Option<Age>,
}

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/vectors")
        .join(name)
}

/// The training town, where three places are for some people only: the phone puts them where the server does.
fn with_some_for_some() -> Directory {
    let mut directory = training();
    let age = |years: u64| Some(years.try_into().unwrap());
    for site in &mut directory.sites {
        for service in &mut site.services {
            match (site.slug.as_str(), service.need.as_str()) {
                ("cedar-circle-house", _) => service.minimum_age = age(16),
                ("pinecone-pharmacy-main", _) => service.maximum_age = age(25),
                (_, "food") => service.eligibility_description = Text::en("For women."),
                _ => {}
            }
        }
    }
    directory
}

fn town(made_at: Timestamp) -> Town {
    let inputs = Inputs {
        directory: with_some_for_some(),
        versions: BTreeMap::new(),
        sequence: 1,
    };
    let snapshot = Snapshot::build(inputs, Calendar::ontario(), made_at).expect("a snapshot");
    let clock = Arc::new(move || made_at);
    Town::around(App::new(snapshot, clock, true, None))
}

/// What a phone ranks with, and nothing else.
fn ranked_with(bundle: &Value) -> Value {
    let take = |from: &Value, members: &[&str]| -> Value {
        let members = members
            .iter()
            .filter_map(|name| Some(((*name).to_owned(), from.get(name)?.clone())));
        Value::Object(members.collect())
    };
    let mut small = take(
        bundle,
        &[
            "made_at",
            "good_until",
            "centre",
            "towns",
            "walkable_m",
            "ground",
            "plans",
        ],
    );
    let sites = bundle["sites"].as_array().unwrap().iter();
    small["sites"] = sites
        .map(|site| {
            let mut small = take(site, &["slug", "point", "locality", "phone"]);
            if let Some(stands_at) = site.get("stands_at") {
                small["stands_at"] = stands_at.clone();
            }
            let services = site["services"].as_array().unwrap().iter();
            small["services"] = services
                .map(|one| {
                    take(
                        one,
                        &[
                            "need",
                            "offer",
                            "offered_until",
                            "said_offered",
                            "hours",
                            "confirmed_until",
                            "intervals",
                            "runs_on",
                            "eligibility_description",
                            "minimum_age",
                            "maximum_age",
                        ],
                    )
                })
                .collect();
            small
        })
        .collect();
    small
}

/// The training town's scenarios of these days, then every need at scattered minutes from one place after another.
fn questions(made_at: Timestamp, snapshot: &Snapshot) -> Vec<Asked> {
    let mut asked = scenarios(made_at);
    let directory = snapshot.directory();
    let mut places: Vec<(Option<LonLat>, Option<SiteSlug>)> = vec![(None, None)];
    for mark in &directory.landmarks {
        places.push((Some(mark.point), None));
    }
    for door in [
        "birch-health-office",
        "old-mill-counter",
        "birch-hall",
        "west-side-kitchen",
        "lantern-rest-shelter",
    ] {
        let slug: SiteSlug = door.parse().unwrap();
        let site = snapshot.site(snapshot.find(&slug).unwrap());
        // As the list asks, and as the API may.
        places.push((site.point, Some(slug.clone())));
        places.push((None, Some(slug)));
    }
    // In the river, where no bank is; and a day's walk away.
    places.push((LonLat::new(-94.9, 49.555).ok(), None));
    places.push((LonLat::new(-94.49, 49.77).ok(), None));
    let mut turn = 0;
    for need in &directory.needs {
        let many = snapshot.services_for(&need.code).len();
        for step in 0..if many > 1 { 6 } else { 1 } {
            turn += 1;
            // Neither number shares a factor with the minutes of 14 days or the places.
            let minutes = (turn * 4637 + step * 1709) % GOOD_FOR_MINUTES;
            let place = usize::try_from(turn * 5).unwrap() % places.len();
            let (near, from) = places[place].clone();
            asked.push(Asked {
                need: need.code.clone(),
                at: made_at + SignedDuration::from_mins(minutes),
                near,
                from,
                // A sixth of them say how old they are.
                age: (step == 5).then(|| 16.try_into().unwrap()),
            });
        }
    }
    asked
}

fn scenarios(made_at: Timestamp) -> Vec<Asked> {
    let text = include_str!("../../../../data/training/scenarios.toml");
    let good_until = made_at + SignedDuration::from_mins(GOOD_FOR_MINUTES);
    text.split("[[scenario]]")
        .skip(1)
        .filter_map(|scenario| {
            let value = |name: &str| {
                let mut lines = scenario.lines();
                lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(" = "))
            };
            let text = |name: &str| value(name).map(|text| text.trim_matches('"'));
            let at: Timestamp = text("at").unwrap().parse().unwrap();
            let near: Option<Vec<f64>> =
                value("near").map(|near| serde_json::from_str(near).unwrap());
            (made_at <= at && at < good_until).then(|| Asked {
                need: text("need").unwrap().parse().unwrap(),
                at,
                near: near.map(|near| LonLat::new(near[1], near[0]).unwrap()),
                from: text("from").map(|slug| slug.parse().unwrap()),
                age: None,
            })
        })
        .collect()
}

/// `[site, need, state, served_at, metres, metres to another town, why]`: seconds since 1970, and centimetres' worth of metres.
fn answers(snapshot: &Snapshot, asked: &Asked) -> Value {
    let question = Question {
        need: asked.need.clone(),
        at: asked.at,
        near: asked.near,
        from: asked.from.clone(),
        age: asked.age,
        limit: LIMIT,
    };
    let reply = where_to_go(snapshot, &question).unwrap();
    let answers: Vec<Value> = reply
        .answers
        .iter()
        .map(|answer| {
            json!([
                snapshot.site(answer.site).slug,
                snapshot.service(answer.service).need,
                answer.moment.state,
                answer.served_at.map(Timestamp::as_second),
                answer
                    .metres
                    .map(|metres| (metres.0 * 100.0).round() / 100.0),
                answer.other_town.map(|metres| metres.0.round()),
                answer.why,
            ])
        })
        .collect();
    json!({
        "need": asked.need, "at": asked.at.as_second(), "near": asked.near, "from": asked.from, "age": asked.age.map(u8::from),
        "rule": reply.plan.map(|plan| plan.rule), "answers": answers,
    })
}

#[actix_rt::test]
async fn the_vectors_shared_with_the_phone_are_what_the_server_answers() {
    let mut scenarios_seen = 0;
    for made_at in MADE_AT {
        let at: Timestamp = made_at.parse().unwrap();
        let town = town(at);
        let snapshot = town.app.snapshot_to_keep();
        scenarios_seen += scenarios(at).len();
        let bundle = town.get("/api/v1/directory.json").await.json();
        let questions: Vec<String> = questions(at, &snapshot)
            .iter()
            .map(|asked| answers(&snapshot, asked).to_string())
            .collect();
        let text = format!(
            "{{\"bundle\": {},\n\"questions\": [\n{}\n]}}\n",
            ranked_with(&bundle),
            questions.join(",\n")
        );
        let path = file(&format!("{}.json", made_at.split('T').next().unwrap()));
        if std::env::var_os("SIGNPOST_WRITE_VECTORS").is_some() {
            fs::write(&path, &text).unwrap();
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            kept == text,
            "{} is not what the server answers now; look why, and write it anew if that is right",
            path.display()
        );
    }
    assert!(
        scenarios_seen >= 20,
        "only {scenarios_seen} scenarios are among the vectors"
    );
}
