//! Why something was changed, for a reader: reasons of our own making in their language, people's own words as they wrote them.

use crate::access::PortalContext;

/// Reasons that forms give by themselves. What they say stands in the change already, so a reader is spared it.
const BY_ITSELF: [&str; 13] = [
    "days changed",
    "days shortened",
    "days taken back",
    "out of stock",
    "details changed",
    "offers changed",
    "name or place changed",
    "service described",
    "hours changed",
    "still right",
    "a new place",
    "exception added",
    "exception removed",
];

/// The reason of a change; empty when there is nothing a reader does not see anyway.
pub(crate) fn reason(f: &PortalContext, reason: &str) -> String {
    if let Some(rest) = reason.strip_prefix("asked for by ") {
        let (who, why) = rest.split_once(": ").unwrap_or((rest, ""));
        return with(f, f.t1("st-reason-asked", "who", who), why);
    }
    if let Some(rest) = reason.strip_prefix("change ")
        && let Some((number, rest)) = rest.split_once(" taken back")
    {
        let why = rest.strip_prefix(": ").unwrap_or(rest);
        return with(f, f.t1("st-reason-back", "number", number), why);
    }
    own_words(reason).map_or_else(String::new, |words| f.t1("st-reason", "reason", words))
}

fn with(f: &PortalContext, first: String, why: &str) -> String {
    match own_words(why) {
        None => first,
        Some(words) => format!("{first} {}", f.t1("st-reason", "reason", words)),
    }
}

/// What of a reason a person wrote: what a form says by itself is left out, and what was kept in spite of the language check stays.
fn own_words(reason: &str) -> Option<&str> {
    let rest = BY_ITSELF
        .iter()
        .find_map(|own| reason.strip_prefix(own))
        .map_or(reason, |rest| rest.trim_start_matches("; "));
    (!rest.is_empty()).then_some(rest)
}

/// Whether a form gives this reason by itself.
#[cfg(test)]
pub(crate) fn is_by_itself(reason: &str) -> bool {
    BY_ITSELF.contains(&reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_form_says_by_itself_is_left_out_and_a_persons_words_stay() {
        assert_eq!(own_words("details changed"), None);
        assert_eq!(own_words("we moved"), Some("we moved"));
        let kept = "details changed; words kept in description.en, because: a law";
        assert_eq!(
            own_words(kept),
            Some("words kept in description.en, because: a law")
        );
    }
}
