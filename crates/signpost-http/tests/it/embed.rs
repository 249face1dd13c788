//! The page for frames on other sites, and what others are told of every page: search engines and link previews.

use crate::town::Town;

const HOST: (&str, &str) = ("host", "signpost.example");

async fn page(town: &Town, path: &str) -> String {
    let answer = town.get_with(path, &[("accept", "text/html"), HOST]).await;
    assert_eq!(answer.status, 200, "{path}");
    answer.body()
}

#[actix_rt::test]
async fn only_the_page_for_frames_may_stand_in_one() {
    let town = Town::to_read();
    for path in [
        "/embed",
        "/embed/",
        "/fr/embed?need=food",
        "/oj-cans/embed?view=map",
    ] {
        let answer = town.get(path).await;
        assert_eq!(answer.status, 200, "{path}");
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("frame-ancestors *"), "{path}: {policy}");
        assert!(policy.contains("default-src 'none'") && policy.contains("form-action 'none'"));
        assert_eq!(answer.header("x-frame-options"), "", "{path}");
        assert_eq!(answer.header("x-robots-tag"), "noindex");
        assert_eq!(answer.header("set-cookie"), "");
    }
    for path in ["/", "/map", "/embedded", "/sites/birch-hall", "/go/embed"] {
        let answer = town.get(path).await;
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("frame-ancestors 'none'"), "{path}");
        assert_eq!(answer.header("x-frame-options"), "DENY", "{path}");
    }
}

#[actix_rt::test]
async fn a_frame_is_about_one_need_or_lets_people_choose_and_its_map_is_a_tap_away() {
    let town = Town::to_read();
    let all = page(&town, "/embed").await;
    assert!(all.contains("class=\"needs\"") && all.contains("class=\"card\""));
    assert!(
        all.contains("target=\"_self\" href=\"/embed?need=food&#38;all=1\""),
        "{all}"
    );
    assert!(
        !all.contains("<form") && !all.contains("<script"),
        "nothing to send, nothing to run"
    );
    assert!(!all.contains("data-module=\"map\""));
    let chosen = page(&town, "/embed?need=food&all=1").await;
    assert!(chosen.contains("class=\"needs\""), "one may choose again");

    let one = page(&town, "/fr/embed?need=food&from=birch-health-office").await;
    assert!(!one.contains("class=\"needs\"") && one.contains("Nourriture"));
    assert!(one.contains(
        "target=\"_self\" href=\"/fr/embed?need=food&#38;from=birch-health-office&#38;view=map\""
    ));
    let map = page(&town, "/embed?need=food&view=map").await;
    assert!(
        map.contains("data-module=\"map\"") && map.contains("<script defer src=\"/assets/page-")
    );
    assert!(
        map.contains("class=\"card\""),
        "the list is there all the same"
    );
    assert!(!map.contains("<form"));

    let plan = page(&town, "/embed?need=supplies&from=birch-health-office").await;
    assert!(plan.contains("no longer has supplies"));
    for odd in [
        "/embed?need=nonsense&view=globe",
        "/embed?%ff",
        "/embed?view=map&need=",
    ] {
        assert!(page(&town, odd).await.contains("class=\"card\""), "{odd}");
    }
}

#[actix_rt::test]
async fn what_is_opened_from_a_frame_opens_beside_it_but_calls_and_parts_of_it_do_not() {
    let html = page(&Town::to_read(), "/embed?need=food&view=map").await;
    assert!(html.contains("<base target=\"_blank\">"));
    let links: Vec<_> = html.split("<a ").skip(1).collect();
    assert!(links.len() > 10);
    for link in links {
        let (tag, _) = link.split_once('>').expect("a tag");
        let stays = ["href=\"#", "href=\"tel:", "href=\"geo:", "href=\"/embed"];
        let stays = stays.iter().any(|beginning| tag.contains(beginning));
        assert_eq!(tag.contains("target=\"_self\""), stays, "{tag}");
    }
}

#[actix_rt::test]
async fn a_link_preview_says_where_to_go_now_and_nothing_more() {
    let town = Town::to_read();
    for path in [
        "/",
        "/sites/birch-health-office",
        "/disposal",
        "/plan",
        "/?need=supplies",
    ] {
        let html = page(&town, path).await;
        let (head, _) = html.split_once("</head>").expect("a head");
        assert!(head.contains("property=\"og:title\" content=\"Where to go now\""));
        assert!(
            head.contains("property=\"og:description\" content=\"Where to go now\""),
            "{head}"
        );
        for part in head.split("<meta ").skip(1) {
            let (meta, _) = part.split_once('>').expect("a tag");
            for telling in ["Birch", "eedle", "upplies", "Needle"] {
                assert!(!meta.contains(telling), "{path}: {meta}");
            }
        }
    }
    let head = page(&town, "/fr/plan").await;
    assert!(head.contains("property=\"og:title\" content=\"Où aller maintenant\""));
    assert!(head.contains("og:image\" content=\"http://signpost.example/assets/icon-512-"));
}

#[actix_rt::test]
async fn search_engines_learn_the_twins_of_a_page_and_keep_no_address_that_tells_what_was_looked_for()
 {
    let town = Town::to_read();
    let html = page(&town, "/fr/plan").await;
    for line in [
        "<link rel=\"canonical\" href=\"http://signpost.example/fr/plan\">",
        "hreflang=\"fr\" href=\"http://signpost.example/fr/plan\">",
        "hreflang=\"en\" href=\"http://signpost.example/plan\">",
    ] {
        assert!(html.contains(line), "{line}");
    }
    assert!(!html.contains("oj-"), "not offered yet");
    assert_eq!(
        town.get("/plan").await.header("x-robots-tag"),
        "noindex",
        "a preview"
    );
    for path in [
        "/?need=supplies",
        "/fr/?from=birch-health-office",
        "/map?need=food",
    ] {
        let answer = town.get_with(path, &[HOST]).await;
        assert_eq!(answer.header("x-robots-tag"), "noindex", "{path}");
        assert!(!answer.body().contains("canonical"), "{path}");
    }
    let odd = town.get_with("/plan", &[("host", "a/b\">")]).await;
    assert!(
        !odd.body().contains("a/b"),
        "what is no host is not repeated"
    );
}
