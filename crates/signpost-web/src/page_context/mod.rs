//! What stands around every page, and how a page says things.

mod alternates;
mod unread;

use std::ops::Deref;

use actix_web::HttpRequest;
use askama::filters::{Html, escape};
use jiff::Timestamp;
use signpost_answers::{LocalizedText, Speaker, locale_path};
use signpost_domain::{Edition, Lang, Phone};
use signpost_hours::words::{clock, date, weekday_name};
use signpost_locate::Snapshot;
use signpost_pictures::{Size, Subject};

pub use self::alternates::OtherLanguage;
use self::alternates::{alternate_of, moved, name_of, others};
use crate::{
    AsOf, Operator, SharedApp, as_of::without_instant, assets, canonical::CanonicalAddress,
    hosting::Hosting, hosting_of,
};

/// What every page shares: its language, the town, the clock, what edition this is.
pub struct PageContext {
    speaker: Speaker,
    /// The name of the town or district.
    pub town: LocalizedText,
    /// The directory's own words, such as "Training town."; may be empty.
    pub banner: LocalizedText,
    /// Whether rows marked as examples must say so one by one: not in a town where everything is made up.
    pub mark_examples: bool,
    /// When the page was made, in words.
    pub clock: String,
    /// The same with the day of the week: "2:05 pm Tuesday".
    pub moment: String,
    /// The day it was made, for paper, which is read later.
    pub date: String,
    /// The same page in the other of the two languages every page has; in English, from a page in a third.
    pub alternate: String,
    /// The sequence of the last edit that the page knows of.
    pub sequence: u64,
    /// The same page in the languages beyond those two that somebody has written something in.
    pub others: Vec<OtherLanguage>,
    /// The page's address for others than this reader: search engines, other websites.
    pub public: CanonicalAddress,
    /// Who runs this, and how to reach them.
    pub operator: Option<Operator>,
    /// The picture that stands beside a link to the page: of the town, where a page has none of its own; `None` while none is drawn.
    pub picture: Option<String>,
    /// The number people text or call for an answer.
    pub text_number: Option<Phone>,
    preview: bool,
    /// Of when the copy is that is served, in words: "November 24, 2026" and "2:05 pm"; `None` when it is what is stored.
    kept: Option<(String, String)>,
    as_of: AsOf,
    /// What the address asks for that was not understood, by the names of its words.
    not_understood: Vec<&'static str>,
    /// The same page of this moment.
    pub of_now: String,
    /// What the clock shows, on which day of the week, and whose clock it is.
    time: String,
    weekday: &'static str,
    clock_place: String,
}

impl PageContext {
    /// The context of the page that was asked for.
    #[must_use]
    pub fn of(request: &HttpRequest, snapshot: &Snapshot, at: Timestamp) -> Self {
        let lang = locale_path::lang_of_path(request.path());
        let frame = Self::at(lang, request.path(), request.query_string(), snapshot, at);
        let hosting = hosting_of(request);
        Self {
            public: CanonicalAddress::of(request),
            operator: hosting.operator,
            text_number: hosting.text_number,
            picture: picture_of(request, &Subject::Town, Size::Preview, lang),
            not_understood: unread::unread(request.path(), request.query_string(), snapshot),
            ..frame.marking()
        }
    }

    /// The same of a page that can be asked for another instant.
    #[must_use]
    pub fn as_of(request: &HttpRequest, snapshot: &Snapshot, as_of: &AsOf) -> Self {
        let frame = Self::of(request, snapshot, as_of.at());
        let query = without_instant(request.query_string());
        let of_now = if query.is_empty() {
            request.path().to_owned()
        } else {
            format!("{}?{query}", request.path())
        };
        Self {
            as_of: as_of.clone(),
            of_now,
            ..frame
        }
    }

    /// The same, for a page that tells which of its words are in another language.
    #[must_use]
    pub fn marking(mut self) -> Self {
        self.speaker = self.speaker.marking();
        let time = self.told(&self.time);
        self.clock = self.t2("clock", ("time", &time), ("place", &self.clock_place));
        self.date = self.told(&self.date);
        self
    }

    /// The same, for a page that is not asked for by its own address: who runs this stands on it too.
    #[must_use]
    pub fn run_by(mut self, hosting: &Hosting) -> Self {
        self.operator.clone_from(&hosting.operator);
        self.text_number.clone_from(&hosting.text_number);
        self
    }

    /// The context of a page of this path and query.
    #[must_use]
    pub fn at(lang: Lang, path: &str, query: &str, snapshot: &Snapshot, at: Timestamp) -> Self {
        let speaker = Speaker::of(lang);
        let directory = snapshot.directory();
        let town = LocalizedText::of(&directory.title, lang);
        let zone = snapshot.town_zone();
        let place = town.as_str();
        let time = clock(zone.wall(at).time(), lang);
        Self {
            speaker,
            clock: speaker.t2("clock", ("time", &time), ("place", place)),
            moment: speaker.t2(
                "stale-when",
                ("time", &time),
                ("day", weekday_name(zone.day(at).weekday(), lang)),
            ),
            date: date(zone.day(at), lang),
            alternate: moved(alternate_of(lang), path, query),
            others: others(lang, path, query, snapshot),
            town: town.clone(),
            banner: LocalizedText::of(&directory.banner, lang),
            sequence: snapshot.sequence(),
            mark_examples: !snapshot.is_all_examples(),
            preview: directory.edition == Edition::Preview,
            kept: snapshot.kept_at().map(|kept| {
                let time = clock(zone.wall(kept).time(), lang);
                (date(zone.day(kept), lang), time)
            }),
            public: CanonicalAddress::default(),
            operator: None,
            picture: None,
            text_number: None,
            as_of: AsOf::now(at),
            not_understood: Vec::new(),
            of_now: String::new(),
            weekday: weekday_name(zone.day(at).weekday(), lang),
            clock_place: place.to_owned(),
            time,
        }
    }

    /// Words of the directory as HTML, marked with their language where it is not the page's.
    #[must_use]
    pub fn said(&self, said: &LocalizedText) -> String {
        let Ok(words) = escape(said.as_str(), Html);
        match said.other_than(self.lang).filter(|_| !said.is_empty()) {
            Some(tag) => format!("<span lang=\"{tag}\">{words}</span>"),
            None => words.to_string(),
        }
    }

    /// What must be known before anything here is relied on; `None` when the directory is in use. In a town where everything is made up,
    /// "these places are real" would be a lie.
    #[must_use]
    pub fn edition(&self) -> Option<String> {
        let key = if self.mark_examples {
            "preview"
        } else {
            "preview-training"
        };
        self.preview.then(|| self.t(key))
    }

    /// That what is served is a copy, and of when; `None` when it is what is stored.
    #[must_use]
    pub fn kept_copy(&self) -> Option<String> {
        let (day, time) = self.kept.as_ref()?;
        let (day, time) = (self.told(day), self.told(time));
        Some(self.t2("kept-copy", ("day", &day), ("time", &time)))
    }

    /// What who runs this is called, for this reader.
    #[must_use]
    pub fn operator_name(&self) -> &str {
        let operator = self.operator.as_ref();
        operator.map_or("", |operator| operator.named(self.lang))
    }

    /// The tag of the alternate's language.
    #[must_use]
    pub fn alternate_tag(&self) -> &'static str {
        alternate_of(self.lang).tag()
    }

    /// The alternate's language, in its own words.
    #[must_use]
    pub fn alternate_name(&self) -> String {
        name_of(alternate_of(self.lang))
    }

    /// A page that tells nothing: the federal weather.
    #[must_use]
    pub fn away(&self) -> &'static str {
        match self.lang {
            Lang::Fr => "https://meteo.gc.ca/",
            _ => "https://weather.gc.ca/",
        }
    }

    /// Whether search engines may keep the page: not when its address tells what somebody looked for.
    #[must_use]
    pub fn is_for_search(&self) -> bool {
        !self.public.canonical.is_empty()
    }

    /// The page in every language it is offered in, for search engines: tag and address.
    #[must_use]
    pub fn everywhere(&self) -> Vec<(&'static str, String)> {
        let others = self.others.iter().map(|other| (other.tag, &other.href));
        let alternate = (self.alternate_tag(), &self.alternate);
        let all = std::iter::once(alternate).chain(others);
        let mut all: Vec<_> = all
            .map(|(tag, href)| (tag, self.public.absolute(href.trim_end_matches("?lang=en"))))
            .collect();
        all.push((self.lang.tag(), self.public.canonical.clone()));
        all
    }

    /// Whether the page is that of another instant than this moment.
    #[must_use]
    pub const fn is_preview(&self) -> bool {
        self.as_of.is_preview()
    }

    /// The number people text or call, as it is read; empty where there is none.
    #[must_use]
    pub fn text_number_shown(&self) -> String {
        let number = self.text_number.as_ref();
        number.map_or_else(String::new, |number| number.shown(self.lang))
    }

    /// That the page is that of another instant, or that the instant could not be read; `None` for one of this moment.
    #[must_use]
    pub fn previewed(&self) -> Option<String> {
        if self.as_of.is_unread() {
            return Some(self.t("as-of-unread"));
        }
        let args = [
            ("weekday", self.weekday),
            ("day", &self.date),
            ("time", &self.told(&self.time)),
        ];
        self.is_preview().then(|| self.say("as-of", &args))
    }

    /// What the address asks for that was not understood, a sentence each.
    #[must_use]
    pub fn unread(&self) -> Vec<String> {
        self.not_understood.iter().map(|key| self.t(key)).collect()
    }

    /// The address of one of our pages in this page's language, for the same instant when it is one of those that know others.
    #[must_use]
    pub fn link(&self, path: &str) -> String {
        self.keeping(&self.speaker.link(path))
    }

    /// An address as it is, for the same instant when it is of a page that knows others.
    #[must_use]
    pub fn keeping(&self, href: &str) -> String {
        self.as_of.keeping(href)
    }

    /// The instant, for a form that leads to such a page; empty for this moment.
    #[must_use]
    pub fn instant(&self) -> String {
        self.as_of.carried().trim_start_matches("&at=").to_owned()
    }

    /// The picture that stands beside a link to the page; the sign of this server while none is drawn.
    #[must_use]
    pub fn shown_beside_links(&self) -> String {
        let path = self
            .picture
            .as_deref()
            .unwrap_or_else(|| assets::icon_512());
        self.public.absolute(path)
    }

    /// Where an icon is.
    #[must_use]
    pub fn icon(&self, name: &str) -> String {
        format!("{}#{name}", assets::icons())
    }
}

/// Where a picture of the map is; `None` while it is not drawn.
#[must_use]
pub fn picture_of(
    request: &HttpRequest,
    subject: &Subject,
    size: Size,
    lang: Lang,
) -> Option<String> {
    let app = request.app_data::<SharedApp>()?;
    app.pictures()?.address(subject, size, lang)
}

impl Deref for PageContext {
    type Target = Speaker;

    fn deref(&self) -> &Speaker {
        &self.speaker
    }
}
