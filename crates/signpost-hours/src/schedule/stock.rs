//! Doors that open while nobody knows whether there is anything behind them.

use jiff::civil::Date;
use signpost_domain::ExceptionKind;

use super::{
    Schedule,
    precedence::{Known, Why},
};
use crate::{OpenState, day::MinuteRanges};

impl Schedule {
    /// An extra opening says that the door is open, and not that what was out of stock until further notice is back: past its review day one
    /// calls first until somebody answers.
    pub(super) fn doubt_of_stock<'a>(
        &'a self,
        day: Date,
        mut open: MinuteRanges<Known<'a>>,
    ) -> MinuteRanges<Known<'a>> {
        let unanswered = self
            .exceptions
            .iter()
            .map(|dated| &dated.exception)
            .find(|one| {
                one.kind == ExceptionKind::OutOfStock
                    && one.is_open_ended()
                    && !one.is_of_items()
                    && one.covers(day)
                    && one.sure_until() < day
            });
        if let Some(stock) = unanswered {
            for range in &mut open {
                range.state = (OpenState::Unknown, Why::Exception(stock));
            }
        }
        open
    }
}
