//! The sizes there are. Nobody can ask for another one, so that nobody can have a server draw without end.

/// A size of pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Size {
    /// On a page: 360 by 240, drawn twice as fine.
    Page,
    /// Where a link to a page is shown with a picture.
    Preview,
    /// Half a Letter page at 150 dots to an inch.
    HalfPoster,
}

impl Size {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Page, Self::Preview, Self::HalfPoster];

    /// Its word in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Page => "360x240@2x",
            Self::Preview => "1200x630",
            Self::HalfPoster => "1275x825",
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn of_code(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.code() == word)
    }

    /// Width and height.
    ///
    /// # Units
    /// Pixels.
    #[must_use]
    pub const fn pixels(self) -> (u16, u16) {
        match self {
            Self::Page => (720, 480),
            Self::Preview => (1200, 630),
            Self::HalfPoster => (1275, 825),
        }
    }

    /// How many pixels a pixel of a page is: widths of roads and sizes of letters go by it.
    pub(crate) const fn fineness(self) -> f64 {
        match self {
            Self::Page => 2.0,
            Self::Preview => 1.7,
            Self::HalfPoster => 1.8,
        }
    }

    /// How much ground around one place is seen, from top to bottom.
    ///
    /// # Units
    /// Metres.
    pub(crate) const fn around_one(self) -> f64 {
        match self {
            Self::Page => 620.0,
            Self::Preview => 800.0,
            Self::HalfPoster => 1_000.0,
        }
    }
}
