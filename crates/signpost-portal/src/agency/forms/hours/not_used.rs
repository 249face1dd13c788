//! Days and times that were typed beside an answer that does not use them.

use super::{
    days::DAYS,
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
