//! How a count may be printed.

use serde::{Deserialize, Serialize};

/// Counts below this are printed alike.
pub const FEWEST: u64 = 5;

/// A count as it may be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Printed {
    /// Any of 0 to 4.
    Few,
    /// The nearest multiple of 5.
    About(u64),
}

impl Printed {
    /// A count.
    #[must_use]
    pub const fn of(count: u64) -> Self {
        if count < FEWEST {
            return Self::Few;
        }
        Self::About((count + FEWEST / 2) / FEWEST * FEWEST)
    }

    /// What the count may be, as far as this tells.
    #[must_use]
    pub const fn range(self) -> (u64, u64) {
        match self {
            Self::Few => (0, FEWEST - 1),
            Self::About(FEWEST) => (FEWEST, FEWEST + FEWEST / 2),
            Self::About(number) => (number - FEWEST / 2, number + FEWEST / 2),
        }
    }
}

impl Serialize for Printed {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Few => serializer.serialize_none(),
            Self::About(number) => serializer.serialize_u64(*number),
        }
    }
}

/// A sum of printed counts: never of the counts themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sum {
    /// When each that is few is none.
    pub least: u64,
    /// When each that is few is 4.
    pub most: u64,
}

impl FromIterator<Printed> for Sum {
    fn from_iter<I: IntoIterator<Item = Printed>>(all: I) -> Self {
        all.into_iter().fold(Self::default(), |sum, one| match one {
            Printed::Few => Self {
                most: sum.most + FEWEST - 1,
                ..sum
            },
            Printed::About(number) => Self {
                least: sum.least + number,
                most: sum.most + number,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Printed, Sum};

    #[test]
    fn nought_to_four_are_alike_and_the_rest_is_rounded() {
        for count in 0..5 {
            assert_eq!(Printed::of(count), Printed::Few);
        }
        for (count, about) in [(5, 5), (7, 5), (8, 10), (12, 10), (13, 15), (203, 205)] {
            assert_eq!(Printed::of(count), Printed::About(about), "{count}");
        }
    }

    #[test]
    fn the_range_is_all_that_is_printed_so_and_nothing_else() {
        for count in 0..200 {
            let printed = Printed::of(count);
            let (least, most) = printed.range();
            for other in 0..210 {
                let alike = Printed::of(other) == printed;
                assert_eq!(alike, (least..=most).contains(&other), "{count} {other}");
            }
        }
    }

    #[test]
    fn a_sum_knows_only_what_is_printed() {
        let sum: Sum = [3, 12, 1].map(Printed::of).into_iter().collect();
        assert_eq!((sum.least, sum.most), (10, 18));
    }
}
