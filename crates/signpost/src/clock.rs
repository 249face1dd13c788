//! The one place that reads the clock.

use std::sync::Arc;

use jiff::Timestamp;

/// What time it is: the machine's clock, or one instant that never moves (for tests and previews).
#[derive(Clone, Copy)]
pub(crate) enum Clock {
    /// The machine's clock.
    Running,
    /// Always this instant.
    Fixed(Timestamp),
}

impl Clock {
    /// The running clock, or the one fixed by `--now`.
    pub(crate) fn new(fixed: Option<Timestamp>) -> Self {
        fixed.map_or(Self::Running, Self::Fixed)
    }

    /// This moment.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the clock"
    )]
    pub(crate) fn now(self) -> Timestamp {
        match self {
            Self::Running => Timestamp::now(),
            Self::Fixed(instant) => instant,
        }
    }

    /// The same clock as a function to hand on.
    pub(crate) fn function(self) -> Arc<dyn Fn() -> Timestamp + Send + Sync> {
        Arc::new(move || self.now())
    }

    /// Whether `--now` fixed it.
    pub(crate) fn is_fixed(self) -> bool {
        matches!(self, Self::Fixed(_))
    }
}
