//! What is said about a place beyond its own words: the days that differ, the languages, the sources.

use signpost_domain::ExceptionKind;
use signpost_hours::{OpenState, words};

use crate::source_words::day_in_words;
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
        Some(need) => format!("{} ({need})", days(f, exception)),
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

/// Where the place's own details come from.
#[must_use]
pub fn source(f: &Speaker, site: &SiteView) -> String {
    match site.source.day {
        Some(day) => f.t2(
            "site-source",
            ("source", &site.source.text),
            ("day", &day_in_words(f, day)),
        ),
        None => f.t1("site-source-undated", "source", &site.source.text),
    }
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

/// Address and town on one line.
#[must_use]
pub fn whereabouts(address: &str, locality: &str) -> String {
    match (address.is_empty(), locality.is_empty()) {
        (true, _) => locality.to_owned(),
        (false, true) => address.to_owned(),
        (false, false) if address.contains(locality) => address.to_owned(),
        (false, false) => format!("{address}, {locality}"),
    }
}
