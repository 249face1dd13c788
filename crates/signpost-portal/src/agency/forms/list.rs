//! Which forms of a site there are, beside those for days that are different. The routes and the news come from this list.

use super::{
    details::DetailsForm, hours::form::HoursForm, offers::OffersForm, place::PlaceForm,
    service::ServiceForm,
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
    /// What the history says was done.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "held against the history by a test")
    )]
    pub reason: &'static str,
}

const fn form<F: SiteForm>() -> FormEntry {
    FormEntry {
        routes: routes_of::<F>,
        done: F::DONE,
        reason: F::REASON,
    }
}

/// The forms.
pub(crate) const FORMS: [FormEntry; 5] = [
    form::<DetailsForm>(),
    form::<OffersForm>(),
    form::<PlaceForm>(),
    form::<ServiceForm>(),
    form::<HoursForm>(),
];

#[cfg(test)]
mod tests {
    use signpost_answers::messages::words_of;

    use super::*;
    use crate::{agency::form::fields::WRITTEN, history::reason::is_by_itself};

    #[test]
    fn each_form_has_its_words_and_its_reason_is_known_to_the_history() {
        for form in FORMS {
            assert!(is_by_itself(form.reason), "{}", form.reason);
            let key = format!("done-{}", form.done);
            for lang in WRITTEN {
                let words = words_of(lang).say(&key, &[]);
                assert!(!words.is_empty() && !words.contains(&key), "{lang}: {key}");
            }
        }
    }
}
