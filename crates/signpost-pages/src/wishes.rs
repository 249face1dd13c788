//! What somebody needs of a place besides the help itself: no card with one's name, no steps, something for women, a pet that may come in, an
//! age. Places of which somebody said so are shown; after them, apart, those of which nobody said anything; where it was denied, none.

use signpost_answers::AnswerView;
use signpost_domain::Age;
use signpost_locate::Granted;
use signpost_web::params::Params;

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

    /// Whether some place grants it.
    pub(crate) const fn is_among(self, granted: Granted) -> bool {
        match self {
            Self::NoId => granted.no_id,
            Self::StepFree => granted.step_free,
            Self::ForWomen => granted.for_women,
            Self::Pets => granted.pets,
        }
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

/// Whether a place grants all that is asked for: `None` while nobody said of one of them.
fn grants(answer: &AnswerView, wishes: &[Wish]) -> Option<bool> {
    let said: Vec<Option<bool>> = wishes.iter().map(|wish| wish.said(answer)).collect();
    if said.contains(&Some(false)) {
        return Some(false);
    }
    (!said.contains(&None)).then_some(true)
}

/// Places, by whether they grant what is asked for.
pub(crate) struct Parted<C> {
    /// They do; all of them where nothing is asked for.
    pub granting: Vec<C>,
    /// Nobody said.
    pub unsaid: Vec<C>,
    /// How many do not.
    pub denied: usize,
}

impl Wishes {
    /// Parts the cards of places.
    pub(crate) fn part<C>(&self, cards: Vec<C>, answer: fn(&C) -> &AnswerView) -> Parted<C> {
        let mut parted = Parted {
            granting: Vec::new(),
            unsaid: Vec::new(),
            denied: 0,
        };
        for card in cards {
            match grants(answer(&card), &self.granted) {
                Some(true) => parted.granting.push(card),
                None => parted.unsaid.push(card),
                Some(false) => parted.denied += 1,
            }
        }
        parted
    }
}
