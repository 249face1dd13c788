//! A browser that asks for French gets French from the first page and from an old door's code: once, by the address, never by a cookie.

use crate::town::Town;

const FRENCH: (&str, &str) = ("accept-language", "fr-CA,fr;q=0.9,en;q=0.8");
const ENGLISH: (&str, &str) = ("accept-language", "en-CA,en;q=0.9,fr;q=0.8");

#[actix_rt::test]
async fn who_prefers_french_is_sent_on_once_and_nothing_is_remembered() {
    let town = Town::to_read();
    for (path, headers, to) in [
        ("/", vec![FRENCH], "/fr/"),
        (
            "/?need=food&near=mill-bridge-west",
            vec![FRENCH, ("sec-fetch-site", "cross-site")],
            "/fr/?need=food&near=mill-bridge-west",
        ),
        (
            "/?need=food",
            vec![FRENCH, ("sec-fetch-site", "none")],
            "/fr/?need=food",
        ),
        (
            "/go/birch-health-office",
            vec![FRENCH],
            "/fr/?need=supplies&from=birch-health-office",
        ),
        (
            "/go/birch-health-office?need=naloxone",
            vec![FRENCH, ("sec-fetch-site", "none")],
            "/fr/?need=naloxone&from=birch-health-office",
        ),
        (
            "/go/birch-health-office",
            vec![ENGLISH],
            "/?need=supplies&from=birch-health-office",
        ),
    ] {
        let answer = town.get_with(path, &headers).await;
        assert_eq!(answer.status, 303, "{path} {headers:?}");
        assert_eq!(answer.header("location"), to, "{path}");
        assert!(answer.header("vary").contains("Accept-Language"), "{path}");
        assert_eq!(answer.header("set-cookie"), "", "{path}");
        // The page one is sent to answers: one redirect, no circle.
        let page = town.get_with(to, &headers).await;
        assert_eq!(page.status, 200, "{to}");
    }
}

#[actix_rt::test]
async fn who_chose_english_stays_in_english() {
    let town = Town::to_read();
    for (path, headers) in [
        ("/", vec![ENGLISH]),
        ("/", vec![]),
        ("/?lang=en", vec![FRENCH]),
        (
            "/?need=food&lang=en",
            vec![FRENCH, ("sec-fetch-site", "none")],
        ),
        ("/", vec![FRENCH, ("sec-fetch-site", "same-origin")]),
        (
            "/?need=food",
            vec![FRENCH, ("sec-fetch-site", "same-origin")],
        ),
        // A browser that does not say where somebody comes from: a link of ours looks like this.
        ("/?need=food", vec![FRENCH]),
        ("/about", vec![FRENCH]),
        ("/fr/", vec![ENGLISH]),
    ] {
        let answer = town.get_with(path, &headers).await;
        assert_eq!(answer.status, 200, "{path} {headers:?}");
    }
    let page = town.get("/").await;
    assert!(page.header("vary").contains("Accept-Language"), "{page:?}");
    // The way back to English on the French page says what was chosen, and the French one forgets it.
    let french = town.get("/fr/?need=food").await.body();
    assert!(
        french.contains("href=\"/?need=food&amp;lang=en\"")
            || french.contains("href=\"/?need=food&#38;lang=en\""),
        "{french}"
    );
    let english = town.get("/?need=food&lang=en").await.body();
    assert!(english.contains("href=\"/fr/?need=food\""), "{english}");
}
