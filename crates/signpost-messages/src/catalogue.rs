//! The messages of one crate in all languages.

use std::{borrow::Cow, sync::Arc};

use signpost_domain::Lang;

use crate::Words;

/// The messages of one crate: English and French whole, Anishinaabemowin as far as a speaker has written it.
///
/// Made once, in a `LazyLock`; see [`texts!`](macro@crate::texts).
///
/// # Examples
/// ```
/// use signpost_domain::Lang;
/// use signpost_messages::Catalogue;
/// let doors = Catalogue::read(&[
///     (Lang::En, vec!["opens = Opens { $when }".into()]),
///     (Lang::Fr, vec!["opens = Ouvre { $when }".into()]),
/// ]);
/// assert_eq!(doors.of(Lang::Fr).say("opens", &[("when", "lundi")]), "Ouvre lundi");
/// assert_eq!(doors.of(Lang::OjLatn).say("opens", &[("when", "Monday")]), "Opens Monday");
/// ```
pub struct Catalogue {
    pub(crate) english: Arc<Words>,
    pub(crate) french: Words,
    pub(crate) oj_latn: Words,
    pub(crate) oj_cans: Words,
}

impl Catalogue {
    /// Reads the texts of each language; a language may be left out.
    ///
    /// A line that is no Fluent leaves the rest of its text standing: [`Self::faults`] names it.
    #[must_use]
    pub fn read(texts: &[(Lang, Vec<Cow<'static, str>>)]) -> Self {
        let of = |lang: Lang| -> Vec<&str> {
            let own = texts.iter().filter(|(other, _)| *other == lang);
            own.flat_map(|(_, texts)| texts)
                .map(AsRef::as_ref)
                .collect()
        };
        let english = Arc::new(Words::read("en-CA", &of(Lang::En)));
        let waiting = |tag: &str, lang: Lang| {
            let words = Words::read(tag, &of(lang));
            words.otherwise(Arc::clone(&english))
        };
        Self {
            french: Words::read("fr-CA", &of(Lang::Fr)),
            oj_latn: waiting("oj-Latn-CA", Lang::OjLatn),
            oj_cans: waiting("oj-Cans-CA", Lang::OjCans),
            english,
        }
    }

    /// The words for a reader of `lang`. Words in Anishinaabemowin wait for a speaker; until then its readers get the English ones.
    #[must_use]
    pub fn of(&self, lang: Lang) -> &Words {
        match lang {
            Lang::En => &self.english,
            Lang::Fr => &self.french,
            Lang::OjLatn => &self.oj_latn,
            Lang::OjCans => &self.oj_cans,
        }
    }
}
