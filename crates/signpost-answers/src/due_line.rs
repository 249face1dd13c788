//! What is due, in words: one line of a list or of a letter.

use signpost_domain::{Exception, ExceptionKind, Lang, NeedCode};
use signpost_hours::words;
use signpost_locate::Snapshot;

use crate::{
    LocalizedText,
    due::{Due, Standing, What},
    messages::words_of,
};

/// One thing that is due.
pub struct Line {
    /// The slug of the site.
    pub slug: String,
    /// Where it is answered: the site's page in the portal, or the question about one closing, where "Still so" and "It is over" stand.
    pub page: String,
    /// Its name.
    pub site: LocalizedText,
    /// The need, or the closing, it is about.
    pub what: String,
    /// Whether the public is told to call first already.
    pub past: bool,
    /// Since when, or until when, in a sentence.
    pub standing: String,
}

/// Something that is due, in words.
#[must_use]
pub fn line(snapshot: &Snapshot, due: &Due, lang: Lang) -> Line {
    let site = snapshot.site(due.site);
    let say = |key: &str, day: &str| words_of(lang).say(key, &[("day", day)]);
    let day = due
        .day
        .map(|day| words::date(day, lang))
        .unwrap_or_default();
    let standing = match (due.standing, &due.what, due.day) {
        (_, _, None) => "st-due-never",
        (Standing::Past, What::Offer(_), _) => "st-due-past",
        (Standing::Soon, What::Offer(_), _) => "st-due-soon",
        (Standing::Past, What::Exception(_), _) => "st-due-closure-past",
        (Standing::Soon, What::Exception(_), _) => "st-due-closure-soon",
    };
    let exception = match &due.what {
        What::Exception(id) => site.exceptions.iter().find(|one| one.id == *id),
        What::Offer(_) => None,
    };
    let own = format!("/agency/sites/{}", site.slug);
    Line {
        page: exception.map_or_else(
            || own.clone(),
            |exception| format!("{own}/closings/{}", exception.id),
        ),
        slug: site.slug.to_string(),
        site: LocalizedText::of(&site.name, lang),
        what: match &due.what {
            What::Offer(need) => need_name(snapshot, need, lang),
            What::Exception(_) => exception
                .map(|exception| closing(snapshot, exception, lang))
                .unwrap_or_default(),
        },
        past: due.standing == Standing::Past,
        standing: say(standing, &day),
    }
}

/// "Closed from December 12, 2026. For: New needles and supplies. Reason: Flood". Of what is out of stock, which things: "(Naloxone kit)".
#[must_use]
pub fn closing(snapshot: &Snapshot, exception: &Exception, lang: Lang) -> String {
    let say = |key: &str, name: &str, value: &str| words_of(lang).say(key, &[(name, value)]);
    let key = match exception.kind {
        ExceptionKind::Closed => "st-due-closed",
        ExceptionKind::Open => "st-due-open",
        ExceptionKind::Unknown => "st-due-unknown",
        ExceptionKind::OutOfStock if exception.leaves_no_room() => "st-due-full",
        ExceptionKind::OutOfStock => "st-due-out-of-stock",
    };
    let mut said = vec![say(key, "day", &words::date(exception.first, lang))];
    if let Some(need) = &exception.need {
        let mut what = need_name(snapshot, need, lang);
        let things = crate::items(snapshot, need, &exception.items, lang);
        if !things.is_empty() {
            let things: Vec<&str> = things.iter().map(LocalizedText::as_str).collect();
            what = format!("{what} ({})", things.join(", "));
        }
        said.push(say("st-due-for", "what", &what));
    }
    let reason = exception.reason.words(lang).trim_end_matches(['.', ' ']);
    if !reason.is_empty() {
        said.push(say("st-due-reason", "reason", reason));
    }
    said.join(". ")
}

fn need_name(snapshot: &Snapshot, need: &NeedCode, lang: Lang) -> String {
    snapshot
        .need(need)
        .map_or_else(|| need.to_string(), |need| need.name.words(lang).to_owned())
}
