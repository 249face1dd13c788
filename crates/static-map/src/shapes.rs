//! Roads, pins and words as triangles. maplibre-rs draws hairlines and no letters, so all of it is tessellated here (lyon).

use lyon_extra::parser::{ParserOptions, PathParser, Source};
use lyon_path::{Path, math::Point};
use lyon_tessellation::{
    BuffersBuilder, FillOptions, FillRule, FillTessellator, FillVertex, LineCap, LineJoin,
    StrokeOptions, StrokeTessellator, StrokeVertex, VertexBuffers,
};
use maplibre::render::ShaderVertex;

use crate::job::{Layer, Shape, Tile};

/// How far a curve may be from its straight pieces, in pixels.
const TOLERANCE: f32 = 0.08;
/// The side of a tile in its own units.
const SIDE: f64 = 4096.0;

/// Triangles on the picture, in pixels.
pub type Triangles = VertexBuffers<Point, u32>;
/// Triangles of a tile, in its units.
pub type Buffer = VertexBuffers<ShaderVertex, u32>;

/// All shapes of a layer.
pub fn triangles(layer: &Layer) -> Result<Triangles, String> {
    let mut all = Triangles::new();
    for shape in &layer.shapes {
        add(&mut all, shape)?;
    }
    Ok(all)
}

fn add(all: &mut Triangles, shape: &Shape) -> Result<(), String> {
    let mut builder = Path::builder();
    PathParser::new()
        .parse(
            &ParserOptions::DEFAULT,
            &mut Source::new(shape.path.chars()),
            &mut builder,
        )
        .map_err(|error| format!("this is no path: {error:?}"))?;
    let path = builder.build();
    let failed = |error: lyon_tessellation::TessellationError| format!("a shape: {error}");
    match shape.stroke {
        Some(width) => StrokeTessellator::new().tessellate_path(
            &path,
            &StrokeOptions::tolerance(TOLERANCE)
                .with_line_width(width)
                .with_line_cap(LineCap::Round)
                .with_line_join(LineJoin::Round),
            &mut BuffersBuilder::new(all, |vertex: StrokeVertex| vertex.position()),
        ),
        None => FillTessellator::new().tessellate_path(
            &path,
            &FillOptions::tolerance(TOLERANCE).with_fill_rule(FillRule::NonZero),
            &mut BuffersBuilder::new(all, |vertex: FillVertex| vertex.position()),
        ),
    }
    .map_err(failed)
}

/// The triangles that a tile sees, in its units.
pub fn in_tile(all: &Triangles, tile: &Tile) -> Buffer {
    let unit = SIDE / tile.side;
    let own = |point: Point| {
        let along = |pixel: f32, corner: f64| ((f64::from(pixel) - corner) * unit) as f32;
        [along(point.x, tile.left), along(point.y, tile.top)]
    };
    let mut buffer = Buffer::new();
    let mut known = vec![None; all.vertices.len()];
    for corners in all.indices.chunks_exact(3) {
        let places = [0, 1, 2].map(|ix| own(all.vertices[corners[ix] as usize]));
        let outside = |side: usize| {
            places.iter().all(|place| place[side] < 0.0)
                || places.iter().all(|place| place[side] > SIDE as f32)
        };
        if outside(0) || outside(1) {
            continue;
        }
        for (corner, place) in corners.iter().zip(places) {
            let vertices = &mut buffer.vertices;
            let index = *known[*corner as usize].get_or_insert_with(|| {
                vertices.push(ShaderVertex::new(place, [0.0, 0.0]));
                (vertices.len() - 1) as u32
            });
            buffer.indices.push(index);
        }
    }
    buffer
}
