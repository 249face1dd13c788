//! What is reached, as the page tells it.

use std::sync::Arc;

use jiff::Timestamp;
use signpost_answers::{
    LocalizedText,
    reach::{ReachView, about_area, about_metres},
};
use signpost_coverage::{Week, percent};
use signpost_domain::NeedCode;
use signpost_hours::words;
use signpost_locate::Snapshot;
use signpost_web::{ApiError, App, CoverageAsk, PageContext};

use super::{
    link::Link,
    query::{Asked, WALKS},
};

/// How many gaps are told.
const GAPS: usize = 6;

/// What is reached now.
pub(super) struct Figures {
    /// One sentence a line.
    pub summary: Vec<String>,
    /// Places that lie in the water by their row.
    pub wet: Vec<String>,
    pub walks: Vec<Link>,
    pub counting: Vec<Link>,
    /// Name, share.
    pub neighbourhoods: Vec<(LocalizedText, u8)>,
    pub landmarks: Vec<LandmarkRow>,
    pub gaps: Vec<String>,
    pub method: String,
    pub week: Option<WeekTable>,
}

impl Figures {
    /// Whether no part of town has a place near: on paper one sentence says so, and no table.
    pub(super) fn reaches_nothing(&self) -> bool {
        self.neighbourhoods.iter().all(|(_, percent)| *percent == 0)
    }
}

/// How far it is from a landmark.
pub(super) struct LandmarkRow {
    pub name: LocalizedText,
    /// The nearest open place and its page; `None` when no way leads to any.
    pub nearest: Option<(LocalizedText, String)>,
    pub far: String,
}

/// Reach by hour of the week.
pub(super) struct WeekTable {
    pub days: Vec<String>,
    /// "3 am", and a cell for each day.
    pub hours: Vec<(String, Vec<String>)>,
    /// Whether the cells are shares; else they count landmarks.
    pub shares: bool,
}

/// Works the figures out; `None` when too many ask at once.
pub(super) async fn figures(
    app: &App,
    f: &PageContext,
    asked: &Asked,
    at: Timestamp,
) -> Result<Option<Figures>, ApiError> {
    let snapshot = app.snapshot_to_keep();
    let need = NeedCode::disposal();
    if snapshot.need(&need).is_none() {
        return Ok(None);
    }
    let ask = CoverageAsk {
        need: need.clone(),
        metres: f64::from(asked.metres),
        at,
        also_unknown: asked.also_unknown,
    };
    let reached = app.coverage().reach(&snapshot, &ask).await;
    let (town, reach) = match reached {
        Err(ApiError::Busy) => return Ok(None),
        reached => reached?,
    };
    let view = ReachView::of(&snapshot, &town, &reach, f.lang);
    let today = snapshot.town_zone().day(at);
    let week = app
        .coverage()
        .week(&snapshot, &need, today, ask.metres, asked.also_unknown)
        .await;
    let week = match week {
        Err(ApiError::Busy) => None,
        week => Some(week?),
    };
    Ok(Some(Figures {
        summary: summary(f, &view, asked),
        wet: view
            .in_water
            .iter()
            .map(|site| f.t1("disposal-reach-wet", "name", site.name.as_str()))
            .collect(),
        walks: walks(f, asked),
        counting: counting(f, asked),
        neighbourhoods: view
            .neighbourhoods
            .iter()
            .map(|one| (one.name.clone(), one.percent))
            .collect(),
        landmarks: landmarks(f, &view),
        gaps: gaps(f, &view),
        method: f.t2(
            "disposal-reach-method",
            ("method", &view.method_text),
            ("day", &f.told(words::date(view.day, f.lang))),
        ),
        // Hours of which nobody knows are no finding of nothing.
        week: week
            .filter(|week| view.unknown == 0 || reaches_anything(week))
            .map(|week| table(f, &snapshot, &week)),
    }))
}

/// Whether any hour of the week has anything within reach.
fn reaches_anything(week: &Week) -> bool {
    let mut hours = week.hours.iter().flatten();
    hours.any(|hour| hour.landmarks > 0 || hour.share.is_some_and(|share| share > 0.0))
}

fn summary(f: &PageContext, view: &ReachView, asked: &Asked) -> Vec<String> {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    // What has to be asked first is never called open.
    let of = |open: &'static str, or_asked: &'static str| {
        if asked.also_unknown { or_asked } else { open }
    };
    let mut lines = vec![f.t_number(
        of("disposal-reach-points", "disposal-reach-points-asked"),
        count(view.points),
    )];
    if view.points > 0 {
        let metres = asked.metres.to_string();
        let area = about_area(f, view.square_metres);
        lines.push(f.t2("disposal-reach-area", ("metres", &metres), ("area", &area)));
        if let Some(percent) = view.percent {
            let [reached, all] = view.parts.map(|land| about_area(f, land));
            let said = [
                ("percent", &*percent.to_string()),
                ("reached", &*reached),
                ("all", &*all),
            ];
            lines.push(f.say("disposal-reach-share", &said));
        }
        lines.push(f.t2(
            "disposal-reach-landmarks",
            ("reached", &view.landmarks_reached.to_string()),
            ("of", &view.landmarks.len().to_string()),
        ));
    }
    if view.without_a_place > 0 {
        lines.push(f.t_number(
            of("disposal-reach-unplaced", "disposal-reach-unplaced-asked"),
            count(view.without_a_place),
        ));
    }
    if view.unknown > 0 && !asked.also_unknown {
        lines.push(f.t_number("disposal-reach-unknown", count(view.unknown)));
    }
    lines
}

fn walks(f: &PageContext, asked: &Asked) -> Vec<Link> {
    let mut walks = WALKS.to_vec();
    if !walks.contains(&asked.metres) {
        walks.push(asked.metres);
    }
    walks
        .into_iter()
        .map(|metres| Link {
            href: f.link(
                &Asked {
                    metres,
                    ..asked.clone()
                }
                .address(),
            ),
            label: format!("{metres} m"),
            current: metres == asked.metres,
        })
        .collect()
}

fn counting(f: &PageContext, asked: &Asked) -> Vec<Link> {
    [
        (false, "disposal-count-open"),
        (true, "disposal-count-unknown"),
    ]
    .into_iter()
    .map(|(also_unknown, key)| Link {
        href: f.link(
            &Asked {
                also_unknown,
                ..asked.clone()
            }
            .address(),
        ),
        label: f.t(key),
        current: also_unknown == asked.also_unknown,
    })
    .collect()
}

fn landmarks(f: &PageContext, view: &ReachView) -> Vec<LandmarkRow> {
    let rows = view.landmarks.iter();
    rows.map(|row| LandmarkRow {
        name: row.name.clone(),
        nearest: row.nearest.as_ref().map(|site| {
            let page = f.link(&format!("/sites/{}", site.site));
            (site.name.clone(), page)
        }),
        far: row
            .metres
            .map_or_else(|| f.t(no_way(view)), |metres| about_metres(f, metres)),
    })
    .collect()
}

/// Where no place counts at all, it is not the ways that are missing.
fn no_way(view: &ReachView) -> &'static str {
    if view.points == 0 {
        "disposal-reach-none-counts"
    } else {
        "disposal-reach-no-way"
    }
}

fn gaps(f: &PageContext, view: &ReachView) -> Vec<String> {
    view.gaps
        .iter()
        .take(GAPS)
        .map(|gap| {
            let area = about_area(f, gap.square_metres);
            let near = gap.near.as_ref().map(LocalizedText::as_str);
            let far = gap.metres.map(|metres| about_metres(f, metres));
            let place = gap.neighbourhood.as_str();
            let where_ = match near {
                Some(near) => f.t2("disposal-gap-near", ("place", place), ("near", near)),
                None => place.to_owned(),
            };
            match &far {
                Some(far) => {
                    let said = [("place", &*where_), ("area", &*area), ("far", &**far)];
                    let key = if gap.cut_off {
                        "disposal-gap-cut-off"
                    } else {
                        "disposal-gap"
                    };
                    f.say(key, &said)
                }
                None if view.points == 0 => f.t2(
                    "disposal-gap-none-counts",
                    ("place", &where_),
                    ("area", &area),
                ),
                None => f.t2("disposal-gap-no-way", ("place", &where_), ("area", &area)),
            }
        })
        .collect()
}

fn table(f: &PageContext, snapshot: &Snapshot, week: &Arc<Week>) -> WeekTable {
    let shares = week.hours.iter().flatten().any(|hour| hour.share.is_some());
    let days = week
        .days
        .iter()
        .map(|day| f.told(words::weekday_name(day.weekday(), f.lang)))
        .collect();
    let of = snapshot.directory().landmarks.len();
    let hours = (0..24_i8)
        .map(|hour| {
            let ix = usize::from(hour.unsigned_abs());
            let cells = week
                .hours
                .iter()
                .filter_map(|day| day.get(ix))
                .map(|hour| match hour.share {
                    Some(share) => f.t1("percent", "number", percent(share).to_string()),
                    None => format!("{}/{of}", hour.landmarks),
                })
                .collect();
            let clock = words::clock(jiff::civil::time(hour, 0, 0, 0), f.lang);
            (f.told(clock), cells)
        })
        .collect();
    WeekTable {
        days,
        hours,
        shares,
    }
}
