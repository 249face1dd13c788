//! What anybody in town would guess first.

use signpost_credentials::password::GuessableWords;
use signpost_web::App;

/// The words of the town, its organizations, places and needs, and of this person.
pub(crate) fn guessable_words(app: &App, name: &str, email: &str) -> GuessableWords {
    let snapshot = app.snapshot();
    let directory = snapshot.directory();
    let organizations = directory.organizations.iter().map(|one| &one.name);
    let sites = directory.sites.iter().map(|one| &one.name);
    let needs = directory.needs.iter().map(|one| &one.name);
    let names = organizations.chain(sites).chain(needs);
    let names = names.chain(std::iter::once(&directory.title));
    let names = names.flat_map(|name| name.iter().map(|(_lang, words)| words));
    let places = directory.sites.iter().map(|site| site.locality.as_str());
    GuessableWords::of(names.chain(places).chain([name, email]))
}
