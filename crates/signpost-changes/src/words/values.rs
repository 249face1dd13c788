//! What parts hold, in words.

use std::collections::BTreeSet;

use geo::{Distance as _, Geodesic, Point};
use signpost_domain::{Lang, LonLat, NeedCode, Source, Text};
use signpost_hours::words::date;

use super::{Speaker, tongue::Tongue};
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
            Value::Flag(flag) => Some(self.say_flag(*flag).to_owned()),
            Value::Offer(offer) => Some(self.offer(*offer).to_owned()),
            Value::Items(items) => {
                let names: Vec<&str> = items.iter().map(|item| self.item(item.as_str())).collect();
                (!names.is_empty()).then(|| names.join(", "))
            }
            Value::Confirmation(_) | Value::Exception(_) => None,
        }
    }

    fn say_flag(&self, flag: bool) -> &'static str {
        if flag {
            self.say("yes", "oui")
        } else {
            self.say("no", "non")
        }
    }

    fn item<'s>(&'s self, code: &'s str) -> &'s str {
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
                    format!("{label} ({})", self.language(lang))
                } else {
                    label.to_owned()
                };
                let words = |text: &Text| text.exactly(lang).map(|words| self.quoted(words));
                self.becomes(&label, words(&before), words(&after))
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
            let far = roughly(metres(*from, *to), self.tongue);
            return match self.tongue {
                Tongue::English => format!("{label}: moved by about {far}"),
                Tongue::French => format!("{label}\u{a0}: déplacé d’environ {far}"),
            };
        }
        let line = self.becomes(label, self.value(before), self.value(after));
        line.into_iter().next().unwrap_or_default()
    }

    pub(super) fn listed(&self, needs: &[&NeedCode], after: Option<&Value>) -> String {
        let names = self.names(needs);
        match (self.tongue, after == Some(&Value::Flag(false))) {
            (Tongue::English, true) if self.as_it_is => format!("{names}: not on the list"),
            (Tongue::French, true) if self.as_it_is => {
                format!("{names}\u{a0}: absent de la liste")
            }
            (Tongue::English, true) => format!("{names}: taken off the list"),
            (Tongue::French, true) => format!("{names}\u{a0}: retiré de la liste"),
            (Tongue::English, false) => format!("{names}: put on the list"),
            (Tongue::French, false) => format!("{names}\u{a0}: ajouté à la liste"),
        }
    }

    /// "Supplies: confirmed by Cedar Circle House, good until February 23, 2027".
    pub(super) fn confirmed(&self, needs: &[&NeedCode], after: Option<&Value>) -> Vec<String> {
        let names = self.names(needs);
        let line = match (self.tongue, after) {
            (Tongue::English, Some(Value::Confirmation(Some(one)))) => {
                let until = date(one.review_by, self.lang);
                format!("{names}: confirmed by {}, good until {until}", one.by)
            }
            (Tongue::French, Some(Value::Confirmation(Some(one)))) => {
                let until = date(one.review_by, self.lang);
                format!(
                    "{names}\u{a0}: confirmé par {}, valable jusqu’au {until}",
                    one.by
                )
            }
            (_, None) => return vec![],
            (Tongue::English, _) => format!("{names}: no longer confirmed"),
            (Tongue::French, _) => format!("{names}\u{a0}: n’est plus confirmé"),
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

/// "less than 10 m", "300 m", "1.2 km".
fn roughly(metres: f64, tongue: Tongue) -> String {
    if metres < 10.0 {
        return tongue.of_two("10 m or less", "10 m ou moins").to_owned();
    }
    if metres < 950.0 {
        return format!("{:.0} m", (metres / 10.0).round() * 10.0);
    }
    let km = format!("{:.1} km", metres / 1000.0);
    match tongue {
        Tongue::English => km,
        Tongue::French => km.replace('.', ","),
    }
}
