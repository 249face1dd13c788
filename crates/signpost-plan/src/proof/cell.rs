//! One hour at one old door.

use serde::Serialize;
use signpost_domain::SiteSlug;
use utoipa::ToSchema;

/// What becomes of an hour. Worst first: of two halves of an hour the worse one counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CellState {
    /// There was an open place, or one to call; there is none any more.
    Lost,
    /// Nobody knows whether the place is open: call first.
    CallFirst,
    /// Another place is open.
    Moved,
    /// The same place is open as before.
    Kept,
    /// A place is open where none was.
    Gained,
    /// No place is open, before or after.
    NotServed,
}

impl CellState {
    /// Every state, worst first.
    pub const ALL: [Self; 6] = [
        Self::Lost,
        Self::CallFirst,
        Self::Moved,
        Self::Kept,
        Self::Gained,
        Self::NotServed,
    ];

    /// The word for it in answers and style sheets.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Lost => "lost",
            Self::CallFirst => "call_first",
            Self::Moved => "moved",
            Self::Kept => "kept",
            Self::Gained => "gained",
            Self::NotServed => "not_served",
        }
    }

    /// One sign for it, where there is room for no more.
    #[must_use]
    pub const fn sign(self) -> char {
        match self {
            Self::Lost => 'L',
            Self::CallFirst => 'C',
            Self::Moved => 'M',
            Self::Kept => 'K',
            Self::Gained => 'G',
            Self::NotServed => '.',
        }
    }

    /// The state with this sign.
    #[must_use]
    pub fn of_sign(sign: char) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.sign() == sign)
    }

    /// Whether an open place is there after.
    #[must_use]
    pub const fn is_served(self) -> bool {
        matches!(self, Self::Moved | Self::Kept | Self::Gained)
    }
}

/// One hour at one old door.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Cell {
    /// What becomes of it.
    pub state: CellState,
    /// How much farther the place is than the one before, counted from the old door; negative when it is nearer. Only of what moved, and only
    /// when both are known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metres: Option<i64>,
    /// The place that was open, or to be called, before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<SiteSlug>,
    /// The place that is open, or to be called, after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<SiteSlug>,
}

/// What one side of the comparison finds at an instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// An open place, so many metres from the old door.
    Open(SiteSlug, Option<i64>),
    /// A place to call.
    Call(SiteSlug),
    /// None.
    Nothing,
}

impl Found {
    fn site(&self) -> Option<SiteSlug> {
        match self {
            Self::Open(site, _) | Self::Call(site) => Some(site.clone()),
            Self::Nothing => None,
        }
    }
}

impl Cell {
    pub(super) fn of(before: &Found, after: &Found) -> Self {
        let state = match (before, after) {
            (Found::Open(old, _), Found::Open(new, _)) if old == new => CellState::Kept,
            (Found::Open(..), Found::Open(..)) => CellState::Moved,
            (_, Found::Open(..)) => CellState::Gained,
            (_, Found::Call(_)) => CellState::CallFirst,
            (Found::Open(..) | Found::Call(_), Found::Nothing) => CellState::Lost,
            (Found::Nothing, Found::Nothing) => CellState::NotServed,
        };
        let metres = match (before, after) {
            (Found::Open(_, Some(old)), Found::Open(_, Some(new))) if state == CellState::Moved => {
                Some(new - old)
            }
            _ => None,
        };
        Self {
            state,
            metres,
            before: before.site(),
            after: after.site(),
        }
    }

    /// The worse of two halves of an hour; of two that moved, the one that is farther.
    pub(super) fn worse(self, other: Self) -> Self {
        let key = |cell: &Self| (cell.state, std::cmp::Reverse(cell.metres));
        if key(&other) < key(&self) {
            other
        } else {
            self
        }
    }
}
