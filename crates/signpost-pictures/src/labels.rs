//! Names that do not stand on each other: whoever comes first has the room.

use signpost_poster::lettering::{Weight, outline, width};

use crate::{
    colour,
    scene::{Scene, Shape},
    view::{Spot, readable},
};

/// From line to line, where the size of the letters is 1.
const LEADING: f64 = 1.15;
/// How far letters go up from their line, and below it.
const UP: f64 = 0.78;
const DOWN: f64 = 0.22;

/// How a name looks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    pub weight: Weight,
    pub size: f64,
    pub colour: &'static str,
}

/// Left, top, right, bottom.
pub(crate) type Sides = [f64; 4];

/// The room on a picture.
pub(crate) struct Labels {
    taken: Vec<Sides>,
    width: f64,
    height: f64,
}

impl Labels {
    pub const fn of(width: f64, height: f64) -> Self {
        Self {
            taken: Vec::new(),
            width,
            height,
        }
    }

    /// Nothing may stand here.
    pub fn take(&mut self, sides: Sides) {
        self.taken.push(sides);
    }

    fn is_free(&self, [left, top, right, bottom]: Sides) -> bool {
        let inside =
            left >= 4.0 && top >= 4.0 && right <= self.width - 4.0 && bottom <= self.height - 4.0;
        let meets = |[l, t, r, b]: &Sides| left < *r && right > *l && top < *b && bottom > *t;
        inside && !self.taken.iter().any(meets)
    }

    /// A name beside a spot: right of it, left, below or above, wherever there is room. Whether there was.
    pub fn beside(
        &mut self,
        scene: &mut Scene,
        words: &str,
        at: Spot,
        gap: f64,
        look: Look,
    ) -> bool {
        let Some(lines) = broken(words, look, self.width * 0.36) else {
            return false;
        };
        let wide = lines.iter().map(|(_, wide)| *wide).fold(0.0, f64::max);
        let count = f64::from(u16::try_from(lines.len()).unwrap_or(1));
        let high = ((count - 1.0) * LEADING + UP + DOWN) * look.size;
        let (x, y) = at;
        let places = [
            (x + gap, y - high / 2.0, 0.0),
            (x - gap - wide, y - high / 2.0, 1.0),
            (x - wide / 2.0, y + gap * 0.8, 0.5),
            (x - wide / 2.0, y - gap * 1.1 - high, 0.5),
        ];
        for (left, top, share) in places {
            let sides = [left, top, left + wide, top + high];
            if !self.is_free(sides) {
                continue;
            }
            self.take([
                sides[0] - 3.0,
                sides[1] - 2.0,
                sides[2] + 3.0,
                sides[3] + 2.0,
            ]);
            let mut line = top + UP * look.size;
            for (words, own) in &lines {
                let start = (left + (wide - own) * share, line);
                write(scene, words, start, 0.0, look);
                line += LEADING * look.size;
            }
            return true;
        }
        false
    }

    /// A name in the middle of a spot.
    pub fn centred(&mut self, scene: &mut Scene, words: &str, (x, y): Spot, look: Look) -> bool {
        let Some(wide) = wide(words, look) else {
            return false;
        };
        let sides = [
            x - wide / 2.0,
            y - look.size * UP / 2.0,
            x + wide / 2.0,
            y + look.size * UP / 2.0,
        ];
        if !self.is_free(sides) {
            return false;
        }
        self.take(sides);
        write(scene, words, (sides[0], sides[3]), 0.0, look);
        true
    }

    /// A name along a straight piece of a line. Whether there was room.
    pub fn along(
        &mut self,
        scene: &mut Scene,
        words: &str,
        (from, to): (Spot, Spot),
        look: Look,
    ) -> bool {
        let Some(wide) = wide(words, look) else {
            return false;
        };
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        if length < wide * 1.08 {
            return false;
        }
        let angle = readable(from, to);
        let (sine, cosine) = angle.sin_cos();
        let middles = [0.5, 0.3, 0.7].map(|share| {
            (
                (to.0 - from.0).mul_add(share, from.0),
                (to.1 - from.1).mul_add(share, from.1),
            )
        });
        for (ix, (x, y)) in middles.into_iter().enumerate() {
            if ix > 0 && length * 0.6 < wide {
                break;
            }
            let boxes = leaning(words, (x, y), (sine, cosine), wide, look.size);
            if !boxes.iter().all(|sides| self.is_free(*sides)) {
                continue;
            }
            self.taken.extend(boxes);
            let down = look.size * (UP - DOWN) / 2.0;
            let start = (
                x - cosine * wide / 2.0 - sine * down,
                y - sine * wide / 2.0 + cosine * down,
            );
            write(scene, words, start, angle, look);
            return true;
        }
        false
    }
}

/// Boxes along leaning words.
fn leaning(
    words: &str,
    (x, y): Spot,
    (down, across): (f64, f64),
    wide: f64,
    size: f64,
) -> Vec<Sides> {
    let count = u16::try_from(words.chars().count().clamp(2, 60)).unwrap_or(2);
    let half = size * 0.55;
    (0..=count)
        .map(|ix| {
            let far = (f64::from(ix) / f64::from(count) - 0.5) * wide;
            let (x, y) = (across.mul_add(far, x), down.mul_add(far, y));
            [x - half, y - half, x + half, y + half]
        })
        .collect()
}

/// How wide words are; `None` when a letter is in no font of ours.
pub(crate) fn wide(words: &str, look: Look) -> Option<f64> {
    let wide = width(words, look.weight).ok()?;
    Some(f64::from(wide) * look.size)
}

/// Writes words with a rim of white, so that they can be read over lines.
pub(crate) fn write(scene: &mut Scene, words: &str, (x, y): Spot, angle: f64, look: Look) {
    let Ok(path) = outline(
        words,
        look.weight,
        single(look.size),
        (single(x), single(y)),
        single(angle),
    ) else {
        return;
    };
    scene.put(
        colour::WHITE,
        vec![Shape::drawn(path.clone(), look.size * 0.26)],
    );
    scene.put(look.colour, vec![Shape::filled(path)]);
}

/// Words in at most three lines of about this width.
fn broken(words: &str, look: Look, room: f64) -> Option<Vec<(String, f64)>> {
    const MOST: usize = 3;
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        let fits = match lines.last() {
            Some(line) => wide(&format!("{line} {word}"), look)? <= room,
            None => false,
        };
        match lines.last_mut() {
            Some(line) if fits => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.is_empty() || lines.len() > MOST {
        return None;
    }
    lines
        .into_iter()
        .map(|line| {
            let wide = wide(&line, look)?;
            Some((line, wide))
        })
        .collect()
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a tenth of a pixel is seen by nobody"
)]
const fn single(number: f64) -> f32 {
    number as f32
}
