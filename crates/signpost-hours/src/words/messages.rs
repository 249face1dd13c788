//! The sentences of this crate: `locales/`.

use std::sync::LazyLock;

use signpost_domain::Lang;
use signpost_messages::{Catalogue, Words, texts};

static MESSAGES: LazyLock<Catalogue> = LazyLock::new(|| {
    Catalogue::read(&[
        (
            Lang::En,
            texts![
                "locales/en/clock.ftl",
                "locales/en/state.ftl",
                "locales/en/text.ftl"
            ],
        ),
        (
            Lang::Fr,
            texts![
                "locales/fr/clock.ftl",
                "locales/fr/state.ftl",
                "locales/fr/text.ftl"
            ],
        ),
    ])
});

/// What is said to a reader of `lang`.
pub(super) fn messages(lang: Lang) -> &'static Words {
    MESSAGES.of(lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_everything_and_put_in_the_same() {
        assert_eq!(MESSAGES.faults(), Vec::<String>::new());
    }
}
