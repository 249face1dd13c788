//! A scene as SVG.

use std::fmt::Write as _;

use crate::{line::closed, scene::Scene};

/// A scene as SVG, without words: letters are outlines.
pub(crate) fn svg(scene: &Scene) -> String {
    let (width, height) = (scene.view.width, scene.view.height);
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n"
    );
    for area in &scene.areas {
        let _infallible = write!(
            text,
            "<path fill=\"{}\" fill-rule=\"evenodd\" d=\"",
            area.colour
        );
        // One path a polygon: two that lie on each other are not holes in each other.
        for (ix, rings) in area.polygons.iter().enumerate() {
            if ix > 0 {
                let _infallible = write!(
                    text,
                    "\"/>\n<path fill=\"{}\" fill-rule=\"evenodd\" d=\"",
                    area.colour
                );
            }
            for ring in rings {
                text.push_str(&closed(ring));
            }
        }
        text.push_str("\"/>\n");
    }
    for layer in &scene.layers {
        let _infallible = writeln!(
            text,
            "<g fill=\"{}\" stroke=\"{}\" stroke-linecap=\"round\" stroke-linejoin=\"round\">",
            layer.colour, layer.colour
        );
        for shape in &layer.shapes {
            let _infallible = match shape.stroke {
                Some(width) => writeln!(
                    text,
                    "<path fill=\"none\" stroke-width=\"{width:.2}\" d=\"{}\"/>",
                    shape.path
                ),
                None => writeln!(text, "<path stroke=\"none\" d=\"{}\"/>", shape.path),
            };
        }
        text.push_str("</g>\n");
    }
    text.push_str("</svg>\n");
    text
}
