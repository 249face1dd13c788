//! The answer to a message.

use jiff::Timestamp;
use signpost_answers::{AnswerView, LineView, ReplyView, Speaker, answer, state_sentence};
use signpost_domain::{Lang, NeedCode, SiteSlug};
use signpost_hours::OpenState;
use signpost_locate::{SiteIx, Snapshot};
use signpost_plan::{Question, phone_lines};

use crate::{
    fit::{Ways, fitted},
    understood::{Understood, What, Wish, understood},
};

/// How many places are looked at for the two that are told.
const LOOKED_AT: usize = 6;

/// What goes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The language it is in.
    pub lang: Lang,
    /// None when nothing may be sent, else one or two.
    pub segments: Vec<String>,
    /// What was looked up for it.
    pub looked_up: Vec<LookedUp>,
}

impl Reply {
    /// The segments as a gateway takes them: a gateway that joins or cuts long messages makes two of it at most.
    #[must_use]
    pub fn text(&self) -> String {
        self.segments.join("\n")
    }
}

/// A question that was answered, as the figures count it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookedUp {
    /// What for.
    pub need: NeedCode,
    /// The old door that was named.
    pub from: Option<SiteSlug>,
    /// Whether a place was open.
    pub open: bool,
    /// The places, best first: whose service for which need.
    pub shown: Vec<(SiteSlug, NeedCode)>,
}

/// Where to go, asked in a message: at most two segments, by the snapshot, the clock and the message alone.
///
/// `lang` is what is spoken to who writes no word of either language.
#[must_use]
pub fn reply(snapshot: &Snapshot, text: &str, at: Timestamp, lang: Lang) -> Reply {
    let asked = understood(snapshot, text, at, lang);
    let desk = Desk::new(snapshot, at, asked.lang);
    let mut looked_up = Vec::new();
    let segments = match &asked.what {
        What::Stop => Vec::new(),
        What::Danger(wishes) => {
            let (first, _) = desk.wish(&asked, wishes.first(), &mut looked_up);
            let danger = desk.speaker.t("text-danger");
            fitted(
                &vec![danger],
                &if first.is_empty() {
                    vec![String::new()]
                } else {
                    first
                },
            )
        }
        What::Despair => fitted(&vec![desk.despair()], &Vec::new()),
        What::How => fitted(
            &vec![desk.how(), desk.speaker.t("text-how-short")],
            &Vec::new(),
        ),
        What::Person => fitted(&vec![desk.person()], &Vec::new()),
        What::Unclear => fitted(&vec![desk.unclear()], &Vec::new()),
        What::Site(site) => fitted(&desk.site(*site), &Vec::new()),
        What::Wishes(wishes) => match wishes.as_slice() {
            [one] => {
                let (first, second) = desk.wish(&asked, Some(one), &mut looked_up);
                fitted(&first, &second)
            }
            [one, two, ..] => {
                let (first, _) = desk.wish(&asked, Some(one), &mut looked_up);
                let (second, _) = desk.wish(&asked, Some(two), &mut looked_up);
                fitted(&desk.titled(one, first), &desk.titled(two, second))
            }
            [] => Vec::new(),
        },
    };
    Reply {
        lang: asked.lang,
        segments,
        looked_up,
    }
}

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

    fn question(&self, asked: &Understood, need: &NeedCode) -> Question {
        Question {
            need: need.clone(),
            at: self.at,
            near: asked.near,
            from: asked.from.clone(),
            age: None,
            limit: LOOKED_AT,
        }
    }

    /// Where to go for one thing, and what is said besides.
    fn wish(
        &self,
        asked: &Understood,
        wish: Option<&Wish>,
        looked_up: &mut Vec<LookedUp>,
    ) -> (Ways, Ways) {
        let Some(wish) = wish else {
            return (Vec::new(), Vec::new());
        };
        let question = self.question(asked, &wish.need);
        let Ok(found) = answer(self.snapshot, &question, self.speaker.lang) else {
            return (Vec::new(), Vec::new());
        };
        looked_up.push(LookedUp::of(&question, &found));
        let Some(best) = found.answers.first() else {
            let call = number_of_a_person(&found.otherwise);
            let none = match call {
                Some(phone) => self.speaker.t1("text-none-call", "phone", phone),
                None => self.speaker.t("text-none"),
            };
            return (vec![none], Vec::new());
        };
        (self.place(best), self.besides(&found, best))
    }

    /// The first place, in ever fewer words.
    fn place(&self, best: &AnswerView) -> Ways {
        let town = self.snapshot.directory().title.words(self.speaker.lang);
        let mark = self.mark(best);
        let name = best.place.name.as_str();
        // Whose clock it is matters where a time is told.
        let time = match (best.state, &best.until) {
            (OpenState::Unknown, _) | (_, None) => String::new(),
            _ => format!(" {}", self.speaker.t1("text-time", "town", town)),
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

    /// The next place, and whom to call; in ever fewer words.
    fn besides(&self, found: &ReplyView, best: &AnswerView) -> Ways {
        let next = found.answers.iter().find(|one| {
            one.place.site != best.place.site && (!one.in_other_towns || best.in_other_towns)
        });
        let is_open = best.state == OpenState::Open;
        let call = number_of_a_person(&found.otherwise);
        // Where a door is open, its own number is told already.
        let call = call.filter(|_| !is_open || best.place.phone.is_none());
        let call = call.map(|phone| self.speaker.t1("text-talk", "phone", phone));
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
        let state = next.sentence.as_str();
        let whole = say(&joined(&[name, street]), state);
        let short = shortest(next);
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

    /// The same with what was typed before it, for who asked for two things.
    fn titled(&self, wish: &Wish, ways: Ways) -> Ways {
        if wish.typed.is_empty() {
            return ways;
        }
        let title = format!("{}{}", wish.typed.to_uppercase(), self.speaker.colon());
        ways.into_iter()
            .map(|way| format!("{title}{way}"))
            .collect()
    }

    fn mark(&self, best: &AnswerView) -> String {
        if best.place.example {
            format!("{} ", self.speaker.t("text-example"))
        } else if best.confirmed.is_none() && best.state == OpenState::Open {
            format!("{} ", self.speaker.t("text-unconfirmed"))
        } else {
            String::new()
        }
    }

    fn far(&self, one: &AnswerView) -> String {
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

    fn despair(&self) -> String {
        match self.line_for(None) {
            Some(line) => self.speaker.t2(
                "text-despair",
                ("phone", &line.phone),
                ("name", line.name.as_str()),
            ),
            None => self.speaker.t("text-danger"),
        }
    }

    fn person(&self) -> String {
        match self.line_for(Some("mental-health")) {
            Some(line) => self.speaker.t1("text-person", "phone", line.phone),
            None => self.speaker.t("text-danger"),
        }
    }

    fn how(&self) -> String {
        let town = self.snapshot.directory().title.words(self.speaker.lang);
        let how = self.speaker.t1("text-how", "town", town);
        spaced(&[&how, &self.person()])
    }

    fn unclear(&self) -> String {
        spaced(&[&self.speaker.t("text-unclear"), &self.person()])
    }

    /// How it is at one place: at whichever of its services one is served soonest and longest.
    fn site(&self, ix: SiteIx) -> Ways {
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

impl LookedUp {
    pub(crate) fn of(question: &Question, found: &ReplyView) -> Self {
        let near = found.answers.iter().filter(|answer| !answer.in_other_towns);
        Self {
            need: question.need.clone(),
            from: question.from.clone(),
            open: near.clone().any(|answer| answer.state == OpenState::Open),
            shown: near
                .map(|answer| (answer.place.site.clone(), answer.service.clone()))
                .collect(),
        }
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
fn number_of_a_person(lines: &[LineView]) -> Option<String> {
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
