//! Why a place is among the answers, in plain English and French.

use std::sync::LazyLock;

use jiff::{SignedDuration, Timestamp};
use signpost_domain::{FindOut, Lang};
use signpost_hours::{OpenState, words::day_and_clock};
use signpost_locate::Snapshot;
use signpost_messages::{Catalogue, Words, texts};

use crate::{Answer, Question, Why, arrival::later};

static MESSAGES: LazyLock<Catalogue> = LazyLock::new(|| {
    Catalogue::read(&[
        (Lang::En, texts!["locales/en/why.ftl"]),
        (Lang::Fr, texts!["locales/fr/why.ftl"]),
    ])
});

/// What the words of some codes need to be said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Details {
    /// When it opens, as [`signpost_hours::words::day_and_clock`] says it, for [`Why::OpensAt`]; empty when not known.
    pub opens: String,
    /// The name of the old door one came from, for [`Why::PlanTarget`]; may be empty.
    pub from: String,
    /// How one finds out what nobody knows, for [`Why::CallFirst`].
    pub find_out: FindOut,
    /// The names of the crossings in walking order, for [`Why::CrossesWater`]; may be empty.
    pub crossings: Vec<String>,
}

/// Codes as short sentences: "The working group's plan sends you here. Open now." Empty without codes.
///
/// Anishinaabemowin waits for a speaker's words; until then its readers get English.
///
/// # Examples
/// ```
/// use signpost_domain::Lang;
/// use signpost_plan::{Why, words};
/// let codes = [Why::PlanTarget, Why::OpenNow];
/// let words = words::why(&codes, &words::Details::default(), Lang::Fr);
/// assert_eq!(words, "Le plan vous dirige ici. Ouvert en ce moment.");
/// ```
#[must_use]
pub fn why(codes: &[Why], details: &Details, lang: Lang) -> String {
    let words = MESSAGES.of(lang);
    let sentences: Vec<String> = codes
        .iter()
        .map(|&code| sentence(code, details, words))
        .collect();
    sentences.join(" ")
}

/// The reasons of an answer to a question, as short sentences.
#[must_use]
pub fn why_of(snapshot: &Snapshot, answer: &Answer, question: &Question, lang: Lang) -> String {
    let crossings = &snapshot.directory().ground.crossings;
    let name = |id: &String| {
        let crossing = crossings.iter().find(|crossing| &crossing.id == id)?;
        Some(crossing.name.words(lang).to_owned()).filter(|name| !name.is_empty())
    };
    let at = question.at;
    let from = question.from.as_ref();
    let door = from.and_then(|slug| snapshot.find(slug));
    let details = Details {
        from: door.map_or_else(String::new, |door| {
            snapshot.site(door).name.words(lang).to_owned()
        }),
        opens: opening(snapshot, answer, at).map_or_else(String::new, |opens| {
            day_and_clock(opens, at, snapshot.zone(answer.site), lang)
        }),
        find_out: snapshot.site(answer.site).find_out(),
        crossings: answer.over.iter().filter_map(name).collect(),
    };
    let mut codes = answer.why.clone();
    if snapshot.service(answer.service).is_emergency_department() {
        codes.retain(|code| *code != Why::CallFirst);
    }
    why(&codes, &details, lang)
}

/// When the door opens behind which one is served; earlier than that when one is still walking.
fn opening(snapshot: &Snapshot, answer: &Answer, at: Timestamp) -> Option<Timestamp> {
    if !answer.why.contains(&Why::OpensAt) {
        return None;
    }
    let served_at = answer.served_at?;
    let end = later(served_at, SignedDuration::from_mins(1));
    let opens = snapshot
        .spans(answer.service, at, end)
        .into_iter()
        .find(|span| span.state == OpenState::Open && (span.start..span.end).contains(&served_at))
        .map(|span| span.start);
    Some(opens.unwrap_or(served_at))
}

fn sentence(code: Why, details: &Details, words: &Words) -> String {
    let key = match code {
        Why::PlanTarget if details.from.is_empty() => "plan-target-alone",
        Why::PlanTarget => return words.say("plan-target", &[("from", &details.from)]),
        Why::OpenNow => "open-now",
        Why::OpenAllDay => "open-all-day",
        Why::ClosingSoon => "closing-soon",
        Why::OpensAt if details.opens.is_empty() => "opens-later",
        Why::OpensAt => return words.say("opens-at", &[("when", &details.opens)]),
        Why::NotSoon => "not-soon",
        Why::CallFirst => match details.find_out {
            FindOut::Call => "call-first",
            FindOut::Ask => "ask-there",
            FindOut::Look => "look-there",
            FindOut::Meet => "ask-them",
        },
        Why::Unconfirmed => "unconfirmed",
        Why::OtherTown => "other-town",
        Why::Nearest => "nearest",
        Why::CrossesWater => match in_walking_order(&details.crossings, words) {
            None => "crosses-water",
            Some(crossings) => {
                return words.say("crosses-water-over", &[("crossings", &crossings)]);
            }
        },
        Why::NoWayOnFoot => "no-way-on-foot",
        Why::PlaceNotKnown => "place-not-known",
    };
    words.plain(key).to_owned()
}

/// "West bridge, then East bridge"; `None` when no crossing has a name.
fn in_walking_order(crossings: &[String], words: &Words) -> Option<String> {
    crossings.iter().cloned().reduce(|crossings, next| {
        words.say("and-then", &[("crossings", &crossings), ("next", &next)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Why; 13] = [
        Why::PlanTarget,
        Why::OpenNow,
        Why::OpenAllDay,
        Why::ClosingSoon,
        Why::OpensAt,
        Why::NotSoon,
        Why::CallFirst,
        Why::Unconfirmed,
        Why::OtherTown,
        Why::Nearest,
        Why::CrossesWater,
        Why::NoWayOnFoot,
        Why::PlaceNotKnown,
    ];

    #[test]
    fn both_languages_say_everything_and_put_in_the_same() {
        assert_eq!(MESSAGES.faults(), Vec::<String>::new());
    }

    #[test]
    fn every_code_is_one_short_sentence_in_both_languages_and_they_differ() {
        for details in [
            Details::default(),
            Details {
                opens: "9".into(),
                from: "C".into(),
                crossings: vec!["A".into(), "B".into()],
                ..Details::default()
            },
        ] {
            for code in ALL {
                let [en, fr] = [Lang::En, Lang::Fr].map(|lang| why(&[code], &details, lang));
                assert_ne!(en, fr, "{code:?}");
                for words in [en, fr] {
                    assert!(
                        words.ends_with('.') && words.matches('.').count() == 1,
                        "{words}"
                    );
                    assert!(words.starts_with(char::is_uppercase), "{words}");
                    assert!(words.split(' ').count() <= 12, "{words}");
                }
            }
        }
    }

    #[test]
    fn crossings_are_named_in_walking_order() {
        let details = Details {
            from: String::new(),
            opens: String::new(),
            crossings: vec!["West bridge".into(), "East bridge".into()],
            ..Details::default()
        };
        assert_eq!(
            why(&[Why::CrossesWater], &details, Lang::En),
            "You cross water on the way there: West bridge, then East bridge."
        );
        assert_eq!(
            why(&[Why::CrossesWater], &details, Lang::Fr),
            "Il faut traverser l’eau pour y aller\u{a0}: West bridge, puis East bridge."
        );
    }

    #[test]
    fn no_codes_are_no_words() {
        assert_eq!(why(&[], &Details::default(), Lang::En), "");
    }
}
