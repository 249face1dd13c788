//! What the fields of the hours are called.

use signpost_domain::Lang;
use signpost_hours::{weekly::weekday, words};

use super::days::DAYS;
use crate::access::PortalContext;

/// What belongs together in the form, by name.
pub(crate) fn label(f: &PortalContext, group: &str) -> String {
    let day = (0..).zip(DAYS).find(|(_, name)| *name == group);
    match (day, group) {
        (Some((number, _)), _) => day_name(number, f.lang),
        (None, "need") => f.t("hours-for"),
        (None, "kind") => f.t("hours-kind"),
        (None, "text") => f.t("hours-text"),
        (None, "appointment") => f.t("hours-appointment"),
        (None, "holidays-off") => f.t("hours-holidays-off"),
        (None, "fortnight") => f.t("hours-fortnight"),
        (None, _) => f.t("hours-monthly"),
    }
}

/// "Monday", with a capital as a label has it.
pub(crate) fn day_name(day: u8, lang: Lang) -> String {
    let name = words::weekday_name(weekday(day), lang);
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
