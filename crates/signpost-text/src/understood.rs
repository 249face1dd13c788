//! What somebody means by a message.

use jiff::Timestamp;
use signpost_domain::{Lang, LonLat, NeedCode, PlanStatus, Rule, SiteSlug};
use signpost_locate::{SiteIx, Snapshot};

use crate::{
    places::{Names, Place, code, says_where_from},
    said::{Found, Said},
    vocabulary::{Means, Phrase, phrases},
};

/// A phrase of so many words is no place, whatever stands before it.
const LONG: usize = 3;

/// A message, understood.
#[derive(Debug, PartialEq)]
pub(crate) struct Understood {
    /// The language it is in, as far as it shows one.
    pub lang: Lang,
    pub what: What,
    pub near: Option<LonLat>,
    pub from: Option<SiteSlug>,
    /// Whether another day or hour than now was meant, which nobody answers for.
    pub later: bool,
    /// Whether a town was named of which nothing is known here.
    pub elsewhere: bool,
}

#[derive(Debug, PartialEq)]
pub(crate) enum What {
    /// No more messages.
    Stop,
    /// How this works.
    How,
    /// To talk to a person.
    Person,
    /// A life is in danger; what was asked for besides.
    Danger(Vec<Wish>),
    /// Somebody does not want to live.
    Despair,
    /// What is looked for.
    Wishes(Vec<Wish>),
    /// How it is at one place.
    Site(SiteIx),
    /// No telling.
    Unclear,
}

/// One thing that is looked for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Wish {
    pub need: NeedCode,
    /// How it was typed; empty when it was not typed at all.
    pub typed: String,
}

/// What a message means to somebody who answers in `lang` unless it is in another language.
pub(crate) fn understood(snapshot: &Snapshot, text: &str, at: Timestamp, lang: Lang) -> Understood {
    let known = phrases(snapshot);
    let names = Names::of(snapshot);
    let mut said = Said::new(text);
    let door = code(snapshot, text, &mut said).map(Place::Site);
    let (far, known): (Vec<Phrase>, Vec<Phrase>) = known
        .into_iter()
        .partition(|one| one.means == Means::Elsewhere);
    let elsewhere = !said.find_with(&far, false).is_empty();
    let whole = names.whole(&mut said);
    // "Check what is in drugs" names no place; "near the shelter" does.
    let (sentences, words) = known.split_at(known.partition_point(|one| one.words.len() >= LONG));
    let mut found = said.find(sentences);
    let place = door.or(whole).or_else(|| names.after_a_word(&mut said));
    // What was typed right is meant before what may be a slip: "lantern rest" is no "rent".
    found.extend(said.find_with(words, false));
    let place = place.or_else(|| names.anywhere(&mut said, false));
    found.extend(said.find_with(words, true));
    found.sort_by_key(|one| one.at);
    let place = place.or_else(|| names.anywhere(&mut said, true));
    let mut understood = Understood {
        lang: language(&found, lang),
        what: What::Unclear,
        near: None,
        from: None,
        later: found.iter().any(|one| one.phrase.means == Means::Later)
            || says_an_hour(&said.words),
        elsewhere,
    };
    let mut site = None;
    match place {
        Some(Place::Point(point)) => understood.near = Some(point),
        Some(Place::Site(ix)) => {
            let own = snapshot.site(ix);
            site = Some(ix);
            if is_old_door(snapshot, &own.slug) {
                understood.from = Some(own.slug.clone());
            } else {
                understood.near = own.point;
            }
        }
        None => {}
    }
    let wishes = wishes(&found);
    let says = |means: &Means| found.iter().any(|one| one.phrase.means == *means);
    let only_stop = wishes.is_empty()
        && found
            .first()
            .is_some_and(|one| one.phrase.means == Means::Stop && one.at == 0)
        && said.words.len() <= 4;
    understood.what = if says(&Means::Danger) {
        What::Danger(wishes)
    } else if says(&Means::Despair) {
        What::Despair
    } else if only_stop {
        What::Stop
    } else if !wishes.is_empty() {
        What::Wishes(wishes)
    } else if let Some(need) = understood
        .from
        .as_ref()
        .filter(|_| door.is_some() || said.words.iter().any(|word| says_where_from(word)))
        .and_then(|slug| need_at(snapshot, slug, at))
    {
        What::Wishes(vec![Wish {
            need,
            typed: String::new(),
        }])
    } else if says(&Means::Person) {
        What::Person
    } else if let Some(site) = site {
        What::Site(site)
    } else if says(&Means::How) {
        What::How
    } else {
        What::Unclear
    };
    understood
}

/// The needs in the order in which they were typed.
fn wishes(found: &[Found<'_>]) -> Vec<Wish> {
    let mut wishes: Vec<Wish> = Vec::new();
    for one in found {
        if let Means::Need(need) = &one.phrase.means
            && !wishes.iter().any(|wish| wish.need == *need)
        {
            wishes.push(Wish {
                need: need.clone(),
                typed: one.typed.clone(),
            });
        }
    }
    wishes
}

/// The language that more of the words are in.
fn language(found: &[Found<'_>], usual: Lang) -> Lang {
    // "Transport" is a word of both.
    let in_both = |one: &Found<'_>| {
        let mut same = found.iter().filter(|other| other.at == one.at);
        same.any(|other| other.phrase.lang.is_some() && other.phrase.lang != one.phrase.lang)
    };
    let count = |lang| {
        let own = found.iter().filter(|one| one.phrase.lang == Some(lang));
        own.filter(|one| !in_both(one)).count()
    };
    match count(Lang::Fr).cmp(&count(Lang::En)) {
        std::cmp::Ordering::Greater => Lang::Fr,
        std::cmp::Ordering::Less => Lang::En,
        std::cmp::Ordering::Equal => usual,
    }
}

/// "10pm", "10 pm", "at 6", "après 8": never "6 Main Street".
fn says_an_hour(words: &[String]) -> bool {
    const BEFORE: [&str; 12] = [
        "at", "after", "before", "until", "till", "by", "around", "a", "apres", "avant", "vers",
        "jusqu",
    ];
    const AFTER: [&str; 7] = ["am", "pm", "oclock", "o", "h", "heures", "tonight"];
    (0..).zip(words).any(|(at, word): (usize, _)| {
        let is_number = word.len() <= 2 && word.parse::<u8>().is_ok_and(|hour| hour <= 24);
        let after = words.get(at + 1).map(String::as_str);
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        is_an_hour(word)
            || is_number
                && (after.is_some_and(|word| AFTER.contains(&word))
                    || after.is_none()
                        && before.is_some_and(|word| BEFORE.contains(&word.as_str())))
    })
}

/// "10pm", "8am", "14h".
fn is_an_hour(word: &str) -> bool {
    let digits = word.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let rest = word.get(digits.len()..).unwrap_or_default();
    matches!(rest, "am" | "pm" | "h") && (1..=2).contains(&digits.len())
}

fn is_old_door(snapshot: &Snapshot, slug: &SiteSlug) -> bool {
    let plans = snapshot.directory().plans.iter();
    plans
        .flat_map(|plan| &plan.rules)
        .any(|rule| rule.from == *slug)
}

/// What people came to an old door for, as its poster has it: the need of the rule in force, supplies first; then that of one that is approved
/// for other days. Who sends the code of a poster has come for supplies if no rule says otherwise.
fn need_at(snapshot: &Snapshot, door: &SiteSlug, at: Timestamp) -> Option<NeedCode> {
    let usual = NeedCode::supplies();
    let first = |rules: &mut dyn Iterator<Item = &Rule>| {
        let own = rules.filter(|rule| rule.from == *door);
        own.map(|rule| &rule.need)
            .min_by_key(|need| **need != usual)
            .cloned()
    };
    let in_force = signpost_plan::in_force(snapshot, at).and_then(|plan| {
        let day = signpost_plan::plan_day(plan, snapshot.town_zone(), at);
        first(&mut plan.rules.iter().filter(|rule| rule.covers(day)))
    });
    if in_force.is_some() {
        return in_force;
    }
    let plans = snapshot.directory().plans.iter();
    let approved = plans.filter(|plan| plan.status == PlanStatus::Approved);
    first(&mut approved.flat_map(|plan| &plan.rules)).or(Some(usual))
}
