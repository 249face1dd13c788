//! What stands around every page, and how a page says things.

use actix_web::HttpRequest;
use askama::filters::{Html, escape};
use jiff::Timestamp;
use signpost_domain::{Edition, Lang};
use signpost_hours::words::{clock, date};
use signpost_locate::Snapshot;

use crate::{answers::Said, assets, fluent_words::Words, problem_layer::lang_of_path};

/// The zone whose time is called "Kenora time".
const KENORA: &str = "America/Winnipeg";

/// What every page shares: its language, the town, the clock, what edition this is.
pub(crate) struct Frame {
    /// The language of the page.
    pub lang: Lang,
    /// The name of the town or district.
    pub town: Said,
    /// The directory's own words, such as "Training town."; may be empty.
    pub banner: Said,
    /// Whether rows marked as examples must say so one by one: not in a town where everything is made up.
    pub mark_examples: bool,
    /// When the page was made, in words.
    pub clock: String,
    /// The day it was made, for paper, which is read later.
    pub date: String,
    /// The same page in the other language.
    pub twin: String,
    /// The sequence of the last edit that the page knows of.
    pub sequence: u64,
    words: &'static Words,
    preview: bool,
}

impl Frame {
    /// The frame of the page that was asked for.
    pub(crate) fn of(request: &HttpRequest, snapshot: &Snapshot, at: Timestamp) -> Self {
        let lang = lang_of_path(request.path());
        Self::at(lang, request.path(), request.query_string(), snapshot, at)
    }

    /// The frame of a page of this path and query.
    pub(crate) fn at(
        lang: Lang,
        path: &str,
        query: &str,
        snapshot: &Snapshot,
        at: Timestamp,
    ) -> Self {
        let words = Words::of(lang);
        let directory = snapshot.directory();
        let town = Said::of(&directory.title, lang);
        let zone = snapshot.town_zone();
        let place = if zone.name() == KENORA {
            "Kenora"
        } else {
            town.as_str()
        };
        let time = clock(zone.wall(at).time(), lang);
        Self {
            lang,
            clock: words.say("clock", &[("time", &time), ("place", place)]),
            date: date(zone.day(at), lang),
            twin: twin(lang, path, query),
            banner: Said::of(&directory.banner, lang),
            sequence: snapshot.sequence(),
            mark_examples: !directory.sites.iter().all(|site| site.example),
            preview: directory.edition == Edition::Preview,
            town,
            words,
        }
    }

    /// What a key says.
    pub(crate) fn t(&self, key: &str) -> String {
        self.words.say(key, &[])
    }

    /// What a key says with one thing put in.
    pub(crate) fn t1(&self, key: &str, name: &str, value: impl AsRef<str>) -> String {
        self.words.say(key, &[(name, value.as_ref())])
    }

    /// What a key says with two things put in.
    pub(crate) fn t2(
        &self,
        key: &str,
        (name, value): (&str, &str),
        (other, other_value): (&str, &str),
    ) -> String {
        self.words.say(key, &[(name, value), (other, other_value)])
    }

    /// Words of the directory as HTML, marked with their language where it is not the page's.
    pub(crate) fn said(&self, said: &Said) -> String {
        let Ok(words) = escape(said.as_str(), Html);
        match said.other_than(self.lang).filter(|_| !said.is_empty()) {
            Some(tag) => format!("<span lang=\"{tag}\">{words}</span>"),
            None => words.to_string(),
        }
    }

    /// The words of the page's language.
    pub(crate) fn words(&self) -> &'static Words {
        self.words
    }

    /// What must be known before anything here is relied on; `None` when the directory is in use. In a town where everything is made up,
    /// "these places are real" would be a lie.
    pub(crate) fn edition(&self) -> Option<String> {
        let key = if self.mark_examples {
            "preview"
        } else {
            "preview-training"
        };
        self.preview.then(|| self.words.say(key, &[]))
    }

    /// An address of ours in the page's language.
    pub(crate) fn link(&self, path: &str) -> String {
        match self.lang {
            Lang::Fr => format!("/fr{path}"),
            _ => path.to_owned(),
        }
    }

    /// The tag of the other language.
    pub(crate) fn twin_tag(&self) -> &'static str {
        match self.lang {
            Lang::Fr => "en",
            _ => "fr",
        }
    }

    /// A page that tells nothing: the federal weather.
    pub(crate) fn away(&self) -> &'static str {
        match self.lang {
            Lang::Fr => "https://meteo.gc.ca/",
            _ => "https://weather.gc.ca/",
        }
    }

    /// Where an icon is.
    #[expect(clippy::unused_self, reason = "templates call it as a method")]
    pub(crate) fn icon(&self, name: &str) -> String {
        format!("{}#{name}", assets::ICONS)
    }
}

/// The same page in the other language: path and query stay.
fn twin(lang: Lang, path: &str, query: &str) -> String {
    let path = match lang {
        Lang::Fr => match path.strip_prefix("/fr").unwrap_or_default() {
            "" => "/",
            rest => rest,
        }
        .to_owned(),
        _ => format!("/fr{path}"),
    };
    // A path of two slashes would be the address of another server.
    let path = format!("/{}", path.trim_start_matches('/'));
    if query.is_empty() {
        path
    } else {
        format!("{path}?{query}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_switch_keeps_path_and_query_and_stays_here() {
        for (lang, path, query, other) in [
            (Lang::En, "/", "", "/fr/"),
            (
                Lang::En,
                "/",
                "need=food&near=mill",
                "/fr/?need=food&near=mill",
            ),
            (Lang::Fr, "/fr", "", "/"),
            (Lang::Fr, "/fr/", "need=food", "/?need=food"),
            (Lang::Fr, "/fr/sites/a-b", "", "/sites/a-b"),
            (Lang::Fr, "/fr//evil.example", "", "/evil.example"),
        ] {
            assert_eq!(twin(lang, path, query), other);
        }
    }
}
