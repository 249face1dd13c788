//! A PNG as pixels.

use resvg::tiny_skia::Pixmap;

pub(crate) struct Pixels(Pixmap);

impl Pixels {
    pub(crate) fn of(png: &[u8]) -> Self {
        Self(Pixmap::decode_png(png).unwrap())
    }

    pub(crate) fn size(&self) -> (u32, u32) {
        (self.0.width(), self.0.height())
    }

    /// How many in a hundred differ from those of another of this size, by more than so much of 255 in any colour.
    pub(crate) fn differs_from(&self, other: &Self, smoothed: u8) -> f64 {
        let pairs = self.0.pixels().iter().zip(other.0.pixels());
        let apart = pairs.filter(|(a, b)| {
            let colours = [
                (a.red(), b.red()),
                (a.green(), b.green()),
                (a.blue(), b.blue()),
            ];
            colours.iter().any(|(a, b)| a.abs_diff(*b) > smoothed)
        });
        count(apart.count()) / count(self.0.pixels().len()) * 100.0
    }

    /// How many in a hundred are of this colour, as `#rrggbb` has it.
    pub(crate) fn share(&self, colour: &str) -> f64 {
        let parts = [1..3, 3..5, 5..7]
            .map(|part| u8::from_str_radix(colour.get(part).unwrap(), 16).unwrap());
        let all = self.0.pixels();
        let own = all
            .iter()
            .filter(|pixel| [pixel.red(), pixel.green(), pixel.blue()] == parts);
        count(own.count()) / count(all.len()) * 100.0
    }
}

fn count(many: usize) -> f64 {
    f64::from(u32::try_from(many).unwrap())
}
