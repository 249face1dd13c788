//! Names of the street map: along streets, and on water.

use std::collections::BTreeMap;

use signpost_poster::lettering::Weight;

use crate::{
    colour,
    labels::{Labels, Look},
    scene::Scene,
    tile::{Feature, Ground},
    view::{Spot, View},
};

/// How much a street may bend along its name.
///
/// # Units
/// Radians.
const STRAIGHT: f64 = 0.14;

/// Each street's name once, along its longest straight piece, main streets first.
pub(crate) fn of_streets(
    scene: &mut Scene,
    labels: &mut Labels,
    features: &[Feature],
    fineness: f64,
) {
    let view = scene.view;
    for (kind, size) in [
        ("highway", 11.0),
        ("major_road", 11.0),
        ("minor_road", 10.0),
        ("path", 9.5),
    ] {
        let look = Look {
            weight: Weight::Regular,
            size: size * fineness,
            colour: colour::STREET_NAME,
        };
        let mut pieces: BTreeMap<&str, Vec<(Spot, Spot)>> = BTreeMap::new();
        let named = features.iter().filter(|feature| {
            feature.layer == "roads" && feature.kind == kind && !feature.name.is_empty()
        });
        for feature in named {
            if let Ground::Lines(lines) = &feature.shape {
                let own = pieces.entry(&feature.name).or_default();
                own.extend(lines.iter().flat_map(|line| straight(line)));
            }
        }
        for (name, mut pieces) in pieces {
            pieces.retain_mut(|piece| match within(*piece, &view) {
                Some(seen) => {
                    *piece = seen;
                    true
                }
                None => false,
            });
            pieces.sort_by(|a, b| length(b).total_cmp(&length(a)));
            pieces
                .iter()
                .take(4)
                .any(|piece| labels.along(scene, name, *piece, look));
        }
    }
}

/// Names that stand at a point of water, or along a river.
pub(crate) fn of_water(
    scene: &mut Scene,
    labels: &mut Labels,
    features: &[Feature],
    fineness: f64,
) {
    let look = Look {
        weight: Weight::Regular,
        size: 12.0 * fineness,
        colour: colour::WATER_NAME,
    };
    let view = scene.view;
    let mut told: Vec<&str> = Vec::new();
    let named = features
        .iter()
        .filter(|feature| feature.layer == "water" && !feature.name.is_empty());
    for feature in named {
        if told.contains(&feature.name.as_str()) {
            continue;
        }
        let written = match &feature.shape {
            Ground::Points(spots) => spots
                .iter()
                .filter(|spot| view.sees(&[**spot], 0.0))
                .any(|spot| labels.centred(scene, &feature.name, *spot, look)),
            Ground::Lines(lines) => lines
                .iter()
                .flat_map(|line| straight(line))
                .filter_map(|piece| within(piece, &view))
                .any(|piece| labels.along(scene, &feature.name, piece, look)),
            Ground::Polygons(_) => false,
        };
        if written {
            told.push(&feature.name);
        }
    }
}

fn length((from, to): &(Spot, Spot)) -> f64 {
    (to.0 - from.0).hypot(to.1 - from.1)
}

/// The nearly straight pieces of a line, from corner to corner.
fn straight(line: &[Spot]) -> Vec<(Spot, Spot)> {
    let mut pieces: Vec<(Spot, Spot)> = Vec::new();
    for pair in line.windows(2) {
        let &[from, to] = pair else { continue };
        let angle = (to.1 - from.1).atan2(to.0 - from.0);
        match pieces.last_mut() {
            Some((start, end)) => {
                let own = (end.1 - start.1).atan2(end.0 - start.0);
                let turn = (angle - own).sin().abs();
                if turn < STRAIGHT && (angle - own).cos() > 0.0 {
                    *end = to;
                } else {
                    pieces.push((from, to));
                }
            }
            None => pieces.push((from, to)),
        }
    }
    pieces
}

/// The part of a piece that is seen (Liang and Barsky).
fn within((from, to): (Spot, Spot), view: &View) -> Option<(Spot, Spot)> {
    const RIM: f64 = 8.0;
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (mut first, mut last) = (0.0_f64, 1.0_f64);
    for (step, room) in [
        (-dx, from.0 - RIM),
        (dx, view.width - RIM - from.0),
        (-dy, from.1 - RIM),
        (dy, view.height - RIM - from.1),
    ] {
        if step.abs() < 1e-12 {
            if room < 0.0 {
                return None;
            }
        } else if step < 0.0 {
            first = first.max(room / step);
        } else {
            last = last.min(room / step);
        }
    }
    let at = |share: f64| (dx.mul_add(share, from.0), dy.mul_add(share, from.1));
    (first < last).then(|| (at(first), at(last)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bend_ends_a_straight_piece_and_a_slight_turn_does_not() {
        let line = [(0.0, 0.0), (10.0, 0.0), (20.0, 0.5), (20.0, 10.0)];
        assert_eq!(
            straight(&line),
            [((0.0, 0.0), (20.0, 0.5)), ((20.0, 0.5), (20.0, 10.0))]
        );
    }
}
