//! Answers as cards, needs as buttons, lines to call: what the list and the error pages are made of.

use signpost_domain::{FindOut, NeedCode};
use signpost_hours::OpenState;
use signpost_locate::Snapshot;
use signpost_plan::{
    Question, Why,
    words::{Details, why},
};

use crate::repeats::{ours_said_once, said_once};
use crate::{
    closing::closes_soon, dispose::Dispose, distance::distance, feedback, lines_first::lines_first,
    paper, rank::rank, wishes::Wishes,
};
use signpost_answers::{AnswerView, LineView, LocalizedText, NeedView, ReplyView};
use signpost_answers::{
    site_words::{state_class, whereabouts},
    source_words::how_sure,
};
use signpost_web::PageContext;

/// How many places stand on paper; `print.css` hides the others.
const ON_PAPER: usize = 16;

/// One place, ready for a page.
pub(crate) struct Card {
    /// The place and what it offers.
    pub answer: AnswerView,
    /// The page of the place, with what one came for.
    pub page: String,
    /// Grows down the list wherever something weightier than distance changes; the script sorts within it.
    pub group: usize,
    /// Hours and days that differ, for paper, on which no state of the moment lasts.
    pub paper: Vec<String>,
    /// "about 400 m", "about 190 km away"; empty when not known.
    pub distance: String,
    /// The state in one sentence.
    pub sentence: String,
    /// What the way crosses, in a sentence; empty when it crosses nothing.
    pub way: String,
    /// Why it is here, as far as the card does not say so already.
    pub why: String,
    /// Who confirmed it, or where it comes from.
    pub provenance: String,
    /// Where used needles can be left near here: the words around a name that is a link; nothing when none is known near.
    pub dispose: Option<Dispose>,
    /// Whether to call before going, beyond what the state says.
    pub call_first: bool,
    /// "Closes in 20 minutes"; empty while there is time.
    pub closes: String,
    /// Where one says whether this was right.
    pub feedback: String,
    /// Whether the place's clocks differ from the town's.
    pub other_clock: bool,
    /// Whether a plan sends people here for something else than they asked for, which is then said.
    pub for_another_need: bool,
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
    pub(crate) fn whereabouts(&self, f: &PageContext) -> String {
        f.typed(whereabouts(
            &self.answer.place.address,
            &self.answer.place.locality,
        ))
    }

    /// `LAT,LON` for the script, to five places (a metre).
    pub(crate) fn at(&self) -> Option<String> {
        let point = self.answer.place.point?;
        Some(format!("{:.5},{:.5}", point.lat(), point.lon()))
    }
}

/// The places and lines of an answer, ready for a page.
pub(crate) struct Results {
    /// What was asked, the plan, and the rest of the answer.
    pub reply: ReplyView,
    /// The places one can walk to, and those the plan names, best first.
    pub cards: Vec<Card>,
    /// What many of the places say alike.
    pub said_once: Vec<String>,
    /// The state of many of the places, of which nobody said anything: it stands above them.
    pub said_first: Vec<String>,
    /// What many of the places in other towns say alike, their state too.
    pub said_elsewhere: Vec<String>,
    /// A list of places that somebody else keeps: its name, and its address.
    pub finder: Option<(String, String)>,
    /// The places in other towns, nearest first.
    pub elsewhere: Vec<Card>,
    /// Places of which nobody said whether they grant what is asked for besides.
    pub unsaid: Vec<Card>,
    /// The same in other towns.
    pub unsaid_elsewhere: Vec<Card>,
    /// How many places do not grant it.
    pub denied: usize,
    /// The same list with what is left out.
    pub more: String,
    /// The lines to call that come before the places: only when nothing is known to be open.
    pub lines_before: Vec<LineView>,
    /// The lines to call that come after.
    pub lines_after: Vec<LineView>,
}

impl Results {
    /// The place that helps soonest, when it opens later: so that the first screen holds it.
    pub(crate) fn next(&self) -> Option<&Card> {
        let first = self.cards.first()?;
        let opens = first.answer.state == OpenState::Closed && first.answer.served_at.is_some();
        opens.then_some(first)
    }

    /// What stands right above the lines that come first.
    pub(crate) fn whom_to_ask(&self, f: &PageContext) -> String {
        f.t(if self.nobody_said() {
            "ask-these"
        } else {
            "call-these"
        })
    }

    /// Whether nobody told us of most of the places whether they are open.
    fn nobody_said(&self) -> bool {
        let unknown = |card: &&Card| card.answer.state == OpenState::Unknown;
        self.cards.iter().filter(unknown).count() * 2 > self.cards.len()
    }

    /// What stands above the lines when no place is known to be open. That places are closed is said of places that are known to be; where
    /// nobody told us anything, that is said.
    pub(crate) fn lead(&self, f: &PageContext) -> String {
        if self.cards.is_empty() {
            let asked_besides = !self.unsaid.is_empty() || self.denied > 0;
            return f.t(match (asked_besides, self.elsewhere.is_empty()) {
                (true, _) => "wish-none",
                (_, false) => "none-near",
                (_, true) => "none-known",
            });
        }
        if !self.nobody_said() {
            return f.t("none-open");
        }
        let of_this_need = f.try_t(&format!("nobody-said-{}", self.reply.asked.need));
        of_this_need.unwrap_or_else(|| f.t("nobody-said"))
    }

    /// "6 more, in other towns".
    pub(crate) fn more_elsewhere(&self, f: &PageContext) -> String {
        let count = self.elsewhere.len() + self.unsaid_elsewhere.len();
        counted(f, "more-elsewhere", count)
    }

    /// "6 more places".
    pub(crate) fn more_left_out(&self, f: &PageContext) -> String {
        counted(f, "more-left-out", self.reply.more)
    }

    /// "2 places said no. They are left out."
    pub(crate) fn denied(&self, f: &PageContext) -> String {
        counted(f, "wish-denied", self.denied)
    }

    /// "The list has 12 more places.": those that one sheet of paper has no room for. Empty when it has.
    pub(crate) fn left_off_paper(&self, f: &PageContext) -> String {
        let off = self.cards.len().saturating_sub(ON_PAPER) + self.elsewhere.len();
        match off + self.reply.more {
            0 => String::new(),
            count => counted(f, "handout-left-out", count),
        }
    }

    /// Whether no place is known to be open. To an emergency department one goes day and night, and asks nobody first.
    pub(crate) fn nothing_open(&self) -> bool {
        !self
            .cards
            .iter()
            .any(|card| card.answer.state == OpenState::Open || card.answer.emergency)
    }
}

/// Asks, and makes the answer ready. `None` when the need or the old site is not in the directory.
pub(crate) fn results(
    frame: &PageContext,
    snapshot: &Snapshot,
    question: &Question,
) -> Option<Results> {
    results_granting(frame, snapshot, question, &Wishes::default())
}

/// The same with places apart of which nobody said whether they grant what is asked for, and without those that do not.
pub(crate) fn results_granting(
    frame: &PageContext,
    snapshot: &Snapshot,
    question: &Question,
    wishes: &Wishes,
) -> Option<Results> {
    let mut reply = signpost_answers::answer(snapshot, question, frame.lang).ok()?;
    let answers = std::mem::take(&mut reply.answers);
    let (emergency, mut last): (Vec<_>, Vec<_>) = std::mem::take(&mut reply.otherwise)
        .into_iter()
        .partition(LineView::is_emergency);
    let from = frame.named(&reply.asked.from_name);
    let mut cards: Vec<Card> = Vec::with_capacity(answers.len());
    let mut elsewhere: Vec<Card> = Vec::new();
    let mut before = None;
    let mut group = 0;
    for answer in answers {
        let rank = rank(&answer, question.at);
        // The plan's own order holds, so each of its targets is a group of its own.
        if answer.in_other_towns && !answer.is_plan_target() {
            elsewhere.push(card(frame, snapshot, answer, (0, &from), question));
            continue;
        }
        if before.is_some_and(|before| before != rank || answer.is_plan_target()) {
            group += 1;
        }
        before = Some(rank);
        cards.push(card(frame, snapshot, answer, (group, &from), question));
    }
    let (here, there) = (
        wishes.part(cards, |card| &card.answer),
        wishes.part(elsewhere, |card| &card.answer),
    );
    let (mut cards, mut elsewhere) = (here.granting, there.granting);
    let finder = snapshot
        .need(&question.need)
        .and_then(|need| need.finder.as_ref());
    let finder = finder.map(|finder| {
        let name = LocalizedText::of(&finder.name, frame.lang);
        (frame.named(&name), finder.address.clone())
    });
    // The others stand on screens alone.
    for card in cards.iter_mut().take(ON_PAPER) {
        card.paper = paper::lines(frame, snapshot, &card.answer, question.at);
    }
    let often = often_said(frame, &mut cards);
    let mut said_elsewhere = nobody_knows(frame, &mut elsewhere);
    said_elsewhere.extend(often_said(frame, &mut elsewhere));
    let mut results = Results {
        finder,
        said_once: often,
        said_elsewhere,
        reply,
        cards,
        elsewhere,
        unsaid: here.unsaid,
        unsaid_elsewhere: there.unsaid,
        denied: here.denied + there.denied,
        more: more(frame, question),
        lines_before: Vec::new(),
        lines_after: Vec::new(),
        said_first: Vec::new(),
    };
    // What stands above the places already, of a town where nobody said anything, stands there with the number of places.
    if results.nothing_open() && results.nobody_said() {
        results.said_first = nobody_knows(frame, &mut results.cards);
    }
    if results.nothing_open() {
        results.lines_before = lines_first(&mut last);
    }
    // Nobody asks 911 who has what: in danger it stands on every page.
    last.extend(emergency);
    results.lines_after = last;
    Some(results)
}

/// What many cards say alike of a state that nobody knows: taken out of them. A state that is known stays on its card.
fn nobody_knows(frame: &PageContext, cards: &mut [Card]) -> Vec<String> {
    let unknown = |card: &&mut Card| card.answer.state == OpenState::Unknown;
    let mut unknown: Vec<&mut Card> = cards.iter_mut().filter(unknown).collect();
    ours_said_once(frame, &mut unknown, |card| &mut card.sentence)
}

/// What many cards say alike of what one gets and of who confirmed it: taken out of them.
fn often_said(frame: &PageContext, cards: &mut [Card]) -> Vec<String> {
    let mut often = said_once(frame, cards, |card| &mut card.answer.description);
    often.extend(ours_said_once(frame, cards, |card| &mut card.provenance));
    often
}

/// The list for the same need without a limit.
fn more(frame: &PageContext, question: &Question) -> String {
    let from = question.from.as_ref().map(|slug| format!("&from={slug}"));
    let from = from.unwrap_or_default();
    frame.link(&format!("/?all=1&need={}{from}", question.need))
}

fn counted(f: &PageContext, key: &str, count: usize) -> String {
    f.t_number(key, i64::try_from(count).unwrap_or(i64::MAX))
}

fn card(
    frame: &PageContext,
    snapshot: &Snapshot,
    answer: AnswerView,
    (group, from): (usize, &str),
    question: &Question,
) -> Card {
    let (lang, at) = (frame.lang, question.at);
    let crossings: Vec<String> = answer.over.iter().map(ToString::to_string).collect();
    let details = Details {
        from: from.to_owned(),
        crossings,
        ..Details::default()
    };
    // The state, the way and the last line of the card say these already.
    let already_on_card = [
        Why::OpenNow,
        Why::OpensAt,
        Why::OpenAllDay,
        Why::CallFirst,
        Why::Unconfirmed,
        Why::CrossesWater,
        Why::OtherTown,
    ];
    let others: Vec<Why> = answer
        .why
        .iter()
        .copied()
        .filter(|code| !already_on_card.contains(code))
        .collect();
    Card {
        group,
        page: answer.place.links.page.clone(),
        dispose: Dispose::beside(frame, &answer),
        paper: Vec::new(),
        distance: distance(frame, &answer),
        sentence: frame.told(&answer.sentence),
        way: if answer.crosses_water {
            frame.told(why(&[Why::CrossesWater], &details, lang))
        } else {
            String::new()
        },
        why: frame.told(why(&others, &details, lang)),
        provenance: how_sure(frame, answer.confirmed.as_ref(), answer.source.as_ref()),
        call_first: (answer.confirmed.is_none() || answer.doubted)
            && answer.state != OpenState::Unknown
            && snapshot.site(answer.place.ix).find_out() == FindOut::Call
            && !says_to_call(&answer.sentence, frame),
        closes: closes_soon(frame, Some(answer.state), answer.until.as_ref(), at),
        feedback: feedback::address(frame, snapshot, answer.place.ix, Some(&answer.service)),
        other_clock: answer.state != OpenState::Unknown
            && snapshot.zone(answer.place.ix) != snapshot.town_zone(),
        for_another_need: answer.service != question.need,
        answer,
    }
}

/// Whether the state says already what the last line would say again.
fn says_to_call(sentence: &str, frame: &PageContext) -> bool {
    sentence.contains(frame.t("call-first").trim_end_matches('.'))
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
    frame: &PageContext,
    snapshot: &Snapshot,
    page: &str,
    current: Option<&NeedCode>,
    keep: &str,
) -> Vec<NeedLink> {
    signpost_answers::needs(snapshot, frame.lang)
        .into_iter()
        .map(|need| NeedLink {
            href: frame.link(&format!("{page}?need={}{keep}", need.code)),
            current: current == Some(&need.code),
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
