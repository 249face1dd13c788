//! Why a place is among the answers, in plain English and French.

use jiff::{SignedDuration, Timestamp};
use signpost_domain::Lang;
use signpost_hours::{OpenState, words::day_and_clock};
use signpost_locate::Snapshot;

use crate::{Answer, Why, arrival::later};

/// What the words of some codes need to be said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Details {
    /// When it opens, as [`signpost_hours::words::day_and_clock`] says it, for [`Why::OpensAt`]; empty when not known.
    pub opens: String,
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
/// assert_eq!(words, "Le plan du groupe de travail vous dirige ici. Ouvert en ce moment.");
/// ```
#[must_use]
pub fn why(codes: &[Why], details: &Details, lang: Lang) -> String {
    let say = match lang {
        Lang::Fr => french,
        Lang::En | Lang::OjLatn | Lang::OjCans => english,
    };
    let sentences: Vec<String> = codes.iter().map(|&code| say(code, details)).collect();
    sentences.join(" ")
}

/// The reasons of an answer to a question asked for `at`, as short sentences.
#[must_use]
pub fn why_of(snapshot: &Snapshot, answer: &Answer, at: Timestamp, lang: Lang) -> String {
    let crossings = &snapshot.directory().ground.crossings;
    let name = |id: &String| {
        let crossing = crossings.iter().find(|crossing| &crossing.id == id)?;
        Some(crossing.name.words(lang).to_owned()).filter(|name| !name.is_empty())
    };
    let details = Details {
        opens: opening(snapshot, answer, at).map_or_else(String::new, |opens| {
            day_and_clock(opens, at, snapshot.zone(answer.site), lang)
        }),
        crossings: answer.over.iter().filter_map(name).collect(),
    };
    why(&answer.why, &details, lang)
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

fn english(code: Why, details: &Details) -> String {
    match code {
        Why::PlanTarget => "The working group's plan sends you here.".into(),
        Why::OpenNow => "Open now.".into(),
        Why::OpenAllDay => "It stays open all day and all night.".into(),
        Why::ClosingSoon => "It closes too soon to go there now.".into(),
        Why::OpensAt if details.opens.is_empty() => "It opens later.".into(),
        Why::OpensAt => format!("Opens {}.", details.opens),
        Why::NotSoon => "It does not open in the next two weeks.".into(),
        Why::CallFirst => "Call first.".into(),
        Why::Unconfirmed => "These details are not confirmed.".into(),
        Why::Nearest => "It is the nearest place.".into(),
        Why::CrossesWater if details.crossings.is_empty() => {
            "You cross water on the way there.".into()
        }
        Why::CrossesWater => {
            let crossings = details.crossings.join(", then ");
            format!("You cross water on the way there: {crossings}.")
        }
        Why::NoWayOnFoot => "We do not know a way to walk there.".into(),
        Why::PlaceNotKnown => "We do not know the exact place.".into(),
    }
}

fn french(code: Why, details: &Details) -> String {
    match code {
        Why::PlanTarget => "Le plan du groupe de travail vous dirige ici.".into(),
        Why::OpenNow => "Ouvert en ce moment.".into(),
        Why::OpenAllDay => "C’est ouvert jour et nuit.".into(),
        Why::ClosingSoon => "L’endroit ferme trop tôt pour y aller maintenant.".into(),
        Why::OpensAt if details.opens.is_empty() => "L’endroit ouvre plus tard.".into(),
        Why::OpensAt => format!("Ouvre {}.", details.opens),
        Why::NotSoon => "L’endroit n’ouvre pas dans les deux prochaines semaines.".into(),
        Why::CallFirst => "Appelez d’abord.".into(),
        Why::Unconfirmed => "Ces renseignements ne sont pas confirmés.".into(),
        Why::Nearest => "C’est l’endroit le plus proche.".into(),
        Why::CrossesWater if details.crossings.is_empty() => {
            "Il faut traverser l’eau pour y aller.".into()
        }
        Why::CrossesWater => {
            let crossings = details.crossings.join(", puis ");
            format!("Il faut traverser l’eau pour y aller\u{a0}: {crossings}.")
        }
        Why::NoWayOnFoot => "Nous ne connaissons pas de chemin pour y aller à pied.".into(),
        Why::PlaceNotKnown => "Nous ne connaissons pas l’endroit exact.".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Why; 12] = [
        Why::PlanTarget,
        Why::OpenNow,
        Why::OpenAllDay,
        Why::ClosingSoon,
        Why::OpensAt,
        Why::NotSoon,
        Why::CallFirst,
        Why::Unconfirmed,
        Why::Nearest,
        Why::CrossesWater,
        Why::NoWayOnFoot,
        Why::PlaceNotKnown,
    ];

    #[test]
    fn every_code_is_one_short_sentence_in_both_languages_and_they_differ() {
        for details in [
            Details::default(),
            Details {
                opens: "9".into(),
                crossings: vec!["A".into(), "B".into()],
            },
        ] {
            for code in ALL {
                let (en, fr) = (english(code, &details), french(code, &details));
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
            opens: String::new(),
            crossings: vec!["West bridge".into(), "East bridge".into()],
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
