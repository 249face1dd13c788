//! What a request asked for beside its address: which encoding; and the links of an answer, and the answer itself.

use std::str::FromStr;

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, Accept, Header as _, HeaderName, HeaderValue},
};
use serde_json::{Value, json};
use signpost_answers::Speaker;
use signpost_domain::Lang;
use signpost_web::{
    ApiError, SharedApp,
    params::Params,
    reply::{GEO_JSON, JSON, digest, tagged, text},
};

use super::page;

/// The media type of a page.
pub(super) const HTML: &str = "text/html";
/// The media type of a description.
pub(super) const OPENAPI: &str = "application/vnd.oai.openapi+json;version=3.0";
/// The coordinates of every answer (req/core/crs84).
pub(super) const CRS84: &str = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

/// An encoding, as `f` names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Json,
    Html,
}

impl FromStr for Encoding {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "json" => Ok(Self::Json),
            "html" => Ok(Self::Html),
            _ => Err("write json or html"),
        }
    }
}

/// One request.
pub(super) struct Asked {
    /// Which encoding it wants.
    encoding: Encoding,
    /// The language of names and sentences.
    pub lang: Lang,
    /// Scheme and host for links; empty when they are told without.
    origin: String,
    /// The path of this answer.
    path: String,
    /// Its query, without what says the encoding and where to start.
    query: String,
}

impl Asked {
    /// Reads a request that takes these parameters beside `f` and `lang`.
    pub(super) fn read(
        app: &SharedApp,
        request: &HttpRequest,
        more: &[&str],
    ) -> Result<(Self, Params), ApiError> {
        let known: Vec<&str> = more.iter().copied().chain(["f", "lang"]).collect();
        let params = Params::read(request.query_string(), &known)?;
        let encoding = params.value("f")?.unwrap_or_else(|| liked(request));
        let kept = request.query_string().split('&').filter(|pair| {
            let name = pair.split('=').next().unwrap_or_default();
            !pair.is_empty() && name != "f" && name != "offset"
        });
        let asked = Self {
            encoding,
            lang: params.value("lang")?.unwrap_or_default(),
            origin: app.hosting().origin(request).unwrap_or_default(),
            path: request.path().to_owned(),
            query: kept.collect::<Vec<_>>().join("&"),
        };
        Ok((asked, params))
    }

    /// Words of this interface; they are there in English and French, and in no other language.
    pub(super) fn speaker(&self) -> Speaker {
        Speaker::of(match self.lang {
            Lang::Fr => Lang::Fr,
            Lang::En | Lang::OjLatn | Lang::OjCans => Lang::En,
        })
    }

    /// What a key says.
    pub(super) fn t(&self, key: &str) -> String {
        self.speaker().t(key)
    }

    /// An address below `/ogc` as a whole one.
    pub(super) fn address(&self, path: &str) -> String {
        format!("{}/ogc{path}", self.origin)
    }

    /// An address of ours as a whole one.
    pub(super) fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// This answer in an encoding, from a place on.
    fn here(&self, encoding: Encoding, offset: usize) -> String {
        let mut pairs: Vec<String> = Vec::new();
        if !self.query.is_empty() {
            pairs.push(self.query.clone());
        }
        if offset > 0 {
            pairs.push(format!("offset={offset}"));
        }
        let f = match encoding {
            Encoding::Json => "f=json",
            Encoding::Html => "f=html",
        };
        pairs.push(f.to_owned());
        format!("{}{}?{}", self.origin, self.path, pairs.join("&"))
    }

    /// Links to this answer and its other encoding; `json` is the media type that it has besides HTML.
    pub(super) fn selves(&self, json: &str, offset: usize) -> Vec<Value> {
        let both = [(Encoding::Json, json), (Encoding::Html, HTML)];
        let links = both.map(|(encoding, media_type)| {
            let (rel, title) = if encoding == self.encoding {
                ("self", self.t("ogc-this"))
            } else {
                ("alternate", self.t("ogc-this-otherwise"))
            };
            link(&self.here(encoding, offset), rel, media_type, &title)
        });
        links.to_vec()
    }

    /// A link to another page of this answer.
    pub(super) fn turned(&self, rel: &str, offset: usize, title: &str) -> Value {
        let media_type = match self.encoding {
            Encoding::Json => GEO_JSON,
            Encoding::Html => HTML,
        };
        link(&self.here(self.encoding, offset), rel, media_type, title)
    }

    /// The answer: the document, or a page that shows it.
    pub(super) fn answer(
        &self,
        request: &HttpRequest,
        document: &Value,
        media_type: &'static str,
    ) -> Result<HttpResponse, ApiError> {
        let (body, media_type) = match self.encoding {
            Encoding::Json => (text(document)?, media_type),
            Encoding::Html => (
                page::page(document, self.lang, &self.speaker()),
                "text/html; charset=utf-8",
            ),
        };
        let tag = format!("\"ogc-{}\"", digest(body.as_bytes()));
        let mut answer = tagged(request, body, media_type, &tag);
        let headers = answer.headers_mut();
        headers.append(header::VARY, HeaderValue::from_static("accept"));
        if media_type == GEO_JSON
            && let Ok(crs) = HeaderValue::from_str(&format!("<{CRS84}>"))
        {
            headers.insert(HeaderName::from_static("content-crs"), crs);
        }
        if self.encoding == Encoding::Html {
            let noindex = HeaderValue::from_static("noindex");
            headers.insert(HeaderName::from_static("x-robots-tag"), noindex);
        }
        let links = document["links"].as_array().into_iter().flatten();
        for one in links {
            let word = |name: &str| one[name].as_str().unwrap_or_default();
            let line = format!(
                "<{}>; rel=\"{}\"; type=\"{}\"",
                word("href"),
                word("rel"),
                word("type")
            );
            if let Ok(line) = HeaderValue::from_str(&line) {
                headers.append(header::LINK, line);
            }
        }
        Ok(answer)
    }

    /// Whether the answer is a page.
    pub(super) fn is_html(&self) -> bool {
        self.encoding == Encoding::Html
    }
}

/// A link.
pub(super) fn link(href: &str, rel: &str, media_type: &str, title: &str) -> Value {
    json!({"href": href, "rel": rel, "type": media_type, "title": title})
}

/// What a client likes better: JSON, when it does not say.
fn liked(request: &HttpRequest) -> Encoding {
    let ranked = Accept::parse(request).map_or_else(|_unread| Vec::new(), |accept| accept.ranked());
    let place = |kinds: &[&str]| {
        let mut kinds_of = ranked.iter().map(actix_web::mime::Mime::essence_str);
        kinds_of.position(|kind| kinds.contains(&kind))
    };
    match (place(&[HTML]), place(&[JSON, GEO_JSON])) {
        (Some(html), Some(json)) if html < json => Encoding::Html,
        (Some(_), None) => Encoding::Html,
        _ => Encoding::Json,
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn browsers_read_pages_and_programs_read_json() {
        for (accept, right) in [
            ("text/html,application/xhtml+xml,*/*;q=0.8", Encoding::Html),
            ("*/*", Encoding::Json),
            ("application/geo+json", Encoding::Json),
            ("application/json, text/html;q=0.5", Encoding::Json),
            ("application/json;q=0.5, text/html", Encoding::Html),
            ("application/x-nonsense", Encoding::Json),
        ] {
            let request = TestRequest::get().insert_header((header::ACCEPT, accept));
            assert_eq!(liked(&request.to_http_request()), right, "{accept}");
        }
    }
}
