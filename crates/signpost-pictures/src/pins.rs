//! Pins, and what stands at the lower edge: the scale, and who has to be named.

use signpost_poster::lettering::Weight;

use crate::{
    colour,
    labels::{Labels, Look, wide, write},
    line::{circle, open},
    scene::{Scene, Shape},
    streets::plate,
    view::Spot,
    words::Words,
};

/// Lengths that a scale may show, in metres.
const LENGTHS: &[i64] = &[
    20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10,
];

/// The place the picture is of: a drop whose tip stands on it.
pub(crate) fn chosen(scene: &mut Scene, labels: &mut Labels, (x, y): Spot, fineness: f64) {
    let r = 10.5 * fineness;
    let head = y - r * 1.75;
    let drop = |r: f64| {
        let tip = y + (r - 10.5 * fineness) * 0.9;
        let (side, low) = (r * 0.94, head + r * 0.36);
        format!(
            "M{x:.2} {tip:.2}C{:.2} {:.2} {:.2} {:.2} {:.2} {low:.2}\
             C{:.2} {:.2} {:.2} {:.2} {x:.2} {:.2}C{:.2} {:.2} {:.2} {:.2} {:.2} {low:.2}\
             C{:.2} {:.2} {:.2} {:.2} {x:.2} {tip:.2}Z",
            x - r * 0.12,
            tip - r * 0.5,
            x - side,
            low + r * 0.55,
            x - side,
            x - side - r * 0.16,
            head - r * 0.62,
            x - r * 0.56,
            head - r,
            head - r,
            x + r * 0.56,
            head - r,
            x + side + r * 0.16,
            head - r * 0.62,
            x + side,
            x + side,
            low + r * 0.55,
            x + r * 0.12,
            tip - r * 0.5,
        )
    };
    scene.put(colour::WHITE, vec![Shape::filled(drop(r + 1.8 * fineness))]);
    scene.put(colour::PIN, vec![Shape::filled(drop(r))]);
    scene.put(
        colour::WHITE,
        vec![Shape::filled(circle((x, head), r * 0.38))],
    );
    labels.take([x - r * 1.2, head - r * 1.3, x + r * 1.2, y + 2.0]);
}

/// Other places: a spot each.
pub(crate) fn others(scene: &mut Scene, labels: &mut Labels, spots: &[Spot], fineness: f64) {
    let r = 5.5 * fineness;
    let circles = |r: f64| {
        spots
            .iter()
            .map(|spot| Shape::filled(circle(*spot, r)))
            .collect::<Vec<_>>()
    };
    scene.put(colour::WHITE, circles(r + 1.6 * fineness));
    scene.put(colour::OTHER_PIN, circles(r));
    for (x, y) in spots {
        labels.take([x - r, y - r, x + r, y + r]);
    }
}

/// What people know: a small spot each.
pub(crate) fn landmarks(scene: &mut Scene, spots: &[Spot], fineness: f64) {
    let circles = |r: f64| {
        spots
            .iter()
            .map(|spot| Shape::filled(circle(*spot, r)))
            .collect::<Vec<_>>()
    };
    scene.put(colour::WHITE, circles(3.8 * fineness));
    scene.put(colour::LANDMARK, circles(2.6 * fineness));
}

/// The scale, lower left, and a line that names who made the map, lower right.
pub(crate) fn edge(
    scene: &mut Scene,
    labels: &mut Labels,
    line: &str,
    words: &Words,
    fineness: f64,
) {
    let view = scene.view;
    let look = Look {
        weight: Weight::Regular,
        size: 9.5 * fineness,
        colour: colour::WORDS,
    };
    let pad = 4.0 * fineness;
    let high = look.size + pad;
    let base = view.height - pad * 0.8 - look.size * 0.22;
    let scale_length = scale(scene, labels, words, (pad, base), fineness);
    let room = view.width - scale_length - 5.0 * pad;
    // A long line gets smaller letters rather than losing a name.
    let natural = wide(line, look).unwrap_or(0.0);
    let look = Look {
        size: look.size * (room / natural.max(1.0)).clamp(0.5, 1.0),
        ..look
    };
    let Some(long) = wide(line, look) else {
        return;
    };
    let left = view.width - long - 2.0 * pad;
    let sides = [
        left,
        view.height - high,
        view.width + 8.0,
        view.height + 8.0,
    ];
    plate(scene, sides);
    labels.take(sides);
    write(scene, line, (left + pad, base), 0.0, look);
}

/// A bar that is as long as so many metres. How far it reaches.
fn scale(
    scene: &mut Scene,
    labels: &mut Labels,
    words: &Words,
    (pad, base): (f64, f64),
    fineness: f64,
) -> f64 {
    let view = scene.view;
    let metre = view.pixels_a_metre();
    let most = view.width * 0.2;
    let exact = |length: i64| {
        let whole = i32::try_from(length).unwrap_or(i32::MAX);
        f64::from(whole) * metre
    };
    let Some(&length) = LENGTHS.iter().find(|length| exact(**length) <= most) else {
        return 0.0;
    };
    let long = exact(length);
    let look = Look {
        weight: Weight::Regular,
        size: 9.5 * fineness,
        colour: colour::WORDS,
    };
    let text = words.length(length);
    let end = 2.0 * pad + long;
    let reach = end + pad + wide(&text, look).unwrap_or(0.0) + pad;
    let sides = [
        -8.0,
        view.height - look.size - pad,
        reach,
        view.height + 8.0,
    ];
    plate(scene, sides);
    labels.take(sides);
    let (start, tick) = (2.0 * pad, 3.0 * fineness);
    let bar = open(&[
        (start, base - tick),
        (start, base),
        (end, base),
        (end, base - tick),
    ]);
    scene.put(colour::WORDS, vec![Shape::drawn(bar, 1.3 * fineness)]);
    write(scene, &text, (end + pad, base), 0.0, look);
    reach
}
