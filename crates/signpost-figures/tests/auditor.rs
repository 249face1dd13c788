//! The auditor over everything that is said of 1,000 made-up tables.

#![expect(
    clippy::unwrap_used,
    reason = "what fails in a test should fail loudly"
)]

use std::collections::BTreeMap;

use jiff::civil::date;
use signpost_figures::{
    Cell, Counted, Kind, Printed, Subject, Sum, Table, Week,
    audit::{Leak, Statement, leaks},
};

const TABLES: u64 = 1_000;
const WEEKS: u64 = 6;
/// Overlapping windows have this many weeks.
const WINDOW: usize = 4;

/// Numbers that look like chance and are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    /// Mostly small, as in a small town.
    fn count(&mut self) -> u64 {
        match self.below(10) {
            0..=5 => self.below(5),
            6..=8 => self.below(12),
            _ => self.below(80),
        }
    }
}

fn counted(chance: &mut Chance) -> Vec<Counted> {
    let (doors, needs) = (1 + chance.below(4), 1 + chance.below(6));
    let rows = (0..doors)
        .map(|door| (Subject::Door, format!("door-{door}")))
        .chain((0..needs).map(|need| (Subject::Need, format!("need-{need}"))));
    let mut counted = Vec::new();
    for (subject, code) in rows {
        for nth in 0..WEEKS {
            let monday = date(2026, 8, 3) + jiff::Span::new().weeks(i64::try_from(nth).unwrap());
            for &kind in subject.kinds() {
                let cell = Cell {
                    week: Week::of(monday),
                    subject,
                    code: code.clone(),
                    kind,
                };
                let count = chance.count();
                counted.push(Counted { cell, count });
            }
        }
    }
    counted
}

/// What the CSV says, read as a stranger reads it.
fn said_by_csv(text: &str) -> Vec<Statement<Cell>> {
    text.lines()
        .skip(1)
        .map(|line| {
            let mut parts = line.split(',');
            let mut next = || parts.next().unwrap();
            let cell = Cell {
                week: next().parse().unwrap(),
                subject: next().parse().unwrap(),
                code: next().to_owned(),
                kind: next().parse().unwrap(),
            };
            let range = match next() {
                "fewer than 5" => (0, 4),
                number => Printed::About(number.parse().unwrap()).range(),
            };
            Statement::of([cell], range, "CSV")
        })
        .collect()
}

/// What a printed sum says: nothing, when whoever has the cells can make it of them by the published rule; else it is taken at its word.
fn said_by_sum(sum: Sum, cells: Vec<(Cell, Printed)>, by: &'static str) -> Option<Statement<Cell>> {
    let own: Sum = cells.iter().map(|(_, printed)| *printed).collect();
    let cells = cells.into_iter().map(|(cell, _)| cell);
    (sum != own).then(|| Statement::of(cells, (sum.least, sum.most), by))
}

fn cells(table: &Table, of: impl Fn(&signpost_figures::Line) -> bool) -> Vec<(Cell, Printed)> {
    let lines = table.lines.iter().filter(|line| of(line));
    lines
        .flat_map(|line| {
            Kind::LOOK_UPS.map(|kind| {
                let cell = Cell {
                    week: line.week,
                    subject: line.subject,
                    code: line.code.clone(),
                    kind,
                };
                (cell, line.count(kind))
            })
        })
        .collect()
}

/// Everything that is said: the cells, the sum of each line and week, and each window of four weeks.
fn statements(table: &Table) -> Vec<Statement<Cell>> {
    let mut all = said_by_csv(&table.csv());
    for line in &table.lines {
        let own = cells(table, |other| {
            (other.week, other.subject, &other.code) == (line.week, line.subject, &line.code)
        });
        all.extend(said_by_sum(line.look_ups, own, "sum of a line"));
    }
    for week in table.weeks() {
        let own = cells(table, |line| line.week == week);
        all.extend(said_by_sum(table.look_ups(week), own, "sum of a week"));
    }
    for window in table.weeks().windows(WINDOW) {
        let own = cells(table, |line| window.contains(&line.week));
        let sum = own.iter().map(|(_, printed)| *printed).collect();
        all.extend(said_by_sum(sum, own, "window"));
    }
    all
}

fn truth(counted: &[Counted]) -> BTreeMap<Cell, u64> {
    let pairs = counted.iter();
    pairs.map(|one| (one.cell.clone(), one.count)).collect()
}

fn table(counted: &[Counted]) -> Table {
    Table::of(counted, date(2026, 12, 7))
}

#[test]
fn nothing_below_five_is_told_apart_in_a_thousand_tables() {
    let mut chance = Chance(17);
    for nth in 0..TABLES {
        let counted = counted(&mut chance);
        let found = leaks(&statements(&table(&counted)), &truth(&counted));
        assert_eq!(found, [], "table {nth}");
    }
}

#[test]
fn one_true_sum_is_caught() {
    let mut chance = Chance(18);
    let (mut tried, mut caught, mut determined) = (0, 0, 0);
    for _nth in 0..TABLES {
        let counted = counted(&mut chance);
        let mut table = table(&counted);
        let truth = truth(&counted);
        // The true sum of the first line in which something is hidden and nothing else blurs it.
        let sum_of = |line: &signpost_figures::Line| -> u64 {
            let own = truth.iter().filter(|(cell, _)| {
                cell.week == line.week && cell.code == line.code && cell.kind != Kind::Scan
            });
            own.map(|(_, count)| *count).sum()
        };
        let Some(line) = table.lines.iter_mut().find(|line| {
            let few = Kind::LOOK_UPS.map(|kind| line.count(kind) == Printed::Few);
            few.into_iter().all(|few| few) && sum_of(line) < 4
        }) else {
            continue;
        };
        let sum = sum_of(line);
        line.look_ups = Sum {
            least: sum,
            most: sum,
        };
        tried += 1;
        let found: Vec<Leak<Cell>> = leaks(&statements(&table), &truth);
        caught += u64::from(!found.is_empty());
        determined += found.iter().filter(|leak| leak.determined).count();
    }
    assert!(tried > TABLES / 4, "{tried}");
    assert_eq!(caught, tried, "each true sum is caught");
    let _ = determined;
}

#[test]
fn subtraction_is_caught_and_so_is_a_system_of_two() {
    let (a, b, c) = ("a", "b", "c");
    let truth = BTreeMap::from([(a, 3), (b, 20), (c, 1)]);
    let printed = |cell, range| Statement::of([cell], range, "page");
    let all = vec![
        printed(a, (0, 4)),
        printed(b, (18, 22)),
        printed(c, (0, 4)),
        // Two windows that overlap: a + b + c = 24, b + c = 21.
        Statement::of([a, b, c], (24, 24), "four weeks"),
        Statement::of([b, c], (21, 21), "three weeks"),
    ];
    let found = leaks(&all, &truth);
    let leak = found.iter().find(|leak| leak.cell == a).unwrap();
    assert!(leak.determined && leak.least == 3, "{found:?}");
    assert_eq!(leaks(&all[..3], &truth), []);
}

#[test]
fn a_part_printed_beside_its_whole_would_be_caught() {
    // Why each look-up is in one table only: four doors of about 5 are at least 20, and five needs of fewer than 5 at most.
    let mut all: Vec<Statement<String>> = Vec::new();
    let mut truth = BTreeMap::new();
    let mut parts = BTreeMap::new();
    for nth in 0..4 {
        all.push(Statement::of([format!("door {nth}")], (5, 7), "doors"));
        truth.insert(format!("door {nth}"), 5);
        parts.insert(format!("door {nth}"), -1);
    }
    for nth in 0..5 {
        all.push(Statement::of([format!("need {nth}")], (0, 4), "needs"));
        truth.insert(format!("need {nth}"), 4);
        parts.insert(format!("need {nth}"), 1);
    }
    assert_eq!(leaks(&all, &truth), []);
    all.push(Statement {
        sum: parts,
        least: 0,
        most: 1_000,
        said_by: "doors are a part of needs",
    });
    let found = leaks(&all, &truth);
    assert_eq!(found.iter().filter(|leak| leak.determined).count(), 5);
}
