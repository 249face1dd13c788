//! The answer to a message.

use jiff::Timestamp;
use signpost_answers::{ReplyView, answer};
use signpost_domain::{Lang, NeedCode, SiteSlug};
use signpost_hours::OpenState;
use signpost_locate::Snapshot;
use signpost_plan::Question;

use crate::{
    desk::Desk,
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
        What::Site(site) => fitted(&desk.bounded(&asked, desk.site(*site)), &Vec::new()),
        What::Wishes(wishes) => match wishes.as_slice() {
            [one] => {
                let (first, second) = desk.wish(&asked, Some(one), &mut looked_up);
                fitted(&desk.bounded(&asked, first), &second)
            }
            [one, two, ..] => {
                let (first, _) = desk.wish(&asked, Some(one), &mut looked_up);
                let (second, _) = desk.wish(&asked, Some(two), &mut looked_up);
                let first = desk.bounded(&asked, desk.titled(one, first));
                fitted(&first, &desk.titled(two, second))
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

/// Whether a message tells of a life in danger, or of somebody who does not want to live: that is answered however much came before.
#[must_use]
pub fn is_urgent(snapshot: &Snapshot, text: &str, at: Timestamp) -> bool {
    let asked = understood(snapshot, text, at, Lang::En);
    matches!(asked.what, What::Danger(_) | What::Despair)
}

impl Desk<'_> {
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
            let none = self.none(&found.otherwise);
            return (vec![none], Vec::new());
        };
        (self.place(best), self.besides(&found, best))
    }

    /// The same with what it is not about before it: another day, or another town.
    fn bounded(&self, asked: &Understood, ways: Ways) -> Ways {
        let mut before = String::new();
        if asked.elsewhere {
            let town = self.snapshot.directory().title.words(self.speaker.lang);
            before = format!("{} ", self.speaker.t1("text-only-town", "town", town));
        }
        if asked.later {
            before = format!("{before}{} ", self.speaker.t("text-only-now"));
        }
        ways.into_iter()
            .map(|way| format!("{before}{way}"))
            .collect()
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
