//! What somebody needs of a place besides the help itself: no card with one's name, no steps, something for women, a pet that may come in, an
//! age. Places of which somebody said so are shown; after them, apart, those of which nobody said anything; where it was denied, none.

use signpost_answers::AnswerView;
use signpost_domain::{Age, NeedCode, Offer};
use signpost_locate::{ServiceIx, Snapshot};
use signpost_web::{PageContext, params::Params};

use crate::{
    cards::{Card, Results},
    lines_first::lines_first,
    list_query::ListQuery,
};

/// One such wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wish {
    NoId,
    StepFree,
    ForWomen,
    Pets,
}

impl Wish {
    pub(crate) const ALL: [Self; 4] = [Self::NoId, Self::StepFree, Self::ForWomen, Self::Pets];

    /// Its name in an address.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::NoId => "no_id",
            Self::StepFree => "step_free",
            Self::ForWomen => "for_women",
            Self::Pets => "pets",
        }
    }

    /// The key of its words.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::NoId => "wish-no-id",
            Self::StepFree => "wish-step-free",
            Self::ForWomen => "wish-for-women",
            Self::Pets => "wish-pets",
        }
    }

    /// Whether a place grants it, as far as somebody said.
    fn said(self, answer: &AnswerView) -> Option<bool> {
        match self {
            Self::NoId => answer.id_required.map(|asked| !asked),
            Self::StepFree => answer.place.step_free,
            Self::ForWomen => answer.for_women,
            Self::Pets => answer.pets,
        }
    }

    /// The same of a service of the directory.
    fn granted(self, snapshot: &Snapshot, ix: ServiceIx) -> bool {
        let service = snapshot.service(ix);
        let said = match self {
            Self::NoId => service.id_required.map(|asked| !asked),
            Self::StepFree => snapshot.site(snapshot.site_of(ix)).is_step_free(),
            Self::ForWomen => service.for_women,
            Self::Pets => service.pets,
        };
        said == Some(true) && service.offer != Offer::NotOffered
    }
}

/// What an address asks for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wishes {
    /// What a place has to grant.
    pub granted: Vec<Wish>,
    /// How old the person is: places for other ages come last.
    pub age: Option<Age>,
}

impl Wishes {
    pub(crate) fn read(params: &Params) -> Self {
        let asked = |wish: &Wish| params.text(wish.code()) == Some("yes");
        Self {
            granted: Wish::ALL.into_iter().filter(asked).collect(),
            age: params.text("age").and_then(|text| text.trim().parse().ok()),
        }
    }

    /// As the members of an address.
    pub(crate) fn members(&self) -> Vec<(&'static str, String)> {
        let granted = self
            .granted
            .iter()
            .map(|wish| (wish.code(), "yes".to_owned()));
        let age = self.age.map(|age| ("age", age.to_string()));
        granted.chain(age).collect()
    }
}

/// The choice of wishes for a need: only of those that some place of it grants, and those that are chosen.
pub(crate) struct WishChoice {
    /// What one may ask for.
    pub boxes: Vec<WishBox>,
    /// The age that was given, where some place is for some ages only.
    pub age: Option<String>,
    /// What is asked for, in words; empty for nothing.
    pub shown: String,
    /// The same list with nothing asked for.
    pub without: String,
}

/// One box to tick.
pub(crate) struct WishBox {
    /// Its name in the address.
    pub code: &'static str,
    /// What it says.
    pub name: String,
    /// Whether it is ticked.
    pub chosen: bool,
}

impl WishChoice {
    pub(crate) fn of(
        f: &PageContext,
        snapshot: &Snapshot,
        need: Option<&NeedCode>,
        query: &ListQuery,
    ) -> Self {
        let services = || {
            need.into_iter()
                .flat_map(|need| snapshot.services_for(need))
        };
        let granted = |wish: Wish| services().any(|&ix| wish.granted(snapshot, ix));
        let ages = services().any(|&ix| snapshot.service(ix).has_ages());
        let wishes = &query.wishes;
        let boxes = Wish::ALL.into_iter().filter_map(|wish| {
            let chosen = wishes.granted.contains(&wish);
            (chosen || granted(wish)).then(|| WishBox {
                code: wish.code(),
                name: f.t(wish.key()),
                chosen,
            })
        });
        let mut shown = Vec::new();
        if !wishes.granted.is_empty() {
            let names: Vec<String> = wishes.granted.iter().map(|wish| f.t(wish.key())).collect();
            shown.push(f.t1("wish-shown", "what", names.join(", ")));
        }
        if let Some(age) = wishes.age {
            shown.push(f.t1("wish-age-shown", "age", age.to_string()));
        }
        let without = ListQuery {
            wishes: Wishes::default(),
            ..query.clone()
        };
        Self {
            boxes: boxes.collect(),
            age: (ages || wishes.age.is_some())
                .then(|| wishes.age.map(|age| age.to_string()).unwrap_or_default()),
            shown: shown.join(" "),
            without: f.link(&need.map_or_else(|| "/".to_owned(), |need| without.list_of(need))),
        }
    }

    /// Whether there is nothing to choose.
    pub(crate) const fn is_empty(&self) -> bool {
        self.boxes.is_empty() && self.age.is_none()
    }
}

/// Whether a place grants all that is asked for: `None` while nobody said of one of them.
fn grants(answer: &AnswerView, wishes: &[Wish]) -> Option<bool> {
    let said: Vec<Option<bool>> = wishes.iter().map(|wish| wish.said(answer)).collect();
    if said.contains(&Some(false)) {
        return Some(false);
    }
    (!said.contains(&None)).then_some(true)
}

impl Results {
    /// Shows places that grant all that is asked for, apart from them those of which nobody said, and leaves out those that do not.
    pub(crate) fn granting(mut self, wishes: &Wishes) -> Self {
        if wishes.granted.is_empty() {
            return self;
        }
        let mut part = |cards: Vec<Card>| {
            let mut unsaid = Vec::new();
            let mut granting = Vec::new();
            for card in cards {
                match grants(&card.answer, &wishes.granted) {
                    Some(true) => granting.push(card),
                    None => unsaid.push(card),
                    Some(false) => self.denied += 1,
                }
            }
            (granting, unsaid)
        };
        let (cards, unsaid) = part(std::mem::take(&mut self.cards));
        let (elsewhere, unsaid_elsewhere) = part(std::mem::take(&mut self.elsewhere));
        self.cards = cards;
        self.unsaid = unsaid;
        self.elsewhere = elsewhere;
        self.unsaid_elsewhere = unsaid_elsewhere;
        if self.nothing_open() && self.lines_before.is_empty() {
            self.lines_before = lines_first(&mut self.lines_after);
        }
        self
    }

    /// "2 places said no. They are left out."; empty where none did.
    pub(crate) fn denied(&self, f: &PageContext) -> String {
        match i64::try_from(self.denied) {
            Ok(0) | Err(_) => String::new(),
            Ok(denied) => f.t_number("wish-denied", denied),
        }
    }
}
