//! A printed sheet as a camera sees it, and two readers of codes that share nothing.

use resvg::{
    tiny_skia::{Color, Pixmap, Transform},
    usvg,
};

/// A sheet as grey pixels.
pub(crate) struct Print {
    width: usize,
    height: usize,
    grey: Vec<u8>,
    /// Where the code's first module is said to be, and how wide it is, in pixels; only of a sheet that is not turned.
    said: (f32, f32, f32),
    side: usize,
}

impl Print {
    /// Printed with so many dots to an inch, and turned by so many degrees.
    pub(crate) fn of(svg: &str, dpi: f32, turned: f32) -> Self {
        let tree = usvg::Tree::from_str(
            svg,
            &usvg::Options {
                dpi: 72.0,
                ..usvg::Options::default()
            },
        )
        .unwrap();
        let scale = dpi / 72.0;
        let size = tree.size();
        let pixels = |points: f32| (points * scale).ceil() as u32;
        let mut pixmap = Pixmap::new(pixels(size.width()), pixels(size.height())).unwrap();
        pixmap.fill(Color::WHITE);
        let middle = (pixmap.width() as f32 / 2.0, pixmap.height() as f32 / 2.0);
        let turn = Transform::from_rotate_at(turned, middle.0, middle.1).pre_scale(scale, scale);
        resvg::render(&tree, turn, &mut pixmap.as_mut());
        let grey = pixmap.pixels().iter().map(|pixel| pixel.red()).collect();
        let (_, code) = svg.split_once("translate(").unwrap();
        let (place, rest) = code.split_once(") scale(").unwrap();
        let (x, y) = place.split_once(' ').unwrap();
        let (module, path) = rest.split_once(')').unwrap();
        let number = |text: &str| text.parse::<f32>().unwrap() * scale;
        let rows = path
            .split('M')
            .skip(1)
            .filter_map(|run| run.split(['h', ' ']).nth(1)?.parse::<usize>().ok());
        Self {
            width: pixmap.width() as usize,
            height: pixmap.height() as usize,
            grey,
            said: (number(x), number(y), number(module)),
            side: rows.max().unwrap() + 1,
        }
    }

    fn is_dark(&self, x: usize, y: usize) -> bool {
        self.grey[y * self.width + x] < 128
    }

    /// The pixels of the code: left, top, right, bottom, as they are printed.
    fn bounds(&self) -> [usize; 4] {
        let (x, y, module) = self.said;
        let middle = |start: f32| (start + module * 3.5) as usize;
        // The finder's middle is dark; its ring ends where the code does.
        let far = |start: f32| (start + module * (self.side as f32 - 3.5)) as usize;
        let left = (0..middle(x))
            .rev()
            .take_while(|&at| at as f32 > x - module)
            .filter(|&at| self.is_dark(at, middle(y)))
            .min();
        let top = (0..middle(y))
            .rev()
            .take_while(|&at| at as f32 > y - module)
            .filter(|&at| self.is_dark(middle(x), at))
            .min();
        let right = (far(x)..self.width)
            .take_while(|&at| (at as f32) < x + module * (self.side as f32 + 1.0))
            .filter(|&at| self.is_dark(at, middle(y)))
            .max();
        let bottom = (far(y)..self.height)
            .take_while(|&at| (at as f32) < y + module * (self.side as f32 + 1.0))
            .filter(|&at| self.is_dark(middle(x), at))
            .max();
        [left, top, right, bottom].map(Option::unwrap)
    }

    /// How many pixels a module is wide, as printed.
    pub(crate) fn module(&self) -> f32 {
        let [left, _, right, _] = self.bounds();
        (right - left + 1) as f32 / self.side as f32
    }

    /// How many white pixels are on each side of the code until the first that is not, or the paper's edge.
    pub(crate) fn white_around(&self) -> [f32; 4] {
        let [left, top, right, bottom] = self.bounds();
        let white_column = |x: usize| (top..=bottom).all(|y| self.grey[y * self.width + x] > 250);
        let white_row = |y: usize| (left..=right).all(|x| self.grey[y * self.width + x] > 250);
        [
            (0..left).rev().take_while(|&x| white_column(x)).count(),
            (0..top).rev().take_while(|&y| white_row(y)).count(),
            (right + 1..self.width)
                .take_while(|&x| white_column(x))
                .count(),
            (bottom + 1..self.height)
                .take_while(|&y| white_row(y))
                .count(),
        ]
        .map(|many| many as f32)
    }

    /// Turns 3 % of the modules into the opposite, here and there.
    pub(crate) fn damage(&mut self, seed: u64) {
        let (x, y, module) = self.said;
        let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut next = |most: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % most
        };
        for _ in 0..self.side * self.side * 3 / 100 {
            let (column, row) = (next(self.side), next(self.side));
            let edge = |start: f32, at: usize| (start + module * at as f32).round() as usize;
            for py in edge(y, row)..edge(y, row + 1) {
                for px in edge(x, column)..edge(x, column + 1) {
                    let pixel = &mut self.grey[py * self.width + px];
                    *pixel = 255 - *pixel;
                }
            }
        }
    }
}

/// What each of the two reads.
pub(crate) fn readers(print: &Print) -> [String; 2] {
    let mut one = rqrr::PreparedImage::prepare_from_greyscale(print.width, print.height, |x, y| {
        print.grey[y * print.width + x]
    });
    let one = one
        .detect_grids()
        .iter()
        .find_map(|grid| grid.decode().ok())
        .map(|(_, text)| text);
    let other = rxing::helpers::detect_in_luma(
        print.grey.clone(),
        u32::try_from(print.width).unwrap(),
        u32::try_from(print.height).unwrap(),
        Some(rxing::BarcodeFormat::QR_CODE),
    );
    [
        one.unwrap_or_default(),
        other
            .map(|found| found.getText().to_owned())
            .unwrap_or_default(),
    ]
}
