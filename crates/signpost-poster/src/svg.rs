//! A sheet as SVG: letters are outlines, and what they say stands in the description.

use std::fmt::Write as _;

use signpost_answers::poster::Poster;
use skrifa::outline::OutlinePen;

use crate::{
    Format, PosterFault,
    layout::{Block, Placed, laid_out, modules},
};

/// A poster as SVG, in points.
///
/// # Errors
/// When it has too many words, does not fit, or no font has one of its letters.
pub fn svg(poster: &Poster, format: Format) -> Result<String, PosterFault> {
    let sheet = laid_out(poster, format)?;
    let (width, height) = (sheet.width, sheet.height);
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title words\" width=\"{width}pt\" \
         height=\"{height}pt\" viewBox=\"0 0 {width} {height}\">\n<title id=\"title\">{}</title>\n<desc id=\"words\">{}</desc>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n",
        escaped(&poster.title),
        escaped(&poster.words().collect::<Vec<_>>().join("\n")),
    );
    text.push_str("<g id=\"piece\">\n");
    for block in sheet.piece.above.iter().chain(&sheet.piece.below) {
        block_of(&mut text, block)?;
    }
    code_of(&mut text, &sheet.piece.placed);
    text.push_str("</g>\n");
    for (x, y) in sheet.corners.iter().skip(1) {
        let _infallible = writeln!(text, "<use href=\"#piece\" x=\"{x}\" y=\"{y}\"/>");
    }
    for [x, y, width, height] in &sheet.cuts {
        let _infallible = writeln!(
            text,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
        );
    }
    text.push_str("</svg>\n");
    Ok(text)
}

fn block_of(text: &mut String, block: &Block) -> Result<(), PosterFault> {
    for line in &block.lines {
        let mut pen = Outline {
            path: String::new(),
            x: line.x,
            y: line.y,
        };
        for letter in line.words.chars() {
            let (face, letter) = block.face.with(letter)?;
            face.draw(letter.glyph, block.size, &mut pen)?;
            pen.x += letter.width * block.size;
        }
        let _infallible = writeln!(text, "<path d=\"{}\"/>", pen.path);
    }
    Ok(())
}

fn code_of(text: &mut String, placed: &Placed) {
    let Placed { code, x, y, module } = placed;
    let _infallible = write!(
        text,
        "<path id=\"code\" shape-rendering=\"crispEdges\" transform=\"translate({x} {y}) scale({module})\" d=\""
    );
    for (column, row, many) in code.runs() {
        let _infallible = write!(
            text,
            "M{} {}h{}v1h-{}z",
            modules(column),
            modules(row),
            many,
            many
        );
    }
    text.push_str("\"/>\n");
}

/// Writes an outline as a path, turned the right way up.
struct Outline {
    path: String,
    x: f32,
    y: f32,
}

impl Outline {
    fn to(&mut self, command: char, points: &[(f32, f32)]) {
        self.path.push(command);
        for (x, y) in points {
            let _infallible = write!(self.path, "{:.2} {:.2} ", self.x + x, self.y - y);
        }
    }
}

impl OutlinePen for Outline {
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

fn escaped(words: &str) -> String {
    words
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
