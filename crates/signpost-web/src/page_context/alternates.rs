//! The same page in other languages.

use signpost_domain::Lang;
use signpost_locate::Snapshot;

use signpost_answers::{locale_path, messages::words_of};

/// A page in another language.
pub struct OtherLanguage {
    /// Its address.
    pub href: String,
    /// The tag of its language.
    pub tag: &'static str,
    /// What the language calls itself; `None` while nobody wrote it down.
    pub own_name: Option<String>,
    /// The key of what this page calls it.
    pub key: &'static str,
}

/// The other of the two languages every page has.
pub const fn alternate_of(lang: Lang) -> Lang {
    match lang {
        Lang::En => Lang::Fr,
        Lang::Fr | Lang::OjLatn | Lang::OjCans => Lang::En,
    }
}

/// What English and French call themselves: each page knows the name of the other.
pub fn name_of(lang: Lang) -> String {
    let who_knows = if lang == Lang::Fr { Lang::En } else { Lang::Fr };
    words_of(who_knows).say("other-language", &[])
}

/// The same page in another language: path and query stay.
pub fn moved(to: Lang, path: &str, query: &str) -> String {
    let bare = locale_path::bare(path);
    let path = locale_path::address(to, &bare);
    // The first page sends who prefers French to French; who asks for English has chosen.
    let query = match (without_choice(query), to == Lang::En && bare == "/") {
        (query, false) => query,
        (query, true) if query.is_empty() => "lang=en".to_owned(),
        (query, true) => format!("{query}&lang=en"),
    };
    if query.is_empty() {
        path
    } else {
        format!("{path}?{query}")
    }
}

/// A query without the choice of a language that it may hold.
fn without_choice(query: &str) -> String {
    let parts = query.split('&').filter(|part| *part != "lang=en");
    parts.collect::<Vec<_>>().join("&")
}

/// The key of a language's name.
const fn key_of(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "language-en",
        Lang::Fr => "language-fr",
        Lang::OjLatn => "language-oj-latn",
        Lang::OjCans => "language-oj-cans",
    }
}

/// Languages beyond the page's own and its alternate's. One that nobody has written a word in is not offered.
pub fn others(lang: Lang, path: &str, query: &str, snapshot: &Snapshot) -> Vec<OtherLanguage> {
    let beyond = |other: &Lang| ![lang, alternate_of(lang)].contains(other);
    let written = |other: &Lang| words_of(*other).has_any() || snapshot.has_text_in(*other);
    Lang::ALL
        .into_iter()
        .filter(beyond)
        .filter(written)
        .map(|other| OtherLanguage {
            href: moved(other, path, query),
            tag: other.tag(),
            key: key_of(other),
            own_name: match other {
                Lang::En | Lang::Fr => Some(name_of(other)),
                Lang::OjLatn | Lang::OjCans if words_of(other).has(key_of(other)) => {
                    words_of(other).try_say(key_of(other))
                }
                Lang::OjLatn | Lang::OjCans => None,
            },
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_switch_keeps_path_and_query_and_stays_here() {
        for (to, path, query, other) in [
            (Lang::Fr, "/", "", "/fr/"),
            (
                Lang::Fr,
                "/",
                "need=food&near=mill",
                "/fr/?need=food&near=mill",
            ),
            (Lang::En, "/fr", "", "/?lang=en"),
            (Lang::En, "/fr/", "need=food", "/?need=food&lang=en"),
            (Lang::Fr, "/", "need=food&lang=en", "/fr/?need=food"),
            (Lang::En, "/fr/sites/a-b", "", "/sites/a-b"),
            (Lang::En, "/fr//evil.example", "", "/evil.example"),
            (Lang::OjCans, "/fr/plan", "a=b", "/oj-cans/plan?a=b"),
            (Lang::Fr, "/oj-latn", "", "/fr/"),
        ] {
            assert_eq!(moved(to, path, query), other);
        }
    }
}
