//! Making words fit into one message, or into two.

use crate::gsm::{alphabet, plain, units};

/// What may be said of one thing: from everything worth saying down to what cannot be left out.
pub(crate) type Ways = Vec<String>;

/// So many ways of a second side still name a place by its whole name.
const WHOLE: usize = 3;

/// At most two segments: one when both sides fit into one, each as whole as it can be.
pub(crate) fn fitted(first: &Ways, second: &Ways) -> Vec<String> {
    let first: Ways = first.iter().map(|way| plain(way)).collect();
    let second: Ways = second.iter().map(|way| plain(way)).collect();
    let whole = |ways: &Ways| ways.first().cloned().unwrap_or_default();
    if second.iter().all(String::is_empty) {
        let alone = first.iter().find(|way| is_alone(way)).cloned();
        return vec![alone.unwrap_or_else(|| cut(&last(&first), is_alone))];
    }
    let both = format!("{} {}", whole(&first), whole(&second));
    if is_alone(&both) {
        return vec![both];
    }
    // A second message costs as much as the first: the first is left its details, the second may lose some to save it.
    for way in second.iter().take(WHOLE) {
        let both = format!("{} {way}", whole(&first));
        if !way.is_empty() && is_alone(&both) {
            return vec![both];
        }
    }
    let part = |ways: &Ways| {
        let fits = ways.iter().find(|way| is_part(way)).cloned();
        fits.unwrap_or_else(|| cut(&last(ways), is_part))
    };
    vec![part(&first), part(&second)]
}

fn is_alone(text: &str) -> bool {
    units(text) <= alphabet(text).alone()
}

fn is_part(text: &str) -> bool {
    units(text) <= alphabet(text).of_two()
}

fn last(ways: &Ways) -> String {
    ways.last().cloned().unwrap_or_default()
}

/// As many words as fit. Only for a directory whose shortest facts are longer than a message.
fn cut(text: &str, fits: impl Fn(&str) -> bool) -> String {
    let mut words: Vec<&str> = text.split(' ').collect();
    while words.len() > 1 {
        words.pop();
        let left = words.join(" ");
        let shorter = format!("{}...", left.trim_end_matches(['.', ',', ' ']));
        if fits(&shorter) {
            return shorter;
        }
    }
    text.chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ways(ways: &[&str]) -> Ways {
        ways.iter().map(|way| (*way).to_owned()).collect()
    }

    #[test]
    fn what_fits_into_one_message_is_one() {
        assert_eq!(fitted(&ways(&["a"]), &ways(&["b", ""])), ["a b"]);
        let long = "x".repeat(150);
        let second = ways(&["and something more", "and less", ""]);
        let both = fitted(&ways(&[&long]), &second);
        assert_eq!(both, [format!("{long} and less")]);
    }

    #[test]
    fn what_does_not_is_two_and_never_three() {
        let long = "word ".repeat(60);
        let both = fitted(&ways(&[&long]), &ways(&[&long]));
        assert_eq!(both.len(), 2);
        assert!(both.iter().all(|part| is_part(part)), "{both:?}");
        assert!(units(&both.join("\n")) <= 306);
        // One letter that is dear makes both halves short.
        let both = fitted(&ways(&[&format!("ᐊ {long}")]), &ways(&["b"]));
        assert!(both[0].chars().count() <= 66 && both[0].ends_with("..."));
    }
}
