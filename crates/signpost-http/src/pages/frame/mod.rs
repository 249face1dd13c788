//! What stands around every page, and how a page says things.

mod twins;

use actix_web::HttpRequest;
use askama::filters::{Html, escape};
use jiff::Timestamp;
use signpost_domain::{Edition, Lang};
use signpost_hours::words::{clock, date};
use signpost_locate::Snapshot;

pub(crate) use self::twins::OtherTongue;
use self::twins::{moved, name_of, others, twin_of};
use super::{marks, public_address::PublicAddress};
use crate::{answers::Said, assets, fluent_words::Words, tongues};

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
    /// The same page in the other of the two languages every page has; in English, from a page in a third.
    pub twin: String,
    /// The sequence of the last edit that the page knows of.
    pub sequence: u64,
    /// The same page in the languages beyond those two that somebody has written something in.
    pub others: Vec<OtherTongue>,
    /// The page's address for others than this reader: search engines, other websites.
    pub public: PublicAddress,
    words: &'static Words,
    preview: bool,
    /// Whether words in another language than the page's are marked; only for what becomes a page.
    marking: bool,
    /// What the clock shows, and whose clock it is.
    time: String,
    clock_place: String,
}

impl Frame {
    /// The frame of the page that was asked for.
    pub(crate) fn of(request: &HttpRequest, snapshot: &Snapshot, at: Timestamp) -> Self {
        let lang = tongues::lang_of_path(request.path());
        let frame = Self::at(lang, request.path(), request.query_string(), snapshot, at);
        Self {
            public: PublicAddress::of(request),
            ..frame.marking()
        }
    }

    /// The same, for a page that tells which of its words are in another language.
    pub(crate) fn marking(mut self) -> Self {
        self.marking = true;
        let time = self.told(&self.time);
        self.clock = self.t2("clock", ("time", &time), ("place", &self.clock_place));
        self.date = self.told(&self.date);
        self
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
            twin: moved(twin_of(lang), path, query),
            others: others(lang, path, query, snapshot),
            town: town.clone(),
            banner: Said::of(&directory.banner, lang),
            sequence: snapshot.sequence(),
            mark_examples: !directory.sites.iter().all(|site| site.example),
            preview: directory.edition == Edition::Preview,
            words,
            marking: false,
            public: PublicAddress::default(),
            clock_place: place.to_owned(),
            time,
        }
    }

    /// What a key says.
    pub(crate) fn t(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// What a key says with one thing put in.
    pub(crate) fn t1(&self, key: &str, name: &str, value: impl AsRef<str>) -> String {
        self.say(key, &[(name, value.as_ref())])
    }

    /// What a key says with two things put in.
    pub(crate) fn t2(
        &self,
        key: &str,
        (name, value): (&str, &str),
        (other, other_value): (&str, &str),
    ) -> String {
        self.say(key, &[(name, value), (other, other_value)])
    }

    /// What a key says about a number.
    pub(crate) fn t_number(&self, key: &str, number: i64) -> String {
        self.mark_fallen(key, self.words.say_number(key, number))
    }

    /// What a key says, when there is such a key.
    pub(crate) fn try_t(&self, key: &str) -> Option<String> {
        let words = self.words.try_say(key)?;
        Some(self.mark_fallen(key, words))
    }

    fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.mark_fallen(key, self.words.say(key, args))
    }

    fn mark_fallen(&self, key: &str, words: String) -> String {
        if self.marking && self.words.falls_back(key) {
            marks::marked(&words)
        } else {
            words
        }
    }

    /// Sentences, days and hours that were put into words for this reader elsewhere, where English and French are spoken and no more.
    pub(crate) fn told(&self, words: impl AsRef<str>) -> String {
        let words = words.as_ref();
        match self.lang {
            Lang::OjLatn | Lang::OjCans if self.marking => marks::marked(words),
            _ => words.to_owned(),
        }
    }

    /// Words of the directory as HTML, marked with their language where it is not the page's.
    pub(crate) fn said(&self, said: &Said) -> String {
        let Ok(words) = escape(said.as_str(), Html);
        match said.other_than(self.lang).filter(|_| !said.is_empty()) {
            Some(tag) => format!("<span lang=\"{tag}\">{words}</span>"),
            None => words.to_string(),
        }
    }

    /// What must be known before anything here is relied on; `None` when the directory is in use. In a town where everything is made up,
    /// "these places are real" would be a lie.
    pub(crate) fn edition(&self) -> Option<String> {
        let key = if self.mark_examples {
            "preview"
        } else {
            "preview-training"
        };
        self.preview.then(|| self.t(key))
    }

    /// An address of ours in the page's language.
    pub(crate) fn link(&self, path: &str) -> String {
        tongues::address(self.lang, path)
    }

    /// The tag of the twin's language.
    pub(crate) fn twin_tag(&self) -> &'static str {
        twin_of(self.lang).tag()
    }

    /// The twin's language, in its own words.
    pub(crate) fn twin_name(&self) -> String {
        name_of(twin_of(self.lang))
    }

    /// A page that tells nothing: the federal weather.
    pub(crate) fn away(&self) -> &'static str {
        match self.lang {
            Lang::Fr => "https://meteo.gc.ca/",
            _ => "https://weather.gc.ca/",
        }
    }

    /// Whether search engines may keep the page: not when its address tells what somebody looked for.
    pub(crate) fn is_for_search(&self) -> bool {
        !self.public.canonical.is_empty()
    }

    /// The page in every language it is offered in, for search engines: tag and address.
    pub(crate) fn everywhere(&self) -> Vec<(&'static str, String)> {
        let others = self.others.iter().map(|other| (other.tag, &other.href));
        let twin = (self.twin_tag(), &self.twin);
        let all = std::iter::once(twin).chain(others);
        let mut all: Vec<_> = all
            .map(|(tag, href)| (tag, self.public.absolute(href)))
            .collect();
        all.push((self.lang.tag(), self.public.canonical.clone()));
        all
    }

    /// What stands between a name and what is said of it.
    pub(crate) const fn colon(&self) -> &'static str {
        match self.lang {
            Lang::Fr => "\u{a0}: ",
            Lang::En | Lang::OjLatn | Lang::OjCans => ": ",
        }
    }

    /// Where an icon is.
    #[expect(clippy::unused_self, reason = "templates call it as a method")]
    pub(crate) fn icon(&self, name: &str) -> String {
        format!("{}#{name}", assets::ICONS)
    }
}
