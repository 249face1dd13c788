//! Why a place is closed, as a choice.

use crate::agency::{
    form::{
        faults::FormFaults,
        fields::Fields,
        opened::Opened,
        view::{ChoiceView, choice, text_for},
    },
    forms::reasons,
};

/// The reasons of the list, with words of one's `own` where there is a field for them.
pub(crate) fn why(
    opened: &Opened<'_>,
    fields: &Fields,
    faults: &FormFaults,
    own: bool,
) -> ChoiceView {
    let f = &opened.f;
    let none = (String::new(), f.t("closing-why-none"));
    let listed = reasons::REASONS
        .into_iter()
        .filter_map(|key| Some((key.to_owned(), text_for(&reasons::reason(key)?, f.lang))));
    let own = own.then(|| ("own".to_owned(), f.t("closing-why-own")));
    let options = std::iter::once(none).chain(listed).chain(own);
    choice(fields, faults, "why", f.t("closing-why"), options)
}
