//! What there is not enough of: what people come for, or room for what they leave. Each has words of its own.

use crate::Cause;

/// Why nobody is served though the door may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shortage {
    /// There is none left.
    Stock,
    /// There is no room left.
    Room,
}

impl Shortage {
    /// The shortage a cause tells of.
    pub(super) const fn of(cause: &Cause) -> Option<Self> {
        match cause {
            Cause::OutOfStock(..) => Some(Self::Stock),
            Cause::Full(..) => Some(Self::Room),
            Cause::Hours
            | Cause::Exception(..)
            | Cause::Holiday(..)
            | Cause::NotStated
            | Cause::Lapsed
            | Cause::Emergency => None,
        }
    }

    /// "Out of stock", "Full".
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Stock => "out-of-stock",
            Self::Room => "full",
        }
    }

    /// "Out of stock until further notice", "Full until further notice".
    pub(super) const fn key_further_notice(self) -> &'static str {
        match self {
            Self::Stock => "out-of-stock-further-notice",
            Self::Room => "full-further-notice",
        }
    }

    /// "Out of stock until Friday", "Full until Friday".
    pub(super) const fn key_until(self) -> &'static str {
        match self {
            Self::Stock => "out-of-stock-until",
            Self::Room => "full-until",
        }
    }

    /// "Out of stock: the truck is late", "Full: it is emptied on Monday".
    pub(super) const fn key_because(self) -> &'static str {
        match self {
            Self::Stock => "out-of-stock-because",
            Self::Room => "full-because",
        }
    }
}
