//! What is due, in words: one line of a list or of a letter.

use signpost_domain::Lang;
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
    Line {
        slug: site.slug.to_string(),
        site: LocalizedText::of(&site.name, lang),
        what: match &due.what {
            What::Offer(need) => snapshot
                .need(need)
                .map_or_else(|| need.to_string(), |need| need.name.words(lang).to_owned()),
            What::Exception(first) => say("st-due-closure", &words::date(*first, lang)),
        },
        past: due.standing == Standing::Past,
        standing: say(standing, &day),
    }
}
