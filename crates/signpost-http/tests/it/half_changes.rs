//! "What if" with half a change: it says beside the field what is missing, and shows no figure of a change that nobody meant.

use signpost_store::Role;

use crate::town::Town;

const WHAT_IF: &str = "/disposal/service/what-if";

#[actix_rt::test]
async fn half_a_change_is_named_beside_its_field_and_not_measured() {
    let town = Town::to_edit().await;
    let mut sam = town.signed_in("Sam", Role::Subcommittee).await;
    for (query, said) in [
        ("to=Cedar+Lane+school", "Choose the place that moves to"),
        (
            "move=mill-park-box&to=Cedar+Lane+school&drop=mill-park-box",
            "cannot both go and move",
        ),
        ("drop=no-such-box", "There is no such place on the list"),
        ("open=mill-park-box", "There is no such place on the list"),
        ("metres=40", "is not a way on foot"),
        ("metres=far", "is not a way on foot"),
        ("name1=By+the+school", "We do not know where"),
        ("move=mill-park-box", "We do not know where"),
    ] {
        let page = sam.get(&format!("{WHAT_IF}?{query}")).await.body();
        assert!(page.contains(said), "{query}: {page}");
        assert!(!page.contains("Before and after"), "{query}: {page}");
    }
    let whole = "move=mill-park-box&to=Cedar+Lane+school&metres=401";
    let page = sam.get(&format!("{WHAT_IF}?{whole}")).await.body();
    assert!(page.contains("Before and after"), "{page}");
}
