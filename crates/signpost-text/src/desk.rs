//! What is said of a place, of a line, and of how this works; each in ever fewer words.

use jiff::Timestamp;
use signpost_answers::{AnswerView, LineView, ReplyView, Speaker, state_sentence};
use signpost_domain::{Lang, NeedCode};
use signpost_hours::OpenState;
use signpost_locate::{SiteIx, Snapshot};
use signpost_plan::phone_lines;

use crate::fit::Ways;

/// Says things at one instant in one language.
pub(crate) struct Desk<'s> {
    pub snapshot: &'s Snapshot,
    pub at: Timestamp,
    pub speaker: Speaker,
}

impl<'s> Desk<'s> {
    pub fn new(snapshot: &'s Snapshot, at: Timestamp, lang: Lang) -> Self {
        let speaker = Speaker::of(lang);
        Self {
            snapshot,
            at,
            speaker,
        }
    }

    /// The first place, in ever fewer words.
    pub fn place(&self, best: &AnswerView) -> Ways {
        let mark = self.mark(best);
        let name = best.place.name.as_str();
        let time = match self.whose_clock(best) {
            none if none.is_empty() => none,
            time => format!(" {time}"),
        };
        let state = stop(&best.sentence);
        let short_state = stop(shortest(best));
        let phone = best
            .place
            .phone
            .as_deref()
            .map(|phone| format!(" {phone}."));
        let phone = phone.unwrap_or_default();
        let mut ages = String::new();
        if !best.ages.is_empty() {
            ages = format!(" {}", stop(&best.ages));
        }
        let far = self.far(best);
        let door = stop(best.place.door.as_str());
        let street = best.place.address.as_str();
        let locality = best.place.locality.as_str();
        let whole = joined(&[name, street, locality]);
        let bare = joined(&[name, if street.is_empty() { locality } else { street }]);
        let told = |place: &str, door: &str, state: &str| {
            let place = stop(place);
            let door = if door.is_empty() {
                String::new()
            } else {
                format!(" {door}")
            };
            format!("{mark}{place}{door} {far}{state}{time}{ages}{phone}")
        };
        let mut ways = vec![told(&whole, "", &state)];
        if street.is_empty() && !door.is_empty() {
            ways.insert(0, told(&whole, &door, &state));
        }
        ways.push(told(&bare, "", &state));
        ways.push(told(&bare, "", &short_state));
        for shorter in shorter_names(name, &best.place.alternate_name) {
            ways.push(told(&joined(&[&shorter, street]), "", &short_state));
        }
        // The number and the hours may not go; whose clock it is may, and in the end the street.
        for place in [bare.as_str(), name] {
            ways.push(format!("{mark}{} {far}{short_state}{phone}", stop(place)));
        }
        for shorter in shorter_names(name, &best.place.alternate_name) {
            ways.push(format!(
                "{mark}{} {far}{short_state}{phone}",
                stop(&shorter)
            ));
        }
        ways
    }

    /// "Birch Landing time.": whose clock it is matters where a time is told.
    pub fn whose_clock(&self, best: &AnswerView) -> String {
        match (best.state, &best.until) {
            (OpenState::Unknown, _) | (_, None) => String::new(),
            _ => {
                let town = self.snapshot.directory().title.words(self.speaker.lang);
                self.speaker.t1("text-time", "town", town)
            }
        }
    }

    /// The next place, and whom to call; in ever fewer words.
    pub fn besides(&self, found: &ReplyView, best: &AnswerView) -> Ways {
        let next = found.answers.iter().find(|one| {
            one.place.site != best.place.site && (!one.in_other_towns || best.in_other_towns)
        });
        let is_open = best.state == OpenState::Open;
        let call = number_of_a_person(&found.otherwise)
            .map(|phone| self.speaker.t1("text-talk", "phone", phone));
        // Where a door is open, its own number is told already.
        let call = call.filter(|_| !is_open || best.place.phone.is_none());
        // Nobody is left without any number: one of whom it is not known whether they answer now, then.
        let call = call.or_else(|| {
            let number = number_to_try(&found.otherwise).filter(|_| best.place.phone.is_none());
            number.map(|phone| self.speaker.t1("text-ask", "phone", phone))
        });
        let call = call.unwrap_or_default();
        let Some(next) = next else {
            return vec![call, String::new()];
        };
        let say = |place: &str, state: &str| {
            let far = self.far(next);
            self.speaker.t1(
                "text-next",
                "place",
                format!("{} {far}{}", stop(place), stop(state)),
            )
        };
        let name = next.place.name.as_str();
        let street = next.place.address.as_str();
        // "Call first" wants a number.
        let number = next.place.phone.as_deref().unwrap_or_default();
        let number = match next.state {
            OpenState::Unknown if !number.is_empty() => format!(". {number}"),
            _ => String::new(),
        };
        let state = &format!("{}{number}", next.sentence.trim_end_matches('.'));
        let whole = say(&joined(&[name, street]), state);
        let short = &format!("{}{number}", shortest(next).trim_end_matches('.'));
        let bare = say(name, short);
        let mut ways = vec![
            spaced(&[&whole, &call]),
            spaced(&[&say(&joined(&[name, street]), short), &call]),
            spaced(&[&bare, &call]),
        ];
        for shorter in shorter_names(name, &next.place.alternate_name) {
            ways.push(spaced(&[&say(&shorter, short), &call]));
        }
        ways
    }

    /// That no place is known, and whom to ask.
    pub fn none(&self, lines: &[LineView]) -> String {
        let number = number_of_a_person(lines).or_else(|| number_to_try(lines));
        match number {
            Some(phone) => self.speaker.t1("text-none-call", "phone", phone),
            None => self.speaker.t("text-none"),
        }
    }

    fn mark(&self, best: &AnswerView) -> String {
        if best.place.example {
            return format!("{} ", self.speaker.t("text-example"));
        }
        match self.mark_of_doubt(best) {
            doubt if doubt.is_empty() => doubt,
            doubt => format!("{doubt} "),
        }
    }

    /// That nobody confirmed what is said to be open.
    pub fn mark_of_doubt(&self, best: &AnswerView) -> String {
        let doubtful = !best.place.example && best.confirmed.is_none();
        if doubtful && best.state == OpenState::Open {
            self.speaker.t("text-unconfirmed")
        } else {
            String::new()
        }
    }

    pub fn far(&self, one: &AnswerView) -> String {
        match one.away_km {
            Some(km) => format!(
                "{} ",
                self.speaker
                    .t_number("text-away", i64::try_from(km).unwrap_or(i64::MAX))
            ),
            None if one.in_other_towns => format!("{} ", self.speaker.t("text-other-town")),
            None => String::new(),
        }
    }

    /// The line that helps with a need, or with anything.
    pub fn line_for(&self, need: Option<&str>) -> Option<LineView> {
        let need: NeedCode = need.unwrap_or("crisis").parse().ok()?;
        let lines = phone_lines(self.snapshot, &need, self.at);
        let lang = self.speaker.lang;
        let all = &self.snapshot.directory().lines;
        let views = lines.into_iter().filter_map(|ix| {
            let line = all.get(ix)?;
            Some(LineView::of(line, lang).at(self.snapshot, ix, self.at, lang))
        });
        let mut views = views.filter(|line| !line.is_emergency());
        views.next()
    }

    pub fn despair(&self) -> String {
        match self.line_for(None) {
            Some(line) if line.name.as_str() == line.phone => {
                self.speaker.t1("text-despair-short", "phone", &line.phone)
            }
            Some(line) => self.speaker.t2(
                "text-despair",
                ("phone", &line.phone),
                ("name", line.name.as_str()),
            ),
            None => self.speaker.t("text-danger"),
        }
    }

    pub fn person(&self) -> String {
        match self.line_for(Some("mental-health")) {
            Some(line) => self.speaker.t1("text-person", "phone", line.phone),
            None => self.speaker.t("text-danger"),
        }
    }

    pub fn how(&self) -> String {
        let town = self.snapshot.directory().title.words(self.speaker.lang);
        let how = self.speaker.t1("text-how", "town", town);
        spaced(&[&how, &self.person()])
    }

    pub fn unclear(&self) -> String {
        spaced(&[&self.speaker.t("text-unclear"), &self.person()])
    }

    /// How it is at one place: at whichever of its services one is served soonest and longest.
    pub fn site(&self, ix: SiteIx) -> Ways {
        let lang = self.speaker.lang;
        let site = self.snapshot.site(ix);
        let moments = self.snapshot.services_at(ix).map(|service| {
            let moment = self.snapshot.moment(service, self.at);
            let order = match moment.state {
                OpenState::Open => 0_u8,
                OpenState::Unknown => 1,
                OpenState::Closed => 2,
            };
            let until = moment.until.unwrap_or(Timestamp::MAX);
            let when = match moment.state {
                OpenState::Open => -until.as_second(),
                OpenState::Unknown | OpenState::Closed => until.as_second(),
            };
            (order, when, service, moment)
        });
        let best = moments.min_by_key(|(order, when, ..)| (*order, *when));
        let state = best.map_or_else(String::new, |(_, _, service, moment)| {
            stop(&state_sentence(
                self.snapshot,
                service,
                &moment,
                self.at,
                lang,
            ))
        });
        let name = site.name.words(lang);
        let town = self.snapshot.directory().title.words(lang);
        let time = self.speaker.t1("text-time", "town", town);
        let phone = site
            .phone
            .as_ref()
            .map(|phone| format!("{}.", phone.shown(lang)));
        let phone = phone.unwrap_or_default();
        let mark = if site.example {
            self.speaker.t("text-example")
        } else {
            String::new()
        };
        let place = |parts: &[&str]| stop(&joined(parts));
        vec![
            spaced(&[
                &mark,
                &place(&[name, &site.address, &site.locality]),
                &state,
                &time,
                &phone,
            ]),
            spaced(&[
                &mark,
                &place(&[name, &site.address]),
                &stop(first_sentence(&state)),
                &time,
                &phone,
            ]),
            spaced(&[
                &mark,
                &place(&[name]),
                &stop(first_sentence(&state)),
                &phone,
            ]),
        ]
    }
}

/// A name in fewer words: its short form, then ever fewer of its own.
fn shorter_names(name: &str, others: &str) -> Vec<String> {
    let short = signpost_domain::names_in(others).find(|other| other.len() < name.len() / 2);
    let words: Vec<&str> = name.split_whitespace().collect();
    let first = [5, 4, 3].into_iter().filter(|&many| words.len() > many);
    let cut = first.map(|many| {
        let words: Vec<&str> = words.iter().copied().take(many).collect();
        words
            .join(" ")
            .trim_end_matches([',', '-', '–', ' '])
            .to_owned()
    });
    cut.chain(short.map(str::to_owned)).collect()
}

/// A number where somebody answers now; that for danger is for danger.
pub(crate) fn number_of_a_person(lines: &[LineView]) -> Option<String> {
    let mut lines = lines
        .iter()
        .filter(|line| !line.is_emergency() && !line.is_silent() && !line.is_unsure());
    lines.next().map(|line| line.phone.clone())
}

/// A number that can be tried: nobody knows that nobody answers, and it is not that for danger.
pub(crate) fn number_to_try(lines: &[LineView]) -> Option<String> {
    let mut lines = lines
        .iter()
        .filter(|line| !line.is_emergency() && !line.is_silent());
    lines.next().map(|line| line.phone.clone())
}

/// The state without its reasons: they stand after a colon, and a time has none of its own before a blank.
fn shortest(one: &AnswerView) -> &str {
    let first = first_sentence(&one.sentence);
    let (head, _reason) = first.split_once(": ").unwrap_or((first, ""));
    head.trim_end_matches(['\u{a0}', ' '])
}

fn first_sentence(text: &str) -> &str {
    text.split_once(". ").map_or(text, |(first, _)| first)
}

fn joined(parts: &[&str]) -> String {
    let parts = parts.iter().filter(|part| !part.is_empty()).copied();
    parts.collect::<Vec<_>>().join(", ")
}

pub(crate) fn spaced(parts: &[&str]) -> String {
    let parts = parts.iter().filter(|part| !part.is_empty()).copied();
    parts.collect::<Vec<_>>().join(" ")
}

/// With a full stop, unless it ends in one or says nothing.
pub(crate) fn stop(text: &str) -> String {
    let text = text.trim_end();
    if text.is_empty() || text.ends_with(['.', '?', '!']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}
