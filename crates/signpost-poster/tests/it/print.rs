//! A printed sheet as a camera sees it, and two readers of codes that share nothing.

use resvg::{
    tiny_skia::{Color, FillRule, Paint, PathBuilder, Pixmap, Rect, Transform},
    usvg,
};

/// Points of an inch.
const INCH: f32 = 72.0;

/// A sheet as grey pixels.
#[derive(Clone)]
pub(crate) struct Print {
    pub(crate) width: usize,
    pub(crate) height: usize,
    grey: Vec<u8>,
    /// Pixels of a point.
    scale: f32,
}

/// Where a code is said to stand, in points, and how many modules it has on a side.
#[derive(Clone, Copy)]
pub(crate) struct Placed {
    x: f32,
    y: f32,
    module: f32,
    pub(crate) side: usize,
}

impl Placed {
    /// As the SVG says it.
    pub(crate) fn of(svg: &str) -> Self {
        let (_, code) = svg.split_once("translate(").unwrap();
        let (place, rest) = code.split_once(") scale(").unwrap();
        let (x, y) = place.split_once(' ').unwrap();
        let (module, path) = rest.split_once(')').unwrap();
        let (path, _) = path.split_once("\"/>").unwrap();
        let rows = path
            .split('M')
            .skip(1)
            .filter_map(|run| run.split(['h', ' ']).nth(1)?.parse::<usize>().ok());
        Self {
            x: x.parse().unwrap(),
            y: y.parse().unwrap(),
            module: module.parse().unwrap(),
            side: rows.max().unwrap() + 1,
        }
    }
}

fn blank((width, height): (f32, f32), dpi: f32) -> Pixmap {
    let pixels = |points: f32| (points * dpi / INCH).ceil() as u32;
    let mut pixmap = Pixmap::new(pixels(width), pixels(height)).unwrap();
    pixmap.fill(Color::WHITE);
    pixmap
}

impl Print {
    fn from(pixmap: &Pixmap, dpi: f32) -> Self {
        Self {
            width: pixmap.width() as usize,
            height: pixmap.height() as usize,
            grey: pixmap.pixels().iter().map(|pixel| pixel.red()).collect(),
            scale: dpi / INCH,
        }
    }

    /// An SVG, printed with so many dots to an inch.
    pub(crate) fn of(svg: &str, dpi: f32) -> Self {
        let options = usvg::Options {
            dpi: INCH,
            ..usvg::Options::default()
        };
        let tree = usvg::Tree::from_str(svg, &options).unwrap();
        let mut pixmap = blank((tree.size().width(), tree.size().height()), dpi);
        let scale = Transform::from_scale(dpi / INCH, dpi / INCH);
        resvg::render(&tree, scale, &mut pixmap.as_mut());
        Self::from(&pixmap, dpi)
    }

    /// Black rectangles on a sheet, in points from above.
    pub(crate) fn of_rectangles(all: &[[f32; 4]], size: (f32, f32), dpi: f32) -> Self {
        let mut path = PathBuilder::new();
        for [x, y, width, height] in all {
            path.push_rect(Rect::from_xywh(*x, *y, *width, *height).unwrap());
        }
        let mut pixmap = blank(size, dpi);
        pixmap.fill_path(
            &path.finish().unwrap(),
            &Paint::default(),
            FillRule::Winding,
            Transform::from_scale(dpi / INCH, dpi / INCH),
            None,
        );
        Self::from(&pixmap, dpi)
    }

    /// The left upper part of it: one of the pieces it is cut into.
    pub(crate) fn cut(&self, (width, height): (f32, f32)) -> Self {
        let pixels = |points: f32| (points * self.scale) as usize;
        let (width, height) = (pixels(width), pixels(height));
        let rows = self.grey.chunks(self.width).take(height);
        Self {
            width,
            height,
            grey: rows.flat_map(|row| row[..width].to_vec()).collect(),
            scale: self.scale,
        }
    }

    /// Held askew: turned about its middle, as a camera would blend the pixels.
    pub(crate) fn turned(&self, degrees: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let (middle_x, middle_y) = (self.width as f32 / 2.0, self.height as f32 / 2.0);
        let at = |x: f32, y: f32| {
            let inside = x >= 0.0 && y >= 0.0 && x < self.width as f32 && y < self.height as f32;
            if inside {
                f32::from(self.grey[y as usize * self.width + x as usize])
            } else {
                255.0
            }
        };
        let mut grey = Vec::with_capacity(self.grey.len());
        for row in 0..self.height {
            for column in 0..self.width {
                let (x, y) = (column as f32 - middle_x, row as f32 - middle_y);
                let from_x = x * cos + y * sin + middle_x;
                let from_y = y * cos - x * sin + middle_y;
                let (part_x, part_y) = (from_x - from_x.floor(), from_y - from_y.floor());
                let above = at(from_x, from_y) * (1.0 - part_x) + at(from_x + 1.0, from_y) * part_x;
                let below = at(from_x, from_y + 1.0) * (1.0 - part_x)
                    + at(from_x + 1.0, from_y + 1.0) * part_x;
                grey.push((above * (1.0 - part_y) + below * part_y) as u8);
            }
        }
        Self {
            grey,
            ..self.clone()
        }
    }

    /// Blots 3 % of the code out, in white or in black.
    pub(crate) fn damaged(&self, placed: Placed, seed: u64) -> Self {
        let Placed { x, y, module, side } = placed;
        let mut worn = self.clone();
        let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut next = |most: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % most
        };
        // A blot of five by five modules is 3 % of 29 by 29. The three corners by which a reader finds a code are as large as its white: who
        // tears one off takes the poster down.
        let blot = ((side * side) as f32 * 0.03).sqrt().round() as usize;
        let corner = 8;
        let (column, row) = loop {
            let (column, row) = (next(side - blot), next(side - blot));
            let low = |at: usize| at < corner;
            let high = |at: usize| at + blot > side - corner;
            if !((low(column) && (low(row) || high(row))) || (high(column) && low(row))) {
                break (column, row);
            }
        };
        let paint = if seed.is_multiple_of(2) { 255 } else { 0 };
        let edge =
            |start: f32, at: usize| ((start + module * at as f32) * self.scale).round() as usize;
        for py in edge(y, row)..edge(y, row + blot) {
            for px in edge(x, column)..edge(x, column + blot) {
                worn.grey[py * self.width + px] = paint;
            }
        }
        worn
    }

    fn is_dark(&self, x: usize, y: usize) -> bool {
        self.grey[y * self.width + x] < 128
    }

    /// The pixels between which all ink is: left, top, right, bottom.
    pub(crate) fn inked(&self) -> [usize; 4] {
        let dark: Vec<(usize, usize)> = (0..self.grey.len())
            .filter(|at| self.grey[*at] < 200)
            .map(|at| (at % self.width, at / self.width))
            .collect();
        let columns = dark.iter().map(|(x, _)| *x);
        let rows = dark.iter().map(|(_, y)| *y);
        [
            columns.clone().min().unwrap(),
            rows.clone().min().unwrap(),
            columns.max().unwrap(),
            rows.max().unwrap(),
        ]
    }

    /// The pixels of the code: left, top, right, bottom, as they are printed. Found from its finders, which are a dark run of seven modules.
    fn code(&self, placed: Placed) -> [usize; 4] {
        let Placed { x, y, module, side } = placed;
        let near = |start: f32| ((start + module / 2.0) * self.scale) as usize;
        let far = |start: f32| ((start + module * (side as f32 - 0.5)) * self.scale) as usize;
        // The first and last rows and columns of a finder are dark from end to end.
        let (column, row) = (near(x), near(y));
        let left = (0..=column)
            .rev()
            .take_while(|at| self.is_dark(*at, row))
            .min();
        let top = (0..=row)
            .rev()
            .take_while(|at| self.is_dark(column, *at))
            .min();
        let right = (far(x)..self.width)
            .take_while(|at| self.is_dark(*at, row))
            .max();
        let bottom = (far(y)..self.height)
            .take_while(|at| self.is_dark(column, *at))
            .max();
        [left, top, right, bottom].map(Option::unwrap)
    }

    /// How many pixels a module is wide, as printed.
    pub(crate) fn module(&self, placed: Placed) -> f32 {
        let [left, _, right, _] = self.code(placed);
        (right - left + 1) as f32 / placed.side as f32
    }

    /// How many white pixels are on each side of the code until the first that is not, or the paper's edge.
    pub(crate) fn white_around(&self, placed: Placed) -> [f32; 4] {
        let [left, top, right, bottom] = self.code(placed);
        let white_column = |x: &usize| (top..=bottom).all(|y| self.grey[y * self.width + x] > 250);
        let white_row = |y: &usize| (left..=right).all(|x| self.grey[y * self.width + x] > 250);
        [
            (0..left).rev().take_while(white_column).count(),
            (0..top).rev().take_while(white_row).count(),
            (right + 1..self.width).take_while(white_column).count(),
            (bottom + 1..self.height).take_while(white_row).count(),
        ]
        .map(|many| many as f32)
    }

    /// What each of two readers reads.
    pub(crate) fn read(&self) -> [String; 2] {
        let mut one =
            rqrr::PreparedImage::prepare_from_greyscale(self.width, self.height, |x, y| {
                self.grey[y * self.width + x]
            });
        let one = one
            .detect_grids()
            .iter()
            .find_map(|grid| grid.decode().ok())
            .map(|(_, text)| text);
        let other = rxing::helpers::detect_in_luma(
            self.grey.clone(),
            u32::try_from(self.width).unwrap(),
            u32::try_from(self.height).unwrap(),
            Some(rxing::BarcodeFormat::QR_CODE),
        );
        [
            one.unwrap_or_default(),
            other
                .map(|found| found.getText().to_owned())
                .unwrap_or_default(),
        ]
    }
}
