//! `/ogc` for who reads French.

use crate::town::Town;

#[actix_rt::test]
async fn pages_and_titles_are_in_french_for_who_asks_in_french() {
    let town = Town::to_read();
    for path in [
        "/ogc",
        "/ogc/conformance",
        "/ogc/collections",
        "/ogc/collections/sites/items",
    ] {
        let html = town.get(&format!("{path}?f=html&lang=fr")).await.body();
        assert!(
            html.contains("<html lang=\"fr\">") && html.contains("<h2>Liens</h2>"),
            "{html}"
        );
        assert!(html.contains("Où aller maintenant"), "{html}");
        for english in [
            ">Links<",
            "Places ",
            "The collection",
            "This answer",
            "Not certified",
            "It keeps",
        ] {
            assert!(!html.contains(english), "{path}: {english} in {html}");
        }
        // Its links lead on in French.
        assert!(
            html.contains("/ogc/collections?f=html&amp;lang=fr\""),
            "{path}"
        );
        let english = town.get(&format!("{path}?f=html")).await.body();
        assert!(english.contains("<html lang=\"en\">") && english.contains("<h2>Links</h2>"));
    }
    let door = town.get("/ogc?lang=fr").await.json();
    assert!(
        door["description"]
            .as_str()
            .unwrap()
            .contains("Non certifié par l’OGC"),
        "{door}"
    );
    let collections = town.get("/ogc/collections?lang=fr").await.json();
    assert_eq!(collections["collections"][0]["title"], "Lieux");
    // Words of the directory in a language that this interface has not are words all the same.
    let other = town.get("/ogc/collections?f=html&lang=oj-Latn").await;
    assert_eq!(other.status, 200);
    assert!(other.body().contains("<h2>Links</h2>"));
}
