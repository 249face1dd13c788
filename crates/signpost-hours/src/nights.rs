//! Texts whose nights run past midnight, told apart into what happens before and what happens after it.

use opening_hours::{Context, OpeningHours};

use crate::scan::{TimeRange, time_ranges};

/// A text with nights, in two other forms, so that a night can be counted to the day on which it starts.
#[derive(Debug, Clone)]
pub(crate) struct Nights {
    /// Every night cut at midnight: `Fr 20:00-08:00` is `Fr 20:00-24:00`.
    pub(crate) until_midnight: OpeningHours,
    /// Only what is left after midnight, said on the day the night starts: `Fr 20:00-08:00` is `Fr 00:00-08:00`.
    pub(crate) after_midnight: OpeningHours,
}

impl Nights {
    /// In the second form, times that do not pass midnight become this minute to midnight, where no night reaches: leaving them out
    /// would make a rule hold all day.
    ///
    /// # Units
    /// Minutes from midnight.
    pub(crate) const MARK: u16 = 23 * 60 + 59;

    /// The two forms of a text; `None` when no time range in it passes midnight, or the library cannot read a form.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let ranges = time_ranges(text);
        if !ranges.iter().any(|range| range.after_midnight().is_some()) {
            return None;
        }
        let until_midnight = rewrite(text, &ranges, |range| match range.after_midnight() {
            Some(_) => format!("{}-24:00", clock(range.start)),
            None => format!("{}-{}", clock(range.start), clock(range.end)),
        });
        let after_midnight = rewrite(text, &ranges, |range| match range.after_midnight() {
            Some(end) if end > 0 => format!("00:00-{}", clock(end)),
            _ => format!("{}-24:00", clock(Self::MARK)),
        });
        Some(Self {
            until_midnight: until_midnight.parse().ok()?,
            after_midnight: after_midnight.parse().ok()?,
        })
    }

    pub(crate) fn with_context(&self, context: &Context) -> Self {
        let within = |hours: &OpeningHours| hours.clone().with_context(context.clone());
        Self {
            until_midnight: within(&self.until_midnight),
            after_midnight: within(&self.after_midnight),
        }
    }
}

fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn rewrite(text: &str, ranges: &[TimeRange], form: impl Fn(&TimeRange) -> String) -> String {
    let mut out = String::new();
    let mut done = 0;
    for range in ranges {
        out.push_str(text.get(done..range.bytes.start).unwrap_or_default());
        out.push_str(&form(range));
        done = range.bytes.end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}
