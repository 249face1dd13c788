//! Fewer bytes for a phone: a map has few colours, so each pixel names one of 256.

use color_quant::NeuQuant;
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Filter, Transformations};

use crate::PictureError;

/// How many colours a picture has.
const COLOURS: usize = 256;
/// Of how many pixels one is looked at for the palette. Fewer, and names lose their edges; more takes longer and looks the same.
const ONE_OF: i32 = 10;
/// Red, green, blue and how opaque.
const CHANNELS: usize = 4;

/// The same picture with a palette: about half of the bytes.
///
/// # Errors
/// When what was drawn is no PNG, or has no memory.
pub(crate) fn with_palette(drawn: &[u8]) -> Result<Vec<u8>, PictureError> {
    let undrawn = |error: String| PictureError::Undrawn(error);
    let mut decoder = Decoder::new(std::io::Cursor::new(drawn));
    decoder.set_transformations(Transformations::normalize_to_color8() | Transformations::ALPHA);
    let mut reader = decoder
        .read_info()
        .map_err(|error| undrawn(error.to_string()))?;
    let size = reader.output_buffer_size();
    let mut pixels = vec![0; size.ok_or_else(|| undrawn("it is too large".to_owned()))?];
    let info = reader
        .next_frame(&mut pixels)
        .map_err(|error| undrawn(error.to_string()))?;
    if info.color_type != ColorType::Rgba {
        return Err(undrawn("it has no colours".to_owned()));
    }
    let palette = NeuQuant::new(ONE_OF, COLOURS, &pixels);
    let named = named(&palette, &pixels);
    let mut packed = Vec::new();
    let mut encoder = Encoder::new(&mut packed, info.width, info.height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.color_map_rgb());
    encoder.set_compression(Compression::High);
    // Numbers of colours beside each other have nothing in common.
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder
        .write_header()
        .map_err(|error| undrawn(error.to_string()))?;
    writer
        .write_image_data(&named)
        .map_err(|error| undrawn(error.to_string()))?;
    writer
        .finish()
        .map_err(|error| undrawn(error.to_string()))?;
    Ok(packed)
}

/// For each pixel the number of its colour. The same colour is looked up once: most of a map is ground, water and roads.
fn named(palette: &NeuQuant, pixels: &[u8]) -> Vec<u8> {
    let mut known = std::collections::HashMap::new();
    let number = |pixel: &[u8]| {
        let number = || u8::try_from(palette.index_of(pixel)).unwrap_or_default();
        *known.entry(pixel.to_vec()).or_insert_with(number)
    };
    pixels.chunks_exact(CHANNELS).map(number).collect()
}
