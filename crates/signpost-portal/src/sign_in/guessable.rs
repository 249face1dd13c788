//! What is wrong with a new password: also that anybody in town would guess it first.

use signpost_credentials::password::{GuessableWords, PasswordFault, fault};
use signpost_web::App;

/// The words of the town, its organizations, places and needs, and of this person.
fn guessable_words(app: &App, name: &str, email: &str) -> GuessableWords {
    let snapshot = app.snapshot();
    let directory = snapshot.directory();
    let organizations = directory.organizations.iter().map(|one| &one.name);
    let sites = directory.sites.iter().map(|one| &one.name);
    let needs = directory.needs.iter().map(|one| &one.name);
    let names = organizations.chain(sites).chain(needs);
    let names = names.chain(std::iter::once(&directory.title));
    let names = names.flat_map(|name| name.iter().map(|(_lang, words)| words));
    let places = directory.sites.iter().map(|site| site.locality.as_str());
    let ids = directory.organizations.iter().map(|one| one.id.as_str());
    let ids = ids.chain(directory.sites.iter().map(|site| site.slug.as_str()));
    GuessableWords::of(names.chain(places).chain(ids).chain([name, email]))
}

/// What is wrong with a new password of this person: the key of a sentence.
pub(crate) fn password_fault(
    app: &App,
    typed: &str,
    name: &str,
    email: &str,
) -> Option<&'static str> {
    Some(match fault(typed, &guessable_words(app, name, email))? {
        PasswordFault::Short => "password-short",
        PasswordFault::Long => "password-long",
        PasswordFault::Common => "password-common",
    })
}
