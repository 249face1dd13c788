//! How near an open place is, as rows of a table: never an average alone, and beside the best that any plan over the same places could do.

use signpost_answers::plan::Names;
use signpost_domain::LandmarkId;
use signpost_plan::proof::{Hours, Shares, StandsAt};

use crate::access::PortalContext;

/// One need within one distance.
pub(super) struct ShareView {
    pub title: String,
    pub rows: Vec<ShareRow>,
    /// Each place by itself.
    pub places: Vec<ShareRow>,
}

/// Hours of a usual week with an open place near enough.
pub(super) struct ShareRow {
    pub label: String,
    pub before: String,
    pub after: String,
    pub best: String,
}

pub(super) fn share(f: &PortalContext, names: &Names<'_>, shares: &Shares) -> ShareView {
    let row = |label: String, hours: Hours| {
        let of = |number: u16| {
            let (number, all) = (number.to_string(), shares.of.to_string());
            f.t2("sp-share-hours", ("number", &number), ("of", &all))
        };
        ShareRow {
            label,
            before: of(hours.before),
            after: of(hours.after),
            best: of(hours.best),
        }
    };
    let summed_up = [
        ("sp-share-median", shares.median),
        ("sp-share-worst", shares.worst_tenth),
    ];
    let need = names.need(&shares.need);
    ShareView {
        title: f.t2(
            "sp-share-title",
            ("need", &need),
            ("metres", &shares.metres.to_string()),
        ),
        rows: summed_up
            .into_iter()
            .filter_map(|(key, hours)| Some(row(f.speaker().say(key, &[]), hours?)))
            .collect(),
        places: shares
            .places
            .iter()
            .map(|place| {
                let label = match &place.at {
                    StandsAt::Door(slug) => names.site(slug),
                    StandsAt::Landmark(id) => landmark(names, id),
                };
                row(label, place.hours)
            })
            .collect(),
    }
}

fn landmark(names: &Names<'_>, id: &LandmarkId) -> String {
    let mut rows = names.directory.landmarks.iter();
    let row = rows.find(|row| row.id == *id);
    row.map_or_else(
        || id.to_string(),
        |row| row.name.words(names.speaker.lang).to_owned(),
    )
}
