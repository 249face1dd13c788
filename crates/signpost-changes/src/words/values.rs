//! What parts hold, in words.

use std::collections::BTreeSet;

use geo::{Distance as _, Geodesic, Point};
use signpost_domain::{HolidayCode, Lang, LonLat, NeedCode, Source, Text};
use signpost_hours::{Calendar, words::date};
use signpost_messages::Words;

use super::Speaker;
use crate::Value;

impl Speaker<'_> {
    /// What a part holds; `None` when it is empty.
    pub(super) fn value(&self, value: Option<&Value>) -> Option<String> {
        let some = |words: &str| (!words.is_empty()).then(|| self.quoted(words));
        match value? {
            Value::Text(text) => some(text.words(self.lang)),
            Value::Words(words) => some(words),
            Value::Kind(kind) => Some(self.kind(*kind).to_owned()),
            Value::Point(point) => point.map(coordinates),
            Value::Phone(phone) => phone.as_ref().map(ToString::to_string),
            Value::Maybe(words) => words.as_deref().and_then(some),
            Value::Languages(tags) => (!tags.is_empty()).then(|| tags.join(", ")),
            Value::Organization(id) => Some(id.to_string()),
            Value::Source(source) => source_words(source).as_deref().and_then(some),
            Value::Flag(flag) => Some(self.yes_or_no(*flag).to_owned()),
            Value::Said(said) => said.map(|yes| self.yes_or_no(yes).to_owned()),
            Value::Age(age) => age.map(|age| age.to_string()),
            Value::Offer(offer) => Some(self.offer(*offer).to_owned()),
            Value::Items(items) => {
                let names: Vec<&str> = items.iter().map(|item| self.item(item.as_str())).collect();
                (!names.is_empty()).then(|| names.join(", "))
            }
            Value::Holidays(codes) => codes.as_deref().map(|codes| self.holidays(codes)),
            Value::Confirmation(_) | Value::Exception(_) => None,
        }
    }

    /// "Christmas Day, Boxing Day".
    fn holidays(&self, codes: &[HolidayCode]) -> String {
        let name = |code: &HolidayCode| {
            let name = Calendar::ontario().named(code);
            name.map_or_else(|| code.to_string(), |name| name.words(self.lang).to_owned())
        };
        if codes.is_empty() {
            return self.words.plain("no-holiday").to_owned();
        }
        let names: Vec<String> = codes.iter().map(name).collect();
        names.join(", ")
    }

    fn yes_or_no(&self, flag: bool) -> &'static str {
        self.words.plain(if flag { "yes" } else { "no" })
    }

    pub(super) fn item<'s>(&'s self, code: &'s str) -> &'s str {
        self.needs
            .iter()
            .flat_map(|need| &need.items)
            .find(|item| item.code.as_str() == code)
            .map_or(code, |item| item.name.words(self.lang))
    }

    /// Words in several languages, each that differs on a line of its own.
    pub(super) fn text(
        &self,
        label: &str,
        before: Option<&Value>,
        after: Option<&Value>,
    ) -> Vec<String> {
        let empty = Text::default();
        let text = |value: Option<&'_ Value>| match value {
            Some(Value::Text(text)) => text.clone(),
            _ => empty.clone(),
        };
        let (before, after) = (text(before), text(after));
        let langs: BTreeSet<Lang> = before.iter().chain(after.iter()).map(|(l, _)| l).collect();
        let several = langs.len() > 1;
        langs
            .into_iter()
            .filter(|lang| before.exactly(*lang) != after.exactly(*lang))
            .flat_map(|lang| {
                let label = if several || lang != self.lang {
                    let args = [("label", label), ("language", self.language(lang))];
                    self.words.say("label-in-language", &args)
                } else {
                    label.to_owned()
                };
                let words = |text: &Text| text.exactly(lang).map(|words| self.quoted(words));
                self.becomes(&label, words(&before).as_deref(), words(&after).as_deref())
            })
            .collect()
    }

    /// "Place on the map: moved by about 300 m".
    pub(super) fn moved(
        &self,
        label: &str,
        before: Option<&Value>,
        after: Option<&Value>,
    ) -> String {
        if let (Some(Value::Point(Some(from))), Some(Value::Point(Some(to)))) = (before, after) {
            let far = roughly(metres(*from, *to), self.words);
            return self.words.say("moved", &[("label", label), ("far", &far)]);
        }
        let (before, after) = (self.value(before), self.value(after));
        let line = self.becomes(label, before.as_deref(), after.as_deref());
        line.into_iter().next().unwrap_or_default()
    }

    pub(super) fn listed(&self, needs: &[&NeedCode], after: Option<&Value>) -> String {
        let names = self.names(needs);
        let key = match after {
            Some(Value::Flag(false)) if self.as_it_is => "not-on-the-list",
            Some(Value::Flag(false)) => "off-the-list",
            _ => "on-the-list",
        };
        self.words.say(key, &[("names", &names)])
    }

    /// "Supplies: confirmed by Cedar Circle House, good until February 23, 2027".
    pub(super) fn confirmed(&self, needs: &[&NeedCode], after: Option<&Value>) -> Vec<String> {
        let names = self.names(needs);
        let line = match after {
            None => return vec![],
            Some(Value::Confirmation(Some(one))) => {
                let until = date(one.review_by, self.lang);
                let args = [("names", names.as_str()), ("who", &one.by), ("day", &until)];
                self.words.say("confirmed", &args)
            }
            Some(_) => self.words.say("not-confirmed", &[("names", &names)]),
        };
        vec![line]
    }
}

fn source_words(source: &Source) -> Option<String> {
    let words = match source.day {
        Some(day) => format!("{}, {day}", source.text),
        None => source.text.clone(),
    };
    (!source.text.is_empty()).then_some(words)
}

/// "49.55020, -94.89350": latitude first, as maps take it.
fn coordinates(point: LonLat) -> String {
    format!("{:.5}, {:.5}", point.lat(), point.lon())
}

fn metres(from: LonLat, to: LonLat) -> f64 {
    let point = |place: LonLat| Point::new(place.lon(), place.lat());
    Geodesic.distance(point(from), point(to))
}

/// "10 m or less", "300 m", "1.2 km".
fn roughly(metres: f64, words: &Words) -> String {
    if metres < 10.0 {
        return words.plain("ten-metres-or-less").to_owned();
    }
    if metres < 950.0 {
        let tens = format!("{:.0}", (metres / 10.0).round() * 10.0);
        return words.say("metres", &[("number", &tens)]);
    }
    let km = format!("{:.1}", metres / 1000.0).replace('.', words.plain("decimal-mark"));
    words.say("kilometres", &[("number", &km)])
}
