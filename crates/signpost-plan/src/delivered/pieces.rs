//! One promised opening, cut where what was there changes.

use jiff::Timestamp;
use signpost_hours::{OpenState, Span};

/// A part of a promised opening in which one thing was so.
pub(super) struct Piece {
    pub start: Timestamp,
    pub end: Timestamp,
    pub state: OpenState,
}

impl Piece {
    pub(super) fn minutes(&self) -> u32 {
        const MINUTE: i64 = 60;
        let seconds = self.end.duration_since(self.start).as_secs();
        u32::try_from(seconds / MINUTE).unwrap_or_default()
    }
}

/// The pieces of a promised opening. `really` is sorted and apart; what lies between its spans was closed.
pub(super) fn pieces(promised: &Span, really: &[Span]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut cursor = promised.start;
    let mut cut = |until: Timestamp, state| {
        if cursor < until {
            pieces.push(Piece {
                start: cursor,
                end: until,
                state,
            });
            cursor = until;
        }
    };
    for span in really {
        if span.end <= promised.start || promised.end <= span.start {
            continue;
        }
        cut(span.start, OpenState::Closed);
        cut(span.end.min(promised.end), span.state);
    }
    cut(promised.end, OpenState::Closed);
    pieces
}
