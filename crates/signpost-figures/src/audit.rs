//! The auditor: what can be found out from everything that is said of one period.
//!
//! Each statement says between what numbers a sum of cells lies. All of them are one linear system over whole numbers from 0 up; the range of
//! each cell is narrowed by each statement, again and again, until nothing changes any more. Sums that overlap are subtracted from each other first.

use std::collections::BTreeMap;

/// The most rounds; each narrows some range by at least one, and ranges of interest are small.
const MOST_ROUNDS: usize = 10_000;
/// The most sums looked at together.
const MOST_SUMS: usize = 2_000;
/// The largest true value that is hidden.
const LARGEST_HIDDEN: i64 = 4;

/// Something an output says: the sum of these cells lies between these two, both included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement<C> {
    /// Cells and how often each counts.
    pub sum: BTreeMap<C, i64>,
    /// At least.
    pub least: i64,
    /// At most.
    pub most: i64,
    /// Which output says so.
    pub said_by: &'static str,
}

impl<C: Ord> Statement<C> {
    /// That the sum of some cells lies between two numbers.
    pub fn of(
        cells: impl IntoIterator<Item = C>,
        (least, most): (u64, u64),
        said_by: &'static str,
    ) -> Self {
        let mut sum = BTreeMap::new();
        for cell in cells {
            *sum.entry(cell).or_insert(0) += 1;
        }
        let number = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        Self {
            sum,
            least: number(least),
            most: number(most),
            said_by,
        }
    }
}

/// A cell of which more is known than may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leak<C> {
    /// The cell.
    pub cell: C,
    /// Its least value, as all statements together tell.
    pub least: i64,
    /// Its largest.
    pub most: i64,
    /// Whether it is one value alone, of 1 to 4.
    pub determined: bool,
}

/// What all statements together tell of each cell.
#[must_use]
pub fn ranges<C: Ord + Clone>(said: &[Statement<C>]) -> BTreeMap<C, (i64, i64)> {
    let statements = &taken_apart(said)[..];
    let cells = statements.iter().flat_map(|one| one.sum.keys());
    let mut ranges: BTreeMap<C, (i64, i64)> = cells
        .map(|cell| (cell.clone(), (0, i64::from(u32::MAX))))
        .collect();
    for _round in 0..MOST_ROUNDS {
        let mut changed = false;
        for statement in statements {
            changed |= narrow(statement, &mut ranges);
        }
        if !changed {
            break;
        }
    }
    ranges
}

/// The statements, and each difference of two of which one is about a part of the other's cells, again and again: so that what overlaps is
/// subtracted as people would.
fn taken_apart<C: Ord + Clone>(said: &[Statement<C>]) -> Vec<Statement<C>> {
    let (mut sums, alone): (Vec<_>, Vec<_>) =
        said.iter().cloned().partition(|one| one.sum.len() > 1);
    let mut from = 0;
    while from < sums.len() && sums.len() < MOST_SUMS {
        let mut new = Vec::new();
        for (nth, one) in sums.iter().enumerate() {
            for other in sums.iter().skip(from.max(nth + 1)) {
                let found = difference(one, other).or_else(|| difference(other, one));
                new.extend(found.filter(|found| !sums.contains(found)));
            }
        }
        from = sums.len();
        new.dedup();
        sums.extend(new);
    }
    sums.extend(alone);
    sums
}

/// The first without the second, when it has all cells of it.
fn difference<C: Ord + Clone>(whole: &Statement<C>, part: &Statement<C>) -> Option<Statement<C>> {
    let has = |cell: &C, times: i64| whole.sum.get(cell) == Some(&times);
    if whole.sum.len() <= part.sum.len() || !part.sum.iter().all(|(cell, &n)| has(cell, n)) {
        return None;
    }
    let rest = whole
        .sum
        .iter()
        .filter(|(cell, _)| !part.sum.contains_key(*cell));
    Some(Statement {
        sum: rest.map(|(cell, times)| (cell.clone(), *times)).collect(),
        least: whole.least - part.most,
        most: whole.most - part.least,
        said_by: whole.said_by,
    })
}

/// Narrows each cell of one statement by the others in it. Whether anything changed.
fn narrow<C: Ord + Clone>(statement: &Statement<C>, ranges: &mut BTreeMap<C, (i64, i64)>) -> bool {
    let term = |ranges: &BTreeMap<C, (i64, i64)>, cell: &C, times: i64| {
        let (low, high) = range(ranges, cell);
        if times < 0 {
            (times * high, times * low)
        } else {
            (times * low, times * high)
        }
    };
    let mut changed = false;
    for (cell, &times) in statement.sum.iter().filter(|(_, times)| **times != 0) {
        let mut others = (0, 0);
        for (other, &times) in statement.sum.iter().filter(|(other, _)| *other != cell) {
            let (low, high) = term(ranges, other, times);
            others = (others.0 + low, others.1 + high);
        }
        // times × cell lies between these two.
        let (low, high) = (statement.least - others.1, statement.most - others.0);
        let (low, high) = if times < 0 {
            (div_up(-high, -times), (-low).div_euclid(-times))
        } else {
            (div_up(low, times), high.div_euclid(times))
        };
        let (least, most) = range(ranges, cell);
        let narrowed = (least.max(low), most.min(high));
        if narrowed != (least, most) {
            ranges.insert(cell.clone(), narrowed);
            changed = true;
        }
    }
    changed
}

/// What is known of a cell so far.
fn range<C: Ord>(ranges: &BTreeMap<C, (i64, i64)>, cell: &C) -> (i64, i64) {
    let known = ranges.get(cell).copied();
    known.unwrap_or((0, i64::from(u32::MAX)))
}

fn div_up(number: i64, by: i64) -> i64 {
    -(-number).div_euclid(by)
}

/// Every cell that is not above 4 and of which more is known than that.
#[must_use]
pub fn leaks<C: Ord + Clone>(
    statements: &[Statement<C>],
    truth: &BTreeMap<C, u64>,
) -> Vec<Leak<C>> {
    let ranges = ranges(statements);
    let small = truth.iter().filter(|(_, count)| **count < crate::FEWEST);
    small
        .filter_map(|(cell, _)| {
            let &(least, most) = ranges.get(cell)?;
            (least > 0 || most < LARGEST_HIDDEN).then(|| Leak {
                cell: cell.clone(),
                least,
                most,
                determined: least == most && least > 0,
            })
        })
        .collect()
}
