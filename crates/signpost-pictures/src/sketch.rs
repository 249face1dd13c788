//! What is known of the ground where no street map is installed: the sides of the water, the ways over it, and how far one comes on foot.

use signpost_answers::LocalizedText;
use signpost_domain::{Directory, Lang, LonLat};
use signpost_poster::lettering::Weight;

use crate::{
    colour,
    labels::{Labels, Look},
    line::{dashes, open},
    scene::{Scene, Shape},
    shore::shores,
    view::Spot,
    words::Words,
};

/// How far people come in a minute, as the crow flies: four kilometres an hour, along streets that are 1.3 times as long.
///
/// # Units
/// Metres.
const A_MINUTE: f64 = 4_000.0 / 60.0 / 1.3;

/// Rings of so many minutes.
const MINUTES: [i32; 3] = [5, 10, 15];

/// Shores and ways over the water.
pub(crate) fn draw(scene: &mut Scene, directory: &Directory, fineness: f64) {
    let view = scene.view;
    let line = |places: &[LonLat]| {
        places
            .iter()
            .map(|place| view.place(*place))
            .collect::<Vec<_>>()
    };
    let shores = shores(&directory.ground.banks);
    let dashed = shores
        .iter()
        .map(|shore| line(shore))
        .filter(|shore| view.sees(shore, 0.0))
        .flat_map(|shore| dashes(&shore, 8.0 * fineness, 6.0 * fineness));
    let shapes = dashed
        .map(|dash| Shape::drawn(open(&dash), 2.4 * fineness))
        .collect();
    scene.put(colour::SHORE, shapes);
    let open_ways = directory.ground.crossings.iter().filter(|way| way.open);
    let ways: Vec<Vec<Spot>> = open_ways.map(|way| line(&way.ends)).collect();
    let drawn = |width: f64| {
        ways.iter()
            .map(|way| Shape::drawn(open(way), width))
            .collect::<Vec<_>>()
    };
    scene.put(colour::CROSSING, drawn(7.0 * fineness));
    scene.put(colour::WHITE, drawn(4.0 * fineness));
}

/// Rings around a place, as far as they are seen, each with its minutes.
pub(crate) fn rings(
    scene: &mut Scene,
    labels: &mut Labels,
    words: &Words,
    (x, y): Spot,
    fineness: f64,
) {
    let view = scene.view;
    let metre = view.pixels_a_metre();
    let look = Look {
        weight: Weight::Regular,
        size: 10.0 * fineness,
        colour: colour::PIN,
    };
    for minutes in MINUTES {
        let radius = f64::from(minutes) * A_MINUTE * metre;
        if radius > view.width * 0.75 {
            break;
        }
        let around: Vec<Spot> = (0..=180)
            .map(|step| {
                let (sine, cosine) = (f64::from(step) * 2.0).to_radians().sin_cos();
                (radius.mul_add(cosine, x), radius.mul_add(sine, y))
            })
            .collect();
        let dashed = dashes(&around, 2.0 * fineness, 6.0 * fineness);
        let shapes = dashed
            .iter()
            .filter(|dash| view.sees(dash, 4.0))
            .map(|dash| Shape::drawn(open(dash), 2.0 * fineness))
            .collect();
        scene.put(colour::RING, shapes);
        let text = words.minutes(minutes.into());
        // At its top, else where there is room further round.
        for degrees in [-90.0_f64, -45.0, -135.0, 0.0, 180.0, 90.0] {
            let (sine, cosine) = degrees.to_radians().sin_cos();
            let at = (radius.mul_add(cosine, x), radius.mul_add(sine, y));
            if labels.centred(scene, &text, at, look) {
                break;
            }
        }
    }
}

/// Names of the ways over the water, and of its sides.
pub(crate) fn names(
    scene: &mut Scene,
    labels: &mut Labels,
    directory: &Directory,
    lang: Lang,
    fineness: f64,
) {
    let view = scene.view;
    let look = Look {
        weight: Weight::Regular,
        size: 10.5 * fineness,
        colour: colour::STREET_NAME,
    };
    for way in directory.ground.crossings.iter().filter(|way| way.open) {
        let [from, to] = way.ends.map(|end| view.place(end));
        let middle = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
        let name = LocalizedText::of(&way.name, lang);
        if view.sees(&[middle], 0.0) {
            labels.beside(scene, name.as_str(), middle, 7.0 * fineness, look);
        }
    }
    let look = Look {
        colour: colour::WATER_NAME,
        size: 12.0 * fineness,
        ..look
    };
    for bank in &directory.ground.banks {
        let spots: Vec<Spot> = bank.ring.iter().map(|at| view.place(*at)).collect();
        let count = f64::from(u32::try_from(spots.len().max(1)).unwrap_or(1));
        let middle = (
            spots.iter().map(|spot| spot.0).sum::<f64>() / count,
            spots.iter().map(|spot| spot.1).sum::<f64>() / count,
        );
        let name = LocalizedText::of(&bank.name, lang);
        if view.sees(&[middle], 0.0) {
            labels.centred(scene, name.as_str(), middle, look);
        }
    }
}
