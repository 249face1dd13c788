//! The stretches of the banks' outlines that face water: where another bank lies straight across, not far off.

use signpost_domain::{Bank, LonLat};

/// How wide water may be that is sketched. Beyond it nobody drew what lies across.
///
/// # Units
/// Metres.
const WIDEST: f64 = 700.0;

/// An outline is looked at piece by piece.
///
/// # Units
/// Metres.
const PIECE: f64 = 40.0;

/// Metres of a degree of latitude.
const DEGREE: f64 = 111_195.0;

/// Metres east and north of the first corner there is; a town is flat enough for that.
type Flat = (f64, f64);

/// The shores, as lines from corner to corner.
#[must_use]
pub fn shores(banks: &[Bank]) -> Vec<Vec<LonLat>> {
    let Some(origin) = banks.first().and_then(|bank| bank.ring.first()) else {
        return Vec::new();
    };
    let across = DEGREE * origin.lat().to_radians().cos();
    let flat = |at: &LonLat| {
        (
            (at.lon() - origin.lon()) * across,
            (at.lat() - origin.lat()) * DEGREE,
        )
    };
    let rings: Vec<Vec<Flat>> = banks
        .iter()
        .map(|bank| bank.ring.iter().map(flat).collect())
        .collect();
    let mut lines = Vec::new();
    for (own, bank) in banks.iter().enumerate() {
        let Some(ring) = rings.get(own) else { continue };
        let others: Vec<&Vec<Flat>> = rings
            .iter()
            .enumerate()
            .filter(|(ix, _)| *ix != own)
            .map(|(_, ring)| ring)
            .collect();
        let outward = if area(ring) > 0.0 { 1.0 } else { -1.0 };
        let mut line: Vec<LonLat> = Vec::new();
        for (ends, places) in ring.windows(2).zip(bank.ring.windows(2)) {
            let (&[a, b], &[from, to]) = (ends, places) else {
                continue;
            };
            let length = (b.0 - a.0).hypot(b.1 - a.1);
            let pieces = (length / PIECE).ceil().max(1.0);
            let out = (
                outward * (b.1 - a.1) / length,
                -outward * (b.0 - a.0) / length,
            );
            let mut piece = 0.0;
            while piece < pieces {
                let at = |share: f64| between(from, to, share / pieces);
                let middle = (piece + 0.5) / pieces;
                let start = (
                    (b.0 - a.0).mul_add(middle, a.0),
                    (b.1 - a.1).mul_add(middle, a.1),
                );
                let end = (
                    out.0.mul_add(WIDEST, start.0),
                    out.1.mul_add(WIDEST, start.1),
                );
                let faces = others
                    .iter()
                    .any(|ring| ring.windows(2).any(|side| meets(start, end, side)));
                match (faces, at(piece), at(piece + 1.0)) {
                    (true, Some(first), Some(last)) => {
                        if line.last() != Some(&first) {
                            finish(&mut lines, &mut line);
                            line.push(first);
                        }
                        line.push(last);
                    }
                    _ => finish(&mut lines, &mut line),
                }
                piece += 1.0;
            }
        }
        finish(&mut lines, &mut line);
    }
    lines
}

/// Keeps a line, without the corners that lie on the straight way.
fn finish(lines: &mut Vec<Vec<LonLat>>, line: &mut Vec<LonLat>) {
    let mut kept: Vec<LonLat> = Vec::new();
    for at in std::mem::take(line) {
        if let [.., a, b] = kept.as_slice() {
            let turn = (b.lon() - a.lon()) * (at.lat() - b.lat())
                - (b.lat() - a.lat()) * (at.lon() - b.lon());
            if turn.abs() < 1e-12 {
                kept.pop();
            }
        }
        kept.push(at);
    }
    if kept.len() > 1 {
        lines.push(kept);
    }
}

fn between(a: LonLat, b: LonLat, share: f64) -> Option<LonLat> {
    let part = |a: f64, b: f64| {
        /// Some decimetres: more digits would pretend to know more.
        const DIGITS: f64 = 1e6;
        ((b - a).mul_add(share, a) * DIGITS).round() / DIGITS
    };
    LonLat::new(part(a.lon(), b.lon()), part(a.lat(), b.lat())).ok()
}

/// Twice the area of a ring; positive when it runs against the clock.
fn area(ring: &[Flat]) -> f64 {
    let cross = |side: &[Flat]| match side {
        [a, b] => a.0 * b.1 - b.0 * a.1,
        _ => 0.0,
    };
    ring.windows(2).map(cross).sum()
}

/// Whether a line crosses one side of a ring.
fn meets(start: Flat, end: Flat, side: &[Flat]) -> bool {
    let &[a, b] = side else { return false };
    let turn = |p: Flat, q: Flat, r: Flat| (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0);
    turn(start, end, a) * turn(start, end, b) <= 0.0 && turn(a, b, start) * turn(a, b, end) <= 0.0
}

#[cfg(test)]
mod tests {
    use signpost_domain::Text;

    use super::*;

    fn bank(id: &str, ring: &[(f64, f64)]) -> Bank {
        Bank {
            id: id.to_owned(),
            name: Text::default(),
            ring: ring
                .iter()
                .map(|&(lon, lat)| LonLat::new(lon, lat).unwrap())
                .collect(),
        }
    }

    #[test]
    fn only_the_sides_that_face_each_other_are_shores() {
        // Two squares with 200 metres of water between; their far sides face nothing anybody drew.
        let west = [
            (-94.92, 49.55),
            (-94.903, 49.55),
            (-94.903, 49.56),
            (-94.92, 49.56),
            (-94.92, 49.55),
        ];
        let east = [
            (-94.90, 49.55),
            (-94.90, 49.56),
            (-94.88, 49.56),
            (-94.88, 49.55),
            (-94.90, 49.55),
        ];
        for banks in [[west, east], [east, west]] {
            let banks = [bank("one", &banks[0]), bank("two", &banks[1])];
            let mut lines = shores(&banks);
            lines.sort_by(|a, b| a[0].lon().total_cmp(&b[0].lon()));
            let told: Vec<_> = lines
                .iter()
                .map(|line| (line.len(), line[0].lon(), line[line.len() - 1].lon()))
                .collect();
            assert_eq!(told, [(2, -94.903, -94.903), (2, -94.9, -94.9)]);
        }
    }

    #[test]
    fn without_banks_or_across_a_wide_lake_nothing_is_drawn() {
        assert!(shores(&[]).is_empty());
        let near = [
            (-94.92, 49.55),
            (-94.91, 49.55),
            (-94.91, 49.56),
            (-94.92, 49.55),
        ];
        let far = [
            (-94.82, 49.55),
            (-94.81, 49.55),
            (-94.81, 49.56),
            (-94.82, 49.55),
        ];
        assert!(shores(&[bank("near", &near), bank("far", &far)]).is_empty());
    }
}
