//! Where each language has its pages.
//!
//! English at `/…`, French at `/fr/…`, Anishinaabemowin at `/oj-latn/…` and, in syllabics, at `/oj-cans/…`. The only place that knows these beginnings. The language is in the address, so nothing is remembered of anyone.

use signpost_domain::Lang;

/// What the addresses of a language begin with.
#[must_use]
pub const fn prefix(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "",
        Lang::Fr => "/fr",
        Lang::OjLatn => "/oj-latn",
        Lang::OjCans => "/oj-cans",
    }
}

/// An English address, such as `/plan`, in a language.
#[must_use]
pub fn address(lang: Lang, path: &str) -> String {
    format!("{}{path}", prefix(lang))
}

/// The language of an address: `/fr` and what is below it is French.
#[must_use]
pub fn lang_of_path(path: &str) -> Lang {
    split(path).0
}

/// An address without its language. It begins with exactly one slash: two would be the address of another server.
#[must_use]
pub fn bare(path: &str) -> String {
    format!("/{}", split(path).1.trim_start_matches('/'))
}

fn split(path: &str) -> (Lang, &str) {
    let beginnings = Lang::ALL.into_iter().filter(|lang| *lang != Lang::En);
    let mut found = beginnings.filter_map(|lang| {
        let rest = path.strip_prefix(prefix(lang))?;
        (rest.is_empty() || rest.starts_with('/')).then_some((lang, rest))
    });
    found.next().unwrap_or((Lang::En, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_apart_and_put_together_again() {
        for (path, lang, rest) in [
            ("/", Lang::En, "/"),
            ("/fr", Lang::Fr, "/"),
            ("/fr/", Lang::Fr, "/"),
            ("/fr//evil.example", Lang::Fr, "/evil.example"),
            ("/oj-latn/sites/a-b", Lang::OjLatn, "/sites/a-b"),
            ("/oj-cans/plan", Lang::OjCans, "/plan"),
            ("/frites", Lang::En, "/frites"),
            ("/oj-latnx", Lang::En, "/oj-latnx"),
            ("/OJ-LATN/", Lang::En, "/OJ-LATN/"),
        ] {
            assert_eq!((lang_of_path(path), bare(path).as_str()), (lang, rest));
        }
        for lang in Lang::ALL {
            assert_eq!(bare(&address(lang, "/map")), "/map");
            assert_eq!(lang_of_path(&address(lang, "/map")), lang);
        }
    }
}
