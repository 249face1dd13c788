//! Answers as cards, needs as buttons, lines to call: what the list and the error pages are made of.

use jiff::Timestamp;
use signpost_domain::{NeedCode, SiteKind};
use signpost_hours::OpenState;
use signpost_locate::Snapshot;
use signpost_plan::{
    Question, Why,
    words::{Details, why},
};

use signpost_answers::{AnswerView, LineView, NeedView, ReplyView};
use signpost_answers::{
    site_words::{state_class, whereabouts},
    source_words::{how_sure, roughly},
};
use signpost_web::Frame;

/// How many phone lines stand before the places when nothing is known to be open.
const LINES_FIRST: usize = 3;

/// One place, ready to be shown.
pub(crate) struct Card {
    /// The place and what it offers.
    pub answer: AnswerView,
    /// Grows down the list wherever something weightier than distance changes; the script sorts within it.
    pub group: usize,
    /// "about 400 m"; empty when not known.
    pub distance: String,
    /// What the way crosses, in a sentence; empty when it crosses nothing.
    pub way: String,
    /// Why it is here, as far as the card does not say so already.
    pub why: String,
    /// Who confirmed it, or where it comes from.
    pub sure: String,
    /// Whether to call before going, beyond what the state says.
    pub call_first: bool,
    /// Whether the place's clocks differ from the town's.
    pub other_clock: bool,
}

impl Card {
    /// The class of the open state.
    pub(crate) fn state(&self) -> &'static str {
        state_class(self.answer.state)
    }

    /// Whether it is said to be open or closed though nobody confirmed it.
    pub(crate) fn is_unsure(&self) -> bool {
        self.answer.confirmed.is_none() && self.answer.state != OpenState::Unknown
    }

    /// Where it is on one line.
    pub(crate) fn whereabouts(&self) -> String {
        whereabouts(&self.answer.place.address, &self.answer.place.locality)
    }

    /// Whether it is a box, which nobody expects to answer a phone.
    pub(crate) fn is_a_box(&self) -> bool {
        self.answer.place.kind == SiteKind::Box
    }

    /// `LAT,LON` for the script, to five places (a metre).
    pub(crate) fn at(&self) -> Option<String> {
        let point = self.answer.place.point?;
        Some(format!("{:.5},{:.5}", point.lat(), point.lon()))
    }
}

/// An answer, ready to be shown.
pub(crate) struct Shown {
    /// What was asked, the plan, and the rest of the answer.
    pub reply: ReplyView,
    /// The places, best first.
    pub cards: Vec<Card>,
    /// The lines to call that come before the places: only when nothing is known to be open.
    pub first: Vec<LineView>,
    /// The lines to call that come after.
    pub last: Vec<LineView>,
}

impl Shown {
    /// Whether there is any line to call.
    pub(crate) fn has_lines(&self) -> bool {
        !self.first.is_empty() || !self.last.is_empty()
    }

    /// Whether no place is known to be open.
    pub(crate) fn nothing_open(&self) -> bool {
        !self
            .cards
            .iter()
            .any(|card| card.answer.state == OpenState::Open)
    }
}

/// Asks, and makes the answer ready. `None` when the need or the door is not in the directory.
pub(crate) fn shown(frame: &Frame, snapshot: &Snapshot, question: &Question) -> Option<Shown> {
    let mut reply = signpost_answers::answer(snapshot, question, frame.lang).ok()?;
    let answers = std::mem::take(&mut reply.answers);
    let mut last = std::mem::take(&mut reply.otherwise);
    let mut cards: Vec<Card> = Vec::with_capacity(answers.len());
    let mut before = None;
    let mut group = 0;
    for answer in answers {
        let weight = weight(&answer, question.at);
        // The plan's own order holds, so each of its targets is a group of its own.
        if before.is_some_and(|before| before != weight || answer.is_plan_target()) {
            group += 1;
        }
        before = Some(weight);
        cards.push(card(frame, snapshot, answer, group));
    }
    let mut shown = Shown {
        reply,
        cards,
        first: Vec::new(),
        last: Vec::new(),
    };
    if shown.nothing_open() {
        let rest = last.split_off(last.len().min(LINES_FIRST));
        shown.first = std::mem::replace(&mut last, rest);
    }
    shown.last = last;
    Some(shown)
}

/// What weighs more than distance: the state, the half hour one is served in, whether it is confirmed, whether the plan names it.
fn weight(answer: &AnswerView, at: Timestamp) -> (OpenState, Option<i64>, bool, bool) {
    let served = answer
        .served_at
        .as_deref()
        .and_then(|text| text.parse::<Timestamp>().ok());
    let half_hours = served.map(|served| (served.as_second() - at.as_second()) / 1800);
    (
        answer.state,
        half_hours,
        answer.confirmed.is_some(),
        answer.is_plan_target(),
    )
}

fn card(frame: &Frame, snapshot: &Snapshot, answer: AnswerView, group: usize) -> Card {
    let lang = frame.lang;
    let crossings: Vec<String> = answer.over.iter().map(ToString::to_string).collect();
    let details = Details {
        opens: String::new(),
        crossings,
    };
    // The state, the way and the last line of the card say these already.
    let told = [
        Why::OpenNow,
        Why::OpensAt,
        Why::OpenAllDay,
        Why::CallFirst,
        Why::Unconfirmed,
        Why::CrossesWater,
    ];
    let left: Vec<Why> = answer
        .why
        .iter()
        .copied()
        .filter(|code| !told.contains(code))
        .collect();
    let zone = answer
        .place
        .site
        .parse()
        .ok()
        .and_then(|slug| snapshot.find(&slug))
        .map(|ix| snapshot.zone(ix));
    Card {
        group,
        distance: answer.distance_m.map_or_else(String::new, |metres| {
            frame.t1("distance", "distance", frame.told(roughly(metres, lang)))
        }),
        way: if answer.crosses_water {
            frame.told(why(&[Why::CrossesWater], &details, lang))
        } else {
            String::new()
        },
        why: frame.told(why(&left, &details, lang)),
        sure: how_sure(frame, answer.confirmed.as_ref(), answer.source.as_ref()),
        call_first: answer.confirmed.is_none() && answer.state != OpenState::Unknown,
        other_clock: answer.state != OpenState::Unknown
            && zone.is_some_and(|zone| zone.name() != snapshot.town_zone().name()),
        answer,
    }
}

/// One need as a link.
pub(crate) struct NeedLink {
    /// The need.
    pub need: NeedView,
    /// The list for it.
    pub href: String,
    /// Whether it is the one shown.
    pub current: bool,
}

/// Every need as a link to a page of ours, such as `/`, that keeps where one is near and came from.
pub(crate) fn need_links(
    frame: &Frame,
    snapshot: &Snapshot,
    page: &str,
    current: Option<&NeedCode>,
    keep: &str,
) -> Vec<NeedLink> {
    signpost_answers::needs(snapshot, frame.lang)
        .into_iter()
        .map(|need| NeedLink {
            href: frame.link(&format!("{page}?need={}{keep}", need.code)),
            current: current.is_some_and(|code| code.as_str() == need.code),
            need,
        })
        .collect()
}

/// What somebody came for who said nothing else: supplies, or the first need there is.
pub(crate) fn usual_need(snapshot: &Snapshot) -> Option<NeedCode> {
    Some(NeedCode::supplies())
        .filter(|need| snapshot.need(need).is_some())
        .or_else(|| {
            let needs = &snapshot.directory().needs;
            Some(needs.iter().min_by_key(|need| need.order)?.code.clone())
        })
}

/// A question without a place or a door.
pub(crate) fn plain_question(need: NeedCode, at: Timestamp, limit: usize) -> Question {
    Question {
        need,
        at,
        near: None,
        from: None,
        limit,
    }
}
