//! The doors for gateways of text messages and calls, as each gateway comes to them.

use actix_web::{
    http::{Method, header},
    test::TestRequest,
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;
use signpost_domain::Lang;
use signpost_gateways::Gateways;
use signpost_text::reply;
use signpost_web::{App, hosting::Hosting};

use crate::town::{Answer, NOW, Town, clock, snapshot};

const SECRET: &str = "0123456789abcdef";
const PUBLIC: &str = "https://where.example.org";
/// A number for fiction, which is to be found nowhere.
const SENDER: &str = "+18075550177";

fn open() -> Town {
    let app = App::new(snapshot(), clock(), true, None).with_hosting(Hosting {
        public: Some(PUBLIC.parse().unwrap()),
        ..Hosting::default()
    });
    let secret = || Some(SECRET.parse().unwrap());
    Town::around(app).with_gateways(Gateways {
        kannel: secret(),
        gammu: secret(),
        twilio: secret(),
        voice: secret(),
        ..Gateways::default()
    })
}

fn form(fields: &[(&str, &str)]) -> String {
    let all: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{name}={}", encoded(value)))
        .collect();
    all.join("&")
}

fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(byte).collect()
}

/// What a hook says in its header: HMAC-SHA1 over the address and each field by its name.
fn signature(path: &str, fields: &[(&str, &str)]) -> String {
    let mut sorted = fields.to_vec();
    sorted.sort_unstable();
    let mut mac = Hmac::<Sha1>::new_from_slice(SECRET.as_bytes()).unwrap();
    mac.update(format!("{PUBLIC}{path}").as_bytes());
    for (name, value) in sorted {
        mac.update(name.as_bytes());
        mac.update(value.as_bytes());
    }
    BASE64_STANDARD.encode(mac.finalize().into_bytes())
}

async fn post(town: &Town, path: &str, fields: &[(&str, &str)], head: (&str, &str)) -> Answer {
    let request = TestRequest::with_uri(path)
        .method(Method::POST)
        .insert_header((header::CONTENT_TYPE, "application/x-www-form-urlencoded"))
        .insert_header((head.0.to_owned(), head.1.to_owned()))
        .set_payload(form(fields));
    town.send(request).await
}

async fn signed(town: &Town, path: &str, fields: &[(&str, &str)]) -> Answer {
    let signature = signature(path, fields);
    post(town, path, fields, ("X-Twilio-Signature", &signature)).await
}

fn said(text: &str, lang: Lang) -> String {
    reply(&snapshot(), text, NOW.parse().unwrap(), lang).text()
}

#[actix_rt::test]
async fn every_door_is_shut_until_it_has_a_secret() {
    let town = Town::to_read();
    let kannel = format!("/sms/kannel?key={SECRET}&text=food");
    assert_eq!(town.get(&kannel).await.status, 404);
    for path in ["/sms/gammu", "/sms/twilio", "/voice"] {
        let answer = signed(&town, path, &[("Body", "food"), ("text", "food")]).await;
        assert_eq!(answer.status, 404, "{path}");
    }
}

#[actix_rt::test]
async fn kannel_gets_plain_text_and_brings_no_number() {
    let town = open();
    let asked = format!("/sms/kannel?key={SECRET}&text=need+food+near+mill+bridge");
    let answer = town.get(&asked).await;
    assert_eq!(answer.status, 200, "{}", answer.body());
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.body(), said("need food near mill bridge", Lang::En));
    let french = town
        .get(&format!("/sms/kannel?key={SECRET}&lang=fr&text=hm"))
        .await;
    assert_eq!(french.body(), said("hm", Lang::Fr));
    let stop = town
        .get(&format!("/sms/kannel?key={SECRET}&text=STOP"))
        .await;
    assert_eq!((stop.status, stop.body().as_str()), (200, ""));
    for (wrong, status) in [
        ("/sms/kannel?text=food".to_owned(), 403),
        ("/sms/kannel?key=0123456789abcdee&text=food".to_owned(), 403),
        // A configuration that hands over the number is told so, and it is not repeated.
        (format!("{asked}&from={}", encoded(SENDER)), 400),
    ] {
        let refused = town.get(&wrong).await;
        assert_eq!(refused.status, status, "{wrong}");
        assert!(!refused.body().contains("8075550177"), "{}", refused.body());
    }
}

#[actix_rt::test]
async fn gammus_hook_sends_the_text_and_nothing_else() {
    let town = open();
    let token = format!("Bearer {SECRET}");
    let token = ("Authorization", token.as_str());
    let answer = post(&town, "/sms/gammu", &[("text", "où dormir")], token).await;
    assert_eq!(answer.status, 200, "{}", answer.body());
    assert_eq!(answer.body(), said("où dormir", Lang::En));
    let fields = [("text", "food"), ("number", SENDER)];
    let refused = post(&town, "/sms/gammu", &fields, token).await;
    assert_eq!(refused.status, 400);
    assert!(refused.body().contains("number") && !refused.body().contains("5550177"));
    let wrong = ("Authorization", "Bearer 0123456789abcdee");
    assert_eq!(
        post(&town, "/sms/gammu", &[("text", "food")], wrong)
            .await
            .status,
        403
    );
}

#[actix_rt::test]
async fn a_hook_as_twilios_is_believed_by_its_signature_alone() {
    let town = open();
    let fields = [
        ("Body", "bed & food"),
        ("From", SENDER),
        ("To", "+18075550142"),
    ];
    let answer = signed(&town, "/sms/twilio", &fields).await;
    assert_eq!(answer.status, 200, "{}", answer.body());
    assert_eq!(answer.header("content-type"), "text/xml; charset=utf-8");
    let said = said("bed & food", Lang::En);
    assert_eq!(
        answer.body(),
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Message>{said}</Message></Response>"
        )
    );
    assert!(!answer.body().contains("5550177"));
    let stop = signed(&town, "/sms/twilio", &[("Body", "Stop"), ("From", SENDER)]).await;
    assert!(
        stop.body().ends_with("<Response></Response>"),
        "{}",
        stop.body()
    );
    // Signed for other words, for another address, or not at all.
    let other = signature("/sms/twilio", &[("Body", "food")]);
    let elsewhere = signature("/sms/twilio?lang=fr", &fields);
    for wrong in [other.as_str(), elsewhere.as_str(), "", "AAAA"] {
        let refused = post(&town, "/sms/twilio", &fields, ("X-Twilio-Signature", wrong)).await;
        assert_eq!(refused.status, 403, "{wrong}");
    }
}

#[actix_rt::test]
async fn one_number_asks_ten_times_in_ten_minutes() {
    let town = open();
    let from = |number: &'static str| [("Body", "food"), ("From", number)];
    for _ in 0..10 {
        assert_eq!(
            signed(&town, "/sms/twilio", &from(SENDER)).await.status,
            200
        );
    }
    let refused = signed(&town, "/sms/twilio", &from(SENDER)).await;
    assert_eq!(
        (refused.status, refused.header("retry-after")),
        (429, "600")
    );
    let other = signed(&town, "/sms/twilio", &from("+18075550178")).await;
    assert_eq!(other.status, 200);
}

#[actix_rt::test]
async fn a_caller_presses_forty_digits_in_ten_minutes_and_gets_a_person_after_that_too() {
    let town = open();
    let press = |digit: &'static str| [("Digits", digit), ("From", SENDER)];
    for _ in 0..40 {
        let answer = signed(&town, "/voice?lang=en", &press("6")).await;
        assert_eq!(answer.status, 200);
    }
    let refused = signed(&town, "/voice?lang=en", &press("6")).await;
    assert_eq!(refused.status, 429);
    let person = signed(&town, "/voice?lang=en", &press("0")).await;
    assert!(person.body().contains("<Dial>"), "{}", person.body());
}

#[actix_rt::test]
async fn a_call_hears_one_answer_and_may_go_on() {
    let town = open();
    let begin = signed(&town, "/voice", &[("From", SENDER)]).await;
    assert_eq!(begin.status, 200, "{}", begin.body());
    let begin = begin.body();
    assert!(begin.contains("action=\"/voice?lang=en\""), "{begin}");
    for told in [
        "In danger, hang up and call 911.",
        "<Say language=\"fr-CA\">Pour le français, faites le 1.",
        "press 0",
        "Food: press 6.",
    ] {
        assert!(begin.contains(told), "{told} in {begin}");
    }
    let food = signed(
        &town,
        "/voice?lang=en",
        &[("Digits", "6"), ("From", SENDER)],
    )
    .await;
    let food = food.body();
    assert!(
        food.contains(
            "West Side Kitchen. 30 Sawmill Road. Opens tomorrow 7:30 am. Birch Landing time."
        ),
        "{food}"
    );
    assert!(food.contains("Phone: 8 0 7, 5 5 5, 0 1 1 2."), "{food}");
    let french = signed(&town, "/voice?lang=en", &[("Digits", "1")])
        .await
        .body();
    assert!(
        french.contains("Nourriture\u{a0}: faites le 6."),
        "{french}"
    );
    assert!(french.contains("action=\"/voice?lang=fr\""), "{french}");
    let person = signed(&town, "/voice?lang=en", &[("Digits", "0")])
        .await
        .body();
    assert!(person.contains("<Dial>+18075550190</Dial>"), "{person}");
    // A digit that stands for nothing is asked for again.
    let star = signed(&town, "/voice?lang=en", &[("Digits", "*")])
        .await
        .body();
    assert!(star.contains("Food: press 6."), "{star}");
    for answer in [begin, food, french, person, star] {
        assert!(!answer.contains("5550177"), "{answer}");
    }
    assert_eq!(town.get("/voice").await.status, 405);
}

#[actix_rt::test]
async fn the_list_and_about_name_the_number_where_there_is_one() {
    let app = App::new(snapshot(), clock(), true, None).with_hosting(Hosting {
        text_number: Some(signpost_domain::Phone::new("807-555-0142").unwrap()),
        ..Hosting::default()
    });
    let (with, without) = (Town::around(app), Town::to_read());
    for (path, words) in [
        ("/", "No data on your phone?"),
        ("/?need=food", "No data on your phone?"),
        ("/about", "By text or by phone"),
        ("/fr/?need=food", "Pas de données sur votre téléphone?"),
        ("/fr/about", "Par texto ou par téléphone"),
    ] {
        let page = with.get(path).await.body();
        assert!(page.contains(words), "{path}");
        assert!(page.contains("href=\"sms:+18075550142\""), "{path}");
        assert!(page.contains("href=\"tel:+18075550142\""), "{path}");
        assert!(
            !without.get(path).await.body().contains("5550142"),
            "{path}"
        );
    }
    // On paper it is read, in each language.
    let paper = with.get("/print?need=food&both=1").await.body();
    let numbers = paper.matches("<b>807-555-0142</b>").count();
    assert_eq!(numbers, 2, "{paper}");
    let without = without.get("/print?need=food").await.body();
    assert!(!without.contains("555-0142"), "{without}");
}
