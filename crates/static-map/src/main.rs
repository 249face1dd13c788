//! Draws one scene of the map with maplibre-rs: JSON on standard input, PNG on standard output. `docs/MAP_PICTURES.md` says what of it
//! maplibre-rs does.
//!
//! A process of its own, because the library falls over what it does not expect, and because it brings an old stack for asking servers. It is
//! given everything it draws, and asks no network.

mod frame;
mod read_back;
mod job;
mod limits;
mod pool;
mod shapes;

use std::{
    io::{self, Read as _, Write as _},
    process::ExitCode,
};

/// No scene of ours has more bytes.
const LARGEST: u64 = 64 << 20;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    limits::set()?;
    let mut text = Vec::new();
    let read = io::stdin().take(LARGEST).read_to_end(&mut text);
    read.map_err(|error| format!("the scene cannot be read: {error}"))?;
    let job = job::Job::of(&text)?;
    let picture = frame::drawn(&job)?;
    let png = packed(&picture)?;
    let written = io::stdout().write_all(&png);
    written.map_err(|error| format!("the picture cannot be written: {error}"))
}

/// Pixels as PNG.
fn packed(picture: &read_back::Picture) -> Result<Vec<u8>, String> {
    let failed = |error: png::EncodingError| format!("the picture cannot be packed: {error}");
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, picture.width, picture.height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(&picture.rgb).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(bytes)
}
