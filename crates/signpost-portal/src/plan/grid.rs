//! The hour-by-hour proof of one old door on a page: sentences, a table with headers both ways, a picture, and the real days that differ.

use jiff::civil::{Date, time};
use signpost_answers::plan::Names;
use signpost_hours::{
    Calendar,
    words::{clock, date, weekday_name},
};
use signpost_plan::proof::{Cell, CellState, DoorProof, Grid, words};

use crate::access::PortalContext;

/// An old door.
pub(super) struct DoorView {
    /// Its place on the page.
    pub id: String,
    pub title: String,
    /// How many hours are in which state, worst first; what stays as it is left out.
    pub summed_up: String,
    /// At most eight.
    pub sentences: Vec<String>,
    /// The days, as heads of columns.
    pub weekdays: Vec<String>,
    pub rows: Vec<HourRow>,
    /// Whether real days are told of here.
    pub has_days: bool,
    /// Real days that are other than the same day of a usual week.
    pub days: Vec<(String, String)>,
}

/// One hour of the seven days.
pub(super) struct HourRow {
    /// "4 pm to 5 pm".
    pub label: String,
    /// Where it is in the picture.
    pub y: usize,
    pub cells: Vec<CellView>,
}

/// One hour of one day.
pub(super) struct CellView {
    /// The word for its state in answers and style sheets.
    pub code: &'static str,
    /// One sign, for the picture.
    pub sign: char,
    /// Where it is in the picture.
    pub x: usize,
    pub words: String,
}

const HOURS: i8 = 24;
/// How wide and high a cell of the picture is.
const CELL: (usize, usize) = (24, 10);

/// One old door, a view for each of its usual weeks; `first` is the first day of the whole proof.
pub(super) fn door(
    f: &PortalContext,
    names: &Names<'_>,
    (nth, first): (usize, Date),
    door: &DoorProof,
) -> Vec<DoorView> {
    let weeks = door.weeks().enumerate();
    weeks
        .map(|(which, (from, week))| {
            let mut title = names.door((&door.from, &door.need));
            if from != first {
                let day = date(from, f.lang);
                title = f.t2("sp-proof-door-from", ("door", &title), ("day", &day));
            }
            let id = match which {
                0 => format!("door-{nth}"),
                which => format!("door-{nth}-{which}"),
            };
            // The real days begin with the proof, so they stand with the first week.
            week_view(f, (id, title), week, (which == 0).then_some(door))
        })
        .collect()
}

fn week_view(
    f: &PortalContext,
    (id, title): (String, String),
    week: &Grid,
    real: Option<&DoorProof>,
) -> DoorView {
    let days: Vec<&[Cell]> = week.days().map(|(_, cells)| cells).collect();
    let rows = (0..HOURS).zip(0_usize..).map(|(hour, index)| HourRow {
        label: hour_label(f, hour),
        y: index * CELL.1,
        cells: days
            .iter()
            .zip(0_usize..)
            .filter_map(|(cells, day)| Some((cells.get(index)?, day)))
            .map(|(cell, day)| CellView {
                code: cell.state.code(),
                sign: cell.state.sign(),
                x: day * CELL.0,
                words: words::cell(cell, f.lang),
            })
            .collect(),
    });
    DoorView {
        id,
        title,
        summed_up: summed_up(f, week),
        sentences: words::week(week, f.lang),
        weekdays: week
            .days()
            .map(|(day, _)| weekday_name(day, f.lang).to_owned())
            .collect(),
        rows: rows.collect(),
        has_days: real.is_some(),
        days: real
            .into_iter()
            .flat_map(|door| door.days.iter().filter(|day| door.differs(day)))
            .map(|day| {
                let weekday = weekday_name(day.date.weekday(), f.lang);
                let mut title = f.t2(
                    "sp-proof-day",
                    ("weekday", weekday),
                    ("day", &date(day.date, f.lang)),
                );
                for holiday in Calendar::ontario().on(day.date) {
                    title = format!("{title}, {}", holiday.name.words(f.lang));
                }
                (title, words::day(&day.hours, f.lang))
            })
            .collect(),
    }
}

/// "lost: 4 hours; moved: 40 hours".
fn summed_up(f: &PortalContext, week: &Grid) -> String {
    let states = CellState::ALL.into_iter();
    let told = states.filter(|state| !matches!(state, CellState::Kept | CellState::NotServed));
    let parts: Vec<String> = told
        .filter(|state| week.count(*state) > 0)
        .map(|state| {
            let number = i64::try_from(week.count(state)).unwrap_or(i64::MAX);
            let hours = f.t_number("plan-ahead-hours-count", number);
            let state = words::state(state, f.lang);
            f.t2("sp-proof-sum-part", ("state", &state), ("hours", &hours))
        })
        .collect();
    if parts.is_empty() {
        return f.t("sp-proof-sum-none");
    }
    parts.join("; ")
}

fn hour_label(f: &PortalContext, hour: i8) -> String {
    let at = |hour: i8| clock(time(hour % HOURS, 0, 0, 0), f.lang);
    f.t2("sp-proof-hour", ("from", &at(hour)), ("to", &at(hour + 1)))
}
