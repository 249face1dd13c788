//! The foot of a printed page: its address, and the same for a camera. On a screen nothing of it is seen.

use signpost_web::qr::picture;

use crate::town::Town;

const HOST: (&str, &str) = ("host", "signpost.example");

#[actix_rt::test]
async fn every_ordinary_page_has_its_address_and_its_code_at_the_foot_of_its_paper() {
    let town = Town::to_read();
    for (path, printed) in [
        ("/", "/"),
        ("/?need=food", "/?need=food"),
        (
            "/?need=disposal&item=loose&near=cedar-school&utm=1",
            "/?need=disposal&near=cedar-school&item=loose",
        ),
        (
            "/?need=supplies&from=birch-health-office",
            "/?need=supplies&from=birch-health-office",
        ),
        ("/sites/cedar-circle-house", "/sites/cedar-circle-house"),
        (
            "/sites/cedar-circle-house?need=food",
            "/sites/cedar-circle-house",
        ),
        ("/plan", "/plan"),
        ("/disposal", "/disposal"),
        ("/found", "/found"),
        ("/overdose", "/overdose"),
        ("/about", "/about"),
    ] {
        for prefix in ["", "/fr"] {
            let body = town
                .get_with(&format!("{prefix}{path}"), &[HOST])
                .await
                .body();
            let address = format!("http://signpost.example{prefix}{printed}");
            let (_, foot) = body
                .split_once("<div class=\"paper sheet-foot\">")
                .unwrap_or_else(|| panic!("{prefix}{path}: no foot"));
            let foot = foot.split("</div><p>").collect::<Vec<_>>();
            assert!(foot[0].contains(&picture(&address)), "{prefix}{path}");
            let words = foot[1].split("</p>").next().unwrap();
            assert!(
                words.ends_with(&format!("<br>{}", address.replace('&', "&#38;"))),
                "{words}"
            );
            assert_eq!(body.matches("sheet-foot").count(), 1 + style_names(&body));
        }
    }
}

/// How often the style sheet in the page names the foot.
fn style_names(body: &str) -> usize {
    let style = body.split("<style>").nth(1).unwrap();
    style
        .split("</style>")
        .next()
        .unwrap()
        .matches("sheet-foot")
        .count()
}

#[actix_rt::test]
async fn what_has_a_foot_of_its_own_or_is_no_paper_has_none() {
    let town = Town::to_read();
    for path in [
        "/print?need=food",
        "/offline",
        "/embed",
        "/full/mill-park-box",
        "/sites/cedar-circle-house/feedback?need=food",
    ] {
        let body = town.get_with(path, &[HOST]).await.body();
        assert!(!body.contains("<div class=\"paper sheet-foot\">"), "{path}");
    }
}

#[actix_rt::test]
async fn the_address_on_paper_leads_to_the_page_in_any_letters() {
    let town = Town::to_read();
    for path in ["/FR/SITES/CEDAR-CIRCLE-HOUSE", "/OVERDOSE", "/PLAN", "/"] {
        let answer = town.get(path).await;
        assert_eq!(answer.status, 200, "{path}");
    }
}
