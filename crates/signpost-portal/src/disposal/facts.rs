//! What a month was, read and measured.

use std::sync::Arc;

use actix_web::HttpRequest;
use jiff::civil::Date;
use signpost_answers::LocalizedText;
use signpost_coverage::{Coverage, Town, cover};
use signpost_disposal::{Changes, Month, MonthLog, far_from_boxes, points, stood_on};
use signpost_domain::{LonLat, SiteSlug};
use signpost_locate::Snapshot;
use signpost_web::{ApiError, SharedApp, params::Params};

use crate::access::{Authors, PortalContext};

/// How far one walks, for the figures of the month.
///
/// # Units
/// Metres.
pub(crate) const METRES: f64 = 400.0;
/// How many lines of the log are read.
const READ: u32 = 50_000;

/// What a month was, read and measured.
pub(crate) struct Facts {
    pub snapshot: Arc<Snapshot>,
    pub month: Month,
    /// The last day that is told: of a month that runs, today.
    pub end: Date,
    pub log: MonthLog,
    pub authors: Authors,
    pub before: Coverage,
    pub after: Coverage,
    pub town: Arc<Town>,
    /// Name and note of what was kept in "what if" and is still on the list.
    pub ideas: Vec<(String, String)>,
    /// Places with supplies that have no place for used needles near.
    pub far: usize,
}

/// Reads and measures the month that is asked for; else the last one that is over.
pub(super) async fn facts(app: &SharedApp, request: &HttpRequest) -> Result<Facts, ApiError> {
    let params = Params::read(request.query_string(), &["month"])?;
    let asked = params.value::<Month>("month")?;
    let today = app.snapshot().town_zone().day(app.now());
    let month = asked.unwrap_or_else(|| Month::of(today).before());
    if month.first > today {
        return Err(ApiError::not_found());
    }
    facts_of(app, month).await
}

/// Reads and measures a month.
pub(crate) async fn facts_of(app: &SharedApp, month: Month) -> Result<Facts, ApiError> {
    let snapshot = app.snapshot_to_keep();
    let today = snapshot.town_zone().day(app.now());
    let end = month.last().min(today);
    let store = app.database()?;
    let log = store.service_log(None, Date::MIN, READ).await?;
    let town = app.coverage().town(&snapshot)?;
    let (work_town, work_snapshot, now) = (Arc::clone(&town), Arc::clone(&snapshot), app.now());
    let (before, after, far) = app
        .coverage()
        .work(move || {
            let stood = |day| -> Vec<LonLat> {
                points(&work_snapshot)
                    .filter(|site| match &site.disposal_point {
                        Some(point) => stood_on(point, day),
                        None => true,
                    })
                    .filter_map(|site| site.point)
                    .collect()
            };
            let before = cover(&work_town, &stood(month.day_before()), METRES);
            let after = cover(&work_town, &stood(end), METRES);
            let far = far_from_boxes(&work_snapshot, &work_town, now).len();
            (before, after, far)
        })
        .await?;
    let ideas = store.ideas::<Changes>().await?;
    Ok(Facts {
        log: MonthLog::of(&snapshot, log, month.first, end),
        authors: Authors::read(store).await?,
        ideas: ideas
            .into_iter()
            .map(|idea| (idea.name, idea.note))
            .collect(),
        snapshot,
        month,
        end,
        before,
        after,
        town,
        far,
    })
}

/// What a place is called; its slug when it is on no list any more.
pub(super) fn name(snapshot: &Snapshot, f: &PortalContext, slug: &SiteSlug) -> String {
    let site = snapshot.find(slug).map(|ix| snapshot.site(ix));
    let proposed = || snapshot.proposed().iter().find(|site| site.slug == *slug);
    site.or_else(proposed).map_or_else(
        || slug.to_string(),
        |site| LocalizedText::of(&site.name, f.lang).to_string(),
    )
}
