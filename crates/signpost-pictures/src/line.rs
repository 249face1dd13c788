//! Paths as SVG writes them.

use std::fmt::Write as _;

use crate::view::Spot;

/// A path in SVG's words: `M`, `L`, `Q`, `C` and `Z`, absolute.
pub(crate) type Path = String;

/// From spot to spot.
pub(crate) fn open(spots: &[Spot]) -> Path {
    let mut path = Path::new();
    for (ix, (x, y)) in spots.iter().enumerate() {
        let command = if ix == 0 { 'M' } else { 'L' };
        let _infallible = write!(path, "{command}{x:.2} {y:.2}");
    }
    path
}

/// The same, back to its start.
pub(crate) fn closed(spots: &[Spot]) -> Path {
    let mut path = open(spots);
    path.push('Z');
    path
}

/// A circle of four curves.
pub(crate) fn circle((x, y): Spot, radius: f64) -> Path {
    /// How far the handles of a quarter of a circle reach.
    const HANDLE: f64 = 0.552_284_75;
    let (r, h) = (radius, radius * HANDLE);
    format!(
        "M{:.2} {y:.2}C{:.2} {:.2} {:.2} {:.2} {x:.2} {:.2}C{:.2} {:.2} {:.2} {:.2} {:.2} {y:.2}\
         C{:.2} {:.2} {:.2} {:.2} {x:.2} {:.2}C{:.2} {:.2} {:.2} {:.2} {:.2} {y:.2}Z",
        x - r,
        x - r,
        y - h,
        x - h,
        y - r,
        y - r,
        x + h,
        y - r,
        x + r,
        y - h,
        x + r,
        x + r,
        y + h,
        x + h,
        y + r,
        y + r,
        x - h,
        y + r,
        x - r,
        y + h,
        x - r,
    )
}

/// A box.
pub(crate) fn rectangle([left, top, right, bottom]: [f64; 4]) -> Path {
    closed(&[(left, top), (right, top), (right, bottom), (left, bottom)])
}

/// Dashes along a line: so long, and so far apart. No drawer has to know what a dash is.
pub(crate) fn dashes(spots: &[Spot], dash: f64, gap: f64) -> Vec<Vec<Spot>> {
    let mut all = Vec::new();
    let mut current: Vec<Spot> = Vec::new();
    let (mut on, mut left) = (true, dash);
    for pair in spots.windows(2) {
        let &[from, to] = pair else { continue };
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        let mut along = 0.0;
        while along < length {
            let step = left.min(length - along);
            let at = |far: f64| {
                let share = far / length;
                (
                    (to.0 - from.0).mul_add(share, from.0),
                    (to.1 - from.1).mul_add(share, from.1),
                )
            };
            if on {
                if current.is_empty() {
                    current.push(at(along));
                }
                current.push(at(along + step));
            }
            along += step;
            left -= step;
            if left <= 1e-9 {
                if on {
                    all.push(std::mem::take(&mut current));
                }
                on = !on;
                left = if on { dash } else { gap };
            }
        }
    }
    if current.len() > 1 {
        all.push(current);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_go_around_corners_and_leave_gaps() {
        let corner = [(0.0, 0.0), (5.0, 0.0), (5.0, 10.0)];
        let all = dashes(&corner, 6.0, 2.0);
        assert_eq!(
            all,
            [
                vec![(0.0, 0.0), (5.0, 0.0), (5.0, 1.0)],
                vec![(5.0, 3.0), (5.0, 9.0)],
            ]
        );
    }
}
