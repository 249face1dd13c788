//! What an address asks for that a page cannot give: said on the page, which answers all the same. A poster must not lead to a dead end, and
//! nobody should take the whole town for what is near them.

use signpost_answers::locale_path;
use signpost_domain::{LandmarkId, NeedCode, SiteSlug};
use signpost_locate::Snapshot;

use crate::params::Params;

/// The pages with such a list, and whether they know of other days.
const PAGES: [(&str, bool); 6] = [
    ("/", true),
    ("/map", true),
    ("/disposal", true),
    ("/plan", true),
    ("/embed", false),
    ("/print", false),
];

/// The words for each thing that was not understood; none where all was.
pub(super) fn unread(path: &str, query: &str, snapshot: &Snapshot) -> Vec<&'static str> {
    let path = locale_path::bare(path);
    let Some((_, knows_days)) = PAGES.iter().find(|(page, _)| *page == path) else {
        return Vec::new();
    };
    let params = Params::leniently(query);
    // A form leaves what nobody chose empty.
    let given = |name: &str| params.text(name).filter(|text| !text.trim().is_empty());
    let directory = snapshot.directory();
    let known_need = |text: &str| {
        let need: Option<NeedCode> = text.parse().ok();
        need.is_some_and(|need| snapshot.need(&need).is_some())
    };
    let known_landmark = |text: &str| {
        let id: Option<LandmarkId> = text.parse().ok();
        id.is_some_and(|id| directory.landmarks.iter().any(|own| own.id == id))
    };
    let known_site = |text: &str| {
        let slug: Option<SiteSlug> = text.parse().ok();
        slug.is_some_and(|slug| snapshot.find(&slug).is_some())
    };
    let fault = |name, known: &dyn Fn(&str) -> bool, words| {
        given(name).filter(|text| !known(text)).map(|_text| words)
    };
    [
        fault("need", &known_need, "unread-need"),
        fault("near", &known_landmark, "unread-near"),
        fault("from", &known_site, "unread-from"),
        fault("at", &|_| *knows_days, "unread-at"),
    ]
    .into_iter()
    .flatten()
    .collect()
}
