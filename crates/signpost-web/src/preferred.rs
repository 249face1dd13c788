//! A reader whose browser asks for French is sent to the French page, once: from the first page and from an old door's code. The address
//! then holds the language, so nothing is remembered of anyone.

use actix_web::{HttpRequest, HttpResponse, http::header};
use signpost_answers::locale_path;
use signpost_domain::Lang;

use crate::{params::Params, reply::see_other};

/// What such an answer depends on.
const DEPENDS_ON: &str = "Accept-Language, Sec-Fetch-Site";

/// The French twin of an English page, for who comes from elsewhere and prefers French; `None` for everybody else.
///
/// Who follows a link of ours has chosen: browsers say so (`Sec-Fetch-Site`), and the link to English says it in its address (`lang=en`).
/// Browsers that do not say where somebody comes from are sent on from an address without a query alone.
#[must_use]
pub fn french_twin(request: &HttpRequest) -> Option<HttpResponse> {
    sends_to_french(request).then(|| {
        let path = locale_path::address(Lang::Fr, request.path());
        let query = request.query_string();
        let mut answer = see_other(&if query.is_empty() {
            path
        } else {
            format!("{path}?{query}")
        });
        depends(&mut answer);
        answer
    })
}

/// Whether a request for an English page is answered in French.
#[must_use]
pub fn sends_to_french(request: &HttpRequest) -> bool {
    let query = request.query_string();
    if locale_path::lang_of_path(request.path()) != Lang::En
        || Params::leniently(query).text("lang") == Some(Lang::En.tag())
        || !prefers_french(words_of(request, "accept-language"))
    {
        return false;
    }
    match words_of(request, "sec-fetch-site") {
        "" => query.is_empty() || request.path() != "/",
        from => !["same-origin", "same-site"].contains(&from),
    }
}

/// Says that the answer depends on the language a browser asks for.
pub fn depends(answer: &mut HttpResponse) {
    let value = header::HeaderValue::from_static(DEPENDS_ON);
    answer.headers_mut().append(header::VARY, value);
}

fn words_of<'r>(request: &'r HttpRequest, name: &str) -> &'r str {
    let value = request.headers().get(name);
    value
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
}

/// Whether French comes before English in what a browser asks for (RFC 9110 §12.5.4).
fn prefers_french(accepted: &str) -> bool {
    let weight = |lang: &str| {
        accepted
            .split(',')
            .filter_map(|part| {
                let mut pieces = part.split(';').map(str::trim);
                let tag = pieces.next()?;
                let base = tag.split('-').next()?;
                let quality = pieces.find_map(|piece| piece.strip_prefix("q="));
                let quality = quality.map_or(Some(1.0), |text| text.parse::<f32>().ok())?;
                base.eq_ignore_ascii_case(lang).then_some(quality)
            })
            .fold(0.0, f32::max)
    };
    let (french, english) = (weight("fr"), weight("en"));
    french > english || french > 0.0 && french >= english && first_is_french(accepted)
}

/// Of two with the same weight, the one named first is meant.
fn first_is_french(accepted: &str) -> bool {
    let bases = accepted.split(',').filter_map(|part| {
        let tag = part.split([';', '-']).next()?.trim();
        ["fr", "en"]
            .into_iter()
            .find(|base| base.eq_ignore_ascii_case(tag))
    });
    bases.take(1).eq(["fr"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_is_preferred_when_it_comes_before_english() {
        for accepted in [
            "fr",
            "fr-CA,fr;q=0.9,en;q=0.8",
            "FR-ca",
            "de, fr;q=0.7, en;q=0.3",
            "fr,en",
        ] {
            assert!(prefers_french(accepted), "{accepted}");
        }
        for accepted in [
            "",
            "en-CA,en;q=0.9,fr;q=0.8",
            "en,fr",
            "fr;q=0",
            "*",
            "de",
            "fr;q=x",
            "frr",
        ] {
            assert!(!prefers_french(accepted), "{accepted}");
        }
    }
}
