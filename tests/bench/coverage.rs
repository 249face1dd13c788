//! What is within reach: worked out cold, and looked up again.

use std::{sync::Arc, time::Instant};

use signpost_domain::{Bank, LonLat, Text};
use signpost_web::{App, CoverageAsk};

use crate::{
    inside::{ROUNDS, need, now, row, snapshot},
    processor, town,
};

/// A warm answer is too short to be timed once.
const WARM: u32 = 200;

/// A town about 20 km wide on one bank, with this many places.
fn app(count: usize) -> App {
    let mut directory = town::of(count);
    let near = |place: LonLat| {
        let (lon, lat) = (place.lon() + 94.5, place.lat() - 49.8);
        LonLat::new(-94.5 + lon * 0.028, 49.8 + lat * 0.036).expect("in range")
    };
    for site in &mut directory.sites {
        site.point = site.point.map(near);
    }
    let corner = |lon: f64, lat: f64| LonLat::new(lon, lat).expect("in range");
    directory.ground.banks = vec![Bank {
        id: "land".into(),
        name: Text::en("Land"),
        ring: vec![
            corner(-94.8, 49.6),
            corner(-94.2, 49.6),
            corner(-94.2, 50.0),
            corner(-94.8, 50.0),
            corner(-94.8, 49.6),
        ],
    }];
    let at = now();
    App::new(snapshot(directory), Arc::new(move || at), true, None)
}

/// Seconds of processor and of a clock for one answer within `metres`.
async fn answer(app: &App, metres: f64) -> (f64, f64) {
    let ask = CoverageAsk {
        need: need(),
        metres,
        at: now(),
        also_unknown: true,
    };
    let kept = app.snapshot_to_keep();
    let (processor, clock) = (processor::seconds(), Instant::now());
    let (_, reach) = app.coverage().reach(&kept, &ask).await.expect("figures");
    assert!(reach.coverage.square_metres > 0.0);
    (
        processor::seconds() - processor,
        clock.elapsed().as_secs_f64(),
    )
}

/// 121 and 10,000 places.
pub async fn figures() {
    let mut colds = Vec::new();
    for count in [121, 10_000] {
        let app = app(count);
        let (mut colds_here, mut clocks) = (Vec::new(), Vec::new());
        let mut metres = 400.0;
        for _ in 0..ROUNDS {
            // Another distance each time, so that nothing is kept of it.
            metres += 1.0;
            let (processor, clock) = answer(&app, metres).await;
            colds_here.push(processor);
            clocks.push(clock);
        }
        let mut warm = 0.0;
        for _ in 0..WARM {
            warm += answer(&app, metres).await.0;
        }
        let (cold, warm) = (median(colds_here), warm / f64::from(WARM));
        row(
            &format!("coverage, {count} places, cold, processor time"),
            format!("{:.0} ms", cold * 1e3),
        );
        row(
            &format!("coverage, {count} places, cold, by the clock"),
            format!("{:.0} ms", median(clocks) * 1e3),
        );
        row(
            &format!("coverage, {count} places, warm, processor time"),
            format!("{:.3} ms", warm * 1e3),
        );
        row(
            &format!("coverage, {count} places, cold against warm"),
            format!("{:.0} ×", cold / warm),
        );
        colds.push(cold);
    }
    row(
        "coverage, cold, 10,000 against 121 places",
        format!("{:.1} ×", colds[1] / colds[0]),
    );
}

fn median(mut rounds: Vec<f64>) -> f64 {
    rounds.sort_by(f64::total_cmp);
    rounds[rounds.len() / 2]
}
