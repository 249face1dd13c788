//! Entering a value over the one that is stored: the rule behind every door, be it a file, the API or a form.
//!
//! What was not touched stays as it is, neither judged nor rewritten: a stored value may be older than the rule that would refuse it
//! now, and must not stand in the way of another field. Whatever is new goes through the type that decides. That is also why a
//! [`Site`](crate::Site) keeps plain texts and not these types: reading what is stored never fails.

use crate::{
    Lang, LanguageTag, LanguageTagFault, Line, LonLat, Misplaced, Phone, PhoneError, Prose, Text,
    WebAddress, WebAddressFault, WordsFault, misplaced, words::plain,
};

/// Words in one language; empty ones take the language out.
///
/// # Errors
/// When they are new and no [`Prose`]; then nothing is changed.
pub fn prose(stored: &mut Text, lang: Lang, typed: &str) -> Result<(), WordsFault> {
    if !is_stored(stored.exactly(lang).unwrap_or_default(), typed) {
        stored.set(lang, Prose::new(typed)?.as_str());
    }
    Ok(())
}

/// A name in one language; empty words take the language out.
///
/// # Errors
/// When it is new and no [`Line`]; then nothing is changed.
pub fn name(stored: &mut Text, lang: Lang, typed: &str) -> Result<(), WordsFault> {
    if !is_stored_line(stored.exactly(lang).unwrap_or_default(), typed) {
        stored.set(lang, Line::new(typed)?.as_str());
    }
    Ok(())
}

/// One line of plain words, such as an address.
///
/// # Errors
/// When it is new and no [`Line`]; then nothing is changed.
pub fn line(stored: &mut String, typed: &str) -> Result<(), WordsFault> {
    if !is_stored_line(stored, typed) {
        *stored = Line::new(typed)?.into();
    }
    Ok(())
}

/// Whether this is what is stored, as a browser or a spreadsheet gives it back.
fn is_stored(stored: &str, typed: &str) -> bool {
    plain(stored) == plain(typed)
}

/// The same for a field of one line: a browser gives back an old address of two as one.
fn is_stored_line(stored: &str, typed: &str) -> bool {
    let flat = |words: &str| plain(words).replace('\n', " ");
    flat(stored) == flat(typed)
}

/// The address of a page; an empty one takes it out. What says the same as what is stored, such as an address without its `https://`, leaves
/// it as it is.
///
/// # Errors
/// When it is new and no [`WebAddress`]; then nothing is changed.
pub fn web_address(stored: &mut Option<String>, typed: &str) -> Result<(), WebAddressFault> {
    let typed = typed.trim();
    let own = stored.as_deref().unwrap_or_default();
    if own == typed {
        return Ok(());
    }
    let new = match typed {
        "" => None,
        _ => Some(String::from(WebAddress::typed(typed)?)),
    };
    if new.as_deref() != Some(own) {
        *stored = new;
    }
    Ok(())
}

/// A phone number; an empty one takes it out.
///
/// # Errors
/// When it is new and no [`Phone`]; then nothing is changed.
pub fn phone(stored: &mut Option<Phone>, typed: &str) -> Result<(), PhoneError> {
    let typed = typed.trim();
    if stored.as_ref().map(ToString::to_string).unwrap_or_default() != typed {
        *stored = match typed {
            "" => None,
            _ => Some(Phone::new(typed)?),
        };
    }
    Ok(())
}

/// A point; none takes it out. `centre` is that of the directory.
///
/// # Errors
/// When it is new and cannot be meant, see [`Misplaced`]; then nothing is changed.
pub fn point(
    stored: &mut Option<LonLat>,
    typed: Option<LonLat>,
    centre: LonLat,
) -> Result<(), Misplaced> {
    if *stored != typed {
        if let Some(fault) = typed.and_then(|point| misplaced(point, centre)) {
            return Err(fault);
        }
        *stored = typed;
    }
    Ok(())
}

/// The languages spoken at a place, in the order given. Tags that stand there already stay as they are.
///
/// # Errors
/// When one of them is new and no [`LanguageTag`], when one comes twice, and when there are too many; then nothing is changed.
pub fn language_tags<'t>(
    stored: &mut Vec<String>,
    typed: impl IntoIterator<Item = &'t str>,
) -> Result<(), LanguageTagFault> {
    let typed: Vec<&str> = typed.into_iter().collect();
    if *stored == typed {
        return Ok(());
    }
    let mut tags: Vec<String> = Vec::new();
    for text in typed {
        let tag = match stored.iter().find(|own| *own == text) {
            Some(own) => own.clone(),
            None => LanguageTag::new(text)?.into(),
        };
        if tags.contains(&tag) {
            return Err(LanguageTagFault::Twice { text: tag });
        }
        tags.push(tag);
    }
    if tags.len() > LanguageTag::MOST && tags.iter().any(|tag| !stored.contains(tag)) {
        return Err(LanguageTagFault::TooMany);
    }
    *stored = tags;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_touched_is_neither_judged_nor_rewritten() {
        let old = "old\u{200B}words\r\nand\ta tab";
        let mut text = Text::en(old);
        assert_eq!(
            prose(&mut text, Lang::En, "old\u{200B}words\nand a tab "),
            Ok(())
        );
        assert_eq!(name(&mut text, Lang::En, old), Ok(()));
        assert_eq!(text.exactly(Lang::En), Some(old));

        let mut address = "x".repeat(300);
        assert_eq!(line(&mut address, &"x".repeat(300)), Ok(()));

        let mut address = "101 Main\r\nKenora".to_owned();
        assert_eq!(line(&mut address, "101 Main Kenora"), Ok(()));
        assert_eq!(address, "101 Main\r\nKenora");

        let mut page = Some("http://user@old.example".to_owned());
        assert_eq!(web_address(&mut page, "http://user@old.example"), Ok(()));
        assert_eq!(page.as_deref(), Some("http://user@old.example"));

        let mut tags = vec!["EN_ca".to_owned(), "fr".to_owned()];
        assert_eq!(language_tags(&mut tags, ["fr", "EN_ca", "oj"]), Ok(()));
        assert_eq!(tags, ["fr", "EN_ca", "oj"]);
    }

    #[test]
    fn what_is_new_is_judged_and_a_no_changes_nothing() {
        let mut text = Text::en("words");
        assert_eq!(
            prose(&mut text, Lang::En, "w\u{202E}ords"),
            Err(WordsFault::Unseen('\u{202E}'))
        );
        assert_eq!(
            name(&mut text, Lang::Fr, "deux\nlignes"),
            Err(WordsFault::SecondLine)
        );
        assert_eq!(text, Text::en("words"));

        let mut page = Some("http://old.example".to_owned());
        assert!(web_address(&mut page, "ftp://new.example").is_err());
        assert_eq!(page.as_deref(), Some("http://old.example"));
        assert_eq!(web_address(&mut page, "HTTPS://new.example"), Ok(()));
        assert_eq!(page.as_deref(), Some("https://new.example"));
        assert_eq!(web_address(&mut page, "new.example"), Ok(()));
        assert_eq!(page.as_deref(), Some("https://new.example"));
        assert_eq!(web_address(&mut page, ""), Ok(()));
        assert_eq!(page, None);

        let mut number = None;
        assert!(phone(&mut number, "807\u{200B}-555-0123").is_err());
        assert_eq!(phone(&mut number, " 807-555-0123 "), Ok(()));
        assert!(number.is_some());
        // One of an earlier rule stays until somebody types another.
        number = Some("555-0123".parse().unwrap());
        assert_eq!(phone(&mut number, "555-0123"), Ok(()));
        assert!(phone(&mut number, "555-0124").is_err());
        assert_eq!(number.unwrap().to_string(), "555-0123");

        let centre = LonLat::new(-94.49, 49.77).unwrap();
        let zero = LonLat::new(0.0, 0.0).ok();
        let mut place = zero;
        assert_eq!(point(&mut place, zero, centre), Ok(()), "it stood there");
        assert_eq!(point(&mut place, None, centre), Ok(()));
        assert_eq!(point(&mut place, zero, centre), Err(Misplaced::Zero));
        assert_eq!(place, None);

        let mut tags = vec!["en".to_owned()];
        assert!(language_tags(&mut tags, ["en", "French"]).is_err());
        assert!(language_tags(&mut tags, ["fr", "FR"]).is_err());
        let many: Vec<String> = ('a'..='z').map(|letter| format!("q{letter}")).collect();
        assert_eq!(
            language_tags(&mut tags, many.iter().map(String::as_str)),
            Err(LanguageTagFault::TooMany)
        );
        assert_eq!(tags, ["en"]);
    }
}
