//! Where everything stands on the sheet.

use signpost_domain::Lang;

use crate::{
    Format, Part, Poster, PosterFault,
    code::{Code, QUIET},
    face::{Face, drawn, width},
    format::Sizes,
};

/// A module of the code is at least a millimetre wide.
pub const MODULE_LEAST_PT: f32 = 72.0 / 25.4;
/// And at most so wide: a code need not be larger than what it is read from.
const MODULE_MOST_PT: f32 = 6.4;
/// From line to line, where the size of the letters is 1.
const LEADING: f32 = 1.25;
/// How far letters go up from their line, where their size is 1.
const UP: f32 = 1.05;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Headline,
    Sentence,
}

/// A paragraph on the sheet.
pub(crate) struct Block {
    pub role: Role,
    /// `None` of what is in no language.
    pub lang: Option<Lang>,
    pub face: Face,
    pub size: f32,
    pub lines: Vec<Line>,
}

/// A line of it, from the left.
pub(crate) struct Line {
    pub x: f32,
    /// The line the letters stand on, from above.
    pub y: f32,
    pub words: String,
}

/// The code on the sheet.
pub(crate) struct Placed {
    pub code: Code,
    /// The corner of its first module, from the left and from above.
    pub x: f32,
    pub y: f32,
    pub module: f32,
}

/// A sheet, in points.
pub(crate) struct Sheet {
    pub width: f32,
    pub height: f32,
    pub above: Vec<Block>,
    pub placed: Placed,
    pub below: Vec<Block>,
}

/// Puts a poster on a sheet with the largest letters that leave room for the code.
pub(crate) fn laid_out(poster: &Poster, format: Format) -> Result<Sheet, PosterFault> {
    poster.counted()?;
    for sizes in format.sizes() {
        if let Some(sheet) = with_sizes(poster, format, *sizes)? {
            return Ok(sheet);
        }
    }
    Err(PosterFault::DoesNotFit)
}

fn with_sizes(poster: &Poster, format: Format, sizes: Sizes) -> Result<Option<Sheet>, PosterFault> {
    let (paper, height) = format.size();
    let margin = format.margin();
    let code = Code::of(&poster.link)?;
    let mut above = Above {
        y: margin,
        room: paper - 2.0 * margin,
        margin,
    };
    let mut blocks = Vec::new();
    for part in &poster.parts {
        blocks.push(above.put(Role::Headline, Some(part.lang), &part.headline, sizes)?);
        blocks.push(above.put(Role::Sentence, Some(part.lang), &part.sentence, sizes)?);
        above.y += sizes.body * 0.6;
    }
    for part in &poster.parts {
        blocks.push(above.put(Role::Sentence, Some(part.lang), &part.scan, sizes)?);
    }
    let top = above.y;
    // What stands below the code, measured first.
    let mut below = Above { y: 0.0, ..above };
    let mut foot = vec![below.put(Role::Sentence, None, &poster.typed, sizes)?];
    for Part { lang, call, .. } in poster.parts.iter().filter(|part| !part.call.is_empty()) {
        foot.push(below.put(Role::Sentence, Some(*lang), call, sizes)?);
    }
    let left = height - margin - below.y - top;
    let whole = modules(code.whole());
    let module = (left / whole).min(above.room / whole).min(MODULE_MOST_PT);
    if module < MODULE_LEAST_PT {
        return Ok(None);
    }
    let under = top + whole * module;
    for line in foot.iter_mut().flat_map(|block| &mut block.lines) {
        line.y += under;
    }
    let quiet = modules(QUIET) * module;
    Ok(Some(Sheet {
        width: paper,
        height,
        above: blocks,
        placed: Placed {
            x: margin + quiet,
            y: top + quiet,
            module,
            code,
        },
        below: foot,
    }))
}

/// Paragraphs from above.
#[derive(Clone, Copy)]
struct Above {
    y: f32,
    room: f32,
    margin: f32,
}

impl Above {
    fn put(
        &mut self,
        role: Role,
        lang: Option<Lang>,
        words: &str,
        sizes: Sizes,
    ) -> Result<Block, PosterFault> {
        let (face, size) = match role {
            Role::Headline => (Face::Bold, sizes.headline),
            Role::Sentence => (Face::Regular, sizes.body),
        };
        let mut lines = Vec::new();
        for words in broken(&drawn(words), face, self.room / size)? {
            lines.push(Line {
                x: self.margin,
                y: self.y + size * UP,
                words,
            });
            self.y += size * LEADING;
        }
        Ok(Block {
            role,
            lang,
            face,
            size,
            lines,
        })
    }
}

/// Words in lines no wider than `room`, where the size of the letters is 1; an address breaks after a slash.
fn broken(words: &str, face: Face, room: f32) -> Result<Vec<String>, PosterFault> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_inclusive([' ', '/']) {
        let fits = match lines.last() {
            Some(line) => width(&format!("{line}{}", word.trim_end()), face)? <= room,
            None => false,
        };
        if width(word.trim_end(), face)? > room {
            return Err(PosterFault::DoesNotFit);
        }
        match lines.last_mut() {
            Some(line) if fits => line.push_str(word),
            _ => lines.push(word.to_owned()),
        }
    }
    Ok(lines)
}

/// A count as a length.
#[expect(
    clippy::cast_precision_loss,
    reason = "a code has fewer than 200 modules on a side"
)]
pub(crate) const fn modules(many: usize) -> f32 {
    many as f32
}
