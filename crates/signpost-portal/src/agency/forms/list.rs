//! Which forms of a site there are, beside those for days that are different. The routes and the news come from this list.

use super::{
    details::DetailsForm, holidays::form::HolidaysForm, hours::form::HoursForm, offers::OffersForm,
    place::PlaceForm, service::ServiceForm,
};
use crate::{
    access::RouteEntry,
    agency::form::{handlers::routes_of, site_form::SiteForm},
};

/// A form in the list.
pub(crate) struct FormEntry {
    /// Seeing it and sending it.
    pub routes: fn() -> [RouteEntry; 2],
    /// What the page of the site is told after it was saved.
    pub done: &'static str,
}

const fn form<F: SiteForm>() -> FormEntry {
    FormEntry {
        routes: routes_of::<F>,
        done: F::DONE,
    }
}

/// The forms.
pub(crate) const FORMS: [FormEntry; 6] = [
    form::<DetailsForm>(),
    form::<OffersForm>(),
    form::<PlaceForm>(),
    form::<ServiceForm>(),
    form::<HoursForm>(),
    form::<HolidaysForm>(),
];

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::*;
    use crate::agency::form::fields::WRITTEN;

    #[test]
    fn each_form_says_what_was_done_in_both_languages() {
        let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/locales");
        for lang in WRITTEN {
            let file = locales.join(lang.tag()).join("agency.ftl");
            let words = fs::read_to_string(&file).unwrap();
            for form in FORMS {
                let message = format!("done-{} = ", form.done);
                let said = words.lines().any(|line| line.starts_with(&message));
                assert!(said, "{}: {message}", file.display());
            }
        }
    }
}
