//! A scene as PNG, by resvg: in this process, without a driver.

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};

use crate::{PictureError, Scene, svg::svg};

/// A scene as PNG.
///
/// # Errors
/// When it cannot be drawn or packed: our own mistake, or no memory.
pub fn png(scene: &Scene) -> Result<Vec<u8>, PictureError> {
    let undrawn = |error: String| PictureError::Undrawn(error);
    let tree = Tree::from_str(&svg(scene), &Options::default());
    let tree = tree.map_err(|error| undrawn(error.to_string()))?;
    let size = tree.size().to_int_size();
    let mut pixmap = Pixmap::new(size.width(), size.height())
        .ok_or_else(|| undrawn("it has no size".to_owned()))?;
    resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
    pixmap
        .encode_png()
        .map_err(|error| undrawn(error.to_string()))
}
