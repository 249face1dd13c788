//! How large a poster is.

/// A piece of paper. All are printed on Letter paper, as many as fit, and cut apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A Letter page.
    Letter,
    /// Half of one.
    Half,
    /// A quarter of one, to be handed out.
    Card,
}

/// Sizes of letters, in points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sizes {
    pub headline: f32,
    pub body: f32,
}

impl Format {
    /// Every one, the largest first.
    pub const ALL: [Self; 3] = [Self::Letter, Self::Half, Self::Card];

    /// Its word in addresses and commands.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::Half => "half",
            Self::Card => "card",
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn of_code(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.code() == word)
    }

    /// Width and height of the paper, in points.
    #[must_use]
    pub const fn sheet(self) -> (f32, f32) {
        match self {
            Self::Letter | Self::Card => (612.0, 792.0),
            Self::Half => (792.0, 612.0),
        }
    }

    /// How many stand beside each other on the paper, and how many below each other.
    #[must_use]
    pub const fn across_and_down(self) -> (u8, u8) {
        match self {
            Self::Letter => (1, 1),
            Self::Half => (2, 1),
            Self::Card => (2, 2),
        }
    }

    /// Width and height of one, in points.
    #[must_use]
    pub fn size(self) -> (f32, f32) {
        let (width, height) = self.sheet();
        let (across, down) = self.across_and_down();
        (width / f32::from(across), height / f32::from(down))
    }

    /// White at every edge, in points.
    pub(crate) const fn margin(self) -> f32 {
        match self {
            Self::Letter => 45.0,
            Self::Half => 36.0,
            Self::Card => 27.0,
        }
    }

    /// The sizes that are tried, the largest first; below the last nobody reads it.
    pub(crate) const fn sizes(self) -> &'static [Sizes] {
        match self {
            Self::Letter => &[
                Sizes {
                    headline: 42.0,
                    body: 22.0,
                },
                Sizes {
                    headline: 36.0,
                    body: 20.0,
                },
                Sizes {
                    headline: 32.0,
                    body: 18.0,
                },
                Sizes {
                    headline: 28.0,
                    body: 16.0,
                },
            ],
            Self::Half => &[
                Sizes {
                    headline: 30.0,
                    body: 18.0,
                },
                Sizes {
                    headline: 28.0,
                    body: 16.0,
                },
            ],
            Self::Card => &[
                Sizes {
                    headline: 20.0,
                    body: 12.0,
                },
                Sizes {
                    headline: 18.0,
                    body: 11.0,
                },
            ],
        }
    }
}
