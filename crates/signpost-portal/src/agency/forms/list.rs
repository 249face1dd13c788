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
}

const fn form<F: SiteForm>() -> FormEntry {
    FormEntry {
        routes: routes_of::<F>,
        done: F::DONE,
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
    use std::{fs, path::Path};

    use signpost_answers::messages::{read_messages, words_of};

    use super::*;
    use crate::agency::form::fields::WRITTEN;

    #[test]
    fn each_form_has_its_words() {
        read_messages(|lang| {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/locales");
            let texts = fs::read_dir(folder.join(lang.tag())).into_iter().flatten();
            texts
                .map(|text| fs::read_to_string(text.unwrap().path()).unwrap().into())
                .collect()
        });
        for form in FORMS {
            let key = format!("done-{}", form.done);
            for lang in WRITTEN {
                let words = words_of(lang).say(&key, &[]);
                assert!(!words.is_empty() && !words.contains(&key), "{lang}: {key}");
            }
        }
    }
}
