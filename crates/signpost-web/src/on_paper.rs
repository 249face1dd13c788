//! Addresses as they stand on paper: in capitals, because a code of capitals is smaller, and with the full stop or bracket of the sentence
//! around them.

use percent_encoding::percent_decode_str;
use signpost_answers::locale_path;
use signpost_domain::{Lang, is_unseen};

/// What stands around an address in a sentence, or is typed after it.
fn is_mark(letter: char) -> bool {
    letter.is_whitespace()
        || is_unseen(letter)
        || "/.,;:!?…)]}>+*|\"'’‘”“»›–—。．｡、，".contains(letter)
}

/// Words without what a sentence put behind them, in small letters.
#[must_use]
pub fn without_marks(text: &str) -> String {
    text.trim_end_matches(is_mark).to_ascii_lowercase()
}

/// A path without what stands between its parts by a slip: a bracket that opens before the last part, or a slash twice.
fn opened(path: &str) -> String {
    let mut parts = path.split('/');
    let first = parts.next().unwrap_or_default();
    let rest = parts.filter(|part| !part.is_empty());
    let rest = rest.map(|part| part.trim_start_matches(['(', '[', '{', '<', '«', '“', '"', '\'']));
    std::iter::once(first)
        .chain(rest)
        .collect::<Vec<_>>()
        .join("/")
}

/// The path that was meant, when it is written otherwise.
///
/// That of a public page may be in any letters and have marks behind it, and any page's a slash at its end. Programs write addresses as they
/// are: what is below `/api/`, and files, are left alone.
///
/// # Examples
/// ```
/// use signpost_web::on_paper::meant;
/// assert_eq!(meant("/GO/BIRCH-HALL.").as_deref(), Some("/go/birch-hall"));
/// assert_eq!(meant("/fr/plan/").as_deref(), Some("/fr/plan"));
/// assert_eq!(meant("/go/birch-hall"), None);
/// ```
#[must_use]
pub fn meant(path: &str) -> Option<String> {
    let is_home = Lang::ALL
        .into_iter()
        .any(|lang| path == locale_path::prefix(lang));
    if is_home || path.starts_with("//") {
        return None;
    }
    let decoded = percent_decode_str(path).decode_utf8().ok()?;
    let meant = page(&without_marks(&opened(&decoded))).or_else(|| {
        let bare = path.trim_end_matches('/');
        let is_of_programs = ["/api/", "/assets/", "/tiles/"]
            .iter()
            .any(|own| bare.starts_with(own));
        (!is_of_programs && !bare.is_empty()).then(|| bare.to_owned())
    })?;
    (meant != path).then_some(meant)
}

/// A path, when it is that of a public page.
fn page(path: &str) -> Option<String> {
    let of_lang = |lang: &Lang| {
        let rest = path.strip_prefix(locale_path::prefix(*lang))?;
        (rest.is_empty() || rest.starts_with('/')).then_some((*lang, rest))
    };
    // English last: every path begins with nothing.
    let mut langs = Lang::ALL.iter().rev();
    let (lang, rest) = langs.find_map(of_lang)?;
    let mut parts = rest.split('/').skip(1);
    let is_page = match (parts.next(), parts.next(), parts.next()) {
        (None, None, None) => return Some(locale_path::address(lang, "/")),
        (
            Some(
                "disposal" | "map" | "plan" | "about" | "privacy" | "leave" | "overdose" | "found"
                | "report" | "print" | "search" | "offline" | "embed" | "login",
            ),
            None,
            None,
        )
        | (Some("about"), Some("licences"), None) => true,
        (Some("go" | "sites" | "full"), Some(slug), None) => {
            let fits =
                |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
            !slug.is_empty() && slug.bytes().all(fits)
        }
        _ => false,
    };
    is_page.then(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_on_paper_is_read_as_it_was_meant() {
        for (written, path) in [
            ("/GO/BIRCH-HALL", "/go/birch-hall"),
            ("/Go/Birch-Hall/", "/go/birch-hall"),
            ("/go/birch-hall.", "/go/birch-hall"),
            ("/go/birch-hall,", "/go/birch-hall"),
            ("/go/birch-hall)", "/go/birch-hall"),
            ("/go/birch-hall%5D.", "/go/birch-hall"),
            ("/go/birch-hall%20", "/go/birch-hall"),
            ("/go/birch-hall%C2%A0%C2%BB", "/go/birch-hall"),
            ("/go/birch-hall%E2%80%8B", "/go/birch-hall"),
            ("/go/(birch-hall)", "/go/birch-hall"),
            ("/go//birch-hall", "/go/birch-hall"),
            ("/go/birch-hall%E3%80%82", "/go/birch-hall"),
            ("/FR/GO/BIRCH-HALL/", "/fr/go/birch-hall"),
            ("/FULL/MILL-PARK-BOX.", "/full/mill-park-box"),
            ("/fr/sites/birch-hall/", "/fr/sites/birch-hall"),
            ("/plan/", "/plan"),
            ("/Map.", "/map"),
            ("/FR/", "/fr/"),
            ("/OJ-LATN", "/oj-latn/"),
            ("/login/", "/login"),
            ("/LOGIN.", "/login"),
            ("/agency/sites/birch-hall/", "/agency/sites/birch-hall"),
            ("/api/", "/api"),
        ] {
            assert_eq!(meant(written).as_deref(), Some(path), "{written}");
            let again = meant(path);
            assert!(again.is_none(), "{path} is as it is: {again:?}");
        }
    }

    #[test]
    fn what_is_right_or_nothing_of_ours_is_left_alone() {
        for path in [
            "/",
            "/fr",
            "/fr/",
            "/go/birch-hall",
            "/api/v1/sites/",
            "/API/V1/SITES",
            "/assets/page.css/",
            "//evil.example/",
            "//",
            "/go/birch-hall%00",
            "/go/%2F%2Fevil.example",
            "/go/%FF.",
        ] {
            assert_eq!(meant(path), None, "{path}");
        }
    }
}
