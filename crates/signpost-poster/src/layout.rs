//! Where everything stands on a piece of paper, and the pieces on the sheet.

use signpost_answers::poster::{Part, Poster, WORDS_MOST};
use signpost_domain::Lang;

use crate::{
    Format, PosterFault,
    code::{Code, QUIET},
    face::{Face, drawn, width},
    format::Sizes,
};

/// A module of the code is at least a millimetre wide.
pub const MODULE_LEAST_PT: f32 = 72.0 / 25.4;
/// And at most so wide: a code need not be larger than what it is read from.
const MODULE_MOST_PT: f32 = 7.5;
/// From line to line, where the size of the letters is 1.
const LEADING: f32 = 1.25;
/// How far letters go up from their line, where their size is 1.
const UP: f32 = 1.05;
/// How far letters go below the room of their line, where their size is 1.
const DOWN: f32 = 0.15;
/// Between two languages, and around the code, where the size of the sentences is 1.
const GAP: f32 = 0.7;
/// How thick the lines are along which sheets are cut, and how long their dashes.
const CUT: (f32, f32) = (0.5, 6.0);

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Headline,
    Sentence,
    /// Breaks where no letter is lost or seems to be added.
    Address,
}

/// A paragraph.
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

/// The code.
pub(crate) struct Placed {
    pub code: Code,
    /// The corner of its first module, from the left and from above.
    pub x: f32,
    pub y: f32,
    pub module: f32,
}

/// One poster, in points from its own corner.
pub(crate) struct Piece {
    pub above: Vec<Block>,
    pub placed: Placed,
    pub below: Vec<Block>,
}

/// A sheet of paper, in points.
pub(crate) struct Sheet {
    pub width: f32,
    pub height: f32,
    pub piece: Piece,
    /// Where the corner of each piece is.
    pub corners: Vec<(f32, f32)>,
    /// Dashes to cut along: left, top, width, height.
    pub cuts: Vec<[f32; 4]>,
}

/// Puts a poster on a sheet with the largest letters that leave room for the code.
pub(crate) fn laid_out(poster: &Poster, format: Format) -> Result<Sheet, PosterFault> {
    let words = poster.count();
    if words > WORDS_MOST {
        return Err(PosterFault::TooManyWords(words));
    }
    for sizes in format.sizes() {
        match piece(poster, format, *sizes) {
            Err(PosterFault::DoesNotFit) => {}
            Err(fault) => return Err(fault),
            Ok(piece) => return Ok(sheet(piece, format)),
        }
    }
    // A number to text goes before the whole does.
    if poster.parts.iter().any(|part| !part.text.is_empty()) {
        let mut without = poster.clone();
        for part in &mut without.parts {
            part.text.clear();
        }
        return laid_out(&without, format);
    }
    Err(PosterFault::DoesNotFit)
}

fn sheet(piece: Piece, format: Format) -> Sheet {
    let ((width, height), (own_width, own_height)) = (format.sheet(), format.size());
    let (across, down) = format.across_and_down();
    let columns = (0..across).map(|column| f32::from(column) * own_width);
    let rows: Vec<f32> = (0..down).map(|row| f32::from(row) * own_height).collect();
    let corners = columns
        .clone()
        .flat_map(|x| rows.iter().map(move |y| (x, *y)));
    let (thick, dash) = CUT;
    let dashes = |length: f32| {
        let starts = std::iter::successors(Some(0.0), move |start: &f32| Some(start + 2.0 * dash));
        starts.take_while(move |start| *start < length)
    };
    let upright = columns.clone().skip(1);
    let upright = upright.flat_map(|x| dashes(height).map(move |y| [x, y, thick, dash]));
    let level = rows.iter().skip(1);
    let level = level.flat_map(|y| dashes(width).map(move |x| [x, *y, dash, thick]));
    Sheet {
        width,
        height,
        corners: corners.collect(),
        cuts: upright.chain(level).collect(),
        piece,
    }
}

fn piece(poster: &Poster, format: Format, sizes: Sizes) -> Result<Piece, PosterFault> {
    let (paper, height) = format.size();
    let margin = format.margin();
    let code = Code::of(&poster.code)?;
    let gap = sizes.body * GAP;
    let mut column = Column {
        y: margin,
        room: paper - 2.0 * margin,
        margin,
        sizes,
    };
    let mut above = Vec::new();
    for part in &poster.parts {
        let Part {
            lang,
            headline,
            sentence,
            ..
        } = part;
        above.extend(column.put(Role::Headline, Some(*lang), headline)?);
        above.extend(column.put(Role::Sentence, Some(*lang), sentence)?);
        column.y += gap;
    }
    for part in &poster.parts {
        above.extend(column.put(Role::Sentence, Some(part.lang), &part.scan)?);
    }
    // Letters go below their line; nothing of them stands in the white around the code.
    let top = column.y + sizes.body * DOWN;
    // What stands below the code, measured first.
    column.y = 0.0;
    let mut below: Vec<Block> = column
        .put(Role::Address, None, &poster.typed)?
        .into_iter()
        .collect();
    column.y += gap;
    for part in &poster.parts {
        below.extend(column.put(Role::Sentence, Some(part.lang), &part.call)?);
    }
    for part in &poster.parts {
        below.extend(column.put(Role::Sentence, Some(part.lang), &part.text)?);
    }
    let left = height - margin - column.y - top;
    let whole = modules(code.whole());
    let module = (left / whole).min(column.room / whole).min(MODULE_MOST_PT);
    if module < MODULE_LEAST_PT {
        return Err(PosterFault::DoesNotFit);
    }
    let under = top + whole * module;
    for line in below.iter_mut().flat_map(|block| &mut block.lines) {
        line.y += under;
    }
    let quiet = modules(QUIET) * module;
    let x = (paper - whole * module) / 2.0;
    Ok(Piece {
        above,
        placed: Placed {
            x: x + quiet,
            y: top + quiet,
            module,
            code,
        },
        below,
    })
}

/// Paragraphs from above.
struct Column {
    y: f32,
    room: f32,
    margin: f32,
    sizes: Sizes,
}

impl Column {
    /// The next paragraph; `None` when there are no words.
    fn put(
        &mut self,
        role: Role,
        lang: Option<Lang>,
        words: &str,
    ) -> Result<Option<Block>, PosterFault> {
        if words.is_empty() {
            return Ok(None);
        }
        let (face, size, breaks): (_, _, &[char]) = match role {
            Role::Headline => (Face::Bold, self.sizes.headline, &[' ']),
            Role::Sentence => (Face::Regular, self.sizes.body, &[' ']),
            Role::Address => (Face::Bold, self.sizes.body, &['/']),
        };
        let mut lines = Vec::new();
        let (words, room) = (drawn(words), self.room / size);
        let whole = broken(&words, face, room, breaks).or_else(|fault| match role {
            // Nobody knows whether a hyphen at the end of a line is typed: only where a part would not fit otherwise.
            Role::Address => broken(&words, face, room, &['/', '.', '-']),
            Role::Headline | Role::Sentence => Err(fault),
        })?;
        for words in whole {
            lines.push(Line {
                x: self.margin,
                y: self.y + size * UP,
                words,
            });
            self.y += size * LEADING;
        }
        Ok(Some(Block {
            role,
            lang,
            face,
            size,
            lines,
        }))
    }
}

/// Words in lines no wider than `room`, where the size of the letters is 1.
fn broken(words: &str, face: Face, room: f32, breaks: &[char]) -> Result<Vec<String>, PosterFault> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_inclusive(breaks) {
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
