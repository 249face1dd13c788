//! What a poster at an old door says, from the directory.

use jiff::Timestamp;
use signpost_answers::{Speaker, public_url::PublicAddress};
use signpost_domain::{Lang, NeedCode, PhoneLine, Plan, PlanStatus, Rule, SiteSlug, Text};
use signpost_locate::Snapshot;
use signpost_plan::plan_day;

use crate::{Part, Poster};

const LANGS: [Lang; 2] = [Lang::En, Lang::Fr];

/// A poster, and what whoever hangs it has to know.
#[derive(Debug, Clone)]
pub struct Door {
    /// The poster.
    pub poster: Poster,
    /// The plan's sentence says what people come for, so another stands there.
    pub without_sentence: bool,
    /// The address is longer than 39 characters: its code has smaller modules.
    pub long_address: bool,
}

/// The longest address whose code is coarse enough to be scanned when it is worn.
const SHORT: usize = 39;

/// The old doors of approved versions whose last day is not past, each once.
#[must_use]
pub fn doors(snapshot: &Snapshot, at: Timestamp) -> Vec<SiteSlug> {
    let mut found: Vec<SiteSlug> = rules(snapshot, at)
        .map(|(_, rule)| rule.from.clone())
        .collect();
    found.retain(|slug| snapshot.find(slug).is_some());
    found.sort_unstable();
    found.dedup();
    found
}

/// The poster of an old door; `None` when no approved version sends people on from there.
#[must_use]
pub fn door(
    snapshot: &Snapshot,
    slug: &SiteSlug,
    root: &PublicAddress,
    at: Timestamp,
) -> Option<Door> {
    let site = snapshot.site(snapshot.find(slug)?);
    // One poster for a door: its code leads to the rule for supplies first, as `/go` does.
    let usual = NeedCode::supplies();
    let own = rules(snapshot, at).filter(|(_, rule)| rule.from == *slug);
    let (_, rule) =
        own.min_by_key(|(plan, rule)| (rule.need != usual, std::cmp::Reverse(plan.version)))?;
    let told = names_what(snapshot, rule);
    let link = format!("{}/go/{slug}", root.as_str());
    let typed = link
        .split_once("://")
        .map_or(link.as_str(), |(_, rest)| rest)
        .to_owned();
    let phone = line(snapshot, &rule.need).map(|line| line.phone.to_string());
    let part = |lang| {
        let speaker = Speaker::of(lang);
        let sentence = rule.message.exactly(lang).filter(|_| !told);
        Part {
            lang,
            headline: speaker.t("poster-headline"),
            sentence: sentence.map_or_else(|| speaker.t("poster-changed"), str::to_owned),
            scan: speaker.t("poster-scan"),
            call: phone.as_ref().map_or_else(String::new, |phone| {
                speaker.t1("poster-call", "phone", phone)
            }),
        }
    };
    let english = Speaker::of(Lang::En);
    Some(Door {
        long_address: link.chars().count() > SHORT,
        without_sentence: told,
        poster: Poster {
            title: english.t1("poster-title", "place", site.name.words(Lang::En)),
            code_words: english.t1("poster-code", "address", &typed),
            parts: LANGS.map(part).into(),
            link,
            typed,
        },
    })
}

/// Rules of approved versions that are or will be.
fn rules(snapshot: &Snapshot, at: Timestamp) -> impl Iterator<Item = (&Plan, &Rule)> {
    let plans = snapshot.directory().plans.iter();
    plans
        .filter(|plan| plan.status == PlanStatus::Approved)
        .flat_map(move |plan| {
            let today = plan_day(plan, snapshot.town_zone(), at);
            let over = plan.last_day().is_some_and(|last| last < today);
            let rules = plan
                .rules
                .iter()
                .filter(move |rule| !over && rule.last.is_none_or(|last| last >= today));
            rules.map(move |rule| (plan, rule))
        })
}

/// Whether the sentence names one of the things the need hands out or takes: then it says why somebody comes.
fn names_what(snapshot: &Snapshot, rule: &Rule) -> bool {
    const SHORTEST: usize = 5;
    let Some(need) = snapshot.need(&rule.need) else {
        return true;
    };
    let said: Vec<String> = words(&rule.message).collect();
    let items = need.items.iter().flat_map(|item| words(&item.name));
    let mut telling = items.chain(need.also_called.iter().map(|word| word.to_lowercase()));
    telling.any(|word| word.chars().count() >= SHORTEST && said.contains(&word))
}

fn words(text: &Text) -> impl Iterator<Item = String> {
    text.iter().flat_map(|(_, words)| {
        let words = words.split(|letter: char| !letter.is_alphanumeric());
        words.filter(|word| !word.is_empty()).map(str::to_lowercase)
    })
}

/// Whom to call: paper does not know the hour, so a line for this need first, then their own order.
fn line<'s>(snapshot: &'s Snapshot, need: &NeedCode) -> Option<&'s PhoneLine> {
    let lines = snapshot.directory().lines.iter();
    let helps = lines.filter(|line| line.needs.is_empty() || line.needs.contains(need));
    helps.min_by_key(|line| (line.needs.is_empty(), line.order))
}
