//! A page of a PDF as its operators draw it: what is filled, and where letters stand.

use std::io::Read as _;

use flate2::read::ZlibDecoder;

/// What a page holds, in points from its left upper corner.
pub(crate) struct Page {
    pub(crate) size: (f32, f32),
    /// Filled rectangles: left, top, width, height.
    pub(crate) filled: Vec<[f32; 4]>,
    /// Where each run of letters begins on its line, and their size.
    pub(crate) letters: Vec<(f32, f32, f32)>,
    /// The tags around what is drawn, in their order.
    pub(crate) tags: Vec<String>,
}

/// The streams of a PDF that are compressed, as text.
fn streams(bytes: &[u8]) -> Vec<String> {
    let find = |from: usize, what: &[u8]| {
        bytes[from..]
            .windows(what.len())
            .position(|window| window == what)
            .map(|at| from + at)
    };
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = find(from, b"stream\n") {
        let end = find(start, b"endstream").unwrap();
        let mut text = Vec::new();
        let inflated = ZlibDecoder::new(&bytes[start + 7..end]).read_to_end(&mut text);
        if inflated.is_ok() {
            found.push(String::from_utf8_lossy(&text).into_owned());
        }
        from = end + 9;
    }
    found
}

/// Operators with white between all of them, and without what is written in letters.
fn parted(operators: &str) -> String {
    let mut parted = String::new();
    let mut letters = operators.chars();
    let mut deep = 0;
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if deep > 0 => {
                letters.next();
            }
            '(' => deep += 1,
            ')' => deep -= 1,
            _ if deep > 0 => {}
            '[' | ']' | '<' | '>' => parted.push(' '),
            '/' => parted.push_str(" /"),
            _ => parted.push(letter),
        }
    }
    parted
}

type Matrix = [f32; 6];

fn times(one: Matrix, other: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = one;
    let [g, h, i, j, k, l] = other;
    [
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + l,
    ]
}

fn put([a, b, c, d, e, f]: Matrix, (x, y): (f32, f32)) -> (f32, f32) {
    (a * x + c * y + e, b * x + d * y + f)
}

impl Page {
    /// The only page of a PDF.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let (_, media) = text.split_once("/MediaBox").unwrap();
        let (media, _) = media.split_once(']').unwrap();
        let media: Vec<f32> = media
            .split(|letter: char| letter == '[' || letter.is_whitespace())
            .filter_map(|number| number.parse().ok())
            .collect();
        let drawn = streams(bytes);
        let drawn: Vec<&String> = drawn.iter().filter(|text| text.contains(" Tf")).collect();
        let [drawn] = drawn[..] else {
            panic!("{} pages", drawn.len());
        };
        let mut page = Self {
            size: (media[2], media[3]),
            filled: Vec::new(),
            letters: Vec::new(),
            tags: Vec::new(),
        };
        page.draw(drawn);
        page
    }

    fn draw(&mut self, operators: &str) {
        let mut now: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
        let mut before: Vec<Matrix> = Vec::new();
        let mut path: Vec<[f32; 4]> = Vec::new();
        let mut corners: Vec<(f32, f32)> = Vec::new();
        let mut size = 0.0;
        let mut words: Vec<&str> = Vec::new();
        let operators = parted(operators);
        for word in operators.split_whitespace() {
            let numbers: Vec<f32> = words.iter().filter_map(|word| word.parse().ok()).collect();
            match (word, &numbers[..]) {
                ("q", _) => before.push(now),
                ("Q", _) => now = before.pop().unwrap(),
                ("cm", &[.., a, b, c, d, e, f]) => now = times([a, b, c, d, e, f], now),
                ("re", &[.., x, y, width, height]) => {
                    let ends = [put(now, (x, y)), put(now, (x + width, y + height))];
                    path.push(self.square(&ends));
                }
                ("m", &[.., x, y]) => corners = vec![put(now, (x, y))],
                ("l", &[.., x, y]) => corners.push(put(now, (x, y))),
                ("h", _) => path.push(self.square(&corners)),
                ("f" | "f*", _) => self.filled.append(&mut path),
                ("n", _) => path.clear(),
                ("Tf", &[.., points]) => size = points,
                ("Tm", &[.., a, b, c, d, e, f]) => {
                    let [_, _, _, grown, x, y] = times([a, b, c, d, e, f], now);
                    self.letters.push((x, self.size.1 - y, size * grown.abs()));
                }
                ("BDC" | "BMC", _) => {
                    let tag = words.iter().find(|word| word.starts_with('/'));
                    self.tags.push((*tag.unwrap()).to_owned());
                }
                _ => {
                    words.push(word);
                    continue;
                }
            }
            words.clear();
        }
    }

    /// A rectangle by its corners, from above.
    fn square(&self, corners: &[(f32, f32)]) -> [f32; 4] {
        let columns = corners.iter().map(|(x, _)| *x);
        let rows = corners.iter().map(|(_, y)| self.size.1 - y);
        let least = |all: &mut dyn Iterator<Item = f32>| all.fold(f32::MAX, f32::min);
        let most = |all: &mut dyn Iterator<Item = f32>| all.fold(f32::MIN, f32::max);
        let (left, top) = (least(&mut columns.clone()), least(&mut rows.clone()));
        let (right, bottom) = (most(&mut columns.clone()), most(&mut rows.clone()));
        [left, top, right - left, bottom - top]
    }
}
