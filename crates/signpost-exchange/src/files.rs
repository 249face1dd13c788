//! Files into text: size, encoding and the mark a spreadsheet puts in front.

use std::{
    fs,
    io::{self, Read as _},
    path::Path,
};

use crate::{
    fault::{Fault, Faults},
    json_place::line_and_column,
};

/// The largest file read, in bytes; a directory of a million sites is smaller.
const LARGEST: u64 = 512 << 20;

/// The text of a file. A CSV file may be in Windows-1252, as spreadsheets in French write it; of another what is not UTF-8 becomes U+FFFD, which
/// the check of each cell names with its place.
pub(crate) fn read(path: &Path, faults: &mut Faults) -> Option<String> {
    let name = path.display().to_string();
    let bytes = match bytes(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let message = format!("the file cannot be read: {error}");
            faults.push(Fault::of_file(&name, &message));
            return None;
        }
    };
    let text = text(&name, bytes, faults);
    faults.rows_lost |= text.is_none();
    text
}

/// All of a file. What is no file (a pipe, a device) may never end, and one may grow while it is read.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is no file"));
    }
    let mut bytes = Vec::new();
    fs::File::open(path)?
        .take(LARGEST + 1)
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(io::Error::other("it is larger than 512 MiB"));
    }
    Ok(bytes)
}

fn text(name: &str, mut bytes: Vec<u8>, faults: &mut Faults) -> Option<String> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        let message = "this is UTF-16; save the file as UTF-8 (in a spreadsheet: \"CSV UTF-8\")";
        faults.push(Fault::at(name, (1, 1), message));
        return None;
    }
    if bytes.starts_with(&[0xEF, 0xBB, 0xBF]) {
        bytes.drain(..3);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) if is(name, "csv") => {
            let bytes = error.as_bytes();
            let lossy = || String::from_utf8_lossy(bytes).into_owned();
            Some(of_a_spreadsheet(bytes).unwrap_or_else(lossy))
        }
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let start = String::from_utf8_lossy(error.as_bytes().get(..valid).unwrap_or_default());
            let place = line_and_column(&start, start.len());
            faults.push(Fault::at(
                name,
                place,
                "this is not UTF-8; save the file as UTF-8",
            ));
            None
        }
    }
}

/// Signs that French and English text has beside ASCII. The same bytes read as Windows-1252 by mistake hardly ever give only these.
const WRITTEN: &str = "àâäçéèêëîïôöùûüÿæœÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸÆŒ’‘“”«»…–—•°²³½¼¾€·\u{a0}";

/// The text of a file in Windows-1252, what spreadsheets in French write when nobody chooses "CSV UTF-8"; `None` when it is something else.
fn of_a_spreadsheet(bytes: &[u8]) -> Option<String> {
    let (text, _, faulty) = encoding_rs::WINDOWS_1252.decode(bytes);
    let is_written = |sign: char| sign.is_ascii() || WRITTEN.contains(sign);
    (!faulty && text.chars().all(is_written)).then(|| text.into_owned())
}

/// Whether a file name ends in `.csv`, or another ending given in lower case.
pub(crate) fn is(name: &str, ending: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|own| own.eq_ignore_ascii_case(ending))
}
