//! What is said about a place beyond its own words: the days that differ, the languages, the sources.

use signpost_domain::ExceptionKind;
use signpost_hours::{OpenState, words};

use crate::source_words::{in_plain_words, with_its_day};
use crate::{ExceptionView, LocalizedText, ServiceView, SiteView, Speaker};

/// One day, or the first and the last.
#[must_use]
pub fn days(f: &Speaker, exception: &ExceptionView) -> String {
    let first = f.told(words::date(exception.first, f.lang));
    let Some(last) = exception.last else {
        return f.t1("site-days-open", "first", &first);
    };
    if exception.first == last {
        return first;
    }
    let last = f.told(words::date(last, f.lang));
    f.t2("site-days", ("first", &first), ("last", &last))
}

/// Closed, open, not known or out of stock, with the hours of those days. `find_out` is the key of how one finds out what nobody knows.
#[must_use]
pub fn what(f: &Speaker, exception: &ExceptionView, find_out: &str) -> String {
    let words = match exception.kind {
        ExceptionKind::Closed => f.t("site-exception-closed"),
        ExceptionKind::Open => f.t("site-exception-open"),
        ExceptionKind::Unknown => {
            format!("{} {}", f.t("site-exception-unknown"), f.t(find_out))
        }
        ExceptionKind::OutOfStock if exception.leaves_no_room() => f.t("site-exception-full"),
        ExceptionKind::OutOfStock => f.t("site-exception-out-of-stock"),
    };
    let hours = exception
        .hours
        .as_deref()
        .and_then(|text| signpost_hours::HoursText::parse(text).ok())
        .and_then(|hours| words::times_in_words(&hours, f.lang));
    match hours {
        Some(hours) => format!("{words}, {}", f.told(hours)),
        None => words,
    }
}

/// The name of the need an exception is about; `None` when it is about all of them.
#[must_use]
pub fn about<'s>(
    services: &'s [ServiceView],
    exception: &ExceptionView,
) -> Option<&'s LocalizedText> {
    let need = exception.need.as_ref()?;
    let mut services = services.iter();
    services
        .find(|service| &service.need == need)
        .map(|service| &service.name)
}

/// All of it in a line: "December 9, 2026 (Food): Closed. Staff training."
#[must_use]
pub fn exception(
    f: &Speaker,
    services: &[ServiceView],
    exception: &ExceptionView,
    find_out: &str,
) -> String {
    let days = match about(services, exception) {
        Some(need) if exception.items.is_empty() => format!("{} ({need})", days(f, exception)),
        Some(need) => {
            let items: Vec<String> = exception.items.iter().map(ToString::to_string).collect();
            let (colon, items) = (f.colon(), items.join(", "));
            format!("{} ({need}{colon}{items})", days(f, exception))
        }
        None => days(f, exception),
    };
    let what = what(f, exception, find_out);
    let what = what.trim_end_matches('.');
    let line = f.t2("site-changed", ("days", &days), ("what", what));
    let reason = exception.reason.as_str().trim_end_matches('.');
    if reason.is_empty() {
        return line;
    }
    format!("{line} {reason}.")
}

/// The name of a language; its tag when we have no word for it.
#[must_use]
pub fn language(f: &Speaker, tag: &str) -> String {
    let base = tag.split('-').next().unwrap_or(tag);
    f.try_t(&format!("language-{base}"))
        .unwrap_or_else(|| tag.to_owned())
}

/// The languages spoken at a place, as a list that begins with a capital.
#[must_use]
pub fn languages(f: &Speaker, tags: &[String]) -> Vec<String> {
    let mut names: Vec<String> = tags.iter().map(|tag| language(f, tag)).collect();
    if let Some(first) = names.first_mut() {
        *first = words::capital(first);
    }
    names
}

/// Where the place's own details come from.
#[must_use]
pub fn source(f: &Speaker, site: &SiteView) -> String {
    let (whole, day) = (&site.source.text, site.source.day);
    let keys = ["site-source", "site-source-dated", "site-source-undated"];
    with_its_day(f, keys, (&in_plain_words(whole), whole), day)
}

/// The class a state is drawn by.
#[must_use]
pub const fn state_class(state: OpenState) -> &'static str {
    match state {
        OpenState::Open => "open",
        OpenState::Closed => "closed",
        OpenState::Unknown => "unknown",
    }
}

/// Address and town on one line, the postal code last.
#[must_use]
pub fn whereabouts(address: &str, locality: &str) -> String {
    let (street, code) = postal_code_apart(address);
    let town = if street.contains(locality) {
        ""
    } else {
        locality
    };
    let parts = [street, town, code];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

/// An address without the Canadian postal code it ends with, and the code; empty when there is none.
fn postal_code_apart(address: &str) -> (&str, &str) {
    let Some(at) = address.len().checked_sub("A1A 1A1".len()) else {
        return (address, "");
    };
    let (Some(street), Some(code)) = (address.get(..at), address.get(at..)) else {
        return (address, "");
    };
    let is_code = code.char_indices().all(|(at, c)| match at {
        0 | 2 | 5 => c.is_ascii_uppercase(),
        3 => c == ' ',
        _ => c.is_ascii_digit(),
    });
    if is_code && (street.is_empty() || street.ends_with([' ', ','])) {
        (street.trim_end_matches([' ', ',']), code)
    } else {
        (address, "")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_postal_code_comes_last() {
        for (address, locality, line) in [
            (
                "210 First Street North, P9N 2K4",
                "Kenora",
                "210 First Street North, Kenora, P9N 2K4",
            ),
            ("P9N 2K4", "Kenora", "Kenora, P9N 2K4"),
            ("", "Kenora", "Kenora"),
            ("12 Anchor Street", "", "12 Anchor Street"),
            ("1 Kenora Way, P9N 2K4", "Kenora", "1 Kenora Way, P9N 2K4"),
            ("beside the church", "Kenora", "beside the church, Kenora"),
            ("Unit XP9N 2K4", "Kenora", "Unit XP9N 2K4, Kenora"),
            ("Été", "Kenora", "Été, Kenora"),
        ] {
            assert_eq!(whereabouts(address, locality), line);
        }
    }
}
