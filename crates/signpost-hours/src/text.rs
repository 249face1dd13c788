//! An hours text that the validator let through.

use std::{
    hash::{Hash, Hasher},
    sync::{Arc, LazyLock, OnceLock},
};

use jiff::civil::date;
use opening_hours::{OpeningHours, RuleKind};
use opening_hours_syntax::rules::{RuleSequence, day::WeekDayRange};

use crate::{
    Calendar, HoursFault, HoursWarning, known_texts::KnownTexts, nights::Nights,
    timetable::Timetable, validator, weekly::Weekly,
};

static KNOWN: LazyLock<KnownTexts<HoursText>> = LazyLock::new(KnownTexts::new);

/// An OSM `opening_hours` text that was understood. Cheap to clone; equal when the texts are.
///
/// # Examples
/// ```
/// use signpost_hours::HoursText;
/// assert!(HoursText::parse("Mo-Fr 08:30-16:30; PH off").is_ok());
/// let fault = HoursText::parse("Mo-Fr 9am-5pm").unwrap_err();
/// assert_eq!(fault.column, 7);
/// assert!(fault.message.contains("24-hour"));
/// ```
#[derive(Debug, Clone)]
pub struct HoursText(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    text: Box<str>,
    hours: OpeningHours,
    nights: Option<Nights>,
    traits: validator::Traits,
    /// Worked out when they are first asked for: a directory has few texts and many places.
    warnings: OnceLock<Vec<HoursWarning>>,
    week: OnceLock<Option<Weekly>>,
}

impl HoursText {
    /// Reads a text.
    ///
    /// # Errors
    /// When it is not understood, or means something other than what people mean by it.
    pub fn parse(text: &str) -> Result<Self, HoursFault> {
        KNOWN.known(text.trim_matches(' '), Self::read)
    }

    /// Reads a text that was not read lately.
    fn read(text: &str) -> Result<Self, HoursFault> {
        let (hours, traits) = validator::validate(text)?;
        Ok(Self(Arc::new(Inner {
            text: text.into(),
            hours,
            nights: Nights::of(text),
            traits,
            warnings: OnceLock::new(),
            week: OnceLock::new(),
        })))
    }

    /// The week it says; see [`Weekly::read`].
    pub(crate) fn week(&self, read: impl FnOnce() -> Option<Weekly>) -> Option<Weekly> {
        self.0.week.get_or_init(read).clone()
    }

    /// The text as typed, without spaces around it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0.text
    }

    /// What an editor may not have meant.
    #[must_use]
    pub fn warnings(&self) -> Vec<HoursWarning> {
        let found = self.0.warnings.get_or_init(|| self.find_warnings());
        found.clone()
    }

    fn find_warnings(&self) -> Vec<HoursWarning> {
        let mut warnings = validator::warnings(&self.0.text);
        if self.cuts_a_night() {
            warnings.insert(0, HoursWarning::NightCutAtMidnight);
        }
        if self
            .rules()
            .iter()
            .all(|rule| rule.kind == RuleKind::Closed)
        {
            warnings.push(HoursWarning::NeverOpen);
        }
        warnings
    }

    /// Whether it says the same of every week, holidays aside: seven days tell all of it.
    #[must_use]
    pub fn is_every_week(&self) -> bool {
        self.rules().iter().all(|rule| {
            let days = &rule.day_selector;
            let plain = days.year.is_empty() && days.monthday.is_empty() && days.week.is_empty();
            let every = |range: &WeekDayRange| match range {
                WeekDayRange::Fixed { .. } => (0..7).any(|day| validator::covers(range, day)),
                WeekDayRange::Holiday { .. } => true,
            };
            plain && days.weekday.iter().all(every)
        })
    }

    /// Looks at two years, one of them a leap year, so that rules for dates and holidays are seen.
    fn cuts_a_night(&self) -> bool {
        if self.0.nights.is_none() || self.rules().len() < 2 {
            return false;
        }
        let timetable = self.timetable(Calendar::ontario());
        date(2027, 1, 1)
            .series(jiff::Span::new().days(1))
            .take(731)
            .any(|day| timetable.tail_is_cut(day))
    }

    /// Open around the clock on every day: no holiday changes that.
    pub(crate) fn is_round_the_clock(&self) -> bool {
        self.0.traits.round_the_clock
    }

    /// Whether it says itself what holds on public holidays.
    #[must_use]
    pub fn mentions_public_holidays(&self) -> bool {
        self.0.traits.public_holidays
    }

    pub(crate) fn timetable(&self, calendar: &Calendar) -> Timetable {
        Timetable::new(&self.0.hours, self.0.nights.as_ref(), calendar)
    }

    pub(crate) fn rules(&self) -> Vec<RuleSequence> {
        self.0.hours.get_expression().rules.clone()
    }
}

impl PartialEq for HoursText {
    fn eq(&self, other: &Self) -> bool {
        self.0.text == other.0.text
    }
}

impl Eq for HoursText {}

impl Hash for HoursText {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.text.hash(state);
    }
}
