//! Days and times that were typed beside an answer that does not use them.

use super::{
    days::{DAYS, MOST_MONTHLY},
    fields::{READ, fill_from_text},
};
use crate::agency::form::fields::Fields;

/// The first field of days and times in which something else stands than in the form as it was shown, or as it was filled from the text in it;
/// `None` when nothing was typed there. A week that was emptied is none.
pub(super) fn typed(sent: &Fields, shown: Option<&Fields>) -> Option<String> {
    let nothing = Fields::default();
    let shown = shown.unwrap_or(&nothing);
    let field = differs(sent, shown)?;
    let from_text = sent.has(READ) && {
        let mut filled = Fields::default();
        filled.put("text", sent.text(READ));
        fill_from_text(&mut filled);
        differs(sent, &filled).is_none()
    };
    let emptied = is_empty(sent) && sent.text("kind") != shown.text("kind");
    (!from_text && !emptied).then_some(field)
}

/// The days of the month that were chosen and got no times, so that they would say nothing. One whose times were taken out goes as a whole.
pub(super) fn days_without_times(sent: &Fields, shown: Option<&Fields>) -> Vec<String> {
    let name = |nth: usize, part: &str| format!("monthly.{nth}.{part}");
    let has_times = |fields: &Fields, nth: usize| {
        let mut times = ["from", "to"].into_iter();
        times.any(|part| !fields.text(&name(nth, part)).is_empty())
    };
    // The first Monday is what stands there before anybody chooses.
    let is_chosen = |nth: usize| {
        let (which, day) = (sent.text(&name(nth, "nth")), sent.text(&name(nth, "day")));
        !matches!(which, "" | "1") || !matches!(day, "" | "0")
    };
    (1..=MOST_MONTHLY)
        .filter(|nth| is_chosen(*nth) && !has_times(sent, *nth))
        .filter(|nth| !shown.is_some_and(|shown| has_times(shown, *nth)))
        .map(|nth| name(nth, "from"))
        .collect()
}

fn differs(sent: &Fields, shown: &Fields) -> Option<String> {
    let mut pairs = sent.pairs().iter();
    let found = pairs.find(|(name, value)| counts(sent, name) && value != shown.text(name));
    found.map(|(name, _)| name.clone())
}

/// Whether it is a field of days and times, and says something: which day of the month is meant does only when there is a time.
fn counts(sent: &Fields, name: &str) -> bool {
    let mut parts = name.split('.');
    let (group, middle) = (parts.next().unwrap_or_default(), parts.next());
    match group {
        "monthly" => {
            let row = format!("monthly.{}", middle.unwrap_or_default());
            let has = |part: &str| !sent.text(&format!("{row}.{part}")).is_empty();
            has("from") || has("to")
        }
        "fortnight" | "appointment" | "holidays-off" => true,
        day => DAYS.contains(&day),
    }
}

/// Whether every day is closed and nothing else stands there.
fn is_empty(sent: &Fields) -> bool {
    let mut pairs = sent.pairs().iter();
    pairs.all(|(name, value)| {
        !counts(sent, name)
            || value.is_empty()
            || (name.split('.').nth(1) == Some("state") && value == "closed")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(pairs: &[(&str, &str)]) -> Fields {
        let mut fields = Fields::default();
        for (name, value) in pairs {
            fields.put(*name, *value);
        }
        fields
    }

    #[test]
    fn a_day_of_the_month_that_was_chosen_wants_its_times() {
        let chosen = sent(&[("monthly.2.nth", "3"), ("monthly.2.day", "4")]);
        assert_eq!(days_without_times(&chosen, None), ["monthly.2.from"]);
        let untouched = sent(&[("monthly.1.nth", "1"), ("monthly.1.day", "0")]);
        assert!(days_without_times(&untouched, None).is_empty());
        let had = sent(&[("monthly.2.nth", "3"), ("monthly.2.from", "09:00")]);
        assert!(days_without_times(&chosen, Some(&had)).is_empty());
    }

    #[test]
    fn what_stands_as_it_was_shown_was_not_typed() {
        let shown = sent(&[
            ("kind", "week"),
            ("mo.state", "open"),
            ("mo.from.1", "09:00"),
            ("mo.to.1", "17:00"),
        ]);
        let other = |pairs: &[(&str, &str)]| typed(&sent(pairs), Some(&shown));
        // Who has hours may say that they are not known any more.
        let same = [
            ("kind", "unknown"),
            ("mo.state", "open"),
            ("mo.from.1", "09:00"),
            ("monthly.1.nth", "1"),
            ("monthly.1.from", ""),
        ];
        assert_eq!(other(&same), None);
        let emptied = [
            ("kind", "unknown"),
            ("mo.state", "closed"),
            ("mo.from.1", ""),
        ];
        assert_eq!(other(&emptied), None);
        for field in [
            "mo.from.1",
            "monthly.1.from",
            "fortnight.1.first",
            "appointment",
        ] {
            let typed = [("kind", "always"), (field, "08:00")];
            assert_eq!(other(&typed).as_deref(), Some(field));
        }
    }
}
