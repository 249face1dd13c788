//! An address as a picture that a phone's camera reads, for paper.

use std::{
    collections::HashMap,
    fmt::Write as _,
    sync::{Arc, LazyLock, PoisonError, RwLock},
};

use qrcode::{Color, QrCode};

/// White on every side, in squares, as the standard asks for.
const QUIET: usize = 4;

/// How many pictures are kept, of a few kilobytes each. When there are more, all go and are drawn again.
const MOST: usize = 1_000;

/// Pictures of pages that were drawn lately, never of what was asked for: which squares are dark follows from the address alone, and choosing the best of eight masks is dear.
static DRAWN: LazyLock<RwLock<HashMap<Box<str>, Arc<str>>>> = LazyLock::new(RwLock::default);

/// An address as an SVG picture that can stand in a page, drawn as rows of dark squares so that it weighs little. Empty when there is no
/// address, or it is too long for one.
#[must_use]
pub fn picture(address: &str) -> String {
    if address.is_empty() {
        return String::new();
    }
    // What was asked for, and from where, is kept of nobody.
    if address.contains('?') {
        return draw(address);
    }
    let drawn = DRAWN.read().unwrap_or_else(PoisonError::into_inner);
    if let Some(picture) = drawn.get(address) {
        return picture.to_string();
    }
    drop(drawn);
    let picture = draw(address);
    let mut drawn = DRAWN.write().unwrap_or_else(PoisonError::into_inner);
    if drawn.len() >= MOST {
        drawn.clear();
    }
    drawn.insert(address.into(), picture.as_str().into());
    picture
}

fn draw(address: &str) -> String {
    // A code of capitals is smaller; addresses without a query are read in any letters (`on_paper.rs`).
    let written = if address.contains('?') {
        address.to_owned()
    } else {
        address.to_ascii_uppercase()
    };
    let Ok(code) = QrCode::new(written.as_bytes()) else {
        return String::new();
    };
    let side = code.width();
    let colors = code.to_colors();
    let mut path = String::new();
    for (row, squares) in colors.chunks(side).enumerate() {
        let mut column = 0;
        for run in squares.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                let (x, y, length) = (column + QUIET, row + QUIET, run.len());
                write!(path, "M{x} {y}h{length}v1h-{length}z").expect("a String takes every write");
            }
            column += run.len();
        }
    }
    let whole = side + 2 * QUIET;
    format!(
        "<svg viewBox=\"0 0 {whole} {whole}\"><path fill=\"#000\" stroke=\"none\" d=\"{path}\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The picture as squares again: what a camera sees.
    fn seen(picture: &str) -> Vec<Vec<bool>> {
        let (_, rest) = picture.split_once("viewBox=\"0 0 ").unwrap();
        let side: usize = rest.split_once(' ').unwrap().0.parse().unwrap();
        let mut squares = vec![vec![false; side]; side];
        let (_, path) = picture.split_once(" d=\"").unwrap();
        for part in path.split('M').skip(1) {
            let (x, rest) = part.split_once(' ').unwrap();
            let (y, rest) = rest.split_once('h').unwrap();
            let (length, _) = rest.split_once('v').unwrap();
            let [x, y, length] = [x, y, length].map(|n| n.parse::<usize>().unwrap());
            squares[y][x..x + length].fill(true);
        }
        squares
    }

    #[test]
    fn the_picture_is_the_code_of_the_address_with_white_around() {
        for (address, written) in [
            (
                "https://example.org/fr/sites/a-b",
                "HTTPS://EXAMPLE.ORG/FR/SITES/A-B",
            ),
            (
                "https://example.org/?need=food&near=mill",
                "https://example.org/?need=food&near=mill",
            ),
        ] {
            let code = QrCode::new(written.as_bytes()).unwrap();
            let squares = seen(&picture(address));
            assert_eq!(picture(address), draw(address), "asked again");
            assert_eq!(squares.len(), code.width() + 2 * QUIET);
            for (y, row) in squares.iter().enumerate() {
                for (x, dark) in row.iter().enumerate() {
                    let inside = |at: usize| (QUIET..QUIET + code.width()).contains(&at);
                    let expected =
                        inside(x) && inside(y) && code[(x - QUIET, y - QUIET)] == Color::Dark;
                    assert_eq!(*dark, expected, "{address}: {x} {y}");
                }
            }
        }
        assert_eq!(picture(""), "");
        assert_eq!(picture(&"a".repeat(5_000)), "");
    }
}
