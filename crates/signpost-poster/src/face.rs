//! The fonts: which has a letter, how wide it is, and how it is drawn.

use skrifa::{
    FontRef, GlyphId, MetadataProvider as _,
    instance::{LocationRef, Size},
    outline::{DrawSettings, OutlinePen},
};

use crate::PosterFault;

const REGULAR: &[u8] = include_bytes!("../fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/NotoSans-Bold.ttf");
const SYLLABICS: &[u8] = include_bytes!("../fonts/NotoSansCanadianAboriginal-Regular.ttf");

/// A font of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Face {
    Regular,
    Bold,
    Syllabics,
}

/// A letter of a font.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Letter {
    pub glyph: GlyphId,
    /// How wide it is, where the font's size is 1.
    pub width: f32,
}

impl Face {
    pub const ALL: [Self; 3] = [Self::Regular, Self::Bold, Self::Syllabics];

    pub const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => REGULAR,
            Self::Bold => BOLD,
            Self::Syllabics => SYLLABICS,
        }
    }

    fn font(self) -> Result<FontRef<'static>, PosterFault> {
        FontRef::new(self.bytes()).map_err(|error| PosterFault::Unwritten(error.to_string()))
    }

    /// The font that has a letter, this one first.
    pub fn with(self, letter: char) -> Result<(Self, Letter), PosterFault> {
        for face in [self, Self::Syllabics] {
            let font = face.font()?;
            let Some(glyph) = font.charmap().map(letter) else {
                continue;
            };
            let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
            let width = metrics.advance_width(glyph).unwrap_or_default();
            return Ok((face, Letter { glyph, width }));
        }
        Err(PosterFault::NoLetter(letter))
    }

    /// Draws a letter; upwards is positive.
    pub fn draw(
        self,
        glyph: GlyphId,
        size: f32,
        pen: &mut impl OutlinePen,
    ) -> Result<(), PosterFault> {
        let font = self.font()?;
        let Some(outline) = font.outline_glyphs().get(glyph) else {
            return Ok(());
        };
        let settings = DrawSettings::unhinted(Size::new(size), LocationRef::default());
        let drawn = outline.draw(settings, pen);
        drawn.map_err(|error| PosterFault::Unwritten(error.to_string()))?;
        Ok(())
    }
}

/// A narrow space that does not break is drawn as a plain one, which our fonts have.
pub(crate) fn drawn(words: &str) -> String {
    words.replace('\u{202f}', "\u{a0}")
}

/// How wide words are, where the font's size is 1.
pub(crate) fn width(words: &str, face: Face) -> Result<f32, PosterFault> {
    words
        .chars()
        .map(|letter| face.with(letter).map(|(_, letter)| letter.width))
        .sum()
}
