//! Words as outlines, for other pictures than posters: on a map a name may lean along its street.

use std::fmt::Write as _;

use skrifa::outline::OutlinePen;

use crate::{
    PosterFault,
    face::{self, Face, drawn},
};

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// As in sentences.
    Regular,
    /// As in headlines.
    Bold,
}

impl Weight {
    const fn face(self) -> Face {
        match self {
            Self::Regular => Face::Regular,
            Self::Bold => Face::Bold,
        }
    }
}

/// How wide words are, where the size of the letters is 1.
///
/// # Errors
/// When no font has one of the letters.
pub fn width(words: &str, weight: Weight) -> Result<f32, PosterFault> {
    face::width(&drawn(words), weight.face())
}

/// Words as one path of SVG. They begin at `start`, go in the direction of `angle`, and downwards is positive.
///
/// # Units
/// `angle` is in radians, clockwise from the right.
///
/// # Errors
/// When no font has one of the letters.
pub fn outline(
    words: &str,
    weight: Weight,
    size: f32,
    start: (f32, f32),
    angle: f32,
) -> Result<String, PosterFault> {
    let (down, across) = angle.sin_cos();
    let mut pen = Leaning {
        path: String::new(),
        start,
        along: 0.0,
        down,
        across,
    };
    for letter in drawn(words).chars() {
        let (face, letter) = weight.face().with(letter)?;
        face.draw(letter.glyph, size, &mut pen)?;
        pen.along += letter.width * size;
    }
    Ok(pen.path)
}

struct Leaning {
    path: String,
    start: (f32, f32),
    along: f32,
    down: f32,
    across: f32,
}

impl Leaning {
    fn to(&mut self, command: char, points: &[(f32, f32)]) {
        self.path.push(command);
        for (x, y) in points {
            let (x, y) = (self.along + x, -y);
            let right = self.across.mul_add(x, -self.down * y) + self.start.0;
            let low = self.down.mul_add(x, self.across * y) + self.start.1;
            let _infallible = write!(self.path, "{right:.2} {low:.2} ");
        }
    }
}

impl OutlinePen for Leaning {
    fn move_to(&mut self, x: f32, y: f32) {
        self.to('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.to('L', &[(x, y)]);
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.to('Q', &[(cx0, cy0), (x, y)]);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.to('C', &[(cx0, cy0), (cx1, cy1), (x, y)]);
    }

    fn close(&mut self) {
        self.path.push('Z');
    }
}
