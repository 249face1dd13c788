//! The rows of times a day shows: one more, as the day before, or for other days too.

use super::days::{DAYS, MOST_TIMES};
use crate::agency::form::fields::Fields;

/// How many rows of times a day shows: those that are there, one at least, and one more when it was asked for.
pub(crate) fn rows(fields: &Fields, name: &str) -> usize {
    let filled = (1..=MOST_TIMES)
        .rev()
        .find(|nth| {
            let row = |part: &str| fields.has(&format!("{name}.{part}.{nth}"));
            row("from") || row("to")
        })
        .unwrap_or(1);
    filled.clamp(1, MOST_TIMES)
}

/// Another row of times for a day.
pub(crate) fn add_row(fields: &mut Fields, name: &str) {
    let next = rows(fields, name) + 1;
    if next <= MOST_TIMES {
        for nth in 1..=next {
            for part in ["from", "to"] {
                let field = format!("{name}.{part}.{nth}");
                if !fields.has(&field) {
                    fields.put(field, "");
                }
            }
        }
        fields.set(&format!("{name}.state"), "open");
    }
}

/// The same times as the day before.
pub(crate) fn copy_day(fields: &mut Fields, name: &str) {
    let place = DAYS.iter().position(|own| *own == name).unwrap_or_default();
    let Some(before) = place.checked_sub(1).and_then(|place| DAYS.get(place)) else {
        return;
    };
    copy(fields, before, name);
}

/// The times of a day for others, in one act.
pub(crate) fn copy_to(fields: &mut Fields, name: &str, others: &[&str]) {
    if !DAYS.contains(&name) {
        return;
    }
    for other in others.iter().filter(|other| **other != name) {
        copy(fields, name, other);
    }
}

fn copy(fields: &mut Fields, from: &str, to: &str) {
    let taken: Vec<(String, String)> = fields
        .below(&format!("{from}."))
        .map(|(rest, value)| (format!("{to}.{rest}"), value.to_owned()))
        .collect();
    let old: Vec<String> = fields
        .below(&format!("{to}."))
        .map(|(rest, _)| format!("{to}.{rest}"))
        .collect();
    for field in old {
        fields.remove(&field);
    }
    for (field, value) in taken {
        fields.put(field, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_more_and_the_day_before_keep_what_was_typed() {
        let typed = [
            ("mo.state", "open"),
            ("mo.from.1", "9:00"),
            ("mo.to.1", "12:00"),
            ("tu.state", "closed"),
        ];
        let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let mut fields = Fields::sent(typed.to_vec());
        add_row(&mut fields, "mo");
        assert_eq!(rows(&fields, "mo"), 2);
        assert_eq!(fields.text("mo.from.1"), "9:00");
        copy_day(&mut fields, "tu");
        assert_eq!(fields.text("tu.from.1"), "9:00");
        assert_eq!(fields.text("tu.state"), "open");
        copy_day(&mut fields, "mo");
        assert_eq!(fields.text("mo.from.1"), "9:00", "nothing is before Monday");
    }

    #[test]
    fn a_day_is_copied_to_others_in_one_act_and_the_rest_stays() {
        let typed = [
            ("tu.state", "open"),
            ("tu.from.1", "9:00"),
            ("tu.to.1", "12:00"),
            ("fr.state", "closed"),
            ("sa.state", "all"),
        ];
        let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let mut fields = Fields::sent(typed.to_vec());
        copy_to(&mut fields, "tu", super::super::days::WEEKDAYS);
        for day in ["mo", "tu", "we", "th", "fr"] {
            assert_eq!(fields.text(&format!("{day}.from.1")), "9:00", "{day}");
            assert_eq!(fields.text(&format!("{day}.state")), "open", "{day}");
        }
        assert_eq!(fields.text("sa.state"), "all");
        copy_to(&mut fields, "sa", &DAYS);
        assert_eq!(fields.text("mo.state"), "all");
        assert!(!fields.has("mo.from.1"));
        copy_to(&mut fields, "nonsense", &DAYS);
        assert_eq!(fields.text("mo.state"), "all");
    }
}
